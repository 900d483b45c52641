/** The cover of a place as it may be seen today: rule PL15. Places stand before people, so who agreed is asked by what is handed in. */
import type { Db } from "../../platform/db/store.ts";
import { pictureRules, type Agreeing } from "../pictures/api.ts";
import type { Place } from "./records.ts";

interface Asked {
  readonly today: string;
  readonly lang: string;
}

/** Who agrees to be seen on a photo: read only where somebody is named on one. */
export type PhotosAgreed = (db: Db, asked: Asked) => () => Promise<Agreeing>;

/** A page that shows a cover rests on these. */
export const COVER_RESTS_ON = ["pictures", "people"] as const;

/** @returns `until`: the first day on which the cover may be shown no more, or again */
export async function withCover(
  db: Db,
  place: Place,
  asked: Asked,
  agreed: PhotosAgreed,
): Promise<{ readonly place: Place; readonly until?: string }> {
  const { cover, ...rest } = place;
  const rules = await pictureRules(db, [cover?.file.media], asked, agreed(db, asked));
  return {
    place: !cover || rules.shows(cover.file.media) ? place : rest,
    ...(rules.until !== undefined && { until: rules.until }),
  };
}
