/** How a detector is trained: recordings by their folds, and the threshold at which what it did not hear would have been quiet. */
import { writeFileSync } from "node:fs";
import { RULE, thresholdForAll } from "../engines/hearing/alarm.ts";
import { judging } from "../engines/hearing/judge.ts";
import { examplesOf, lessonOf, type Examples } from "../engines/hearing/lesson.ts";
import { writtenDetector } from "../engines/hearing/network-file.ts";
import { trained, type Training } from "../engines/hearing/network.ts";
import { chanceFrom } from "../engines/hearing/random.ts";
import { clipsOf, nightsOf, short, toldIn, type ByFold, type Told } from "./listen-folds.ts";

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

/** What was told, and each fold heard by what was trained on the others. */
export interface Trained {
  readonly told: Told;
  readonly examples: readonly Examples[];
  readonly byFold: ByFold;
  readonly threshold: number;
}

interface Named {
  readonly out: string;
  readonly name: string;
  readonly seed: number;
}

export async function train(dir: string, asked: Named): Promise<void> {
  const made = foldsIn(await toldIn(dir), asked.seed);
  const { told, byFold, threshold } = made;
  write(made, asked);
  console.log(
    JSON.stringify({ detector: asked.name, ...clipsOf(told, byFold), threshold: short(threshold) }),
  );
}

export function foldsIn(told: Told, seed: number): Trained {
  const examples = examplesIn(told, seed);
  const byFold = foldsOf(told, examples, seed);
  return { told, examples, byFold, threshold: thresholdOf(told, byFold) };
}

/** Of all folds, with the threshold that they found. */
export function write({ examples, threshold }: Trained, { out, name, seed }: Named): void {
  const text = writtenDetector({ name, networks: networksOf(examples, seed), threshold });
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

const networksOf = (examples: readonly Examples[], seed: number, without?: string) =>
  examples.map((some, n) =>
    trained(
      lessonOf(some, (fold) => fold !== without),
      TRAINING,
      chanceFrom(seed + n + 1),
    ),
  );

/** For each fold what was trained on the others. */
function foldsOf({ folds }: Told, examples: readonly Examples[], seed: number): ByFold {
  return new Map(
    folds.map((fold, i) => {
      const networks = networksOf(examples, seed + 1000 * (i + 1), fold);
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
