/** Who listens: which detector, and from which score on something sounds like a motor. */
import { readFileSync } from "node:fs";
import { detector } from "../../engines/hearing/detector.ts";
import { logitOf } from "../../engines/hearing/listener.ts";
import { readDetector, type Detector } from "../../engines/hearing/network-file.ts";
import { CommandError } from "../context.ts";

/** @param file one of somebody's own; otherwise that which comes with the program @throws CommandError */
export function detectorOf(file: string | undefined): Detector {
  if (file === undefined) return detector();
  try {
    return readDetector(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file}: expected a detector. ${why}`, { cause: error });
  }
}

/** @param score as it was typed @returns a logit */
export function thresholdOf(score: string | undefined, { threshold }: Detector): number {
  if (score === undefined) return threshold;
  const value = Number(score);
  if (score.trim() === "" || !(value > 0 && value < 1))
    throw new CommandError(`--threshold: expected a score between 0 and 1, found ${score}.`);
  return logitOf(value);
}
