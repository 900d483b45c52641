/**
 * What was judged, so that a run that was stopped goes on where it was: a line for each recording, numbers alone. Of a recording it
 * holds the hash of its name, its size, its time and its first bytes, never its name and never a sound. Who asked for it deletes it.
 */
import { appendFileSync, existsSync, readFileSync, statSync } from "node:fs";
import * as v from "valibot";
import { whyNot } from "./walk.ts";
import { CommandError } from "../context.ts";

const number = v.pipe(v.number(), v.finite());
const JudgedForm = v.object({
  /** Seconds of sound. */
  seconds: number,
  alarms: v.array(v.object({ from: number, to: number, score: number })),
  start: v.optional(number),
  device: v.optional(v.pipe(v.string(), v.regex(/^[0-9A-F]{16}$/))),
  gain: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,12}$/))),
  battery: v.optional(number),
  temperature: v.optional(number),
  isCut: v.optional(v.boolean()),
});

/** What is known of a recording when it was listened to. */
export type Judged = v.InferOutput<typeof JudgedForm>;

export interface State {
  readonly find: (key: string) => Judged | undefined;
  readonly add: (key: string, judged: Judged) => void;
  /** Why nothing more could be written. */
  readonly trouble: () => string | undefined;
}

const ABOUT = `{"about":"What cnd listen has judged: numbers alone, no sound and no names. Nobody else needs this file: delete it when you like, and the next run listens to everything again."}`;
const MOST = 100_000_000; // bytes: some 300,000 recordings

/** Two processes may write to one: each line is written whole. @throws CommandError where the file is another's, or cannot be written */
export function openState(path: string): State {
  const lines = new Map<string, string>();
  const text = existsSync(path) ? textOf(path) : "";
  for (const line of text.split("\n").slice(1)) {
    const key = /^\{"key":"([0-9a-f]{64})",/.exec(line)?.[1];
    if (key !== undefined) lines.set(key, line);
  }
  let trouble: string | undefined;
  const write = (line: string) => appendFileSync(path, `${line}\n`, { mode: 0o600 });
  try {
    if (text === "") write(ABOUT);
    else if (!text.endsWith("\n")) write(""); // the last line was cut off by a crash
  } catch (error) {
    throw new CommandError(
      `${path}: what was judged is kept there, and ${whyNot(error)}. Name another file with --state FILE, or keep nothing with --no-state.`,
      { cause: error },
    );
  }
  return {
    find: (key) => judgedIn(lines.get(key)),
    add(key, judged) {
      if (trouble !== undefined) return; // once is enough
      try {
        write(JSON.stringify({ key, ...judged }));
      } catch (error) {
        trouble = whyNot(error);
      }
    },
    trouble: () => trouble,
  };
}

export const noState: State = {
  find: () => undefined,
  add: () => undefined,
  trouble: () => undefined,
};

function textOf(path: string): string {
  const known = statSync(path);
  if (known.size > MOST)
    throw new CommandError(
      `${path} has grown beyond ${MOST} bytes. Delete it, or name another one with --state.`,
    );
  const text = known.isFile() ? readFileSync(path, "utf8") : "-";
  if (text !== "" && !text.startsWith(ABOUT.slice(0, 40)))
    throw new CommandError(
      `${path}: expected what cnd listen has judged, found something else. Nothing was written to it; name another file with --state FILE.`,
    );
  return text;
}

/** Undefined where a crash cut the line off, or somebody changed it. */
function judgedIn(line: string | undefined): Judged | undefined {
  if (line === undefined) return undefined;
  try {
    return v.parse(JudgedForm, JSON.parse(line));
  } catch {
    return undefined;
  }
}
