/** The addresses of stories. */
import { LADDER_USE } from "../../platform/media/ladder/rungs-of.ts";
import { gonePage } from "../../platform/web/pages.ts";
import type { Answer, Page, PageRequest, Route } from "../../platform/web/route.ts";
import { showsOf } from "./card.ts";
import { browse, CHOICES, PAGE_SIZE } from "./browse.ts";
import { feedRoutes } from "./feeds.ts";
import { articleOf } from "./json-ld.ts";
import { BrowsePage } from "./pages/browse.tsx";
import { GapPage } from "./pages/gap.tsx";
import { storyPath } from "./pages/list.tsx";
import { StoryPage } from "./pages/story.tsx";
import { TopicPage } from "./pages/topic.tsx";
import type { Gap } from "./fold.ts";
import { whenOf } from "./moments.ts";
import { gapAt, isTakenBackAt, storyList, type ToldStory } from "./queries.ts";
import { LIST_USES } from "./shown.ts";
import { wordsIn } from "./words.ts";
import type { PersonCard } from "../people/feature.ts";
import { draftView, storyView, type StoryView } from "./view.ts";

export const storyRoutes: readonly Route[] = [
  { path: "/stories", query: [...CHOICES, "page"], answer: all },
  { path: "/stories/:slug", answer: story },
  { path: "/topics/:topic", answer: topic },
  { path: "/feed", answer: async () => ({ kind: "redirect", uses: {}, to: "/feed.xml" }) }, // where most systems have it
  ...feedRoutes,
];

async function all(request: PageRequest): Promise<Answer> {
  const view = await browse(request);
  if (!view) return undefined;
  const words = wordsIn(request.lang);
  return {
    kind: "page",
    uses: { projections: [...LIST_USES, "programmes"] },
    ...(view.list.until !== undefined && { until: view.list.until }),
    title: words.stories,
    description: words.storiesOf(request.frame.name),
    lang: words.lang,
    current: "/stories",
    main: BrowsePage({ view, request }),
  };
}

async function story(request: PageRequest): Promise<Answer> {
  const view = await storyView(request);
  if (!view) return gap(request);
  if ("to" in view) return { kind: "redirect", uses: { projections: ["addresses"] }, to: view.to };
  return pageOf(view, request);
}

/** The page that a draft will be. */
export const draftPage = async (
  request: PageRequest,
  told: ToldStory,
  unsaid?: ReadonlyMap<string, PersonCard>,
): Promise<Page> => pageOf(await draftView(request, told, unsaid), request);

function pageOf(view: StoryView, request: PageRequest): Page {
  const { frame, lang } = request;
  const { subject, slug, text, people, authors, places, partners, programmes } = view;
  const shown = [...people, ...authors, ...places, ...partners, ...programmes];
  const feed = (one: (typeof authors)[number]) => ({
    title: `${one.name}, ${frame.name}`,
    path: `/authors/${one.slug}/feed.xml`,
  });
  return {
    kind: "page",
    // The line before and after rests on all stories.
    uses: {
      subjects: [subject, ...shown.map((s) => s.subject)],
      projections: [...LIST_USES, LADDER_USE],
    },
    ...(view.until !== undefined && { until: view.until }),
    title: view.head.title,
    description: view.head.summary,
    lang: text.lang,
    current: "/stories",
    main: StoryPage({ view, request }),
    card: {
      type: "article",
      published: whenOf(view.story).published,
      shows: showsOf(view, request),
    },
    jsonLd: articleOf(view, frame, lang),
    embed: `/oembed?url=${encodeURIComponent(frame.base + storyPath(frame, lang, slug))}`,
    languages:
      view.languages.length < 2
        ? []
        : view.languages.map((one) => ({
            lang: one,
            path: storyPath(frame, one, slug),
          })),
    feeds: [{ title: frame.name, path: "/feed.xml" }, ...authors.map(feed)],
  };
}

async function gap(request: PageRequest): Promise<Answer> {
  const found = await gapAt(request.db, request.params["slug"] ?? "");
  if (!found) return notShown(request);
  const words = wordsIn(request.lang);
  return {
    kind: "page",
    uses: { projections: ["stories", "addresses"] },
    title: words.gap.title,
    description: words.gap.why,
    lang: words.lang,
    current: "/stories",
    gone: true,
    unlisted: true,
    main: GapPage({ gap: { day: found.day, by: found.by as Gap["by"] }, request }),
  };
}

const notShown = async ({ db, params, lang, today }: PageRequest): Promise<Answer> =>
  (await isTakenBackAt(db, params["slug"] ?? "", today))
    ? gonePage(lang, { projections: LIST_USES })
    : undefined;

async function topic(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, today, params } = request;
  const found = frame.topics.find(({ id }) => id === params["topic"]);
  if (!found) return undefined;
  const list = await storyList(db, { today, lang, topic: found.id, size: PAGE_SIZE });
  const related = await request.related(`topic:${found.id}`);
  return {
    kind: "page",
    uses: { projections: [...LIST_USES, "campaign"] },
    ...(list.until !== undefined && { until: list.until }),
    title: found.name,
    description: found.question,
    lang: wordsIn(lang).lang,
    current: "/conversation",
    main: TopicPage({ topic: found, list, related, frame, lang }),
    feeds: [{ title: `${found.name}, ${frame.name}`, path: `/topics/${found.id}/feed.xml` }],
  };
}
