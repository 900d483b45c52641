/**
 * ffmpeg and ffprobe of the system, as processes of their own: what is wrong with a film ends them and not us. The form
 * of a file is told to them from its bytes, so that none is taken for a playlist that reads other files.
 */
import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import type { MediaKind } from "./kind.ts";
import { MediaError } from "./media.ts";

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
  /** The name of the sound's coding; absent where there is none. */
  readonly sound?: string;
}

export interface Running {
  readonly signal?: AbortSignal | undefined;
  /** Called with what it writes to its standard output. */
  readonly onOutput?: (bytes: Buffer) => void;
}

const NICE = 10; // pages come first on a machine with one processor
const LAST_WORDS = 2000; // bytes of what it complains about

/** @throws MediaError `no-tool` where ffmpeg is not installed, `unreadable` with its last words when it fails */
export async function ffmpeg(args: readonly string[], running: Running = {}): Promise<void> {
  await run("ffmpeg", ["-v", "error", "-nostdin", "-y", ...args], running);
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

/** What is in a film or a sound. @throws MediaError when its headers are broken */
export async function probe(path: string, demuxer: string, signal?: AbortSignal): Promise<Probed> {
  const parts: Buffer[] = [];
  await run(
    "ffprobe",
    [..."-v error -of json -show_format -show_streams".split(" "), ...readFrom(path, demuxer)],
    { signal, onOutput: (bytes) => parts.push(bytes) },
  );
  const { format, streams = [] } = JSON.parse(Buffer.concat(parts).toString()) as ProbeAnswer;
  const picture = streams.find((s) => s.codec_type === "video" && !s.disposition?.attached_pic);
  const sound = streams.find((s) => s.codec_type === "audio");
  const seconds = Number(format?.duration ?? NaN);
  return {
    seconds: Number.isFinite(seconds) ? seconds : 0,
    ...(picture?.width && picture.height && { picture: shown(picture) }),
    ...(sound && { sound: sound.codec_name ?? "" }),
  };
}

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

let found: Promise<boolean> | undefined;

/** Is there an ffmpeg on this machine? Asked once. */
export const hasFfmpeg = (): Promise<boolean> =>
  (found ??= run("ffmpeg", ["-version"], {}).then(
    () => true,
    () => false,
  ));

function run(
  program: "ffmpeg" | "ffprobe",
  args: readonly string[],
  { signal, onOutput }: Running,
): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal && { signal, killSignal: "SIGKILL" }),
    });
    let words = "";
    child.stdout.on("data", (bytes: Buffer) => onOutput?.(bytes));
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-LAST_WORDS);
    });
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
    child.once("close", (code) =>
      code === 0 ? done() : failed(new MediaError("unreadable", lastLine(words))),
    );
  });
}

const missing = (program: string): MediaError =>
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
