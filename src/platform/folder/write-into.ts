/** Putting files into a folder, each complete before it has its name. */
import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Returns whether the file changed. */
export async function writeInto(
  dir: string,
  path: string,
  content: string | Uint8Array,
): Promise<boolean> {
  const before = await readFile(join(dir, path)).catch(() => undefined);
  if (before?.equals(Buffer.from(content))) return false;
  await place(dir, path, (temporary) => writeFile(temporary, content));
  return true;
}

/** `from` is a stored file, so its name tells whether the same bytes are there already. */
export async function copyInto(dir: string, path: string, from: string): Promise<void> {
  const before = await readFile(join(dir, path)).catch(() => undefined);
  if (before && from.includes(createHash("sha256").update(before).digest("hex"))) return;
  await place(dir, path, (temporary) => copyFile(from, temporary));
}

async function place(
  dir: string,
  path: string,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const target = join(dir, path);
  await mkdir(dirname(target), { recursive: true });
  const temporary = join(dirname(target), `.${randomUUID()}`);
  try {
    await fill(temporary);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
