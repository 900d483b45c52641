/** The questions of every story that may be shown, for the list of them and for feeds. Rules S38 and S39. */
import type { Db } from "../../platform/db/store.ts";
import type { FeedEntry } from "../../platform/web/feed.ts";
import { xml } from "../../platform/web/feed.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import type { Channel } from "../people/api.ts";
import { storiesBySubject } from "./queries.ts";
import { questionsIn, type Asked } from "./questions.ts";
import { shownStories } from "./shown.ts";
import { wordsIn } from "./words.ts";

export interface AskedOf extends Asked {
  readonly subject: string;
  readonly slug: string;
  /** Of the story, in the language of the page where it is translated; and that language. */
  readonly title: string;
  readonly titleLang: string;
}

/** @returns them in no order, and the first day on which they may be others without a new record */
export async function askedQuestions(
  db: Db,
  { today, lang, channel }: { today: string; lang: string; channel?: Channel },
): Promise<{ readonly asked: readonly AskedOf[]; readonly until?: string }> {
  const { stories, readsIn, until } = await shownStories(db, today, channel);
  const told = await storiesBySubject(
    db,
    stories.map(({ subject }) => subject),
  );
  const asking = [...told].filter(([, { questions }]) => questions !== undefined);
  const slugs = await slugsOf(
    db,
    asking.map(([subject]) => subject),
  );
  const asked = asking.flatMap(([subject, story]) => {
    const slug = slugs.get(subject);
    if (slug === undefined) return [];
    const translation = readsIn(subject, lang) ? story.translations[lang] : undefined;
    const text = translation ? { lang, translation } : { lang: story.language };
    const of = {
      subject,
      slug,
      title: translation?.title ?? story.title,
      titleLang: text.lang,
    };
    return questionsIn(story, text).map((one) => ({ ...one, ...of }));
  });
  return { asked, ...(until !== undefined && { until }) };
}

/** S39: what was answered, as entries of the feed of everything. */
export async function answeredEntries({
  db,
  frame,
  lang,
  today,
}: PageRequest): Promise<readonly FeedEntry[]> {
  const { asked } = await askedQuestions(db, { today, lang, channel: "feed" });
  return asked.flatMap(({ settled, subject, slug, id, words, lang: spoken }) => {
    if (!settled || settled.on > today) return [];
    const said = wordsIn(spoken);
    const source = `<a href="${xml(settled.source)}">${xml(said.source)}</a>`;
    return {
      id: `urn:sha256:${subject}#${id}`,
      title: said.settledTitle(words),
      url: `${frame.base}${pathIn(frame, lang, `/stories/${slug}`)}#${id}`,
      published: settled.on,
      summary: settled.answer,
      html: `<p>${xml(settled.answer)} ${source}</p>`,
      lang: spoken,
    };
  });
}
