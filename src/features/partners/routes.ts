/** The addresses of partners. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { placesBySubject } from "../places/api.ts";
import { OrganisationsMain, PartnerMain, PartnersMain } from "./pages.tsx";
import { wordsIn } from "./words.ts";
import { partnerAt, partnerList, partnerPath, type PartnerCard } from "./queries.ts";

/** A section that is absent today appears when one of these changes. */
const RELATED = ["people", "programmes", "stories", "pledges", "projects", "addresses"];

export const partnerRoutes: readonly Route[] = [
  { path: "/partners", answer: (request) => listed(request, "joined") },
  { path: "/organisations", answer: (request) => listed(request, "named") },
  { path: "/partners/:slug", answer: (request) => partnerPage(request, "/partners") },
  { path: "/organisations/:slug", answer: (request) => partnerPage(request, "/organisations") },
];

async function listed(
  { db, frame, lang }: PageRequest,
  standing: PartnerCard["standing"],
): Promise<Answer> {
  const partners = (await partnerList(db, lang)).filter((one) => one.standing === standing);
  const words = wordsIn(lang);
  const { title, description } = standing === "joined" ? words : words.organisations;
  const Main = standing === "joined" ? PartnersMain : OrganisationsMain;
  return {
    kind: "page",
    uses: { projections: ["partners", "addresses"] },
    title,
    description,
    lang: words.lang,
    current: "/do-good",
    main: Main({
      isAsked: !frame.unasked?.pages?.includes("partners"),
      partners,
      lang: words.lang,
      own: frame.own,
      to: (path) => pathIn(frame, lang, path),
    }),
  };
}

async function partnerPage(request: PageRequest, base: string): Promise<Answer> {
  const { db, frame, lang } = request;
  const slug = request.params["slug"]!;
  const to = (path: string) => pathIn(frame, lang, path);
  const found = await partnerAt(db, slug);
  if (!found) return undefined;
  const { subject, thing: partner } = found;
  const path = partnerPath({ standing: partner.standing, slug: found.slug });
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
