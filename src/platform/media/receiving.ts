/** Bytes from outside, as they come, on their way into a file. */
import { open } from "node:fs/promises";
import { openBlanking } from "./blanking.ts";
import { blankLate } from "./blanking/late.ts";
import { MediaError } from "./media-error.ts";

export interface Receiving {
  /** Bytes. */
  readonly most: number;
  /** The owner wants it so, or nothing is kept and what stands in it is asked about. */
  readonly asItCame: boolean;
}

/**
 * Puts bytes into a file as they come; what a camera wrote into them is zeros before they lie there (M32 to M35). What hangs behind a
 * picture decides whether it is refused (M11), and is gone with the file before anybody is answered.
 */
export async function receive(
  from: AsyncIterable<Uint8Array>,
  to: string,
  { most, asItCame }: Receiving,
): Promise<void> {
  const blanking = asItCame ? undefined : openBlanking();
  const file = await open(to, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of from) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge(most);
      await file.writeFile(blanking?.next(chunk) ?? chunk);
    }
    if (blanking) await blankLate(to, blanking);
  } finally {
    await file.close();
  }
}

export const tooLarge = (most: number): MediaError =>
  new MediaError(
    "too-large",
    `This file is too large. At most ${Math.round(most / 1_000_000)} MB can be taken here.`,
  );
