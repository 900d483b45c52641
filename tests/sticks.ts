/** Sticks of recorders for tests of `cnd listen PATH…`, and what is heard in them. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { cnd } from "../tools/program.ts";
import { comment, quiet, withMotor } from "./recordings.ts";

export const [A, B] = ["24F3190361DA9F2C", "249BC30461CBB1E2"] as const; // recorders
export const calm = quiet(12, 1);
export const loud = withMotor(quiet(24, 2), 4, 14);
export const said = (at: string, device: string = A, more = {}) => comment({ at, device, ...more });

/** For one file of tests: a place for its sticks, gone after them. */
export function sticks() {
  const dir = mkdtempSync(join(tmpdir(), "cnd-listen-files-"));
  after(() => rmSync(dir, { recursive: true }));
  let made = 0;
  return {
    dir,
    /** A folder of its own, with these files in it. */
    folder: (files: Readonly<Record<string, Uint8Array>>): string => {
      const path = join(dir, `stick-${++made}`);
      mkdirSync(path);
      for (const [name, bytes] of Object.entries(files)) {
        mkdirSync(join(path, name, ".."), { recursive: true });
        writeFileSync(join(path, name), bytes);
      }
      return path;
    },
  };
}

export interface Heard {
  readonly hoursListened: number;
  readonly alarms: number;
  readonly note: string;
  readonly recorders: readonly Record<string, unknown>[];
  readonly byHour: readonly Record<string, unknown>[];
  readonly heard: readonly Record<string, unknown>[];
  readonly unread: readonly { readonly path: string; readonly why: string }[];
}
/** What is heard, with `--json`; where nothing else is said, nothing is kept. */
export function listen(...args: string[]): {
  readonly code: number | null;
  readonly err: string;
  readonly heard: Heard;
} {
  const kept = args.includes("--state") ? [] : ["--no-state"];
  const { code, out, err } = cnd(["listen", ...args, "--json", ...kept]);
  assert.notEqual(out, "", err);
  return { code, err, heard: JSON.parse(out) as Heard };
}
