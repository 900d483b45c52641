/** Nights that nobody recorded, made from a seed, with some recorded motors in them: how seldom an alarm is false needs more hours than there are recordings. */
import { RULE } from "../../engines/hearing/alarm.ts";
import { event, lasting } from "../../engines/hearing/figures.ts";
import { openListener, type Alarm } from "../../engines/hearing/listener.ts";
import { chanceFrom } from "../../engines/hearing/random.ts";
import { loudness, scene } from "../../engines/hearing/synthetic.ts";
import { RATE } from "../../engines/hearing/windows.ts";
import { LEVELS, motorsOf, short, type ByFold, type Told } from "./folds.ts";

const PIECE = 600; // seconds that sound alike
const EVENTS = 20;

interface Night {
  readonly threshold: number;
  readonly seed: number;
  readonly hours: number;
}

interface Event {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** Each fold’s detector has its share of the hours and hears motors of its own fold in them. */
export function syntheticHours(
  told: Told,
  byFold: ByFold,
  { threshold, seed, hours }: Night,
): readonly Readonly<Record<string, unknown>>[] {
  const [pieces, count] = [(hours * 3600) / PIECE / byFold.size, EVENTS / byFold.size];
  const events: { readonly level: number; readonly isHeard: boolean }[] = [];
  let alarms = 0;
  for (const [fold, detector] of byFold) {
    const motors = motorsOf(told).filter((one) => one.fold === fold);
    const chance = chanceFrom(seed + 31 * told.folds.indexOf(fold));
    const listener = openListener({ detector, threshold, rule: RULE });
    const [due, found]: [Event[], Alarm[]] = [[], []];
    for (let piece = 0; piece < pieces; piece++) {
      const sound = scene(PIECE, chance);
      const isDue =
        Math.floor((piece * count) / pieces) < Math.floor(((piece + 1) * count) / pieces);
      if (isDue) {
        const level = LEVELS[due.length % LEVELS.length]!;
        const motor = motors[due.length % motors.length]!.samples;
        const at = chance.whole(PIECE - 60) * RATE;
        sound.set(event(lasting(motor), sound.subarray(at, at + 20 * RATE), level), at);
        const from = piece * PIECE + at / RATE;
        due.push({ level, from, to: from + 20 });
      }
      const gain = loudness(chance);
      for (const { turn, alarm } of listener.push(sound.map((one) => one * gain)))
        if (turn && alarm) found.splice(turn === "begins" ? found.length : -1, 1, alarm);
    }
    const meets = (one: Alarm, { from, to }: Event) => one.to > from && one.from < to + RULE.of;
    for (const one of due)
      events.push({ level: one.level, isHeard: found.some((alarm) => meets(alarm, one)) });
    alarms += found.filter((alarm) => !due.some((one) => meets(alarm, one))).length;
    console.error(`fold ${fold}: its part of ${hours} synthetic hours is heard`);
  }
  return [
    {
      what: "SYNTHETIC hours of rain, wind, insects and aircraft, with recorded motors of 20 s in them",
      hours,
      alarmsWithoutMotor: alarms,
      ...Object.fromEntries(
        LEVELS.map((level) => {
          const some = events.filter((one) => one.level === level);
          const heard = some.filter(({ isHeard }) => isHeard).length;
          return [`at ${level} dB`, { events: some.length, recall: short(heard / some.length) }];
        }),
      ),
    },
  ];
}
