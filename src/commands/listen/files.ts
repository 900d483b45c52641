/** `cnd listen PATH…` (src/engines/hearing/README.md, LF1 to LF10): recordings from a stick, judged one after the other, as a table for planning. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { isZone, shownAt } from "../../engines/calendar/zone.ts";
import {
  openListener,
  scoreOf,
  type Alarm,
  type Listener,
} from "../../engines/hearing/listener.ts";
import { writtenDetector, type Detector } from "../../engines/hearing/network-file.ts";
import { WavError } from "../../engines/hearing/wav.ts";
import { progressBar } from "../../platform/process/progress.ts";
import { CommandError, switches } from "../context.ts";
import { detectorOf, thresholdOf } from "./chosen.ts";
import { picture } from "./picture.ts";
import { openRecording, type Recording } from "./reading.ts";
import { isBelieved, recorderOf } from "./recorder.ts";
import { toldAsCsv, toldAsJson, toldAsText, type Told } from "./said.ts";
import { noState, openState, type Judged, type State } from "./state.ts";
import { tableOf, type Listened } from "./table.ts";
import { shownName, walk, whyNot, type Found, type Left } from "./walk.ts";
import { machineNow } from "../../platform/process/steady-clock.ts";

export const help = `cnd listen PATH… [--json|--csv] [--picture FILE.svg] [--zone ZONE] [--from DAY] [--until DAY]
Listens to recordings of a stick, folders or files (WAV; Ogg, FLAC, MP3 and M4A through ffmpeg) for what sounds like a motor, and
says by day and hour when it did, for planning patrols. Files are named as AudioMoth names them, YYYYMMDD_HHMMSS.WAV in UTC, or
their comment says when they began. Nothing of the sound is kept or written anywhere. What could not be read is named at the end,
and the exit code is then 1; Ctrl-C stops it, and the same command again goes on from there.
  --json, --csv        the table for programs: all that was heard, or a row for each hour of each recorder
  --picture FILE.svg   days as rows, hours as columns, to print
  --zone ZONE          whose hours: Africa/Kampala, for example; UTC unless it is said
  --from, --until DAY  recordings that began on these days and between them, by that zone: 2026-06-01
  --threshold SCORE    from 0 to 1; otherwise that of the detector
  --detector FILE      another detector, made by cnd listen train
  --state FILE         what was judged, numbers alone; otherwise listen-judged.jsonl where you are. Delete it when you like;
                       --no-state keeps nothing`;

const STATE = "listen-judged.jsonl";
const TEXTS = ["detector", "threshold", "picture", "state", "zone", "from", "until"] as const;

interface Asked {
  readonly paths: readonly string[];
  readonly form: "text" | "json" | "csv";
  readonly detector: Detector;
  /** A logit. */
  readonly threshold: number;
  readonly zone: string;
  readonly from: string;
  readonly until: string;
  readonly picture: string | undefined;
  /** Undefined where nothing is kept. */
  readonly state: string | undefined;
}

export async function run(args: readonly string[]): Promise<void> {
  const asked = parsed(args);
  const { paths, state: path } = asked;
  const walked = walk(paths);
  if (walked.files.length === 0 && walked.unread.length === 0)
    throw new CommandError(
      `Expected sounds (WAV, Ogg, FLAC, MP3, M4A) in ${paths.map(shownName).join(", ")}, found none${walked.links.length > 0 ? ` but links, which are not followed` : ""}.`,
    );
  const state = path === undefined ? noState : openState(path);
  const heard = await listenToAll(walked.files, asked, state);
  const unread = [...walked.unread, ...heard.unread];
  const told: Told = {
    table: tableOf(heard.listened, asked.zone),
    zone: asked.zone,
    detector: asked.detector.name,
    score: scoreOf(asked.threshold),
  };
  const write = (text: string) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  if (asked.form === "csv") write(toldAsCsv(told));
  else write(asked.form === "json" ? toldAsJson(told, unread) : toldAsText(told));
  if (asked.picture !== undefined) writeFileSync(asked.picture, picture(told));
  for (const note of notesOf(heard, walked.links, asked, state)) console.error(note);
  if (heard.isStopped) throw new CommandError("Stopped. Run the same command again to continue.");
  if (unread.length > 0) throw new CommandError(unreadLines(unread));
}

function parsed(args: readonly string[]): Asked {
  const { on, of, rest } = switches("listen", args, ["json", "csv", "no-state"], TEXTS);
  if (on.has("json") && on.has("csv"))
    throw new CommandError("Expected --json or --csv, found both.");
  const { zone = "UTC", from = "", until = "9999" } = of;
  if (!isZone(zone))
    throw new CommandError(
      `--zone: expected a zone such as Africa/Kampala, found ${shownName(zone)}.`,
    );
  for (const name of ["from", "until"] as const)
    if (of[name] !== undefined && !isDay(of[name]))
      throw new CommandError(
        `--${name}: expected a day such as 2026-06-01, found ${shownName(of[name])}.`,
      );
  const detector = detectorOf(of.detector);
  return {
    paths: rest,
    form: on.has("json") ? "json" : on.has("csv") ? "csv" : "text",
    detector,
    threshold: thresholdOf(of.threshold, detector),
    zone,
    from,
    until,
    picture: of.picture,
    state: on.has("no-state") ? undefined : (of.state ?? STATE),
  };
}

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(at) &&
    new Date(at).toISOString().startsWith(text)
  );
};

interface AllHeard {
  readonly listened: readonly Listened[];
  readonly unread: readonly Left[];
  /** Recordings that were there twice. */
  readonly copies: number;
  readonly known: number;
  readonly cut: number;
  readonly wrongClocks: number;
  readonly isStopped: boolean;
}

async function listenToAll(files: readonly Found[], asked: Asked, state: State): Promise<AllHeard> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const bar = progressBar("Listening, MB");
  const version = createHash("sha256")
    .update(writtenDetector(asked.detector))
    .update(String(asked.threshold))
    .digest("hex");
  const [listened, unread, seen]: [Listened[], Left[], Set<string>] = [[], [], new Set()];
  const all = files.reduce((sum, { size }) => sum + size, 0);
  const counts = { copies: 0, known: 0, cut: 0, wrongClocks: 0 };
  let done = 0;
  const report = (bytes: number) => bar.report(Math.round(bytes / 1e6), Math.ceil(all / 1e6));
  const one = async (file: Found): Promise<void> => {
    const { path, folder } = file;
    await using recording = await openRecording(path, stop.signal);
    const { size, changed, first } = recording;
    const named = [basename(path), size, first].join("\0");
    if (seen.has(named)) return void counts.copies++;
    const key = createHash("sha256").update([named, changed, version].join("\0")).digest("hex");
    const before = state.find(key);
    const judged =
      before ?? (await judge(recording, file, asked, (part) => report(done + part * size)));
    if (before) counts.known++;
    else state.add(key, judged);
    seen.add(named);
    const { start } = judged;
    const isRight = start === undefined || isBelieved(start, machineNow());
    if (!isWanted(isRight ? start : undefined, asked)) return;
    if (!isRight) counts.wrongClocks++;
    if (judged.isCut) counts.cut++;
    listened.push({
      path,
      recorder: judged.device ?? folder,
      judged,
      ...(isRight && start !== undefined && { start }),
    });
  };
  try {
    for (const file of files) {
      if (stop.signal.aborted) break;
      const { start } = recorderOf(basename(file.path));
      if (start === undefined || mayBeWanted(start, asked))
        await one(file).catch((error: unknown) => {
          if (!stop.signal.aborted) unread.push({ path: file.path, why: inWords(error) });
        });
      report((done += file.size));
    }
    return { listened, unread, ...counts, isStopped: stop.signal.aborted };
  } finally {
    bar.end();
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

const isWanted = (start: number | undefined, { zone, from, until }: Asked): boolean => {
  if (from === "" && until === "9999") return true;
  if (start === undefined) return false;
  const day = shownAt(start, zone).slice(0, 10);
  return day >= from && day <= until;
};

/** By its name alone, before it is opened: its comment may say that it is up to 14 hours beside UTC. */
const mayBeWanted = (start: number, asked: Asked): boolean =>
  [-14, 0, 14].some((hours) => isWanted(start + hours * 3_600_000, asked));

function inWords(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof WavError) return error.message.replace(/^E/, "e");
  return whyNot(error);
}

/** Nothing of it is held but two seconds, whatever its length. @param onPart hears which part of it is done */
async function judge(
  { pieces, size, isCut }: Recording,
  { path }: Found,
  { detector, threshold }: Asked,
  onPart: (part: number) => void,
): Promise<Judged> {
  let listener: Listener | undefined;
  const alarms: Alarm[] = [];
  let [count, rate] = [0, 1];
  let comment: string | undefined;
  for await (const { samples, head } of pieces()) {
    ({ comment, rate } = head);
    listener ??= openListener({ detector, threshold, rate });
    count += samples.length;
    onPart(Math.min(1, (count * head.channels * head.bits) / 8 / size));
    for (const { turn, alarm } of listener.push(samples))
      if (alarm) alarms.splice(turn === "begins" ? alarms.length : -1, 1, alarm);
  }
  return {
    ...recorderOf(basename(path), comment),
    seconds: Math.round((1000 * count) / rate) / 1000,
    alarms: alarms.map(({ from, to, score }) => ({
      from,
      to,
      score: Math.round(1000 * score) / 1000,
    })),
    ...(isCut && { isCut }),
  };
}

function notesOf(
  { copies, known, cut, wrongClocks }: AllHeard,
  links: readonly string[],
  { state: path }: Asked,
  state: State,
): readonly string[] {
  const trouble = state.trouble();
  return [
    ...(known > 0 ? [`${known} were judged before, and not listened to again.`] : []),
    ...(copies > 0 ? [`${copies} were copies of others, and counted once.`] : []),
    ...(cut > 0 ? [`${cut} ended before their heads said: judged as far as they went.`] : []),
    ...(wrongClocks > 0
      ? [
          `${wrongClocks} say a time that cannot be: set the clock of that recorder before it goes out again.`,
        ]
      : []),
    ...(links.length > 0
      ? [
          `${links.length} are links, which are not followed: ${listed(links)}. Name what they lead to instead.`,
        ]
      : []),
    ...(trouble === undefined
      ? []
      : [`${path}: what was judged could not be kept: it ${trouble}.`]),
    ...(path === undefined
      ? []
      : [
          `What was judged is kept in ${path}, numbers alone, so that it is not listened to again. Delete it when you like.`,
        ]),
  ];
}

const NAMED = 3;
const listed = (names: readonly string[]): string =>
  names.slice(0, NAMED).map(shownName).join(", ") + (names.length > NAMED ? ", …" : "");

const MOST_LINES = 100; // of the rest --json has every one

function unreadLines(unread: readonly Left[]): string {
  const lines = unread
    .slice(0, MOST_LINES)
    .map(({ path, why }) => `  ${shownName(path)}: ${shownName(why)}`);
  if (unread.length > MOST_LINES)
    lines.push(`  … and ${unread.length - MOST_LINES} more: see --json`);
  return `${unread.length} could not be read:\n${lines.join("\n")}`;
}
