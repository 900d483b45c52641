/** What a question finds: stories by their words, other things by their names. Rules Q1 to Q4 of README.md. */
import { wanted, type Wanted } from "../../engines/tokens/tokens.ts";
import type { Db } from "../../platform/db/store.ts";
import { findWords } from "../../platform/db/word-index.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { storiesBySubject, storyCards, type StoryCard } from "../stories/feature.ts";
import { WORDS } from "./indexing.ts";
import type { ReadNames, Name } from "./names.ts";
import { plainText } from "./plain.ts";
import { markedIn, snippetOf, type Piece } from "./snippet.ts";
import type { ReadTexts, ShownText } from "./texts.ts";

export const PAGE_SIZE = 10;
const MAX_NAMES = 12; // a page of stories should not begin below the fold

export interface Question {
  readonly words: string;
  /** The language of the texts looked in; all where it is absent. */
  readonly lang?: string;
  readonly page: number;
}
export interface Hit {
  readonly card: StoryCard;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  /** The language in which it was found. */
  readonly lang: string;
  /** The language of the address under which that text stands: the page's own where nobody has translated it. */
  readonly at: string;
}
export interface Found {
  readonly wanted: readonly Wanted[];
  readonly hits: readonly Hit[];
  readonly total: number;
  /** The page that is shown: the last where one beyond it was asked for. */
  readonly page: number;
  readonly names: readonly Name[];
  readonly languages: readonly string[];
}

export interface Sources {
  readonly texts: ReadTexts;
  readonly names: ReadNames;
}

/** A story found in several languages is shown in the one asked for, else in that of the page. */
export async function find(
  db: Db,
  question: Question,
  context: {
    readonly frame: Frame;
    /** The language of the page. */
    readonly lang: string;
    readonly today: string;
    readonly sources: Sources;
  },
): Promise<Found> {
  const { lang, sources } = context;
  const asked = wanted(question.words);
  const { byId, languages } = await sources.texts(db, context);
  if (asked.length === 0)
    return { wanted: asked, hits: [], total: 0, page: 1, names: [], languages };
  const prefer = question.lang ?? lang;
  const chosen = new Map<string, ShownText & { readonly tier: number }>();
  for (const [tier, where] of (["title", "anywhere"] as const).entries())
    for (const id of await findWords(db, WORDS, asked, where)) {
      const text = byId.get(id);
      if (!text || (question.lang !== undefined && text.lang !== question.lang)) continue;
      const before = chosen.get(text.story.subject);
      if (!before || (before.tier === tier && comesFirst(text.lang, before.lang, prefer)))
        chosen.set(text.story.subject, { ...text, tier });
    }
  const ordered = [...chosen.values()].toSorted((a, b) => a.tier - b.tier || a.order - b.order);
  const page = Math.max(1, Math.min(question.page, Math.ceil(ordered.length / PAGE_SIZE)));
  const start = (page - 1) * PAGE_SIZE;
  return {
    wanted: asked,
    hits: await hitsOf(db, ordered.slice(start, start + PAGE_SIZE), asked, context),
    total: ordered.length,
    page,
    names: page > 1 ? [] : (await sources.names(db, context, asked)).slice(0, MAX_NAMES),
    languages,
  };
}

/** Of two languages that answer alike: the preferred one, else the one that sorts first. */
const comesFirst = (a: string, b: string, prefer: string): boolean =>
  a === prefer || (b !== prefer && a < b);

async function hitsOf(
  db: Db,
  texts: readonly ShownText[],
  asked: readonly Wanted[],
  { lang: page, today }: { readonly lang: string; readonly today: string },
): Promise<Hit[]> {
  const states = await storiesBySubject(
    db,
    texts.map(({ story }) => story.subject),
  );
  const hits: Hit[] = [];
  for (const lang of new Set(texts.map((text) => text.lang))) {
    const some = texts.filter((text) => text.lang === lang).map(({ story }) => story);
    for (const card of await storyCards(db, some, lang, today)) {
      const story = states.get(card.subject)!;
      const { title, summary, markdown } = story.translations[lang] ?? story;
      hits.push({
        card,
        lang,
        at: lang === story.language && !story.translations[page] ? page : lang,
        title: markedIn(title, asked),
        snippet: snippetOf(`${summary} ${plainText(markdown)}`, asked),
      });
    }
  }
  const place = new Map(texts.map(({ story }, i) => [story.subject, i]));
  return hits.toSorted((a, b) => place.get(a.card.subject)! - place.get(b.card.subject)!);
}
