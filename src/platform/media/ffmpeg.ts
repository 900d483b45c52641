/**
 * ffmpeg and ffprobe of the system, as processes of their own: what is wrong with a film ends them and not us. The form
 * of a file is told to them from its bytes, so that none is taken for a playlist that reads other files.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { stat } from "node:fs/promises";
import { setPriority } from "node:os";
import type { MediaKind } from "./kind.ts";
import { limited, PROBING, type Limits } from "./limits.ts";
import { MediaError } from "./media-error.ts";

export const DEMUXERS: Readonly<Partial<Record<MediaKind | "wav" | "mov", string>>> = {
  mp4: "mov",
  mov: "mov",
  webm: "matroska",
  mp3: "mp3",
  ogg: "ogg",
  wav: "wav",
};

export interface Probed {
  readonly seconds: number;
  /** Of the picture as it is shown; absent where there is none. */
  readonly picture?: { readonly width: number; readonly height: number; readonly rate: number };
  /** The name of the picture's coding; absent where there is none. */
  readonly coding?: string;
  /** The name of the sound's coding; absent where there is none. */
  readonly sound?: string;
}

/** What a run may cost, and who waits for it. */
interface Running {
  readonly signal?: AbortSignal | undefined;
  /** Called with what it writes to its standard output. */
  readonly onOutput?: (bytes: Buffer) => void;
  /** On the clock; then it is ended. */
  readonly ms: number;
  readonly limits: Limits;
}

const NICE = 10; // pages come first on a machine with one processor
const LAST_WORDS = 2000; // bytes of what it complains about

/** Where it writes, and how much at most: it believes no header of how long a file is, and neither do we. */
interface Written {
  readonly file: string;
  readonly seconds: number;
  readonly bytes: number;
}

/**
 * @param args all but the file that it writes
 * @throws MediaError `no-tool` where ffmpeg is not installed, `unreadable` with its last words when it fails, `too-large`
 * where it is ended by a limit or what it writes has no end; the signal's reason
 */
export async function ffmpeg(
  args: readonly string[],
  { file, seconds, bytes }: Written,
  { limits, ...running }: Omit<Running, "limits"> & { readonly limits: Omit<Limits, "file"> },
): Promise<void> {
  const ends = ["-t", String(seconds), "-fs", String(bytes)];
  const all = ["-v", "error", "-nostdin", "-y", ...args, ...ends, file];
  await run("ffmpeg", all, { ...running, limits: { ...limits, file: bytes } });
  if (file.startsWith("file:") && (await stat(file.slice("file:".length))).size >= bytes)
    throw tooMuch();
}

/** How ffmpeg is told of a file that it shall read, and no other. */
export const readFrom = (path: string, demuxer: string): string[] => [
  "-protocol_whitelist",
  "file,pipe",
  "-f",
  demuxer,
  "-i",
  `file:${path}`,
];

const ASKED =
  "format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate:stream_disposition=attached_pic:stream_side_data=rotation";

/** What is in a film or a sound. @throws MediaError when its headers are broken */
export async function probe(path: string, demuxer: string, signal?: AbortSignal): Promise<Probed> {
  const { ms, limits, words, streams: most } = PROBING;
  const parts: Buffer[] = [];
  let length = 0;
  const input = ["-max_streams", String(most), ...readFrom(path, demuxer)];
  await run("ffprobe", ["-v", "error", "-of", "json", "-show_entries", ASKED, ...input], {
    ms,
    limits,
    signal,
    onOutput(bytes) {
      length += bytes.length;
      if (length <= words) parts.push(bytes);
    },
  });
  if (length > words) throw tooMuch();
  const { format, streams = [] } = JSON.parse(Buffer.concat(parts).toString()) as ProbeAnswer;
  const picture = streams.find((s) => s.codec_type === "video" && !s.disposition?.attached_pic);
  const sound = streams.find((s) => s.codec_type === "audio");
  const seconds = Number(format?.duration ?? NaN);
  return {
    seconds: Number.isFinite(seconds) ? seconds : 0,
    ...(picture?.width && picture.height && { picture: shown(picture) }),
    ...(picture && { coding: picture.codec_name ?? "" }),
    ...(sound && { sound: sound.codec_name ?? "" }),
  };
}

/** Whether browsers play it as it is: HEVC, as newer phones film, only some of them can show. */
export const isPlayed = ({ coding }: { readonly coding?: string | undefined }): boolean =>
  coding === undefined || PLAYED.has(coding);
const PLAYED = new Set(["h264", "vp8", "vp9", "av1"]);

interface ProbeStream {
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly width?: number;
  readonly height?: number;
  readonly avg_frame_rate?: string;
  readonly disposition?: { readonly attached_pic?: number };
  readonly side_data_list?: readonly { readonly rotation?: number }[];
}
interface ProbeAnswer {
  readonly format?: { readonly duration?: string };
  readonly streams?: readonly ProbeStream[];
}

/** A phone held upright films lying down and says so beside the picture. */
function shown({ width = 0, height = 0, avg_frame_rate, side_data_list }: ProbeStream) {
  const turn = side_data_list?.find((s) => s.rotation !== undefined)?.rotation ?? 0;
  const [frames, seconds] = (avg_frame_rate ?? "25/1").split("/").map(Number);
  const rate = frames && seconds ? frames / seconds : 25;
  return Math.abs(turn) % 180 === 90
    ? { width: height, height: width, rate }
    : { width, height, rate };
}

let found: Promise<string | undefined> | undefined;

/** The version of the ffmpeg on this machine; undefined where there is none. Asked once. */
export const ffmpegVersion = (): Promise<string | undefined> =>
  (found ??= askVersion().catch(() => undefined));

async function askVersion(): Promise<string> {
  let said = "";
  const onOutput = (bytes: Buffer) => void (said = (said + bytes.toString("latin1")).slice(0, 200));
  await run("ffmpeg", ["-version"], { ...PROBING, onOutput });
  return /^ffmpeg version (\S{1,60})/.exec(said)?.[1] ?? "";
}

/** Is there an ffmpeg on this machine? */
export const hasFfmpeg = async (): Promise<boolean> => (await ffmpegVersion()) !== undefined;

async function run(
  program: "ffmpeg" | "ffprobe",
  args: readonly string[],
  { signal, onOutput, ms, limits }: Running,
): Promise<void> {
  signal?.throwIfAborted();
  const [started, given] = limited(limits, program, args);
  const child = spawn(started, given, { stdio: ["ignore", "pipe", "pipe"] });
  let words = "";
  let isLate = false;
  child.stdout.on("data", (bytes: Buffer) => onOutput?.(bytes));
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-LAST_WORDS);
  });
  const kill = () => child.kill("SIGKILL");
  const late = setTimeout(() => {
    isLate = true;
    kill();
  }, ms);
  signal?.addEventListener("abort", kill, { once: true });
  try {
    await ended(child, program, () => words);
  } catch (error) {
    signal?.throwIfAborted();
    throw isLate ? tooMuch() : error;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", kill);
  }
}

function ended(child: ChildProcess, program: string, words: () => string): Promise<void> {
  return new Promise((done, failed) => {
    child.once("spawn", () => {
      try {
        if (child.pid !== undefined) setPriority(child.pid, NICE);
      } catch {
        // it has ended already
      }
    });
    child.once("error", (error: NodeJS.ErrnoException) =>
      failed(error.code === "ENOENT" ? missing(program) : error),
    );
    child.once("close", (code, by) => {
      if (code === 0) done();
      else if (code === NOT_FOUND) failed(missing(program));
      else if (by !== null || /allocate memory|File too large/i.test(words())) failed(tooMuch());
      else failed(new MediaError("unreadable", lastLine(words())));
    });
  });
}

const NOT_FOUND = 127; // says the shell

const tooMuch = (): MediaError =>
  new MediaError(
    "too-large",
    "This recording asks for more work than one recording may: it is longer or larger than it says, or damaged. Please record it anew, or cut it.",
  );

export const missing = (program: string): MediaError =>
  new MediaError(
    "no-tool",
    `Sound and film need ${program} on this machine, and it is not installed. On Debian: apt-get install ffmpeg`,
  );

/** Without the paths of this machine. */
const lastLine = (words: string): string =>
  `Expected sound or film that can be read: ${
    words
      .trim()
      .split("\n")
      .at(-1)
      ?.replaceAll(/(file:)?\/\S+/g, "the file") ?? "damaged bytes"
  }`;
