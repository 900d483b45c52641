/**
 * In which order alarms wait, and which of them are one for whoever goes: a motor comes before everything that is wrong with a
 * sensor, and sensors that fell silent together are one entry. Pure. Rules LW3 and LW23.
 */
import { createHash } from "node:crypto";
import type { Alarm, AlarmKind, Sensor } from "./private/forms.ts";
import { PATIENCE } from "./sensors/silence.ts";

const MINUTE = 60_000; // ms
/** Two that fall silent within an hour may be chance. */
const MANY = 3;

/** One alarm, or those of sensors that fell silent together, the oldest first. */
export interface Entry {
  /** By which the others are found. */
  readonly lead: Alarm;
  readonly alarms: readonly Alarm[];
}

/** A motor before a sensor, what nobody has taken before what somebody has, one that still runs before one that rests, then the oldest. */
export function inTurn(alarms: readonly Alarm[]): readonly Alarm[] {
  const ranks = ({ kind, taken, over }: Alarm): readonly boolean[] =>
    kind === "motor" ? [false, taken !== null, over !== null] : [true, taken !== null];
  return alarms.toSorted((a, b) => {
    const [of, other] = [ranks(a), ranks(b)];
    const differs = of.findIndex((rank, i) => rank !== other[i]);
    return differs < 0 ? a.at - b.at : Number(of[differs]) - Number(other[differs]);
  });
}

/** What waits, in turn. @param sensors by id */
export function entriesOf(
  alarms: readonly Alarm[],
  sensors: ReadonlyMap<string, Pick<Sensor, "every">>,
): readonly Entry[] {
  const together = togetherIn(alarms, sensors);
  const leads = new Map(together.map((of) => [of[0]!.id, of]));
  const others = new Set(together.flatMap((of) => of.slice(1).map(({ id }) => id)));
  return inTurn(alarms).flatMap((lead) =>
    others.has(lead.id) ? [] : [{ lead, alarms: leads.get(lead.id) ?? [lead] }],
  );
}

/** The entry to which an alarm belongs, first or not. */
export const entryOf = (entries: readonly Entry[], id: string): Entry | undefined =>
  entries.find(({ alarms }) => alarms.some((one) => one.id === id));

/**
 * Each fell silent between its last word and the one that did not come. Where there is a moment that lies between these of many
 * sensors, one thing may have silenced them all: their link, or its power.
 */
function togetherIn(
  alarms: readonly Alarm[],
  sensors: ReadonlyMap<string, Pick<Sensor, "every">>,
): readonly (readonly Alarm[])[] {
  const silent = alarms
    .filter(({ kind, over }) => kind === "silent" && over === null)
    .toSorted((a, b) => a.starts - b.starts);
  const groups: { readonly of: Alarm[]; until: number }[] = [];
  for (const one of silent) {
    const until = one.starts + PATIENCE * (sensors.get(one.sensor)?.every ?? 0) * MINUTE;
    const last = groups.at(-1);
    if (last && one.starts <= last.until) {
      last.of.push(one);
      last.until = Math.min(last.until, until);
    } else groups.push({ of: [one], until });
  }
  return groups.flatMap(({ of }) =>
    of.length < MANY ? [] : [of.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))],
  );
}

/** What an answer was given to: who pressed a button under other alarms is shown these first. Empty for one alone. */
export const marked = ({ alarms }: Entry): string =>
  alarms.length === 1
    ? ""
    : createHash("sha256")
        .update(JSON.stringify(alarms.map(({ id }) => id).toSorted()))
        .digest("hex")
        .slice(0, 8);

/** How many wait, as people count them: sensors that fell silent together are one. */
export const ofKind = (entries: readonly Entry[], kind: AlarmKind): readonly Entry[] =>
  entries.filter(({ lead }) => lead.kind === kind);
