/** The addresses of projects. */
import { pathIn } from "../../platform/web/frame.ts";
import { movedRoute } from "../../platform/web/moved.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { partnerPath, partnersBySubject } from "../partners/api.ts";
import { placesBySubject } from "../places/api.ts";
import { pledgeLedger } from "../pledges/api.ts";
import { ProjectMain, type Named } from "./page.tsx";
import { projectAt } from "./queries.ts";
import { wordsIn } from "./words.ts";

export const projectRoutes: readonly Route[] = [
  movedRoute("/projects", "/opportunities#projects"),
  { path: "/projects/:slug", answer: projectPage },
];

async function projectPage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang } = request;
  const slug = request.params["slug"]!;
  const found = await projectAt(db, slug);
  if (!found) return undefined;
  const { subject, thing: project } = found;
  if (found.slug !== slug)
    return { kind: "redirect", uses: { subjects: [subject] }, to: `/projects/${found.slug}` };
  const places = await placesBySubject(db, project.places ?? [], lang);
  const partners = await partnersBySubject(db, project.partners ?? []);
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: {
      subjects: [subject, ...(project.places ?? []), ...(project.partners ?? [])],
      projections: ["pledges", "stories", "opportunities", "addresses"],
    },
    title: project.title,
    description: project.summary,
    lang: words.lang,
    current: "/do-good",
    main: ProjectMain({
      project,
      places: named(project.places, places, (place) => `/places/${place.slug}`),
      partners: named(project.partners, partners, partnerPath),
      pledges: await pledgesNamed(request, project.pledges ?? []),
      related: await request.related(subject),
      words,
      own: frame.own,
      to: (path) => pathIn(frame, lang, path),
    }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Project",
      name: project.title,
      description: project.summary,
    },
  };
}

function named<Card extends { readonly name: string }>(
  subjects: readonly string[] | undefined,
  cards: ReadonlyMap<string, Card>,
  path: (card: Card) => string,
): Named[] {
  return (subjects ?? []).flatMap((subject) => {
    const card = cards.get(subject);
    return card ? [{ name: card.name, path: path(card) }] : [];
  });
}

async function pledgesNamed(
  { db, today, lang }: PageRequest,
  subjects: readonly string[],
): Promise<Named[]> {
  if (subjects.length === 0) return [];
  const { pledges, series } = await pledgeLedger(db, today, lang);
  return [...pledges, ...series]
    .filter((line) => subjects.includes(line.subject))
    .map(({ pledge, slug }) => ({ name: pledge.title, path: `/pledges/${slug}` }));
}
