/** `cnd listen`: what sounds like a motor in recordings, and how a detector is trained and judged. */
import { openListener, type Alarm } from "../engines/hearing/listener.ts";
import type { Detector } from "../engines/hearing/network-file.ts";
import { RATE } from "../engines/hearing/windows.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { detectorOf } from "./listen/chosen.ts";
import { help as filesHelp, run as listenToFiles } from "./listen/files.ts";
import { measure } from "./listen/measure.ts";
import { samplesOf, soundsIn } from "./listen/sounds.ts";
import { help as streamHelp, run as listenToStream } from "./listen/stream.ts";
import { MINUTES, train } from "./listen/train.ts";

const ownHelp = `cnd listen judge PATH… [--detector FILE]
Print how much each sound (WAV; Ogg, FLAC and MP3 through ffmpeg) is like a motor, as a line of JSON: seconds, the mean and
highest logit of its two-second windows, and each alarm with its start and end. Nothing is saved.

cnd listen train DIR --out FILE [--name NAME] [--seed N] [--minutes M]
Train a detector on the sounds in DIR/motor (or DIR/chainsaw) against those in the other folders; sounds in DIR/noise are
mixed behind both. File names begin with the number of their fold, by which recordings are split: 3-118656-A.ogg. First each
fold is judged by a detector trained on the others, and the results are printed; then a detector is trained on all folds. Each
is retrained on what it mistook for a motor in M minutes of synthetic rain, wind, insects and aircraft (${MINUTES} by default;
0 for none). The same files, minutes and seed give the same bytes; a FILE that ends in .ts is a module.

cnd listen measure DIR [--out FILE] [--name NAME] [--seed N] [--minutes M] [--hours H]
Report for the same DIR, in lines of JSON, how often such a detector is right: each fold, by a detector trained on the others;
motors of 20 s over the sounds in DIR/unheard, on which none was trained (DIR/apart is reported apart: sounds that are motors);
alarms without a motor; and H synthetic hours, different from those minutes. With --out, also write the detector.`;

export const help = async (): Promise<string> => [filesHelp, streamHelp, ownHelp].join("\n\n");

const OWN: readonly string[] = ["judge", "train", "measure"];

export async function run(_: Settings, args: readonly string[]): Promise<void> {
  if (args.includes("-")) return listenToStream(args);
  if (args[0] !== undefined && !OWN.includes(args[0])) return listenToFiles(args);
  const { of, rest } = switches(
    "listen",
    args,
    [],
    ["detector", "out", "name", "seed", "minutes", "hours"],
  );
  const [what, ...paths] = rest;
  if (what === "judge" && paths.length > 0) return judge(paths, detectorOf(of.detector));
  const [dir, ...more] = paths;
  const [out, name] = [of.out, of.name ?? "motor"];
  const chosen = { seed: wholeIn(of.seed ?? "1"), minutes: wholeIn(of.minutes ?? `${MINUTES}`) };
  if (what === "train" && dir !== undefined && more.length === 0 && out !== undefined)
    return train(dir, { out, name, ...chosen });
  if (what === "measure" && dir !== undefined && more.length === 0)
    return measure(dir, { ...chosen, hours: wholeIn(of.hours ?? "48"), out, name });
  throw new CommandError(
    "Expected cnd listen PATH…, cnd listen judge PATH…, cnd listen train DIR --out FILE, or cnd listen measure DIR.",
  );
}

function wholeIn(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new CommandError(`Expected a whole number, found ${text}.`);
  return number;
}

async function judge(paths: readonly string[], hearing: Detector): Promise<void> {
  const files = paths.flatMap(soundsIn);
  if (files.length === 0)
    throw new CommandError(`Expected sounds in ${paths.join(", ")}, found none.`);
  let unread = 0;
  for (const file of files) {
    try {
      console.log(JSON.stringify({ file, ...(await judged(file, hearing)) }));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      unread++;
      console.error(error.message); // the others are judged all the same
    }
  }
  if (unread > 0)
    throw new CommandError(`${unread} of ${files.length} sounds could not be judged.`);
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
