/** Results of long steps, kept in a folder by a hash of all that they rest on: a run that was stopped goes on from there. */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Raised when a step computes otherwise than before: what was kept by an older one is made again. */
const VERSION = 4;

interface Kept {
  /** The result of a step: kept already, or made now. @param of all that it rests on besides the inputs */
  step<T>(name: string, of: unknown, make: () => Promise<T>): Promise<T>;
  /** Everything is done: nothing has to be kept. */
  clear(): Promise<void>;
}

/** @param inputs hash of the files that the plan is made from */
export function keepIn(dir: string, inputs: string): Kept {
  return {
    async step(name, of, make) {
      const key = createHash("sha256")
        .update(JSON.stringify([VERSION, process.versions.v8, inputs, name, of]))
        .digest("hex")
        .slice(0, 16);
      const file = join(dir, `${name}-${key}`);
      const before = await readFile(file)
        .then(deserialize)
        .catch(() => undefined);
      if (before !== undefined) return before; // none, or one that a power cut left in pieces, is made
      const result = await make();
      await mkdir(dir, { recursive: true });
      await writeFile(`${file}.part`, serialize(result));
      await rename(`${file}.part`, file);
      return result;
    },
    clear: () => rm(dir, { recursive: true, force: true }),
  };
}

/** One hash of several files. */
export async function hashOf(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(
      createHash("sha256")
        .update(await readFile(file))
        .digest(),
    );
  return hash.digest("hex");
}
