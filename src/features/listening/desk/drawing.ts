/** The drawing that a sensor sent with an alarm, as the pages draw sounds. Pure. Rule LW16. */
import { BANDS, stepsOf } from "../told/drawing.ts";

const COLUMNS_A_SECOND = 4;

interface Drawing {
  /** Of each column its bands, the lowest first. */
  readonly steps: Uint8Array;
  readonly seconds: number;
}

/**
 * A byte is decibels above -120 dB of full scale (docs/protocol/listening.md); it is drawn from its loudest down, so that a far motor is
 * seen as well as a near one. @param bands a byte for each band of each column, base64 @returns undefined where it is none
 */
export function drawingOf(bands: string): Drawing | undefined {
  const bytes = Buffer.from(bands, "base64");
  const columns = Math.floor(bytes.length / BANDS);
  if (columns === 0) return undefined;
  const levels = Array.from(bytes.subarray(0, columns * BANDS), (byte) =>
    byte === 0 ? Number.NEGATIVE_INFINITY : byte,
  );
  return { steps: stepsOf(levels), seconds: columns / COLUMNS_A_SECOND };
}
