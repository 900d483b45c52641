/** The addresses of stories. */
import { gonePage } from "../../platform/web/pages.ts";
import { lookedUp } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { browse, CHOICES, PAGE_SIZE } from "./browse.ts";
import { feedRoutes } from "./feeds.ts";
import { BrowsePage } from "./pages/browse.tsx";
import { GapPage } from "./pages/gap.tsx";
import { storyPage } from "./pages/page.ts";
import { TopicPage } from "./pages/topic.tsx";
import type { Gap } from "./fold.ts";
import { gapAt, isTakenBackAt, storyList } from "./queries.ts";
import { LIST_USES } from "./shown.ts";
import { wordsIn } from "./words.ts";
import { storyView } from "./view.ts";

const CHOSEN = Object.fromEntries(CHOICES.map((choice) => [choice, lookedUp]));

export const storyRoutes: readonly Route[] = [
  { path: "/stories", query: { ...CHOSEN, page: lookedUp }, answer: all },
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
  return storyPage(view, request);
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
