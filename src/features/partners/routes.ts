/** The addresses of partners. */
import { pathIn } from "../../platform/web/frame.ts";
import { movedRoute } from "../../platform/web/moved.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { placesBySubject } from "../places/api.ts";
import { OrganisationsMain, PartnerMain } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { partnerAt, partnerList, partnerPath } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = ["people", "programmes", "stories", "pledges", "projects", "addresses"];

export const partnerRoutes: readonly Route[] = [
  { path: "/organisations", answer: listed },
  { path: "/organisations/:slug", answer: (request) => partnerPage(request) },
  movedRoute("/partners", "/organisations#partners"),
  { path: "/partners/:slug", answer: (request) => partnerPage(request, "/partners") },
];

async function listed({ db, frame, lang }: PageRequest): Promise<Answer> {
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: { projections: ["partners", "addresses"] },
    title: words.organisations.title,
    description: words.organisations.description,
    lang: words.lang,
    current: "/do-good",
    main: OrganisationsMain({
      isAsked: !frame.unasked?.pages?.includes("partners"),
      partners: await partnerList(db, lang),
      lang: words.lang,
      own: frame.own,
      to: (path) => pathIn(frame, lang, path),
    }),
  };
}

/** @param base under which it was asked for */
async function partnerPage(request: PageRequest, base = "/organisations"): Promise<Answer> {
  const { db, frame, lang } = request;
  const to = (path: string) => pathIn(frame, lang, path);
  const slug = request.params["slug"]!;
  const found = await partnerAt(db, slug);
  if (!found) return undefined;
  const { subject, thing: partner } = found;
  const path = partnerPath(found);
  if (path !== `${base}/${slug}`)
    return { kind: "redirect", uses: { subjects: [subject] }, to: path };
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
}
