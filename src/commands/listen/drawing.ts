/**
 * The coarse drawing that goes with an alarm: 24 bands, four columns a second, a byte each, decibels above −120 below full scale. Words
 * cannot be had back from it. It is held in memory alone, and goes to the instance or nowhere.
 */

export interface Drawings {
  readonly hear: (second: { readonly at: number; readonly drawing: Float32Array }) => void;
  /** Draw what a message is about, seconds from the first sample. */
  readonly draw: (id: string, from: number, to: number) => void;
  /** Once. */
  readonly take: (id: string) => Uint8Array<ArrayBuffer> | undefined;
}

const SECONDS = 30; // of one drawing, as it is taken
const HELD = 16; // drawings; while a link is away for long, messages go without

export function drawings(): Drawings {
  const last: { readonly at: number; readonly drawing: Float32Array }[] = [];
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    hear({ at, drawing }) {
      if (at <= (last.at(-1)?.at ?? 0)) last.length = 0; // another listener, that begins anew
      last.push({ at, drawing });
      if (last.length > SECONDS) last.shift();
    },
    draw(id, from, to) {
      const of = last.filter(({ at }) => at > from && at <= to);
      const bytes = of.flatMap(({ drawing }) => Array.from(drawing, byteOf));
      if (bytes.length > 0) drawn.set(id, Uint8Array.from(bytes));
      const [oldest] = drawn.keys();
      if (drawn.size > HELD) drawn.delete(oldest!);
    },
    take(id) {
      const found = drawn.get(id);
      drawn.delete(id);
      return found;
    },
  };
}

const byteOf = (decibels: number): number => Math.max(0, Math.min(255, Math.round(decibels + 120)));
