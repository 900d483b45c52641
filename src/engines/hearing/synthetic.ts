/** Sounds that nobody recorded, made from a seed: for training beside recordings, and for long nights in tests. Whoever shows a figure says which of it is synthetic. */
import type { Chance } from "./random.ts";
import { RATE } from "./windows.ts";

export const SYNTHETIC = ["rain", "wind", "insects", "aircraft", "idling"] as const;
export type Synthetic = (typeof SYNTHETIC)[number];

/** @param count samples at 8 kHz @returns of mean power 0.01, within −1 and 1 */
export function synthetic(kind: Synthetic, count: number, chance: Chance): Float32Array {
  const made = MAKERS[kind](count, chance);
  let power = 0;
  for (const one of made) power += one * one;
  const gain = 0.1 / Math.sqrt(power / count + 1e-12);
  return made.map((one) => Math.max(-1, Math.min(1, one * gain)));
}

const MAKERS: Readonly<Record<Synthetic, (count: number, chance: Chance) => Float32Array>> = {
  rain,
  wind,
  insects,
  aircraft,
  idling,
};

const PASS = 60; // seconds of an aircraft

/** One or two of rain, wind and insects, and often an aircraft that passes. @param seconds a minute or more */
export function scene(seconds: number, chance: Chance): Float32Array {
  const kinds = (["rain", "wind", "insects"] as const).filter(() => chance.next() < 0.5);
  const sound = new Float32Array(seconds * RATE);
  const add = (kind: Synthetic, at: number, count: number, gain: number): void => {
    for (const [i, one] of synthetic(kind, count, chance).entries())
      sound[at + i] = sound[at + i]! + gain * one;
  };
  for (const kind of kinds.length > 0 ? kinds : (["wind"] as const))
    add(kind, 0, sound.length, 0.1 + 0.9 * chance.next());
  if (chance.next() < 0.5) {
    const at = chance.whole(Math.max(1, seconds - PASS)) * RATE;
    add("aircraft", at, PASS * RATE, 0.3 + chance.next());
  }
  return sound;
}

/** Of a night, in one of its minutes: from as loud as it was made to 40 dB less. */
export const loudness = (chance: Chance): number => 10 ** ((-40 * chance.next()) / 20);

/** A hiss, and drops on leaves: short knocks of their own pitch. */
function rain(count: number, chance: Chance): Float32Array {
  const out = coloured(count, chance, 0.2 + 0.5 * chance.next());
  const drops = Math.round((count / RATE) * (5 + 60 * chance.next()));
  for (let d = 0; d < drops; d++) {
    const at = chance.whole(count);
    const [hz, loud, fade] = [
      400 + 2600 * chance.next(),
      1 + 6 * chance.next(),
      20 + 60 * chance.next(),
    ];
    knock(out, at, { length: 400, hz, loud, fade });
  }
  return out;
}

/** Low noise that swells and falls. */
function wind(count: number, chance: Chance): Float32Array {
  const out = coloured(count, chance, 0.9 + 0.09 * chance.next());
  const swell = wandering(count, chance, 0.3 + chance.next());
  return out.map((one, i) => one * (0.2 + swell[i]!));
}

/** Some singers, each of one pitch between 1.8 and 3.9 kHz, in chirps of its own pace or without an end. */
function insects(count: number, chance: Chance): Float32Array {
  const out = coloured(count, chance, 0.3).map((one) => one * 0.05);
  const singers = 1 + chance.whole(5);
  for (let s = 0; s < singers; s++) {
    const [hz, loud] = [1800 + 2100 * chance.next(), 0.2 + chance.next()];
    const [pace, part] = [
      chance.next() < 0.3 ? 0 : 0.5 + 30 * chance.next(),
      0.3 + 0.5 * chance.next(),
    ];
    let phase = chance.next() * 2 * Math.PI;
    let step = 0;
    for (let i = 0; i < count; i++) {
      if (i % 64 === 0) step = (2 * Math.PI * hz * (1 + 0.003 * Math.sin(i / 900))) / RATE;
      phase += step;
      const sings = pace === 0 || ((i * pace) / RATE) % 1 < part;
      if (sings) out[i] = out[i]! + loud * Math.sin(phase);
    }
  }
  return out;
}

/** A low roar that comes and goes, with a blade's or a turbine's tone that sinks as it passes. */
function aircraft(count: number, chance: Chance): Float32Array {
  const roar = coloured(count, chance, 0.95);
  const hz = chance.next() < 0.5 ? 70 + 40 * chance.next() : 300 + 900 * chance.next();
  const passes = count * (0.3 + 0.4 * chance.next());
  const tone = 0.1 + 0.3 * chance.next();
  let phase = 0;
  return roar.map((one, i) => {
    const away = (i - passes) / (RATE * 8);
    phase += (2 * Math.PI * hz * (1 - 0.08 * Math.tanh(away * 2))) / RATE;
    const near = 1 / (1 + away * away);
    return near * (one + tone * (Math.sin(phase) + 0.5 * Math.sin(2 * phase)));
  });
}

/** A four-stroke that stands still: slow knocks of 10 to 28 a second, dull, and even. */
function idling(count: number, chance: Chance): Float32Array {
  const out = coloured(count, chance, 0.8).map((one) => one * 0.3);
  const pace = 10 + 18 * chance.next();
  const [low, fade] = [60 + 120 * chance.next(), 60 + 80 * chance.next()];
  for (let at = 0; at < count; at += (RATE / pace) * (1 + 0.02 * chance.normal())) {
    const start = Math.floor(at);
    const loud = 1 + 0.2 * chance.normal();
    knock(out, start, { length: 500, hz: low, loud, fade });
  }
  return out;
}

interface Knock {
  readonly length: number;
  readonly hz: number;
  readonly loud: number;
  /** Samples in which it falls to 1 / e. */
  readonly fade: number;
}

/** A tone that fades, each sample from the two before it. */
function knock(out: Float32Array, at: number, { length, hz, loud, fade }: Knock): void {
  const turn = (2 * Math.PI * hz) / RATE;
  const held = Math.exp(-1 / fade);
  const [first, second] = [2 * held * Math.cos(turn), held * held];
  let before = 0;
  let now = loud * held * Math.sin(turn);
  const end = Math.min(out.length, at + length);
  for (let i = at + 1; i < end; i++) {
    out[i] = out[i]! + now;
    const next = first * now - second * before;
    before = now;
    now = next;
  }
}

/** Noise, the lower the nearer `dull` is to 1; of variance 1. */
function coloured(count: number, chance: Chance, dull: number): Float32Array {
  const out = new Float32Array(count);
  const gain = Math.sqrt(1 - dull * dull);
  let held = 0;
  for (let i = 0; i < count; i++) out[i] = held = dull * held + gain * chance.normal();
  return out;
}

/** From 0 to 1, a new aim `pace` times a second. */
function wandering(count: number, chance: Chance, pace: number): Float32Array {
  const out = new Float32Array(count);
  const step = Math.max(1, Math.floor(RATE / pace));
  let [from, to] = [chance.next(), chance.next()];
  for (let i = 0; i < count; i++) {
    const k = i % step;
    if (k === 0) [from, to] = [to, chance.next()];
    out[i] = from + ((to - from) * k) / step;
  }
  return out;
}
