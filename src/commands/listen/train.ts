/** How a detector is trained: recordings by their folds, and the threshold at which what it did not hear would have been quiet. */
import { writeFileSync } from "node:fs";
import { RULE, thresholdForAll } from "../../engines/hearing/alarm.ts";
import { judging } from "../../engines/hearing/judge.ts";
import { examplesOf, lessonOf, type Examples } from "../../engines/hearing/lesson.ts";
import {
  mistakesOf,
  syntheticMinutes,
  withMistakes,
  type Windows,
} from "../../engines/hearing/mistakes.ts";
import { writtenDetector } from "../../engines/hearing/network-file.ts";
import { trained, type Network, type Training } from "../../engines/hearing/network.ts";
import { chanceFrom } from "../../engines/hearing/random.ts";
import { clipsOf, nightsOf, short, toldIn, type ByFold, type Told } from "./folds.ts";

const TRAINING: Training = {
  hidden: [32],
  epochs: 25,
  rate: 0.003,
  decay: 0.01,
  batch: 64,
  dropout: 0.15,
};
const NETWORKS = 5; // their mean is heard; each learns from examples of its own
const BORNE = 1; // alarms in all that is no motor, each fold heard by what was trained on the others

const AGAIN = 2; // lessons more, each with what the one before took for a motor
/** Of the synthetic minutes that those are looked for in, where no other number is asked for: twelve hours. */
export const MINUTES = 720;
const MINUTES_APART = 8000; // from the seed: no chance that anything is measured with

/** What was told, and each fold heard by what was trained on the others. */
export interface Trained {
  readonly told: Told;
  readonly lesson: Lessons;
  readonly byFold: ByFold;
  readonly threshold: number;
}

interface Lessons {
  /** For each network its own. */
  readonly examples: readonly Examples[];
  /** Synthetic, without a motor. */
  readonly minutes: readonly Windows[];
}

export interface Chosen {
  readonly seed: number;
  /** How many synthetic minutes are listened to for mistakes. */
  readonly minutes: number;
}

interface Named {
  readonly out: string;
  readonly name: string;
  readonly seed: number;
}

export async function train(dir: string, asked: Named & Chosen): Promise<void> {
  const made = foldsIn(await toldIn(dir), asked);
  const { told, byFold, threshold } = made;
  write(made, asked);
  console.log(
    JSON.stringify({ detector: asked.name, ...clipsOf(told, byFold), threshold: short(threshold) }),
  );
}

export function foldsIn(told: Told, { seed, minutes }: Chosen): Trained {
  const lesson: Lessons = {
    examples: examplesIn(told, seed),
    minutes: syntheticMinutes(minutes, chanceFrom(seed + MINUTES_APART)),
  };
  const byFold = foldsOf(told, lesson, seed);
  return { told, lesson, byFold, threshold: thresholdOf(told, byFold) };
}

/** Of all folds, with the threshold that they found. */
export function write({ lesson, threshold }: Trained, { out, name, seed }: Named): void {
  const text = writtenDetector({ name, networks: networksOf(lesson, seed), threshold });
  writeFileSync(out, out.endsWith(".ts") ? moduleOf(name, text) : text);
}

/** As the program brings it: src/engines/hearing/detector.ts. */
const moduleOf = (name: string, text: string): string =>
  `/** The weights of ${name}, made by \`cnd listen train\`: docs/listening-model.md says of what, and under which licences. */
export const DETECTOR_1 = \`${text}\`;
`;

/** For each network its own. */
const examplesIn = ({ sounds, noise }: Told, seed: number): readonly Examples[] =>
  Array.from({ length: NETWORKS }, (_, n) =>
    examplesOf(sounds, [...noise.values()], chanceFrom(seed + 100 * n)),
  );

/** Each learns from its examples, and again with what all of them together took for a motor. */
function networksOf(
  { examples, minutes }: Lessons,
  seed: number,
  without?: string,
): readonly Network[] {
  let mistakes: Windows = [];
  const learn = () =>
    examples.map((some, n) =>
      trained(
        lessonOf(withMistakes(some, mistakes), (fold) => fold !== without),
        TRAINING,
        chanceFrom(seed + n + 1),
      ),
    );
  let networks = learn();
  for (let again = 0; again < AGAIN && minutes.length > 0; again++) {
    mistakes = [...mistakes, ...mistakesOf(networks, minutes)];
    networks = learn();
  }
  return networks;
}

/** For each fold what was trained on the others. */
function foldsOf({ folds }: Told, lesson: Lessons, seed: number): ByFold {
  return new Map(
    folds.map((fold, i) => {
      const networks = networksOf(lesson, seed + 1000 * (i + 1), fold);
      console.error(`fold ${fold}: trained on the others`);
      return [fold, { name: `without ${fold}`, networks, threshold: 0 }];
    }),
  );
}

/** Where all that is no motor would have begun as many alarms as are borne: chosen without any sound that figures are made of. */
function thresholdOf(told: Told, byFold: ByFold): number {
  const nights = nightsOf(told).map(({ fold, samples }) =>
    judging(byFold.get(fold)!)(samples).map(({ logit }) => logit),
  );
  return Math.max(0, thresholdForAll(nights, RULE, BORNE)); // less likely than not is no motor
}
