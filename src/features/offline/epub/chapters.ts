/** From stories that may be printed on the day to the chapters of a book. Rules K1 and K3 of README.md. */
import { printPicture } from "../../../platform/media/pictures/pictures.ts";
import type { PageRequest } from "../../../platform/web/route.ts";
import { withoutNames } from "../../../platform/web/hidden-names.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { peopleBySubject, mayBeShown, restsOnConsent } from "../../people/api.ts";
import {
  placeLine,
  storiesBySubject,
  storyCards,
  storyPath,
  type Shown,
  type Story,
  type StoryCard,
} from "../../stories/api.ts";
import { bytesOf } from "../bytes.ts";
import { bookWordsIn } from "../words.ts";
import type { Chapter, Picture, Source } from "./book.ts";

const MAX_WIDTH = 640; // px; as wide as a page of a small reader
const QUALITY = 60;
const MAX_PICTURES = 1_000_000; // bytes in one book, of the size that they have here

interface Gathered {
  readonly chapters: readonly Chapter[];
  /** The first of them that is somewhere. */
  readonly place?: NonNullable<StoryCard["place"]>;
}

/** One chapter a story, in the order given, in the language asked for where there is a translation. */
export async function gather(request: PageRequest, stories: readonly Shown[]): Promise<Gathered> {
  const { db, lang, today } = request;
  const cards = await storyCards(db, stories, lang, today);
  const states = await storiesBySubject(
    db,
    cards.map(({ subject }) => subject),
  );
  const chapters: Chapter[] = [];
  let room = MAX_PICTURES;
  for (const card of cards) {
    const story = states.get(card.subject)!;
    const wanted = card.cover !== undefined && card.cover.file.bytes <= room;
    const picture = wanted ? await pictureOf(request, card.cover) : undefined;
    if (picture) room -= card.cover!.file.bytes;
    chapters.push(await chapterOf(request, card, story, picture));
  }
  const place = cards.find((card) => card.place !== undefined)?.place;
  return { chapters, ...(place && { place }) };
}

async function chapterOf(
  { db, frame, today }: PageRequest,
  card: StoryCard,
  story: Story,
  picture: Picture | undefined,
): Promise<Chapter> {
  const known = await peopleBySubject(db, story.authors);
  const authors = story.authors
    .flatMap((one) => known.get(one) ?? [])
    .filter((a) => !restsOnConsent(a) || mayBeShown(a, "story", story.language, today, "print"));
  const translation = card.lang === story.language ? undefined : story.translations[card.lang];
  const words = bookWordsIn(card.lang);
  const chapter = {
    subject: card.subject,
    title: card.title,
    summary: card.summary,
    lang: card.lang,
    markdown: (translation ?? story).markdown,
    authors: authors.map(({ name }) => name),
    ...(card.place && { where: placeLine(card.place) }),
    published: story.published,
    updated: story.updated,
    url: `${frame.base}${storyPath(frame, card.lang, card.slug)}`,
    ...(picture && { picture }),
    sources: (story.sources ?? []).map((source) => sourceOf(source, card.lang)),
    ...(translation && translation.state !== "reviewed" && { state: words[translation.state] }),
    disclaimer: story.disclaimer ?? frame.disclaimer,
  };
  return withoutNames(chapter, frame.hidden);
}

function sourceOf(
  { title, url, publisher, date, note }: NonNullable<Story["sources"]>[number],
  lang: string,
): Source {
  const said = [publisher, date && formatDay(date, lang), note].filter(Boolean).join(", ");
  return { title, url, said };
}

/** Small, and as JPEG, which every reading system shows; one that is not here is left out. */
async function pictureOf(
  { readMedia }: PageRequest,
  cover: NonNullable<StoryCard["cover"]>,
): Promise<Picture | undefined> {
  const stored = await bytesOf(readMedia, cover.file.media);
  if (!stored) return undefined;
  const { bytes } = await printPicture(stored, {
    width: MAX_WIDTH,
    background: "#f4f4ee",
    format: "jpg",
    qualities: [QUALITY],
  });
  const name = `${cover.file.media.slice(0, 16)}.jpg`;
  return { name, bytes, alt: cover.alt, credit: cover.credit };
}
