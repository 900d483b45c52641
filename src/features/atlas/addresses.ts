/** Where a part of the world, and what is chosen of it, stands. */
import type { Region } from "./regions.ts";

/** Zooming keeps what was chosen, and choosing keeps the zoom. */
export function pathOf(
  { slug }: Region,
  chosen: Readonly<Partial<Record<"topic" | "state" | "layer", string | undefined>>>,
): string {
  const query = Object.entries(chosen).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const path = slug === "" ? "/atlas" : `/atlas/${slug}`;
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
}
