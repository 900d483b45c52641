/** Stories as entries of a feed: the whole text, under the permanent subject. */
import { xml, type FeedEntry } from "../../platform/web/feed.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { markdownHtml } from "../../platform/web/markdown.tsx";
import type { PageRequest } from "../../platform/web/route.ts";
import { consentChanges, peopleBySubject, mayBeShown, restsOnConsent } from "../people/api.ts";
import { pictureOf } from "./feed-pictures.ts";
import type { Story } from "./fold.ts";
import { whenOf } from "./moments.ts";
import { storiesBySubject, type StoryCard } from "./queries.ts";
import { earliest } from "./shown.ts";
import { textIn, type Text } from "./text.ts";
import { wordsIn } from "./words.ts";

interface Entries {
  readonly entries: readonly FeedEntry[];
  /** First day on which an author may be named differently. */
  readonly until?: string;
}

export async function entriesOf(
  request: PageRequest,
  cards: readonly StoryCard[],
): Promise<Entries> {
  const { db, frame, lang, today } = request;
  const stories = await storiesBySubject(
    db,
    cards.map((c) => c.subject),
  );
  const named = [...stories.values()].flatMap((s) => [...(s.people ?? []), ...s.authors]);
  const people = await peopleBySubject(db, named);
  const told = cards.flatMap((card) => {
    const story = stories.get(card.subject);
    return story ? [{ card, story }] : [];
  });
  const pictured = await Promise.all(
    told.map(async ({ card, story }) => {
      const all = (story.people ?? []).map((one) => people.get(one));
      const text = textIn(
        story,
        lang,
        all.flatMap((one) => one ?? []),
        today,
      );
      const seen = await pictureOf(request, { card, story, people: all, lang: text.lang });
      return { card, story, text, ...seen };
    }),
  );
  const entries = pictured.map(({ card, story, text, picture }) => {
    const authors = story.authors
      .flatMap((one) => people.get(one) ?? [])
      .filter((a) => !restsOnConsent(a) || mayBeShown(a, "story", story.language, today, "feed"));
    return {
      id: `urn:sha256:${card.subject}`,
      title: text.title,
      url: `${frame.base}${pathIn(frame, lang, `/stories/${card.slug}`)}`,
      ...whenOf(story),
      summary: text.summary,
      html: textOnItsOwn(text, story, frame.base),
      lang: text.lang,
      authors: authors.map((a) => a.name),
      tags: frame.topics.filter(({ id }) => story.topics?.includes(id)).map(({ name }) => name),
      ...(picture && { picture }),
    };
  });
  const changes = [
    ...[...people.values()].map((one) => consentChanges(one, today)),
    ...pictured.map(({ until }) => until),
  ];
  return { entries, ...earliest(changes) };
}

/** The whole text for those who read it elsewhere, and know neither our paths nor places on our page; its sources stand last. */
export function textOnItsOwn(
  { markdown, lang }: Pick<Text, "markdown" | "lang">,
  { sources = [] }: Story,
  base: string,
): string {
  const text = markdown.replace(/\[\^(\d+)\]/g, "\\[$1\\]").replaceAll("](/", `](${base}/`);
  const items = sources.map(({ title, url }) => `<li><a href="${xml(url)}">${xml(title)}</a></li>`);
  if (items.length === 0) return markdownHtml({ text });
  const heading = `<p><strong>${xml(wordsIn(lang).sources)}</strong></p>`;
  return `${markdownHtml({ text })}${heading}<ol>${items.join("")}</ol>`;
}
