/** The addresses of partners. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Route } from "../../platform/web/route.ts";
import { placesBySubject } from "../places/feature.ts";
import { PartnerMain, PartnersMain } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { partnerAt, partnerList } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = ["people", "programmes", "stories", "pledges", "projects", "addresses"];

export const partnerRoutes: readonly Route[] = [
  {
    path: "/partners",
    async answer({ db, frame, lang }) {
      const partners = await partnerList(db, lang);
      const words = wordsIn(lang);
      return {
        kind: "page",
        uses: { projections: ["partners", "addresses"] },
        title: words.title,
        description: words.description,
        lang: words.lang,
        current: "/do-good",
        main: PartnersMain({
          partners,
          lang: words.lang,
          own: frame.own,
          to: (path) => pathIn(frame, lang, path),
        }),
      };
    },
  },
  {
    path: "/partners/:slug",
    async answer(request) {
      const { db, frame, lang } = request;
      const slug = request.params["slug"]!;
      const to = (path: string) => pathIn(frame, lang, path);
      const found = await partnerAt(db, slug);
      if (!found) return undefined;
      const { subject, partner } = found;
      if (found.slug !== slug)
        return {
          kind: "redirect",
          uses: { subjects: [subject] },
          to: `/partners/${found.slug}`,
        };
      const places = await placesBySubject(db, partner.place ? [partner.place] : [], lang);
      const related = await request.related(subject);
      return {
        kind: "page",
        uses: {
          subjects: [subject, ...(partner.place ? [partner.place] : [])],
          projections: RELATED,
        },
        title: partner.name,
        description: partner.summary,
        lang: wordsIn(lang).lang,
        current: "/do-good",
        main: PartnerMain({
          partner,
          place: [...places.values()][0],
          related,
          lang: wordsIn(lang).lang,
          own: frame.own,
          to,
        }),
        jsonLd: {
          "@context": "https://schema.org",
          "@type": "Organization",
          name: partner.name,
          description: partner.summary,
          ...(partner.url !== undefined && { url: partner.url }),
        },
      };
    },
  },
];
