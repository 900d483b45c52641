/** The cover of a programme as it may be seen today: rule PH3 of ../pictures/README.md. */
import type { Db } from "../../platform/db/store.ts";
import { photosAgreed } from "../people/api.ts";
import { pictureRules } from "../pictures/api.ts";
import type { Programme } from "./records.ts";

type Covered = Pick<Programme, "cover">;

interface Asked {
  readonly today: string;
  readonly lang: string;
}

/** A page that shows a cover rests on these. */
export const COVER_RESTS_ON = ["pictures", "people"] as const;

/** @returns `until`: the first day on which a cover may be shown no more, or again */
export async function withCovers<P extends Covered>(
  db: Db,
  programmes: readonly P[],
  asked: Asked,
): Promise<{ readonly programmes: readonly P[]; readonly until?: string }> {
  const media = programmes.map(({ cover }) => cover?.file.media);
  const rules = await pictureRules(db, media, asked, photosAgreed(db, asked));
  return {
    programmes: programmes.map((one) => {
      const { cover, ...rest } = one;
      return !cover || rules.shows(cover.file.media) ? one : (rest as P);
    }),
    ...(rules.until !== undefined && { until: rules.until }),
  };
}
