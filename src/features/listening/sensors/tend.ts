/** What is done for sensors each hour: their own thresholds, and what their batteries will last. Rules LE15 to LE17. */
import { randomUUID } from "node:crypto";
import { A_DAY } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import { isLearning } from "../private/hear.ts";
import { askListening } from "../private/listening.ts";
import type { Sensor } from "../private/forms.ts";
import { chargeOf, DAYS } from "./battery.ts";
import { BORNE, hasListened, LEARNS_FOR, thresholdOf, withoutMotors } from "./threshold.ts";

const A_WEEK = 7; // days
const SURELY = 9; // days, of which a battery that was said to run down is said to last again

/** Parts in which what was said is summed up: sensors say little oftener. */
const [TEN_SECONDS, TEN_MINUTES] = [10_000, 600_000]; // ms

type Ask = ReturnType<typeof askListening>;
type Tends = Pick<Serving, "instance" | "clock">;

export async function tendSensors({ instance, clock }: Tends): Promise<void> {
  const ask = askListening(instance.log.private);
  const at = clock.aged();
  for (const sensor of await ask.sensors()) {
    if (sensor.closed !== null) continue;
    if (isLearning(sensor) && sensor.learns <= at) await learn(ask, sensor, at);
    await lookAtBattery(ask, sensor, at);
  }
}

/** A sensor listens to its background anew, as when a season has changed: its alarms are provisional until then. */
export const learnAnew = (ask: Ask, id: Sensor["id"], at: number): Promise<boolean> =>
  ask.changeSensor({ id, learns: at + LEARNS_FOR });

/** Who spoke on too few of these days listens for one more. */
async function learn(ask: Ask, sensor: Sensor, at: number): Promise<void> {
  const { id, learns } = sensor;
  const since = learns - LEARNS_FOR;
  const parts = await ask.partsOf({ sensor: id, since, part: TEN_SECONDS });
  const said = parts.filter(({ came }) => came < learns);
  if (!hasListened(said, sensor)) {
    await ask.changeSensor({ id, learns: Math.max(learns, at - A_DAY) + A_DAY });
    return;
  }
  const alarms = (await ask.alarms({ since })).filter((one) => one.sensor === id);
  const borne = (await ask.settings()).find(({ name }) => name === "borne")?.value ?? BORNE;
  const scores = said.flatMap((one) => [one, { ...one, score: one.least }]);
  const threshold = thresholdOf(withoutMotors(scores, alarms), borne) ?? sensor.threshold;
  await ask.changeSensor({ id, threshold, learned: at });
}

async function lookAtBattery(ask: Ask, sensor: Sensor, at: number): Promise<void> {
  const { id, empty, seen } = sensor;
  if (empty === null || sensor.battery === null) return;
  const said = await ask.partsOf({ sensor: id, since: at - DAYS * A_DAY, part: TEN_MINUTES });
  const readings = said.flatMap(({ at: when, battery }) =>
    battery === null ? [] : [{ at: when, battery }],
  );
  const { lasts, isNew } = chargeOf(readings, empty, at);
  if (lasts !== undefined && lasts <= A_WEEK)
    await ask.lack({ id: randomUUID(), sensor: id, kind: "battery", starts: at, at, seen });
  else if (isNew || (lasts ?? 0) > SURELY)
    for (const one of await ask.lasting())
      if (one.sensor === id && one.kind === "battery") await ask.over({ id: one.id, at });
}
