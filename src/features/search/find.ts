/** What a question finds, as the page shows it; where nothing has all its words, what is nearest. Rules of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { textsOf } from "../../platform/texts/view.ts";
import { withoutNames } from "../../platform/web/hidden-names.ts";
import { storiesBySubject, storyCards, type StoryCard } from "../stories/api.ts";
import { askedWords, type AskedWord } from "./asked.ts";
import { lookFor, type Context, type Question } from "./look.ts";
import type { Name } from "./names.ts";
import { findNearest } from "./nearest.ts";
import { plainText } from "./indexing.ts";
import { markedIn, snippetOf, type Piece } from "./snippet.ts";
import type { ShownText } from "./texts.ts";

export const PAGE_SIZE = 10;
const MAX_NAMES = 12; // a page of stories should not begin below the fold

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
  readonly asked: readonly AskedWord[];
  readonly hits: readonly Hit[];
  readonly total: number;
  /** The page that is shown: the last where one beyond it was asked for. */
  readonly page: number;
  readonly names: readonly Name[];
  /** They are not called so: the words stand in what is said of them. */
  readonly isSaid?: boolean;
  readonly languages: readonly string[];
  /** Nothing has all the words: what is shown is the nearest to them. `words` where others were looked for instead. */
  readonly nearest?: { readonly words?: string };
}

/** A story found in several languages is shown in the one asked for, else in that of the page. */
export async function find(db: Db, question: Question, context: Context): Promise<Found> {
  const asked = askedWords(question.words);
  const texts = await context.sources.texts(db, context);
  const { languages } = texts;
  if (asked.length === 0) return { asked, hits: [], total: 0, page: 1, names: [], languages };
  const look = (words: readonly AskedWord[]) => lookFor(db, words, question, texts, context);
  const exact = await look(asked);
  const isNothing = exact.texts.length === 0 && exact.names.length === 0;
  const near =
    isNothing && context.mayLookFurther()
      ? await findNearest(db, asked, { texts, context, look })
      : undefined;
  const shown = near ?? { ...exact, asked };
  const page = Math.max(1, Math.min(question.page, Math.ceil(shown.texts.length / PAGE_SIZE)));
  const start = (page - 1) * PAGE_SIZE;
  return {
    asked,
    hits: await hitsOf(db, shown.texts.slice(start, start + PAGE_SIZE), shown.asked, context),
    total: shown.texts.length,
    page,
    names: page > 1 ? [] : shown.names.slice(0, MAX_NAMES),
    isSaid: shown.isSaid === true,
    languages,
    ...(near && { nearest: near.words === undefined ? {} : { words: near.words } }),
  };
}

async function hitsOf(
  db: Db,
  texts: readonly ShownText[],
  asked: readonly AskedWord[],
  { lang: page, today, frame }: Context,
): Promise<Hit[]> {
  const states = await storiesBySubject(
    db,
    texts.map(({ story }) => story.subject),
  );
  const hits: Hit[] = [];
  const heads = await headsOf(db, texts, asked, { page, today });
  for (const lang of new Set(texts.map((text) => text.lang))) {
    const some = texts.filter((text) => text.lang === lang).map(({ story }) => story);
    for (const card of await storyCards(db, some, lang, today)) {
      const story = states.get(card.subject)!;
      const own = story.translations[lang] ?? story;
      const said = { title: own.title, summary: own.summary, markdown: own.markdown };
      const { title, summary, markdown } = withoutNames(said, frame.hidden);
      const at = lang === story.language && !story.translations[page] ? page : lang;
      const head = at === lang ? undefined : heads.get(card.subject);
      hits.push({
        card,
        at,
        ...(head ?? {
          lang,
          title: markedIn(title, lang, asked),
          snippet: snippetOf(`${summary} ${plainText(markdown)}`, lang, asked),
        }),
      });
    }
  }
  const place = new Map(texts.map(({ story }, i) => [story.subject, i]));
  return hits.toSorted((a, b) => place.get(a.card.subject)! - place.get(b.card.subject)!);
}

/** Title and summary in the language of the page, of stories that are not told in it, where they have what was asked for. */
async function headsOf(
  db: Db,
  texts: readonly ShownText[],
  asked: readonly AskedWord[],
  { page, today }: { readonly page: string; readonly today: string },
): Promise<Map<string, Pick<Hit, "lang" | "title" | "snippet">>> {
  if (textsOf(db) === undefined) return new Map();
  const some = texts.filter(({ lang }) => lang !== page).map(({ story }) => story);
  const heads = (await storyCards(db, some, page, today)).flatMap(({ subject, lang, ...card }) => {
    if (lang !== page) return [];
    const title = markedIn(card.title, lang, asked);
    const snippet = snippetOf(card.summary, lang, asked);
    const isFound = [...title, ...snippet].some(({ marked }) => marked);
    return isFound ? [[subject, { lang, title, snippet }] as const] : [];
  });
  return new Map(heads);
}
