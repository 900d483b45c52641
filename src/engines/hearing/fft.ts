/** The Fourier transform of real samples, in place and without anything allocated on the way: radix 2, half as long (Cooley and Tukey 1965; Sorensen et al. 1987). */

export interface Transform {
  /** Samples of one transform: a power of two. */
  readonly size: number;
  /** Writes the power of each frequency, from 0 to half the rate: size / 2 + 1 numbers. @param input `size` samples from `at` on */
  readonly powers: (input: Float32Array, at: number, output: Float32Array) => void;
}

/** @param window what samples are multiplied by; as long as the transform */
export function transformOf(size: number, window?: Float32Array): Transform {
  if (size < 4 || (size & (size - 1)) !== 0)
    throw new RangeError(`Expected a power of two of at least 4, found ${size}`);
  const half = size / 2;
  const re = new Float64Array(half);
  const im = new Float64Array(half);
  const order = reversed(half);
  const { cos, sin } = turns(half);
  const { cos: cosOut, sin: sinOut } = turns(size);
  return {
    size,
    powers(input, at, output) {
      // Even samples are the real parts, odd ones the imaginary parts of a transform half as long.
      for (let i = 0; i < half; i++) {
        const k = order[i]!;
        const n = 2 * k;
        re[i] = window ? input[at + n]! * window[n]! : input[at + n]!;
        im[i] = window ? input[at + n + 1]! * window[n + 1]! : input[at + n + 1]!;
      }
      butterflies(re, im, cos, sin);
      output[0] = (re[0]! + im[0]!) ** 2;
      output[half] = (re[0]! - im[0]!) ** 2;
      for (let k = 1; k < half; k++) {
        const m = half - k;
        const evenRe = (re[k]! + re[m]!) / 2;
        const evenIm = (im[k]! - im[m]!) / 2;
        const oddRe = (im[k]! + im[m]!) / 2;
        const oddIm = (re[m]! - re[k]!) / 2;
        const c = cosOut[k]!;
        const s = sinOut[k]!;
        const x = evenRe + oddRe * c + oddIm * s;
        const y = evenIm + oddIm * c - oddRe * s;
        output[k] = x * x + y * y;
      }
    },
  };
}

function butterflies(
  re: Float64Array,
  im: Float64Array,
  cos: Float64Array,
  sin: Float64Array,
): void {
  const size = re.length;
  for (let span = 1; span < size; span *= 2) {
    const step = size / (2 * span);
    for (let start = 0; start < size; start += 2 * span)
      for (let k = 0, turn = 0; k < span; k++, turn += step) {
        const a = start + k;
        const b = a + span;
        const c = cos[turn]!;
        const s = sin[turn]!;
        const x = re[b]! * c + im[b]! * s;
        const y = im[b]! * c - re[b]! * s;
        re[b] = re[a]! - x;
        im[b] = im[a]! - y;
        re[a] = re[a]! + x;
        im[a] = im[a]! + y;
      }
  }
}

function turns(size: number): { readonly cos: Float64Array; readonly sin: Float64Array } {
  const at = (k: number): number => (2 * Math.PI * k) / size;
  const count = Math.max(1, size / 2);
  return {
    cos: Float64Array.from({ length: count }, (_, k) => Math.cos(at(k))),
    sin: Float64Array.from({ length: count }, (_, k) => Math.sin(at(k))),
  };
}

/** Each index with its bits in the other order. */
function reversed(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let i = 1; i < size; i++) order[i] = (order[i >> 1]! >> 1) | (i & 1 ? size >> 1 : 0);
  return order;
}

/** Hann's window, periodic. */
export const hann = (size: number): Float32Array =>
  Float32Array.from({ length: size }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / size));
