/** `cnd listen measure`: how often a detector is right, over recordings that nothing was trained on, and hours that are synthetic. */
import { alarmsIn, RULE, thresholdFor } from "../../engines/hearing/alarm.ts";
import { event, lasting, mostAnHour } from "../../engines/hearing/figures.ts";
import { judging } from "../../engines/hearing/judge.ts";
import type { Detector } from "../../engines/hearing/network-file.ts";
import { RATE } from "../../engines/hearing/windows.ts";
import { CommandError } from "../context.ts";
import { syntheticHours } from "./hours.ts";
import {
  clipsOf,
  LEVELS,
  motorsOf,
  nightsOf,
  short,
  toldIn,
  type ByFold,
  type Told,
} from "./folds.ts";
import { foldsIn, write, type Chosen } from "./train.ts";

const EVENT = 20 * RATE;

type Backgrounds = ReadonlyMap<string, Float32Array>;

const say = (line: Readonly<Record<string, unknown>>): void => console.log(JSON.stringify(line));

interface Asked extends Chosen {
  readonly hours: number;
  /** Where the detector is written too. */
  readonly out: string | undefined;
  readonly name: string;
}

export async function measure(
  dir: string,
  { seed, minutes, hours, out, name }: Asked,
): Promise<void> {
  const told = await toldIn(dir);
  if (told.unheard.size === 0)
    throw new CommandError(`Expected sounds in ${dir}/unheard, found none.`);
  const made = foldsIn(told, { seed, minutes });
  const { byFold, threshold } = made;
  if (out !== undefined) write(made, { out, name, seed });
  say({
    what: "recordings of a few seconds, by what was trained on other folds",
    ...clipsOf(told, byFold),
  });
  say({ what: "the threshold, of these recordings alone", threshold: short(threshold) });
  const fixed = () => threshold;
  for (const level of LEVELS) {
    say({
      what: "motors of 20 s, one threshold",
      level,
      ...recallOf(told, byFold, told.unheard, level, fixed),
    });
    if (told.apart.size > 0)
      say({
        what: "over another motor, apart",
        level,
        ...recallOf(told, byFold, told.apart, level, fixed),
      });
  }
  ofOwnThreshold(told, byFold);
  falseAlarms(told, byFold, threshold);
  if (hours > 0)
    for (const line of syntheticHours(told, byFold, { threshold, seed, hours })) say(line);
}

/** The motors of each fold over each background, heard by what was trained on the other folds. */
function recallOf(
  told: Told,
  byFold: ByFold,
  backgrounds: Backgrounds,
  level: number,
  thresholdIn: (fold: string, background: string) => number,
) {
  const heard: { readonly background: string; readonly isHeard: boolean }[] = [];
  for (const { fold, samples } of motorsOf(told))
    for (const [background, behind] of backgrounds) {
      const rule = { ...RULE, threshold: thresholdIn(fold, background) };
      for (const from of [0, 77_777]) {
        const start = 30_000 * told.folds.indexOf(fold) + from;
        const sound = event(lasting(samples), lasting(behind, start), level);
        const logits = logitsOf(byFold.get(fold)!, sound);
        heard.push({ background, isHeard: alarmsIn(logits, rule) > 0 });
      }
    }
  const recall = (some: typeof heard) =>
    short(some.filter(({ isHeard }) => isHeard).length / some.length);
  return {
    events: heard.length,
    recall: recall(heard),
    over: Object.fromEntries(
      [...Map.groupBy(heard, (one) => one.background)].map(([k, some]) => [k, recall(some)]),
    ),
  };
}

export const logitsOf = (detector: Detector, samples: Float32Array): readonly number[] =>
  judging(detector)(samples).map(({ logit }) => logit);

/** Each half again and again until it lasts as long as an event. */
function halves(samples: Float32Array): readonly [Float32Array, Float32Array] {
  const middle = samples.length >> 1;
  const [first, second] = [samples.subarray(0, middle), samples.subarray(middle)];
  const long = (half: Float32Array) => (half.length < EVENT ? lasting(half) : half);
  return [long(first), long(second)];
}

/** The first half of each background sets a threshold, as the first days of a place do; motors and alarms are those of the other half. */
function ofOwnThreshold(told: Told, byFold: ByFold): void {
  const split = new Map([...told.unheard].map(([name, samples]) => [name, halves(samples)]));
  const second = new Map([...split].map(([name, [, half]]) => [name, half]));
  const own = new Map<string, number>();
  const alarmsOf: Record<string, number> = {};
  for (const [fold, detector] of byFold)
    for (const [name, [first, other]] of split) {
      const threshold = thresholdFor(logitsOf(detector, first), RULE);
      own.set(`${fold} ${name}`, threshold);
      const count = alarmsIn(logitsOf(detector, other), { ...RULE, threshold });
      alarmsOf[name] = (alarmsOf[name] ?? 0) + count / byFold.size;
    }
  const thresholdIn = (fold: string, name: string) => own.get(`${fold} ${name}`)!;
  for (const level of LEVELS)
    say({
      what: "motors of 20 s, a threshold of each background",
      level,
      ...recallOf(told, byFold, second, level, thresholdIn),
    });
  say({ what: "alarms in the other halves, the mean of all folds", alarms: alarmsOf });
}

/** In all that was recorded and is no motor, by what was not trained on it; where all folds hear it, their mean. */
function falseAlarms(told: Told, byFold: ByFold, threshold: number): void {
  const rule = { ...RULE, threshold };
  const found: Record<string, number> = {};
  let [count, seconds] = [0, 0];
  const heard = (name: string, samples: Float32Array, by: readonly Detector[]): void => {
    const begun =
      by.reduce((sum, one) => sum + alarmsIn(logitsOf(one, samples), rule), 0) / by.length;
    if (begun > 0) found[name] = begun;
    count += begun;
    seconds += samples.length / RATE;
  };
  for (const { fold, kind, samples } of nightsOf(told))
    heard(`${kind} of fold ${fold}`, samples, [byFold.get(fold)!]);
  for (const [name, samples] of [...told.unheard, ...told.noise])
    heard(name, samples, [...byFold.values()]);
  const hours = seconds / 3600;
  say({
    what: "alarms without a motor, in all recorded noise",
    minutes: short(seconds / 60),
    alarms: short(count),
    anHour: short(count / hours),
    atMostAnHour: short(mostAnHour(Math.ceil(count), hours)),
    found,
  });
  for (const [name, samples] of told.apart) {
    const begun = [...byFold.values()].reduce(
      (sum, one) => sum + alarmsIn(logitsOf(one, samples), rule),
      0,
    );
    say({
      what: "alarms where a motor is, apart",
      name,
      minutes: short(samples.length / RATE / 60),
      alarms: begun / byFold.size,
    });
  }
}
