/** The Fourier transform of real samples, in place and without anything allocated on the way: radix 4, half as long (Cooley and Tukey 1965; Sorensen et al. 1987). */

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

/** Two stages of radix 2 as one of radix 4, three products where there were four; one of radix 2 before them where the stages are odd. */
function butterflies(
  re: Float64Array,
  im: Float64Array,
  cos: Float64Array,
  sin: Float64Array,
): void {
  const size = re.length;
  let span = 1;
  if (Math.log2(size) % 2 === 1) {
    for (let a = 0; a < size; a += 2) {
      const x = re[a + 1]!;
      const y = im[a + 1]!;
      re[a + 1] = re[a]! - x;
      im[a + 1] = im[a]! - y;
      re[a] = re[a]! + x;
      im[a] = im[a]! + y;
    }
    span = 2;
  }
  for (; span < size; span *= 4) {
    const step = size / (4 * span);
    for (let k = 0; k < span; k++) {
      const turn = k * step;
      const c1 = cos[2 * turn]!;
      const s1 = sin[2 * turn]!;
      const c2 = cos[turn]!;
      const s2 = sin[turn]!;
      const c3 = cos[3 * turn]!;
      const s3 = sin[3 * turn]!;
      for (let a = k; a < size; a += 4 * span) {
        const b = a + span;
        const c = b + span;
        const d = c + span;
        const bRe = re[b]! * c1 + im[b]! * s1;
        const bIm = im[b]! * c1 - re[b]! * s1;
        const cRe = re[c]! * c2 + im[c]! * s2;
        const cIm = im[c]! * c2 - re[c]! * s2;
        const dRe = re[d]! * c3 + im[d]! * s3;
        const dIm = im[d]! * c3 - re[d]! * s3;
        const pRe = re[a]! + bRe;
        const pIm = im[a]! + bIm;
        const qRe = re[a]! - bRe;
        const qIm = im[a]! - bIm;
        const rRe = cRe + dRe;
        const rIm = cIm + dIm;
        const tRe = cRe - dRe;
        const tIm = cIm - dIm;
        re[a] = pRe + rRe;
        im[a] = pIm + rIm;
        re[b] = qRe + tIm;
        im[b] = qIm - tRe;
        re[c] = pRe - rRe;
        im[c] = pIm - rIm;
        re[d] = qRe - tIm;
        im[d] = qIm + tRe;
      }
    }
  }
}

/** Up to three quarters of a turn. */
function turns(size: number): { readonly cos: Float64Array; readonly sin: Float64Array } {
  const at = (k: number): number => (2 * Math.PI * k) / size;
  const count = Math.max(1, Math.ceil((3 * size) / 4));
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
