/** Every public page for search engines: fixed pages in all languages, stories in those in which they are told. */
import type { Db } from "../../platform/db/store.ts";
import { xml } from "../../platform/web/feed.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { languagesOf } from "../../platform/web/languages-of.ts";
import type { Answer, PageRequest } from "../../platform/web/route.ts";
import { atlasPaths } from "../atlas/api.ts";
import { allCourses, languagesOfCourse, type ToldCourse } from "../courses/api.ts";
import { allBooks, placesOf, type ToldBook } from "../books/api.ts";
import { eventList } from "../events/api.ts";
import { opportunityList } from "../opportunities/api.ts";
import { partnerList, partnerPath } from "../partners/api.ts";
import { personPages } from "../people/api.ts";
import { placeList } from "../places/api.ts";
import { planList, type PlanCard } from "../plans/api.ts";
import { pledgeLedger } from "../pledges/api.ts";
import { programmeList } from "../programmes/api.ts";
import { projectList } from "../projects/api.ts";
import { authorsOf, LIST_USES, shownStories, storyCards, type Shown } from "../stories/api.ts";

const MAX = 50_000; // addresses in one file, by the sitemap protocol
const CHUNK = 1000; // stories read at once

interface Entry {
  readonly path: string;
  readonly changed?: string;
  /** The other languages of the page, its own included. */
  readonly languages?: readonly { readonly lang: string; readonly path: string }[];
}

/** What it rests on: everything that has a page. */
const USES = {
  projections: [
    ...LIST_USES,
    ..."campaign pages programmes partners pledges events projects plans opportunities books courses".split(
      " ",
    ),
  ],
};

export async function sitemap({ db, frame, today }: PageRequest): Promise<Answer> {
  const shown = await shownStories(db, today);
  const authors = await authorsOf(db, new Set(shown.stories.map((story) => story.subject)));
  const people = await personPages(db, { lang: frame.language, today, authors });
  const fixed = [
    "/",
    "/stories",
    "/do-good",
    "/organisations",
    "/pledges",
    "/conversation",
    "/take-part",
    "/rights",
    "/take-part/opportunity",
    "/take-part/story",
    ...atlasPaths,
    "/books",
    "/courses",
    "/data",
    "/measure",
    "/listening/try",
    "/opportunities",
    "/questions",
    // What nobody has written stands in every language; what is written, in the campaign's own.
    ...frame.pages.flatMap((page) => ("standing" in page ? page.path : [])),
  ];
  const written = frame.pages.flatMap((page) => ("standing" in page ? [] : page.path));
  const events = await eventList(db, today);
  const { pledges, series } = await pledgeLedger(db, today);
  const entries: Entry[] = [
    ...fixed.map((path) => ({
      path,
      languages: frame.languages.map((lang) => ({ lang, path: pathIn(frame, lang, path) })),
    })),
    ...written.map((path) => ({ path })),
    ...frame.topics.map(({ id }) => ({ path: `/topics/${id}` })),
    ...(await storyEntries(db, { frame, today, stories: shown.stories })),
    ...people.slugs.map((slug) => ({ path: `/authors/${slug}` })),
    ...(await placeList(db)).map(({ slug }) => ({ path: `/places/${slug}` })),
    ...(await partnerList(db)).map((partner) => ({ path: partnerPath(partner) })),
    ...(await programmeList(db)).flatMap(({ slug, translated }) => {
      const path = `/programmes/${slug}`;
      const { languages = [] } = languagesOf({ frame }, path, { translated });
      const paths = languages.length > 0 ? languages.map((one) => one.path) : [path];
      return paths.map((one) => ({ path: one, languages }));
    }),
    ...(await projectList(db)).map(({ slug }) => ({ path: `/projects/${slug}` })),
    ...(await planList(db)).flatMap(planPaths),
    ...(await opportunityList(db)).map(({ slug }) => ({ path: `/opportunities/${slug}` })),
    ...[...events.coming, ...events.past].map(({ slug }) => ({ path: `/events/${slug}` })),
    ...[...pledges, ...series].map(({ slug }) => ({ path: `/pledges/${slug}` })),
    ...(await allBooks(db)).flatMap((book) => bookPaths(frame, book)),
    ...(await allCourses(db)).flatMap((course) => coursePaths(frame, course)),
  ];
  const body = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries
  .slice(0, MAX)
  .map((entry) => element(entry, frame.base))
  .join("\n")}
</urlset>
`;
  const [until] = [shown.until, people.until].filter((day) => day !== undefined).toSorted();
  return {
    kind: "file",
    uses: USES,
    ...(until !== undefined && { until }),
    type: "application/xml; charset=utf-8",
    body,
  };
}

/** A book in each of its languages, and its pages, which name their other languages themselves. */
function bookPaths(frame: Frame, book: ToldBook): Entry[] {
  const entryOf = (path: string): Entry => {
    const { languages, only } = placesOf(frame, path, book);
    return languages ? { path: languages[0]!.path, languages } : { path: only?.path ?? path };
  };
  const own = entryOf(`/books/${book.slug}`);
  return [
    own,
    ...(own.languages ?? []).slice(1).map(({ path }) => ({ ...own, path })),
    ...book.thing.pages.map((_, i) => entryOf(`/books/${book.slug}/${i + 1}`)),
  ];
}

/** A course and each of its lessons, in each language that it can be read in. */
function coursePaths(frame: Frame, course: ToldCourse): Entry[] {
  const { slug, thing } = course;
  const all = languagesOfCourse(course).filter((lang) => frame.languages.includes(lang));
  return ["", ...(thing.lessons ?? []).map(({ id }) => `/${id}`)].flatMap((below) => {
    const path = `/courses/${slug}${below}`;
    const languages = all.map((lang) => ({ lang, path: pathIn(frame, lang, path) }));
    return languages.length > 0
      ? languages.map((one) => ({ path: one.path, languages }))
      : { path };
  });
}

/** A plan, where a link can be tried over its ground, the ways of its hops, and the sheets of its masts. */
function planPaths({ slug, plan }: PlanCard): Entry[] {
  const below = [
    ...(plan.ground ? ["/link"] : []),
    ...plan.hops.map((_, i) => `/hops/${i + 1}`),
    ...plan.sites.map(({ id }) => `/sites/${id}`),
  ];
  return ["", ...below].map((path) => ({ path: `/plans/${slug}${path}` }));
}

async function storyEntries(
  db: Db,
  {
    frame,
    today,
    stories,
  }: { readonly frame: Frame; readonly today: string; readonly stories: readonly Shown[] },
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let i = 0; i < stories.length; i += CHUNK)
    for (const card of await storyCards(db, stories.slice(i, i + CHUNK), frame.language, today)) {
      const path = `/stories/${card.slug}`;
      const { changed } = card;
      const languages = card.languages
        .filter((lang) => frame.languages.includes(lang))
        .map((lang) => ({ lang, path: pathIn(frame, lang, path) }));
      const others = languages.filter((one) => one.path !== path);
      entries.push({ path, changed, languages });
      for (const other of others) entries.push({ path: other.path, changed, languages });
    }
  return entries;
}

function element({ path, changed, languages = [] }: Entry, base: string): string {
  const [own, ...more] = languages;
  const others = own && more.length > 0 ? [...languages, { ...own, lang: "x-default" }] : [];
  const links = others.map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${xml(other.lang)}" href="${xml(base + other.path)}"/>`,
  );
  const lastmod = changed === undefined ? "" : `<lastmod>${xml(changed)}</lastmod>`;
  return `<url><loc>${xml(base + path)}</loc>${lastmod}${links.join("")}</url>`;
}
