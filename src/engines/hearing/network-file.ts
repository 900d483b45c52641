/** A network as text: JSON, its numbers as they stand in memory (little-endian), in base64. */
import { FEATURES } from "./features.ts";
import type { Network } from "./network.ts";

/** A detector, with what whoever shows its alarms has to say of it. */
export interface Detector {
  /** Its name and version: `motor-1`. */
  readonly name: string;
  readonly networks: readonly Network[];
  /** The logit from which a window sounds like a motor, where a place has no threshold of its own. */
  readonly threshold: number;
}

interface Written {
  readonly name: string;
  readonly threshold: number;
  readonly networks: readonly {
    readonly sizes: readonly number[];
    readonly mean: string;
    readonly scale: string;
    readonly weights: readonly string[];
  }[];
}

export function writtenDetector({ name, networks, threshold }: Detector): string {
  const written: Written = {
    name,
    threshold,
    networks: networks.map(({ sizes, mean, scale, weights }) => ({
      sizes,
      mean: base64(mean),
      scale: base64(scale),
      weights: weights.map(base64),
    })),
  };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** @throws where it is none of ours, or one whose numbers do not fit */
export function readDetector(text: string): Detector {
  const { name, threshold, networks } = JSON.parse(text) as Written;
  const read = networks.map(({ sizes, mean, scale, weights }): Network => {
    const one = { sizes, mean: floats(mean), scale: floats(scale), weights: weights.map(floats) };
    const fits =
      one.mean.length === sizes[0] &&
      one.scale.length === sizes[0] &&
      one.weights.length === sizes.length - 1 &&
      one.weights.every((all, i) => all.length === (sizes[i]! + 1) * sizes[i + 1]!);
    if (sizes[0] !== FEATURES || !fits)
      throw new RangeError(
        `Expected a detector of ${FEATURES} features, found ${sizes.join(", ")}`,
      );
    return one;
  });
  return { name, threshold, networks: read };
}

function base64(numbers: Float32Array): string {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (const [i, one] of numbers.entries()) view.setFloat32(4 * i, one, true);
  let letters = "";
  for (const byte of new Uint8Array(view.buffer)) letters += String.fromCodePoint(byte);
  return btoa(letters);
}

function floats(text: string): Float32Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.codePointAt(0)!);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}
