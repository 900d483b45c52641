/** What a newsletter shows on a day: its parts in a language, without what may not be shown there. Rule U15. */
import type { Db } from "../../../platform/db/store.ts";
import type { PictureFile } from "../../../platform/web/picture.tsx";
import { photosAgreed } from "../../people/api.ts";
import { pictureRules } from "../../pictures/api.ts";
import { eventList, eventTime } from "../../events/api.ts";
import { pledgeLedger } from "../../pledges/api.ts";
import { placeLine, shownStories, storiesBySubject, storyCards } from "../../stories/api.ts";
import type { Newsletter } from "../records.ts";

export type ShownPart =
  | { readonly is: "words"; readonly markdown: string }
  | {
      readonly is: "story" | "event" | "pledge";
      readonly title: string;
      readonly summary: string;
      /** Who, where or when, in a line; empty where nothing is known. */
      readonly line: string;
      /** Of title and summary. */
      readonly lang: string;
      readonly path: string;
    }
  | {
      readonly is: "photo";
      readonly picture: PictureFile;
      /** Of its words. */
      readonly lang: string;
    };

export interface ShownNewsletter {
  readonly title: string;
  readonly summary: string;
  /** In which its own words are: the one that was asked for, where it was translated. */
  readonly lang: string;
  readonly parts: readonly ShownPart[];
  /** First day on which something of it may be shown no more, or again. */
  readonly until?: string;
  /** How many parts are left out because they may not be shown here. */
  readonly left: number;
}

interface Asked {
  readonly lang: string;
  /** UTC. */
  readonly today: string;
  readonly channel: "web" | "mail";
}

export async function shownNewsletter(
  db: Db,
  newsletter: Newsletter,
  asked: Asked,
): Promise<ShownNewsletter> {
  const { lang, channel } = asked;
  const { parts, translations = [], language } = newsletter;
  const own = translations.find((one) => one.language === lang);
  const has = (sort: "event" | "pledge") => parts.some((part) => part[sort] !== undefined);
  const stories = await storiesOf(db, newsletter, asked);
  const events = has("event") ? await eventsOf(db, asked) : NOTHING;
  const pledges = has("pledge") ? await pledgesOf(db, asked) : { cards: NOTHING, until: undefined };
  const [until] = [stories.until, pledges.until].filter((one) => one !== undefined).toSorted();
  let written = 0; // parts that are words so far
  const shown = parts.map((part): ShownPart | undefined => {
    const { words, story, event, pledge, photo } = part;
    if (words !== undefined) {
      const said = own?.words?.[written];
      written += 1;
      return { is: "words", markdown: said ?? words };
    }
    if (story !== undefined) return stories.cards.get(story);
    if (event !== undefined) return events.get(event);
    if (pledge !== undefined) return pledges.cards.get(pledge);
    return photo && stories.photo(photo);
  });
  const { title, summary = "" } = own ?? newsletter;
  const there = shown.filter((part) => part !== undefined);
  return {
    title,
    summary,
    lang: own ? lang : language,
    parts: there,
    left: shown.length - there.length,
    ...(channel === "web" && until !== undefined && { until }),
  };
}

const NOTHING: ReadonlyMap<string, ShownPart> = new Map();

async function storiesOf(db: Db, { parts }: Newsletter, { lang, today, channel }: Asked) {
  const named = parts.flatMap(({ story, photo }) => story ?? photo?.story ?? []);
  if (named.length === 0) return { cards: NOTHING, photo: () => undefined };
  const { stories, until } = await shownStories(db, today, channel);
  const shown = stories.filter(({ subject }) => named.includes(subject));
  const told = await storyCards(db, shown, lang, today);
  const states = await storiesBySubject(
    db,
    shown.map(({ subject }) => subject),
  );
  const cards = new Map(
    told.map((card): [string, ShownPart] => [
      card.subject,
      {
        is: "story",
        title: card.title,
        summary: card.summary,
        line: [card.person?.name, card.place && placeLine(card.place)]
          .filter((one) => one !== undefined)
          .join(", "),
        lang: card.lang,
        path: `/stories/${card.slug}`,
      },
    ]),
  );
  const photos = parts.flatMap(({ photo: which }) => {
    if (!which) return [];
    const { cover, pictures = [], language = lang } = states.get(which.story) ?? {};
    const picture =
      which.name === undefined ? cover : pictures.find(({ name }) => name === which.name);
    return picture ? [{ which, picture, language }] : [];
  });
  const files = photos.map(({ picture }) => picture.file.media);
  const rules = await pictureRules(
    db,
    files,
    { today, lang },
    photosAgreed(db, { lang, today, channel }),
  );
  const photo = (which: object): ShownPart | undefined => {
    const found = photos.find((one) => one.which === which);
    return found && rules.shows(found.picture.file.media)
      ? { is: "photo", picture: found.picture, lang: found.language }
      : undefined;
  };
  const [first] = [until, rules.until].filter((one) => one !== undefined).toSorted();
  return { cards, photo, until: first };
}

async function eventsOf(db: Db, { lang, today }: Asked): Promise<ReadonlyMap<string, ShownPart>> {
  const { coming, past } = await eventList(db, today, lang);
  return new Map(
    [...coming, ...past].map(({ subject, slug, event }) => [
      subject,
      {
        is: "event",
        title: event.title,
        summary: event.summary,
        line: eventTime(event, lang),
        lang: event.language ?? lang,
        path: `/events/${slug}`,
      },
    ]),
  );
}

async function pledgesOf(db: Db, { lang, today }: Asked) {
  const { pledges, until } = await pledgeLedger(db, today, lang);
  const cards = new Map(
    pledges.map(({ subject, slug, pledge, pledger, status }): [string, ShownPart] => [
      subject,
      {
        is: "pledge",
        title: pledge.title,
        summary: "",
        line: [pledger.name, status?.words].filter((one) => one !== undefined).join("; "),
        lang,
        path: `/pledges/${slug}`,
      },
    ]),
  );
  return { cards, until };
}
