/** Recordings in folders, by their folds: names begin with it, and what follows is the recording, 3-118656-A.ogg. */
import { basename, dirname, relative } from "node:path";
import { meanLogit, rankedOf } from "../../engines/hearing/figures.ts";
import { sounding, type Sound } from "../../engines/hearing/lesson.ts";
import type { Detector } from "../../engines/hearing/network-file.ts";
import { CommandError } from "../context.ts";
import { allSamples, joined, soundsIn } from "./sounds.ts";

export const LEVELS = [6, 0] as const; // dB of a motor over what is behind it, in what is measured
const MOTORS = new Set(["motor", "chainsaw"]);
const BESIDE = ["noise", "unheard", "apart"] as const;

export interface Named extends Sound {
  readonly kind: string;
  /** Of the folder, a slash, and of the file. */
  readonly name: string;
  /** `118656` of `3-118656-A.ogg`; the name where there is none. */
  readonly recording: string;
}

export interface Told {
  readonly sounds: readonly Named[];
  readonly folds: readonly string[];
  /** By their names: mixed behind all sounds, never trained on, and a motor never trained on. */
  readonly noise: ReadonlyMap<string, Float32Array>;
  readonly unheard: ReadonlyMap<string, Float32Array>;
  readonly apart: ReadonlyMap<string, Float32Array>;
}

/** For each fold what was trained on the others. */
export type ByFold = ReadonlyMap<string, Detector>;

export const short = (value: number): number => Math.round(value * 1000) / 1000;

export async function toldIn(dir: string): Promise<Told> {
  const sounds: Named[] = [];
  const beside = {
    noise: new Map<string, Float32Array>(),
    unheard: new Map<string, Float32Array>(),
    apart: new Map<string, Float32Array>(),
  };
  for (const file of soundsIn(dir)) {
    const kind = relative(dir, dirname(file)).split("/")[0]!;
    const samples = await allSamples(file);
    const own = basename(file).replace(/\.[^.]*$/, "");
    const [fold, recording] = own.split("-");
    const extra = BESIDE.find((one) => one === kind);
    if (extra) beside[extra].set(own, samples);
    else
      sounds.push({
        samples,
        isMotor: MOTORS.has(kind),
        kind,
        name: `${kind}/${basename(file)}`,
        fold: fold!,
        recording: recording ?? own,
      });
  }
  const folds = [...new Set(sounds.map(({ fold }) => fold))].toSorted();
  const motors = sounds.filter(({ isMotor }) => isMotor).length;
  if (motors === 0 || motors === sounds.length)
    throw new CommandError(
      `Expected motors in ${dir}/motor and other sounds beside it, found ${motors} of ${sounds.length}.`,
    );
  if (folds.length < 2)
    throw new CommandError(`Expected two folds or more in ${dir}, found ${folds.join(", ")}.`);
  return { sounds, folds, ...beside };
}

/** All sounds of a fold and a folder that are no motor, one after the other. */
export function nightsOf({ sounds }: Told): readonly {
  readonly fold: string;
  readonly kind: string;
  readonly samples: Float32Array;
}[] {
  const others = sounds.filter(({ isMotor }) => !isMotor);
  return [...Map.groupBy(others, ({ fold, kind }) => `${fold} ${kind}`).values()].map((some) => ({
    fold: some[0]!.fold,
    kind: some[0]!.kind,
    samples: joined(some.map(({ samples }) => sounding(samples))),
  }));
}

/** Each recording of a motor, its clips one after the other. */
export function motorsOf({
  sounds,
}: Told): readonly { readonly fold: string; readonly samples: Float32Array }[] {
  const motors = sounds.filter(({ isMotor }) => isMotor);
  return [...Map.groupBy(motors, ({ fold, recording }) => `${fold} ${recording}`).values()].map(
    (some) => ({
      fold: some[0]!.fold,
      samples: joined(some.map(({ samples }) => sounding(samples))),
    }),
  );
}

/** How often a motor is told from another sound, and how many others are taken for one where nine of ten motors are found. */
export function clipsOf({ sounds }: Told, byFold: ByFold) {
  const judged = sounds.map(({ samples, isMotor, fold, name }) => ({
    isMotor,
    name,
    logit: meanLogit(byFold.get(fold)!, samples),
  }));
  const { auc, taken } = rankedOf(judged);
  const motors = judged.filter(({ isMotor }) => isMotor).length;
  return {
    motors,
    others: judged.length - motors,
    auc: Math.round(auc * 10_000) / 10_000,
    takenForMotors: taken.length,
    which: taken.map(({ name }) => name),
  };
}
