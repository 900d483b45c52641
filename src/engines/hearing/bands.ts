/** Bands of the spectrum as wide as ears tell tones apart. */
import { BANDS, HIGHEST, LOWEST, RATE } from "./windows.ts";

export interface Band {
  /** The first bin that counts. */
  readonly from: number;
  readonly weights: Float32Array;
}

/** Triangles, as wide as they overlap, even on the scale of Stevens, Volkmann and Newman (1937) as O'Shaughnessy (1987) writes it. */
export function melBands(size: number): readonly Band[] {
  const mel = (hz: number): number => 2595 * Math.log10(1 + hz / 700);
  const hertz = (m: number): number => 700 * (10 ** (m / 2595) - 1);
  const [low, high] = [mel(LOWEST), mel(HIGHEST)];
  const edges = Array.from({ length: BANDS + 2 }, (_, i) =>
    hertz(low + ((high - low) * i) / (BANDS + 1)),
  );
  const bin = RATE / size;
  return Array.from({ length: BANDS }, (_, b) => {
    const [left, middle, right] = [edges[b]!, edges[b + 1]!, edges[b + 2]!];
    // Low triangles are narrower than a bin: what lies half a bin beside them counts, too.
    const [l, r] = [Math.min(left, middle - bin), Math.max(right, middle + bin)];
    const from = Math.ceil(l / bin);
    const to = Math.min(size / 2, Math.floor(r / bin));
    const weights = Float32Array.from({ length: to - from + 1 }, (__, k) => {
      const hz = (from + k) * bin;
      return Math.max(0, hz <= middle ? (hz - l) / (middle - l) : (r - hz) / (r - middle));
    });
    const sum = weights.reduce((all, one) => all + one, 0);
    return { from, weights: weights.map((one) => one / sum) };
  });
}
