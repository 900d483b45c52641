/**
 * Stories in the fediverse: those in which everybody named agreed to be told of there, and whoever signs them, to be
 * followed. What has gone out is kept by others, so nothing goes that only our own pages may show. Rules
 * FF3, FF4 and FF14 of platform/federation.
 */
import type { Asking, Attachment, Post, Speaks } from "../../platform/federation/speaking.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import { hashtagsOf } from "../../platform/federation/hashtags.ts";
import { mediaType } from "../../platform/media/kind.ts";
import { pathIn } from "../../platform/web/frame.ts";
import {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  peopleBySubject,
  PERSON_EDITED,
  PERSON_HELD,
  PERSON_RELEASED,
  PERSON_WITHDRAWN,
  mayBeMachine,
  mayBeShown,
  type PersonCard,
} from "../people/api.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { isTakenBack } from "../../platform/addresses/taken-back.ts";
import { authorCard, authorNamed, mayBeNamed } from "./authors.ts";
import { textOnItsOwn } from "./feed-entries.ts";
import { shownFrom, type Story } from "./fold.ts";
import { filmPurpose } from "./film-purpose.ts";
import { whenOf } from "./moments.ts";
import { rulesFor, withShown } from "./pictures.ts";
import { storiesBySubject, storyAt } from "./queries.ts";
import { storyKinds } from "./records.ts";
import { shownStories, storiesNaming } from "./shown.ts";

const CHANNEL = "fediverse";
const FIRST = 5; // stories that a newcomer is shown first
const ATTACHED = /!\[(?:[^\]!]|!(?!\[)){0,2000}\]\(picture:[a-z0-9-]{1,80}\)/g; // stands beside the words, and is described there
const SUBJECT = /^[0-9a-f]{64}$/;

export const storiesSpeak: Speaks = {
  kinds: [
    ...Object.keys(storyKinds),
    PERSON_EDITED,
    PERSON_WITHDRAWN,
    PERSON_HELD,
    PERSON_RELEASED,
    CONSENT_GIVEN,
    CONSENT_WITHDRAWN,
  ],
  async posts({ db }, subject) {
    const told = await storiesNaming(db, "person", subject);
    const signed = await storiesNaming(db, "author", subject);
    return [...new Set([subject, ...told, ...signed])];
  },
  async at({ db }, path) {
    const [, space, slug] = /^\/(stories|authors)\/([a-z0-9-]+)$/.exec(path) ?? [];
    if (slug === undefined) return undefined;
    if (space === "stories") {
      const told = await storyAt(db, slug);
      return told && { post: told.subject };
    }
    const actor = await authorNamed(db, slug);
    return actor === undefined ? undefined : { actor };
  },
  async actor(asking, identifier) {
    return SUBJECT.test(identifier) ? authorCard(asking, identifier) : undefined;
  },
  async named(asking, username) {
    const subject = await authorNamed(asking.db, username.replaceAll("_", "-"));
    const card = subject === undefined ? undefined : await authorCard(asking, subject);
    return card?.identifier;
  },
  post: async (asking, id) => (SUBJECT.test(id) ? storyPost(asking, id) : undefined),
  gone: async ({ db }, id) => SUBJECT.test(id) && isTakenBack(db, id), // who signs, too
  async outbox({ db, today }, identifier) {
    const { stories } = await shownStories(db, today, CHANNEL);
    const all = stories.map(({ subject, published }) => ({ id: subject, published }));
    if (identifier === CAMPAIGN) return all;
    const naming = identifier.startsWith("topic-")
      ? await storiesNaming(db, "topic", identifier.slice("topic-".length))
      : await storiesNaming(db, "author", identifier);
    return all.filter(({ id }) => naming.has(id));
  },
  async featured({ db, today }, identifier) {
    if (identifier !== CAMPAIGN) return [];
    const { stories } = await shownStories(db, today, CHANNEL);
    const leading = stories.filter(({ lead }) => lead);
    return (leading.length > 0 ? leading : stories).slice(0, FIRST).map(({ subject }) => subject);
  },
};

/** Undefined where it may not be told there today. */
async function storyPost(asking: Asking, subject: string): Promise<Post | undefined> {
  const { db, frame, today } = asking;
  const story = (await storiesBySubject(db, [subject])).get(subject);
  const slug = (await slugsOf(db, [subject])).get(subject);
  if (!story || slug === undefined || shownFrom(story) > today) return undefined;
  const named = await peopleBySubject(db, [...(story.people ?? []), ...story.authors]);
  const people = (story.people ?? []).map((one) => named.get(one));
  const agreed = (lang: string) =>
    people.every((one) => one && mayBeShown(one, "story", lang, today, CHANNEL));
  if (!agreed(story.language)) return undefined;
  const translations = Object.entries(story.translations).filter(
    ([lang, { state }]) =>
      frame.languages.includes(lang) &&
      agreed(lang) &&
      (state !== "machine" || people.every((one) => one && mayBeMachine(one))),
  );
  const authors = story.authors.flatMap((one) => named.get(one) ?? []);
  const htmlOf = (lang: string, markdown: string): string =>
    textOnItsOwn({ lang, markdown: markdown.replace(ATTACHED, "") }, story, frame.base);
  const asked = { today, lang: story.language, channel: CHANNEL } as const;
  const rules = await rulesFor(db, [story], [], asked);
  const topics = (story.topics ?? []).filter((id) => frame.topics.some((one) => one.id === id));
  return {
    id: subject,
    kind: "article",
    actor: CAMPAIGN,
    also: [
      ...topics.map((id) => `topic-${id}`),
      ...authors.filter((one) => mayBeNamed(asking, one)).map((one) => one.subject),
    ],
    path: `/stories/${slug}`,
    title: story.title,
    summary: story.summary,
    html: htmlOf(story.language, story.markdown),
    lang: story.language,
    translations: translations.map(([lang, { title, summary, markdown }]) => ({
      lang,
      path: pathIn(frame, lang, `/stories/${slug}`),
      title,
      summary,
      html: htmlOf(lang, markdown),
    })),
    ...whenOf(story),
    ...(story.moments?.isArchived && { isArchived: true }),
    attachments: filesOf(
      withShown(story, rules, story.language),
      people.filter((one) => one !== undefined),
      today,
    ),
    hashtags: hashtagsOf(frame, topics, story.tags),
  };
}

/** Pictures with their words, and a film; of people only where everybody named agreed to that too. */
function filesOf(story: Story, people: readonly PersonCard[], today: string): Attachment[] {
  const agreed = (purpose: "photo" | "film" | "voice") =>
    people.every((one) => mayBeShown(one, purpose, story.language, today, CHANNEL));
  const { cover, pictures = [], film } = story;
  // A drawing has a print for the night; it is of a place, and nobody is in it.
  const shown = [...(cover ? [cover] : []), ...pictures].filter(
    ({ night }) => night !== undefined || agreed("photo"),
  );
  const images = shown.map(({ file, alt }) => ({
    media: file.media,
    type: mediaType(file.media),
    alt,
    ...(file.width !== undefined && { width: file.width }),
    ...(file.height !== undefined && { height: file.height }),
  }));
  if (!film || !("file" in film)) return images;
  const type = mediaType(film.file.media);
  if (!agreed(filmPurpose(film))) return images;
  return [...images, { media: film.file.media, type, alt: film.title }];
}
