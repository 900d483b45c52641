/** Which sensors are silent. Pure: sensors and times in, names out. Rule LE6. */
import type { Sensor } from "../private/forms.ts";

const MINUTE = 60_000; // ms
/** Of its interval: with the minute between two looks it is told within two. */
export const PATIENCE = 1.5;

/**
 * Those of which nothing was heard for one and a half of their intervals while somebody listened.
 * @param listens since when this instance listens without a gap: what nobody could hear is no silence
 */
export function silent<S extends Pick<Sensor, "every" | "seen" | "closed">>(
  sensors: readonly S[],
  { listens, at }: { readonly listens: number; readonly at: number },
): S[] {
  return sensors.filter(({ every, seen, closed }) => {
    if (seen === null) return false; // it may hang nowhere yet
    const since = seen > at ? listens : Math.max(seen, listens); // a clock that was set back
    return closed === null && at - since >= PATIENCE * every * MINUTE;
  });
}
