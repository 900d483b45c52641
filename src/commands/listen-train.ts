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
  epochs: 15,
  rate: 0.003,
  decay: 0.01,
  batch: 64,
  dropout: 0.2,
};
const NETWORKS = 5; // their mean is heard
const BORNE = 1; // alarms in all that is no motor, each fold heard by what was trained on the others

export async function train(
  dir: string,
  { out, name, seed }: { readonly out: string; readonly name: string; readonly seed: number },
): Promise<void> {
  const told = await toldIn(dir);
  const examples = examplesIn(told, seed);
  const byFold = foldsOf(told, examples, seed);
  const threshold = thresholdOf(told, byFold);
  const text = writtenDetector({ name, networks: networksOf(examples, seed), threshold });
  writeFileSync(out, out.endsWith(".ts") ? moduleOf(name, text) : text);
  console.log(
    JSON.stringify({ detector: name, ...clipsOf(told, byFold), threshold: short(threshold) }),
  );
}

/** As the program brings it: src/engines/hearing/detector.ts. */
const moduleOf = (name: string, text: string): string =>
  `/** The weights of ${name}, made by \`cnd listen train\`: docs/listening-model.md says of what, and under which licences. */
export const DETECTOR_1 = \`${text}\`;
`;

export const examplesIn = ({ sounds, noise }: Told, seed: number): Examples =>
  examplesOf(sounds, [...noise.values()], chanceFrom(seed));

const networksOf = (examples: Examples, seed: number, without?: string) => {
  const lesson = lessonOf(examples, (fold) => fold !== without);
  return Array.from({ length: NETWORKS }, (_, n) =>
    trained(lesson, TRAINING, chanceFrom(seed + n + 1)),
  );
};

/** For each fold what was trained on the others. */
export function foldsOf({ folds }: Told, examples: Examples, seed: number): ByFold {
  return new Map(
    folds.map((fold, i) => {
      const networks = networksOf(examples, seed + 1000 * (i + 1), fold);
      console.error(`fold ${fold}: trained on the others`);
      return [fold, { name: `without ${fold}`, networks, threshold: 0 }];
    }),
  );
}

/** Where all that is no motor would have begun as many alarms as are borne: chosen without any sound that figures are made of. */
export function thresholdOf(told: Told, byFold: ByFold): number {
  const nights = nightsOf(told).map(({ fold, samples }) =>
    judging(byFold.get(fold)!)(samples).map(({ logit }) => logit),
  );
  return Math.max(0, thresholdForAll(nights, RULE, BORNE)); // less likely than not is no motor
}
