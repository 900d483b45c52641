/** What of a file lies on the disk already when it is known that it is not to be kept. Rule M35. */
import { open } from "node:fs/promises";
import type { Blanking } from "../blanking.ts";

const AT_ONCE = 65_536; // bytes

/** Makes zeros of it, once for each byte, and waits until the disk has them. @param path of the file, as far as it came */
export async function blankLate(path: string, { late, at: size }: Blanking): Promise<void> {
  if (late.length === 0) return;
  const zeros = new Uint8Array(AT_ONCE);
  const file = await open(path, "r+");
  try {
    let done = 0;
    for (const { at, bytes } of late) {
      const end = Math.min(at + bytes, size);
      for (let to = Math.max(at, done); to < end; to += AT_ONCE)
        await file.write(zeros, 0, Math.min(AT_ONCE, end - to), to);
      done = Math.max(done, end);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
