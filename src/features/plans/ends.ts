/** What a link can begin or end at by its name: the masts of a plan, then its places. */
import type { Plan } from "./records.ts";

/** The first of a name has it. */
export function endsOf({ sites, places }: Plan): [name: string, at: [lat: number, lon: number]][] {
  const ends = new Map<string, [number, number]>();
  for (const { name, lat, lon } of [...sites, ...places])
    if (!ends.has(name)) ends.set(name, [lat, lon]);
  return [...ends];
}
