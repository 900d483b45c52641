/**
 * What a camera writes into a file (place, time, device, a small picture of before the cut, a film behind the photo) is blanked while
 * its bytes come, before the first of them lies on disk. No byte moves, so that an upload that was cut goes on where it ended. What
 * stays says how a photo is turned, its colours, and which sorts of things stood there, so that its sender is told what was taken
 * out. Which sort of file it is its first byte says, and the next ones have to agree. Rules M32 to M35.
 */
import { iso } from "./blanking/iso.ts";
import type { Range } from "./blanking/iso-items.ts";
import { openJpeg } from "./blanking/jpeg.ts";
import { png } from "./blanking/png.ts";
import { each, keep, walking, type Walk } from "./blanking/walk.ts";
import { webp } from "./blanking/webp.ts";

export interface Blanking {
  /** As many bytes as came, with what is not to be kept as zeros. */
  next(bytes: Uint8Array): Uint8Array;
  /** How many came so far. */
  readonly at: number;
  /** What came before it was known that it is not to be kept: whoever writes the file makes zeros of it before anybody is answered. */
  readonly late: readonly Pick<Range, "at" | "bytes">[];
}

/** Of one file, from its first byte; what is none of these sorts stays as it is. */
export function openBlanking(): Blanking {
  let at = 0;
  const late: Range[] = [];
  let kept: ReturnType<typeof walking> | undefined;
  return {
    next(bytes) {
      if (bytes.length === 0) return bytes;
      kept ??= walking(walkOf(bytes[0]!, (range) => late.push(range)));
      at += bytes.length;
      return kept(bytes);
    },
    get at() {
      return at;
    },
    late,
  };
}

function walkOf(first: number, late: (range: Range) => void): Walk {
  if (first === 0xff) return jpeg();
  if (first === 0x89) return png();
  if (first === 0x52) return webp(); // the R of RIFF
  return first === 0 ? iso(late) : other();
}

function* jpeg(): Walk {
  yield each(Infinity, openJpeg());
}

function* other(): Walk {
  yield keep(Infinity);
}
