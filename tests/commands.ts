/** Commands as an operator gives them, and what an export then holds. */
import assert from "node:assert/strict";
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cnd } from "../tools/program.ts";

/** Run a command that must succeed; what it printed. */
export function succeed(args: readonly string[], env: Record<string, string> = {}): string {
  const { code, out, err } = cnd(args, env);
  assert.equal(code, 0, `cnd ${args[0]}: ${err}`);
  return out;
}

/** Every file of an export into `dir/out`, by its path. */
export function exported(dir: string, env: Record<string, string>): Record<string, string> {
  const out = join(dir, "out");
  rmSync(out, { recursive: true, force: true });
  succeed(["export", out], env);
  const files = globSync("**/*.*", { cwd: out }).toSorted();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), "base64")]));
}
