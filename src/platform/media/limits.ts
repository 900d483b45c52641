/**
 * What one file of a stranger may cost, and how a program is held to it: by limits of the kernel, set by the system's
 * shell, which the program then takes the place of. Where there is no `/bin/sh` (Windows) the limits of time and of
 * bytes hold alone, which we keep ourselves. How many are worked on at once stands in the table of limits (../budget).
 */
import { existsSync } from "node:fs";

export interface Limits {
  /** Bytes of memory that it may write to (RLIMIT_DATA): a picture or a table of a film that asks for more ends it. */
  readonly memory: number;
  /** Seconds of processor in its whole life (RLIMIT_CPU). */
  readonly cpu: number;
  /** Bytes of a file that it writes (RLIMIT_FSIZE): no disk is filled. */
  readonly file: number;
}

/** Pictures of the outside; the largest phones have 50 million points. */
export const MOST_PIXELS = 60_000_000;
/** More points than this are worked on alone, and written in a way that takes 240 MB instead of 600 for 50 million. */
export const HEAVY_PIXELS = 16_000_000;
/** Of our own store: what a campaign folder brought is larger at times. */
export const MOST_OWN_PIXELS = 100_000_000;
/** Pieces that a picture's file may be in: 40 MB of PNG as programs write it have at most 5,000. */
export const MOST_PIECES = 10_000;

/** A process for pictures: one job at a time, so that what is wrong with a file ends that file alone. */
export const PICTURES = {
  job: 300_000, // ms of one job, on the clock, for one that hangs; `cpu` ends one that computes
  idle: 5000, // ms; then it ends and its memory is the system's
  tired: 60, // seconds of processor; then the next job gets a new one, so that `cpu` is never a good file's end
  limits: { memory: 700_000_000, cpu: 240, file: 200_000_000 },
} as const;

/** ffprobe: headers alone. */
export const PROBING = {
  ms: 30_000,
  limits: { memory: 400_000_000, cpu: 20, file: 0 },
  words: 200_000, // bytes of what it says; a film of two streams takes 1,000
  streams: 32, // a camera writes five
} as const;

/** ffmpeg for a file of the outside: a copy, or an hour of sound made MP3, which takes 40 s. */
export const TAKING = {
  ms: 600_000,
  limits: { memory: 400_000_000, cpu: 300 },
  seconds: 3600, // of a recording; whoever says less than is true is found by what comes out
} as const;

/** ffmpeg for a rung of a file that the campaign has; nobody waits, and films may be long. */
export const RUNG = {
  ms: 12 * 3_600_000,
  limits: { memory: 1_500_000_000, cpu: 12 * 3600 },
  seconds: 6 * 3600,
  most: 2_000_000_000, // bytes; a film of hours nearly without loss at 480 lines
} as const;

const SLACK = 20_000_000; // bytes; what ffmpeg writes behind its own limit: the table of a film
const SHELL = "/bin/sh";
/** What it does not need to know is not in its memory; freed memory goes back to the system at once. */
const SCRIPT = `ulimit -c 0; ulimit -d "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3
unset CND_MAIL CND_DATABASE; export MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072; exec "$@"`;

let hasShell: boolean | undefined;

/** The program and its arguments as they are started, so that it is held to `limits`. Exit code 127: there is none. */
export function limited(
  { memory, cpu, file }: Limits,
  program: string,
  args: readonly string[],
): readonly [program: string, args: readonly string[]] {
  hasShell ??= existsSync(SHELL);
  if (!hasShell) return [program, args];
  const blocks = Math.ceil((file + SLACK) / 512);
  const set = [Math.ceil(memory / 1024), cpu, blocks].map(String);
  return [SHELL, ["-c", SCRIPT, "sh", ...set, program, ...args]];
}
