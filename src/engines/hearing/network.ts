/** A small network: one or two layers of rectified sums, and one number that says how much it sounds like a motor. Trained from a seed, the same bits every time. */
import type { Chance } from "./random.ts";

export interface Network {
  /** Of each input what is taken off, and what it is divided by. */
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  /** From inputs to outputs: `[inputs, …, 1]`. */
  readonly sizes: readonly number[];
  /** For each step: weights, an output's after another's, then what is added to each. */
  readonly weights: readonly Float32Array[];
}

/** @returns how likely it is, as a logit: 0 is half, more is more */
export function logit({ mean, scale, sizes, weights }: Network, input: Float32Array): number {
  let now = Float32Array.from(input, (value, i) => bounded((value - mean[i]!) / scale[i]!));
  for (const [step, all] of weights.entries()) {
    const [inputs, outputs] = [sizes[step]!, sizes[step + 1]!];
    const next = new Float32Array(outputs);
    const isLast = step === weights.length - 1;
    for (let o = 0; o < outputs; o++) {
      let sum = all[inputs * outputs + o]!;
      for (let i = 0; i < inputs; i++) sum += all[o * inputs + i]! * now[i]!;
      next[o] = isLast ? sum : Math.max(0, sum);
    }
    now = next;
  }
  return now[0]!;
}

const bounded = (value: number): number => Math.min(4, Math.max(-4, value));

export interface Lesson {
  /** Inputs, one example after the other. */
  readonly inputs: Float32Array;
  /** 1 is a motor, 0 is none. */
  readonly targets: Float32Array;
  /** How much each example counts. */
  readonly counts: Float32Array;
}

export interface Training {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly rate: number;
  /** Of weights, at each step. */
  readonly decay: number;
  readonly batch: number;
  /** Of inputs that are left out at each step, as a part of all. */
  readonly dropout: number;
}

/** Adam (Kingma and Ba 2015) on cross-entropy, the rate falling as half a cosine. */
export function trained(lesson: Lesson, training: Training, chance: Chance): Network {
  const { hidden, epochs, rate, decay, batch, dropout } = training;
  const { targets, counts } = lesson;
  const examples = targets.length;
  const inputs = lesson.inputs.length / examples;
  const { mean, scale } = spreadOf(lesson.inputs, inputs, examples);
  const normal = new Float32Array(lesson.inputs.length);
  for (let n = 0; n < normal.length; n++)
    normal[n] = bounded((lesson.inputs[n]! - mean[n % inputs]!) / scale[n % inputs]!);
  const sizes = [inputs, ...hidden, 1];
  const steps = sizes.slice(1).map((outputs, s) => stepOf(sizes[s]!, outputs, s, sizes, chance));
  const first = steps[0]!.values;
  const last = steps.at(-1)!;
  const order = Uint32Array.from({ length: examples }, (_, i) => i);
  const turns = epochs * Math.ceil(examples / batch);
  for (let turn = 1, start = examples; turn <= turns; turn++, start += batch) {
    if (start >= examples) {
      shuffle(order, chance);
      start = 0;
    }
    const end = Math.min(examples, start + batch);
    for (const { slope } of steps) slope.fill(0);
    for (let e = start; e < end; e++) {
      const at = order[e]!;
      for (let i = 0; i < inputs; i++)
        first[i] = dropout > 0 && chance.next() < dropout ? 0 : normal[at * inputs + i]!;
      for (let s = 0; s < steps.length; s++) forward(steps[s]!, steps[s + 1]);
      const out = 1 / (1 + Math.exp(-last.results[0]!));
      last.errors[0] = (out - targets[at]!) * counts[at]!;
      for (let s = steps.length - 1; s >= 0; s--) backward(steps[s]!, steps[s - 1]);
    }
    const now = (rate * (1 + Math.cos((Math.PI * turn) / turns))) / 2;
    for (const step of steps) adam(step, { turn, rate: now, decay, examples: end - start });
  }
  return { mean, scale, sizes, weights: steps.map(({ weights }) => Float32Array.from(weights)) };
}

interface Step {
  readonly from: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly slope: Float64Array;
  readonly m: Float64Array;
  readonly v: Float64Array;
  /** What comes in, what goes out before it is rectified, and how wrong that was. */
  readonly values: Float64Array;
  readonly results: Float64Array;
  readonly errors: Float64Array;
}

function stepOf(
  from: number,
  outputs: number,
  s: number,
  sizes: readonly number[],
  chance: Chance,
): Step {
  const weights = new Float64Array(from * outputs + outputs);
  for (let k = 0; k < from * outputs; k++)
    weights[k] = chance.normal() * Math.sqrt(2 / from) * (s === sizes.length - 2 ? 0.5 : 1);
  const like = () => new Float64Array(weights.length);
  const of = (size: number) => new Float64Array(size);
  return {
    from,
    outputs,
    weights,
    slope: like(),
    m: like(),
    v: like(),
    values: of(from),
    results: of(outputs),
    errors: of(outputs),
  };
}

function forward({ from, outputs, weights, values, results }: Step, next: Step | undefined): void {
  for (let o = 0; o < outputs; o++) {
    let sum = weights[from * outputs + o]!;
    for (let i = 0, k = o * from; i < from; i++, k++) sum += weights[k]! * values[i]!;
    results[o] = sum;
    if (next) next.values[o] = sum > 0 ? sum : 0;
  }
}

function backward(
  { from, outputs, weights, slope, values, errors }: Step,
  before: Step | undefined,
): void {
  before?.errors.fill(0);
  const below = before?.errors;
  for (let o = 0; o < outputs; o++) {
    const one = errors[o]!;
    if (one === 0) continue;
    slope[from * outputs + o] = slope[from * outputs + o]! + one;
    for (let i = 0, k = o * from; i < from; i++, k++) slope[k] = slope[k]! + one * values[i]!;
    if (below)
      for (let i = 0, k = o * from; i < from; i++, k++)
        if (values[i]! > 0) below[i] = below[i]! + one * weights[k]!;
  }
}

function adam(
  { weights, slope, m, v, from, outputs }: Step,
  {
    turn,
    rate,
    decay,
    examples,
  }: {
    readonly turn: number;
    readonly rate: number;
    readonly decay: number;
    readonly examples: number;
  },
): void {
  const [fix1, fix2] = [1 - 0.9 ** turn, 1 - 0.999 ** turn];
  for (let k = 0; k < weights.length; k++) {
    const g = slope[k]! / examples;
    m[k] = 0.9 * m[k]! + 0.1 * g;
    v[k] = 0.999 * v[k]! + 0.001 * g * g;
    const shrink = k < from * outputs ? rate * decay * weights[k]! : 0;
    weights[k] = weights[k]! - (rate * (m[k]! / fix1)) / (Math.sqrt(v[k]! / fix2) + 1e-8) - shrink;
  }
}

function shuffle(order: Uint32Array, chance: Chance): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = chance.whole(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

function spreadOf(all: Float32Array, inputs: number, examples: number) {
  const mean = new Float32Array(inputs);
  const scale = new Float32Array(inputs);
  for (let i = 0; i < inputs; i++) {
    let sum = 0;
    for (let e = 0; e < examples; e++) sum += all[e * inputs + i]!;
    mean[i] = sum / examples;
    let squares = 0;
    for (let e = 0; e < examples; e++) squares += (all[e * inputs + i]! - mean[i]!) ** 2;
    scale[i] = Math.max(1e-3, Math.sqrt(squares / examples));
  }
  return { mean, scale };
}
