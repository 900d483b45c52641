/** Stories as the API gives them: those that consent allows to be passed on. Rule OD4. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import { shownStories, storyList, storyView, type StoryCard } from "../../stories/api.ts";
import { mayBeShown, restsOnConsent, type PersonCard } from "../../people/api.ts";
import { CHANNEL, STORY_USES } from "../queries.ts";
import { namedThings, thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, SIZE } from "./answer.ts";

export async function storiesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, today, lang } = request;
  const list = await storyList(db, { today, lang, page, size: SIZE, channel: CHANNEL });
  const items = list.cards.map((card) => cardOf(request, card));
  const body = listOf(request, "/api/stories", { items, total: list.total, page });
  return body && jsonFile(body, STORY_USES, list.until);
}

export async function storyAnswer(request: PageRequest): Promise<Answer> {
  const { db, today } = request;
  const view = await storyView(request);
  if (!view) return undefined;
  if ("to" in view) return { kind: "redirect", uses: STORY_USES, to: `/api${view.to}` };
  const { stories, until } = await request.remember("open data stories", STORY_USES, () =>
    shownStories(db, today, CHANNEL),
  );
  if (!stories.some(({ subject }) => subject === view.subject)) return undefined;
  const { story, text } = view;
  const { translation } = text;
  const named = (people: readonly PersonCard[]) => namedThings(request, "authors", people);
  const authors = view.authors.filter(
    (a) => !restsOnConsent(a) || mayBeShown(a, "story", story.language, today, CHANNEL),
  );
  const first = [view.until, until].filter((day) => day !== undefined).toSorted()[0];
  return jsonFile(
    {
      ...thingOf(request, "stories", view),
      title: text.title,
      summary: text.summary,
      lang: text.lang,
      languages: view.languages,
      category: story.category,
      published: story.published,
      updated: story.updated,
      walk: view.walk,
      ...(translation && {
        translation: { state: translation.state, translator: translation.translator },
      }),
      topics: story.topics ?? [],
      people: named(view.people),
      authors: named(authors),
      places: namedThings(request, "places", view.places),
      partners: namedThings(request, "partners", view.partners),
      programmes: namedThings(request, "programmes", view.programmes),
      sources: story.sources ?? [],
      disclaimer: story.disclaimer,
      markdown: text.markdown,
    },
    STORY_USES,
    first,
  );
}

function cardOf(request: PageRequest, card: StoryCard): object {
  const { title, summary, lang, languages, category, published, updated, walk } = card;
  const { frame } = request;
  const self = pathIn(frame, request.lang, `/api/stories/${card.slug}`);
  return {
    ...thingOf(request, "stories", card),
    api: `${frame.base}${self}`,
    title,
    summary,
    lang,
    languages,
    category,
    published,
    updated,
    walk,
    ...(card.person && { person: namedThings(request, "authors", [card.person])[0] }),
    ...(card.place && { place: namedThings(request, "places", [card.place])[0] }),
  };
}
