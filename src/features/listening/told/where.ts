/** On which page listening is told of: that of its programme. Rule LT5. */
import type { Db } from "../../../platform/db/store.ts";
import { programmeList, programmeNames } from "../../programmes/api.ts";
import { allReports } from "../queries.ts";
import { TRY } from "../trying/path.ts";
import { HERE } from "./parts.tsx";

export interface Named {
  readonly places: readonly string[];
  /** Paths of this site to which its text leads. */
  readonly leadsTo: readonly string[];
}

/** A programme is about listening when its text leads to what can be tried, or to where it was told before. */
export const leadsToListening = ({ leadsTo }: Named): boolean =>
  leadsTo.some((path) => path === "/listening" || path === TRY);

/** The first programme about listening, else the first with a place that reports; without one, where the detector is. */
export async function toldAt(db: Db): Promise<string> {
  const reporting = new Set((await allReports(db)).map(({ place }) => place));
  let other: string | undefined;
  for (const { subject, slug } of await programmeList(db)) {
    const named = await programmeNames(db, subject);
    if (!named) continue;
    const path = `/programmes/${slug}#${HERE}`;
    if (leadsToListening(named)) return path;
    if (named.places.some((place) => reporting.has(place))) other ??= path;
  }
  return other ?? `${TRY}#detector`;
}
