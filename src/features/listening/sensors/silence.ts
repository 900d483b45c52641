/** Which sensors are silent. Pure: sensors and times in, names out. Rule LE6. */
import type { Sensor } from "../private/forms.ts";

const MINUTE = 60_000; // ms
type Heard = Pick<Sensor, "every" | "seen" | "closed">;
/** Of its interval: with the minute between two looks it is told within two. */
export const PATIENCE = 1.5;

/**
 * Those of which nothing was heard for one and a half of their intervals while somebody listened.
 * @param listens since when this instance listens without a gap: what nobody could hear is no silence
 */
export function silent<S extends Heard>(
  sensors: readonly S[],
  { listens, at }: { readonly listens: number; readonly at: number },
): S[] {
  return sensors.filter((sensor) => at >= silentAt(sensor, { listens, at }));
}

/** When each of them will be silent if nothing comes, UTC ms. */
export const silencesAt = (
  sensors: readonly Heard[],
  asked: { readonly listens: number; readonly at: number },
): readonly number[] => sensors.map((sensor) => silentAt(sensor, asked));

function silentAt(
  { every, seen, closed }: Heard,
  { listens, at }: { listens: number; at: number },
) {
  if (seen === null || closed !== null) return Infinity; // it may hang nowhere yet
  const since = seen > at ? listens : Math.max(seen, listens); // a clock that was set back
  return since + PATIENCE * every * MINUTE;
}
