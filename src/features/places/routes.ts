/** The addresses of places. */
import { LADDER_USE, rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Route } from "../../platform/web/route.ts";
import { countryName } from "../../platform/web/words.ts";
import { filmFiles } from "./film.tsx";
import { PlaceMain, position } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { placeAt } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = [
  "partners",
  "people",
  "programmes",
  "stories",
  "projects",
  "opportunities",
  "plans",
  "events",
  "addresses",
];

export const placeRoutes: readonly Route[] = [
  {
    path: "/places/:slug",
    async answer(request) {
      const { db, frame, lang } = request;
      const slug = request.params["slug"]!;
      const to = (path: string) => pathIn(frame, lang, path);
      const found = await placeAt(db, slug);
      if (!found) return undefined;
      const { subject, thing: place } = found;
      if (found.slug !== slug)
        return { kind: "redirect", uses: { subjects: [subject] }, to: `/places/${found.slug}` };
      const ladders = await rungsOf(request.db, [place.cover?.file.media, ...filmFiles(place)]);
      const related = await request.related(subject);
      const where = [place.name, place.region, countryName(place.country, lang)];
      return {
        kind: "page",
        uses: {
          subjects: [subject],
          projections: [...RELATED, LADDER_USE],
        },
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
