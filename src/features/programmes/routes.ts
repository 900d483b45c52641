/** The addresses of programmes and of *Do good*. */
import { LADDER_USE, rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { linkIn, toIn } from "../../platform/web/frame.ts";
import { languagesOf } from "../../platform/web/languages-of.ts";
import type { Route } from "../../platform/web/route.ts";
import { partnerList, partnersBySubject } from "../partners/api.ts";
import { placeList, placesBySubject } from "../places/api.ts";
import { COVER_RESTS_ON, withCovers } from "./covers.ts";
import { DoGoodMain } from "./do-good.tsx";
import { ProgrammeMain } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { programmeAt, programmeList } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = [
  ...COVER_RESTS_ON,
  "stories",
  "pledges",
  "books",
  "courses",
  "listening",
  "addresses",
];

export const programmeRoutes: readonly Route[] = [
  {
    path: "/do-good",
    async answer({ db, frame, lang, today }) {
      const words = wordsIn(lang);
      const asked = { today, lang: frame.language };
      const [{ programmes, until }, partners, places] = [
        await withCovers(db, await programmeList(db, lang), asked),
        await partnerList(db, lang),
        await placeList(db, lang),
      ];
      return {
        kind: "page",
        uses: {
          projections: ["programmes", "partners", "places", "addresses", ...COVER_RESTS_ON],
        },
        ...(until !== undefined && { until }),
        title: words.doGood,
        description: words.description,
        lang: words.lang,
        current: "/do-good",
        main: DoGoodMain({
          programmes,
          partners,
          places,
          lang: words.lang,
          own: frame.own,
          to: toIn({ frame, lang }),
        }),
      };
    },
  },
  {
    path: "/programmes/:slug",
    async answer(request) {
      const { db, lang, today, frame } = request;
      const slug = request.params["slug"]!;
      const to = toIn(request);
      const found = await programmeAt(db, slug, lang);
      if (!found) return undefined;
      const { subject, thing, byMachine } = found;
      if (found.slug !== slug)
        return {
          kind: "redirect",
          uses: { subjects: [subject] },
          to: `/programmes/${found.slug}`,
        };
      const seen = await withCovers(db, [thing], { today, lang: frame.language });
      const programme = seen.programmes[0]!;
      const named = { partners: programme.partners ?? [], places: programme.places ?? [] };
      const partners = await partnersBySubject(db, named.partners);
      const places = await placesBySubject(db, named.places, lang);
      const cover = programme.cover?.file.media;
      const ladders = await rungsOf(request.db, [cover]);
      const related = await request.related(subject);
      return {
        kind: "page",
        uses: {
          subjects: [subject, ...named.partners, ...named.places],
          projections: [...RELATED, LADDER_USE],
        },
        ...(seen.until !== undefined && { until: seen.until }),
        title: programme.title,
        description: programme.summary,
        lang: wordsIn(lang).lang,
        current: "/do-good",
        main: ProgrammeMain({
          ladder: ladders.get(cover ?? ""),
          programme,
          partners: named.partners.flatMap((id) => partners.get(id) ?? []),
          places: named.places.flatMap((id) => places.get(id) ?? []),
          related,
          lang: wordsIn(lang).lang,
          asked: lang,
          own: request.frame.own,
          textLang: found.lang ?? request.frame.language,
          told: found,
          link: linkIn(request.frame, lang),
          to,
        }),
        ...(byMachine && { byMachine }),
        ...languagesOf(request, `/programmes/${slug}`, found),
        ...(programme.cover && {
          card: {
            type: "website" as const,
            shows: { picture: { media: programme.cover.file.media } },
          },
        }),
        jsonLd: {
          "@context": "https://schema.org",
          "@type": "Project",
          name: programme.title,
          description: programme.summary,
        },
      };
    },
  },
];
