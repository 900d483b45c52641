/** The page of a story, and that of a draft before it is told. */
import { LADDER_USE } from "../../../platform/media/ladder/rungs-of.ts";
import type { Page, PageRequest } from "../../../platform/web/route.ts";
import type { PersonCard } from "../../people/api.ts";
import { showsOf } from "../card.ts";
import { articleOf } from "../json-ld.ts";
import { whenOf } from "../moments.ts";
import { storyPath } from "../naming.ts";
import type { ToldStory } from "../queries.ts";
import { LIST_USES } from "../shown.ts";
import { draftView, type StoryView } from "../view.ts";
import { wordsIn } from "../words.ts";
import { StoryPage } from "./story.tsx";

/** The page that a draft will be. */
export const draftPage = async (
  request: PageRequest,
  told: ToldStory,
  unsaid?: ReadonlyMap<string, PersonCard>,
): Promise<Page> => storyPage(await draftView(request, told, unsaid), request);

/** The page of a story. */
export function storyPage(view: StoryView, request: PageRequest): Page {
  const { frame, lang } = request;
  const { subject, slug, text, people, authors, places, partners, programmes } = view;
  const { language } = view.story;
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
    lang: wordsIn(lang).lang,
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
    ...(text.lang !== lang && { only: { lang: language, path: storyPath(frame, language, slug) } }),
    feeds: [{ title: frame.name, path: "/feed.xml" }, ...authors.map(feed)],
  };
}
