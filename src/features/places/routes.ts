/** The addresses of places. */
import { LADDER_USE, rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Route } from "../../platform/web/route.ts";
import { countryName } from "../../platform/web/words.ts";
import { COVER_RESTS_ON, withCover, type PhotosAgreed } from "./covers.ts";
import { filmFiles } from "./film.tsx";
import { PlaceMain, position } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { placeAt } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = [
  ...COVER_RESTS_ON,
  "partners",
  "programmes",
  "stories",
  "projects",
  "opportunities",
  "plans",
  "events",
  "listening",
  "addresses",
];

/** @param agreed who agrees to be seen on a photo */
export const placeRoutes = (agreed: PhotosAgreed): readonly Route[] => [
  {
    path: "/places/:slug",
    async answer(request) {
      const { db, frame, lang, today } = request;
      const slug = request.params["slug"]!;
      const to = (path: string) => pathIn(frame, lang, path);
      const found = await placeAt(db, slug);
      if (!found) return undefined;
      const { subject } = found;
      if (found.slug !== slug)
        return { kind: "redirect", uses: { subjects: [subject] }, to: `/places/${found.slug}` };
      const asked = { today, lang: frame.language };
      const { place, until } = await withCover(db, found.thing, asked, agreed);
      const ladders = await rungsOf(request.db, [place.cover?.file.media, ...filmFiles(place)]);
      const related = await request.related(subject);
      const where = [place.name, place.region, countryName(place.country, lang)];
      return {
        kind: "page",
        uses: {
          subjects: [subject],
          projections: [...RELATED, LADDER_USE],
        },
        ...(until !== undefined && { until }),
        title: place.name,
        description:
          place.note ?? `${[...new Set(where.filter(Boolean))].join(", ")}: ${position(place)}.`,
        lang: wordsIn(lang).lang,
        current: "/do-good",
        main: PlaceMain({
          ladders,
          slug,
          place,
          related,
          lang: wordsIn(lang).lang,
          own: frame.own,
          language: frame.language,
          to,
        }),
        jsonLd: {
          "@context": "https://schema.org",
          "@type": "Place",
          name: place.name,
          address: { "@type": "PostalAddress", addressCountry: place.country },
          geo: { "@type": "GeoCoordinates", latitude: place.lat, longitude: place.lon },
        },
      };
    },
  },
];
