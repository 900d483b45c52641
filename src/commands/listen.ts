/** `cnd listen`: what sounds like a motor in recordings, and how a detector is trained and judged. */
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { RULE, thresholdFor } from "../engines/hearing/alarm.ts";
import { detector } from "../engines/hearing/detector.ts";
import { judging, type Heard } from "../engines/hearing/judge.ts";
import { lessonOf, type Sound } from "../engines/hearing/lesson.ts";
import { openListener, type Alarm } from "../engines/hearing/listener.ts";
import { readDetector, writtenDetector, type Detector } from "../engines/hearing/network-file.ts";
import { trained, type Training } from "../engines/hearing/network.ts";
import { chanceFrom } from "../engines/hearing/random.ts";
import { RATE } from "../engines/hearing/windows.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { allSamples, samplesOf, soundsIn } from "./listen-sounds.ts";

export const help = `cnd listen judge PATH… [--detector FILE]
Says of each sound (WAV; Ogg, FLAC and MP3 through ffmpeg) in a line of JSON how much it sounds like a motor: seconds, the
mean and the highest logit of its windows of two seconds, and each alarm with its begin and its end. Nothing is kept.

cnd listen train DIR --out FILE [--name NAME] [--seed N]
Trains a detector on the sounds of DIR/motor (or DIR/chainsaw) against those of the other folders; what is in DIR/noise is
mixed behind both. Names begin with the number of their fold, and recordings are split by it: 3-118656-A.ogg. First each fold
is judged by what was trained on the others, and what came out is printed; then a detector is trained on all of them. The same
files and the same seed give the same bytes.`;

const TRAINING: Training = {
  hidden: [32],
  epochs: 30,
  rate: 0.003,
  decay: 0.01,
  batch: 64,
  dropout: 0.2,
};
const NETWORKS = 3; // their mean is heard
const MOTORS = new Set(["motor", "chainsaw"]);
const NOISE = "noise";
const SILENT = -80; // dB below full scale: what was cut off a recording

export async function run(_: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = switches("listen", args, [], ["detector", "out", "name", "seed"]);
  const [what, ...paths] = rest;
  if (what === "judge" && paths.length > 0)
    return judge(paths, of.detector === undefined ? detector() : detectorIn(of.detector));
  const [dir, ...more] = paths;
  if (what === "train" && dir !== undefined && more.length === 0 && of.out !== undefined)
    return train(dir, { out: of.out, name: of.name ?? "motor", seed: wholeIn(of.seed ?? "1") });
  throw new CommandError("Expected cnd listen judge PATH…, or cnd listen train DIR --out FILE.");
}

function wholeIn(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new CommandError(`Expected a whole number as --seed, found ${text}.`);
  return seed;
}

function detectorIn(file: string): Detector {
  try {
    return readDetector(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file}: expected a detector. ${why}`, { cause: error });
  }
}

async function judge(paths: readonly string[], hearing: Detector): Promise<void> {
  const files = paths.flatMap(soundsIn);
  if (files.length === 0)
    throw new CommandError(`Expected sounds in ${paths.join(", ")}, found none.`);
  for (const file of files) console.log(JSON.stringify({ file, ...(await judged(file, hearing)) }));
}

/** One sound, however long: nothing of it is held but two seconds. */
async function judged(file: string, hearing: Detector) {
  const { push } = openListener({ detector: hearing });
  const found: Alarm[] = [];
  let [count, sum, most, seconds] = [0, 0, Number.NEGATIVE_INFINITY, 0];
  for await (const samples of samplesOf(file)) {
    seconds += samples.length / RATE;
    for (const { logit, alarm, turn } of push(samples)) {
      count++;
      sum += logit;
      most = Math.max(most, logit);
      if (alarm) found.splice(turn === "begins" ? found.length : -1, 1, alarm);
    }
  }
  const short = (value: number) => Math.round(value * 100) / 100;
  return {
    seconds: short(seconds),
    windows: count,
    ...(count > 0 && { mean: short(sum / count), most: short(most) }),
    alarms: found.map(({ from, to, score }) => ({ from, to, score: short(score) })),
  };
}

interface Named extends Sound {
  /** Of the folder, a slash, and of the file. */
  readonly name: string;
  readonly fold: string;
}

async function train(
  dir: string,
  { out, name, seed }: { readonly out: string; readonly name: string; readonly seed: number },
): Promise<void> {
  const { sounds, noise } = await told(dir);
  const folds = [...new Set(sounds.map(({ fold }) => fold))].toSorted();
  if (folds.length < 2)
    throw new CommandError(`Expected two folds or more in ${dir}, found ${folds.join(", ")}.`);
  const heard: Judged[] = [];
  for (const [i, fold] of folds.entries()) {
    const networks = networksOf(
      sounds.filter((one) => one.fold !== fold),
      noise,
      seed + 1000 * (i + 1),
    );
    for (const sound of sounds.filter((one) => one.fold === fold))
      heard.push({ sound, windows: windowsOf(sound, { name, networks, threshold: 0 }) });
    console.error(`fold ${fold}: ${heard.length} of ${sounds.length} sounds judged`);
  }
  const threshold = Math.max(0, thresholdFor(nightOf(heard), RULE, 1)); // less likely than not is no motor
  const made = { name, networks: networksOf(sounds, noise, seed), threshold };
  writeFileSync(out, writtenDetector(made));
  console.log(
    JSON.stringify({
      detector: name,
      ...figuresOf(heard),
      threshold: Math.round(threshold * 100) / 100,
    }),
  );
}

async function told(
  dir: string,
): Promise<{ readonly sounds: readonly Named[]; readonly noise: readonly Float32Array[] }> {
  const sounds: Named[] = [];
  const noise: Float32Array[] = [];
  for (const file of soundsIn(dir)) {
    const kind = relative(dir, dirname(file)).split("/")[0]!;
    const samples = await allSamples(file);
    if (kind === NOISE) noise.push(samples);
    else
      sounds.push({
        samples,
        isMotor: MOTORS.has(kind),
        name: `${kind}/${basename(file)}`,
        fold: basename(file).split("-")[0]!,
      });
  }
  const motors = sounds.filter(({ isMotor }) => isMotor).length;
  if (motors === 0 || motors === sounds.length)
    throw new CommandError(
      `Expected motors in ${dir}/motor and other sounds beside it, found ${motors} of ${sounds.length}.`,
    );
  return { sounds, noise };
}

const networksOf = (sounds: readonly Sound[], noise: readonly Float32Array[], seed: number) => {
  const lesson = lessonOf(sounds, noise, chanceFrom(seed));
  return Array.from({ length: NETWORKS }, (_, n) =>
    trained(lesson, TRAINING, chanceFrom(seed + n + 1)),
  );
};

const windowsOf = ({ samples }: Sound, hearing: Detector): readonly Heard[] =>
  judging(hearing)(samples);

interface Judged {
  readonly sound: Named;
  readonly windows: readonly Heard[];
}

/** All that is no motor, one sound after the other, as a night would be. */
const nightOf = (heard: readonly Judged[]): readonly number[] =>
  heard
    .filter(({ sound }) => !sound.isMotor)
    .flatMap(({ windows }) => windows.map(({ logit }) => logit));

/** How often a motor is told from another sound, and how many others are taken for one where nine of ten motors are found. */
function figuresOf(heard: readonly Judged[]) {
  const mean = ({ windows }: Judged): number => {
    const loud = windows.filter(({ level }) => level > SILENT);
    const counted = loud.length > 0 ? loud : windows;
    return counted.reduce((sum, { logit }) => sum + logit, 0) / Math.max(1, counted.length);
  };
  const ranked = heard.map((one) => ({
    isMotor: one.sound.isMotor,
    mean: mean(one),
    name: one.sound.name,
  }));
  ranked.sort((a, b) => b.mean - a.mean);
  const motors = ranked.filter(({ isMotor }) => isMotor).length;
  const others = ranked.length - motors;
  let [below, pairs] = [0, 0];
  for (const { isMotor } of ranked.toReversed())
    if (isMotor) pairs += below;
    else below++;
  const needed = Math.ceil(0.9 * motors);
  const last = ranked.filter(({ isMotor }) => isMotor)[needed - 1]!;
  const taken = ranked.slice(0, ranked.indexOf(last)).filter(({ isMotor }) => !isMotor);
  return {
    motors,
    others,
    auc: Math.round((pairs / motors / others) * 10_000) / 10_000,
    takenForMotors: taken.length,
    which: taken.map(({ name }) => name),
  };
}
