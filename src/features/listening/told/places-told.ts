/** The places of which something was said, by their names; one that is gone has no page, and is left out. */
import type { Db } from "../../../platform/db/store.ts";
import { placesBySubject } from "../../places/api.ts";
import { allReports, type Report } from "../queries.ts";

export interface PlaceReports {
  /** Its subject. */
  readonly place: string;
  readonly name: string;
  readonly slug: string;
  /** The latest first. */
  readonly reports: readonly Report[];
}

export async function placesTold(db: Db, lang: string): Promise<PlaceReports[]> {
  const reports = Map.groupBy(await allReports(db), ({ place }) => place);
  const cards = await placesBySubject(db, [...reports.keys()], lang);
  const byName = new Intl.Collator(lang).compare;
  return [...reports]
    .flatMap(([place, own]) => {
      const card = cards.get(place);
      return card ? [{ place, name: card.name, slug: card.slug, reports: own }] : [];
    })
    .toSorted((a, b) => byName(a.name, b.name));
}
