/** Sounds for tests of what listens, all synthetic: as WAV files, and folders to train on. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { synthetic } from "../src/engines/hearing/synthetic.ts";
import { RATE } from "../src/engines/hearing/windows.ts";

/** Of 16 bits, one channel. */
export function wav(
  samples: Float32Array,
  { rate = RATE, size = 2 * samples.length } = {},
): Buffer {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(36 + 2 * samples.length, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(2 * rate, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(size, 40);
  for (const [i, one] of samples.entries())
    bytes.writeInt16LE(Math.round(32_767 * one), 44 + 2 * i);
  return bytes;
}

/** A motor as nobody recorded one: harmonics of a pitch that wanders a little, in a hiss. */
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
