/** Whether a microphone is deaf, by the levels that its sensor said. Pure. Rule LE8. */
import type { Said } from "./rows.ts";

const [QUIETEST, LOUDEST] = [-900, -5]; // tenths of a decibel: beyond them a microphone is broken, or cut off
const FLAT = 2; // tenths of a decibel
const [FLAT_READINGS, RAIL_READINGS] = [4, 2];

/**
 * Since when the level does not move or is at the rails: from the last reading that was otherwise, for then it may have begun.
 * @param readings the oldest first
 */
export function flatSince(readings: readonly Pick<Said, "at" | "level">[]): number | undefined {
  const atRails = (level: number) => level <= QUIETEST || level >= LOUDEST;
  const levels = readings.map(({ level }) => level ?? 0);
  const runOf = (goes: (level: number) => boolean) => {
    const other = levels.findLastIndex((level) => !goes(level));
    return { length: levels.length - 1 - other, since: readings[Math.max(0, other)]!.at };
  };
  if (levels.length === 0) return undefined;
  const rails = runOf(atRails);
  if (rails.length >= RAIL_READINGS) return rails.since;
  let [low, high] = [Infinity, -Infinity];
  let first = levels.length;
  for (; first > 0; first--) {
    const level = levels[first - 1]!;
    [low, high] = [Math.min(low, level), Math.max(high, level)];
    if (high - low > FLAT) break;
  }
  if (levels.length - first < FLAT_READINGS) return undefined;
  return readings[Math.max(0, first - 1)]!.at;
}
