/** Recordings as recorders make them, for tests of listening: WAV in every form, a motor that nobody recorded, and what sounds like speech. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { synthetic } from "../src/engines/hearing/synthetic.ts";
import { RATE } from "../src/engines/hearing/windows.ts";

interface Form {
  readonly rate?: number;
  readonly channels?: number;
  readonly bits?: 16 | 32;
  readonly isFloat?: boolean;
  /** As AudioMoth writes it. */
  readonly comment?: string;
  /** Bytes that the head says there are. */
  readonly size?: number;
}

/** @param samples from −1 to 1; each channel has the same */
export function wav(samples: Float32Array, of: Form = {}): Buffer {
  const { rate = RATE, channels = 1, isFloat = false, bits = isFloat ? 32 : 16, comment } = of;
  const width = bits / 8;
  const length = samples.length * channels * width;
  const { size = length } = of;
  const info = comment === undefined ? Buffer.alloc(0) : listOf(comment);
  const head = Buffer.alloc(44 - 8);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE((36 + info.length + size) % 2 ** 32, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(isFloat ? 3 : 1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE((rate * channels * width) % 2 ** 32, 28);
  head.writeUInt16LE(channels * width, 32);
  head.writeUInt16LE(bits, 34);
  const data = Buffer.alloc(8 + length);
  data.write("data", 0, "latin1");
  data.writeUInt32LE(size, 4);
  let at = 8;
  for (const one of samples)
    for (let c = 0; c < channels; c++, at += width)
      if (isFloat) data.writeFloatLE(one, at);
      else if (bits === 16) data.writeInt16LE(Math.round(32_767 * one), at);
      else data.writeInt32LE(Math.round(2_147_483_647 * one), at);
  return Buffer.concat([head, info, data]);
}

function listOf(comment: string): Buffer {
  const words = Buffer.from(`${comment}\0${comment.length % 2 === 0 ? "\0" : ""}`, "latin1");
  const list = Buffer.alloc(20);
  list.write("LIST", 0, "latin1");
  list.writeUInt32LE(12 + words.length, 4);
  list.write("INFOICMT", 8, "latin1");
  list.writeUInt32LE(words.length, 16);
  return Buffer.concat([list, words]);
}

/** What AudioMoth writes beside a recording. */
export const comment = (of: {
  /** `2026-06-01T04:00:00`, by the zone. */
  readonly at: string;
  readonly zone?: string;
  readonly device: string;
  readonly battery?: string;
}): string => {
  const [day, time] = of.at.split("T") as [string, string];
  const [year, month, date] = day.split("-");
  return `Recorded at ${time} ${date}/${month}/${year} (UTC${of.zone ?? ""}) by AudioMoth ${of.device} at medium gain while battery was ${of.battery ?? "4.2"}V and temperature was 22.3C.`;
};

/** Harmonics of a pitch that wanders a little, in a hiss. */
export function motor(seconds: number, seed: number): Float32Array {
  const chance = chanceFrom(seed);
  const hz = 80 + 100 * chance.next();
  let phase = 0;
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    phase += (2 * Math.PI * hz * (1 + 0.01 * Math.sin(i / 9000))) / RATE;
    let sum = 0.3 * chance.normal();
    for (let h = 1; h <= 16; h++) sum += Math.sin(h * phase + h * h) / Math.sqrt(h);
    return sum / 30;
  });
}

/** Noise without a motor. */
export function quiet(seconds: number, seed: number): Float32Array {
  const chance = chanceFrom(seed);
  return Float32Array.from({ length: seconds * RATE }, () => 0.02 * chance.normal());
}

/** With a motor from one second on. */
export function withMotor(samples: Float32Array, from: number, seconds: number): Float32Array {
  const both = samples.slice();
  for (const [i, one] of motor(seconds, 9).entries()) both[from * RATE + i]! += one;
  return both;
}

/** Syllables as speech has them: pulses of a voice through three formants that move, three a second, with pauses. Nobody said it. */
export function speech(seconds: number, seed: number): Float32Array {
  const chance = chanceFrom(seed);
  const out = new Float32Array(seconds * RATE);
  let phase = 0;
  let formants = [500, 1500, 2500];
  const held = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE;
    if (i % 2700 === 0) formants = [300 + 500 * chance.next(), 900 + 1200 * chance.next(), 2500];
    phase += (110 + 30 * Math.sin(t) + 4 * chance.next()) / RATE;
    const pulse = phase >= 1 ? 1 : 0.02 * chance.normal();
    if (phase >= 1) phase -= 1;
    const loud = Math.max(0, Math.sin(Math.PI * 3 * t)) * (t % 4 < 3 ? 1 : 0);
    let sum = 0;
    for (const [k, hz] of formants.entries()) {
      const turn = 2 * 0.97 * Math.cos((2 * Math.PI * hz) / RATE);
      const next = pulse + turn * held[2 * k]! - 0.97 ** 2 * held[2 * k + 1]!;
      held[2 * k + 1] = held[2 * k]!;
      held[2 * k] = next;
      sum += next;
    }
    out[i] = Math.max(-1, Math.min(1, 0.1 * loud * sum));
  }
  return out;
}

/** Motors, rain and wind of two folds. @returns the folder */
export function foldersIn(sounds: string): string {
  for (const kind of ["motor", "rain", "wind"] as const) {
    mkdirSync(join(sounds, kind), { recursive: true });
    for (const fold of [1, 2])
      for (let n = 0; n < (kind === "motor" ? 1 : 2); n++) {
        const seed = 10 * fold + n;
        const samples =
          kind === "motor" ? motor(3, seed) : synthetic(kind, 3 * RATE, chanceFrom(seed));
        writeFileSync(join(sounds, kind, `${fold}-${n}.wav`), wav(samples));
      }
  }
  return sounds;
}
