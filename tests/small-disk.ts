/** A disk of a few megabytes, to be filled. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

interface Disk extends Disposable {
  readonly dir: string;
  readonly remount: (options: string) => void;
}

const mount = (...args: string[]) => execFileSync("mount", args, { stdio: "ignore" });

/** A file system of its own in memory; undefined where this process may not mount. @param size as `mount` takes it: `24m` */
export function smallDisk(dir: string, size: string): Disk | undefined {
  const at = join(dir, "disk");
  mkdirSync(at, { recursive: true });
  try {
    mount("-t", "tmpfs", "-o", `size=${size}`, "tmpfs", at);
  } catch {
    return undefined;
  }
  return {
    dir: at,
    remount: (options) => void mount("-o", `remount,${options}`, at),
    [Symbol.dispose]: () => void execFileSync("umount", ["--lazy", at]),
  };
}

/** Until nothing more goes on it. @param file that takes up what was free */
export function fill(file: string): void {
  const part = Buffer.alloc(65_536);
  try {
    for (;;) appendFileSync(file, part);
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, "ENOSPC");
  }
}
