/**
 * Samples of any rate as samples of another, piece by piece: a sinc that is windowed by Kaiser's window (Kaiser and Schafer 1980;
 * β 8, 80 dB down), its cut-off at 0.47 of the lower rate. What is asked of it is a motor below 4 kHz, not music.
 */

const ZEROS = 16; // of the sinc, on each side
const BETA = 8;
const CUT = 0.94; // of half of the lower rate

export interface Resampler {
  /** @returns what is ready, in a buffer of its own */
  readonly push: (samples: Float32Array) => Float32Array;
}

/** What is fast is taken as a whole multiple of this, or its table would take 100 MB for what nobody hears. */
const [FAST, ROUND] = [50_000, 100]; // samples a second

/** @param comes samples a second that come @param to samples a second that go */
export function resampler(comes: number, to: number): Resampler {
  if (!(comes >= 1000 && comes <= 768_000))
    throw new RangeError(`Expected a rate of 1,000 to 768,000 samples a second, found ${comes}`);
  const from = comes > FAST ? Math.round(comes / ROUND) * ROUND : comes;
  if (from === to) return { push: (samples) => samples.slice() };
  const shared = divisor(from, to);
  const [up, down] = [to / shared, from / shared];
  const cut = (CUT * Math.min(from, to)) / from / 2; // cycles a sample that comes
  const reach = Math.ceil(ZEROS / (2 * cut));
  const taps = phases(up, reach, cut);
  const width = 2 * reach;
  let held = new Float32Array(width); // silence before the first sample
  /** Of the next sample that goes, in samples that come, `up` parts each, from the begin of `held`. */
  let next = reach * up;
  return {
    push(samples) {
      const all = new Float32Array(held.length + samples.length);
      all.set(held);
      all.set(samples, held.length);
      const last = (all.length - reach) * up; // of what is ready, not reached
      const count = Math.max(0, Math.ceil((last - next) / down));
      const out = new Float32Array(count);
      for (let i = 0; i < count; i++, next += down) {
        const whole = Math.floor(next / up);
        const tap = taps[next - whole * up]!;
        const at = whole - reach + 1;
        let sum = 0;
        for (let k = 0; k < width; k++) sum += all[at + k]! * tap[k]!;
        out[i] = sum;
      }
      const gone = Math.max(0, Math.floor(next / up) - reach);
      held = all.slice(gone);
      next -= gone * up;
      return out;
    },
  };
}

/** The taps of each part of a sample, each as strong as the others in sum. */
function phases(parts: number, reach: number, cut: number): readonly Float32Array[] {
  return Array.from({ length: parts }, (_, part) => {
    const raw = Float64Array.from({ length: 2 * reach }, (__, k) => {
      const t = k - reach + 1 - part / parts;
      const x = t / reach;
      const within = Math.abs(x) < 1 ? bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA) : 0;
      const turn = 2 * Math.PI * cut * t;
      return within * (turn === 0 ? 1 : Math.sin(turn) / turn);
    });
    const sum = raw.reduce((all, one) => all + one, 0);
    return Float32Array.from(raw, (one) => one / sum);
  });
}

/** The modified Bessel function of order 0, by its series. */
function bessel(x: number): number {
  let sum = 1;
  for (let k = 1, term = 1; term > 1e-12 * sum; k++) sum += term *= (x / (2 * k)) ** 2;
  return sum;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
