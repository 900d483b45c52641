/** Everything that has all of some words: stories in their order, and names. Rules Q1 to Q4, Q9 and Q10 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { findWords, type Part } from "../../platform/db/word-index.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { AskedWord } from "./asked.ts";
import { WORDS } from "./indexing.ts";
import type { Name, Named, ReadNames } from "./names.ts";
import type { ReadTexts, ShownText, ShownTexts } from "./texts.ts";
import type { ReadVocabulary } from "./vocabulary.ts";

const MAX_TOLD = 3; // further questions to the index, for stories that answer some words by their place

export interface Question {
  readonly words: string;
  /** The language of the texts looked in; all where it is absent. */
  readonly lang?: string;
  readonly page: number;
}
interface Sources {
  readonly texts: ReadTexts;
  readonly names: ReadNames;
  readonly vocabulary: ReadVocabulary;
}
export interface Context {
  /** As the handle says it, and as the campaign does. */
  readonly frame: Frame;
  readonly own: Frame;
  /** The language of the page. */
  readonly lang: string;
  readonly today: string;
  readonly sources: Sources;
  /** Whether the nearest may be looked for where nothing is found: it takes longer. */
  readonly mayLookFurther: () => boolean;
}

export interface Looked {
  readonly texts: readonly ShownText[];
  readonly names: readonly Name[];
  /** They are not called so: the words stand in what is said of them. */
  readonly isSaid?: boolean;
}

/** Where the words stand, from what says least of a story to what says most: the last ones come first on the page. */
const TIERS = ["anywhere", "title or lead", "title"] as const satisfies readonly Part[];
const LAST = TIERS.length - 1;

/** Everything that has all of these words: stories in their order, and names. */
export async function lookFor(
  db: Db,
  asked: readonly AskedWord[],
  question: Question,
  texts: ShownTexts,
  context: Context,
): Promise<Looked> {
  const prefer = question.lang ?? context.lang;
  const chosen = new Map<string, { readonly text: ShownText; readonly tier: number }>();
  const take = (text: ShownText | undefined, tier: number) => {
    if (!text || (question.lang !== undefined && text.lang !== question.lang)) return;
    const before = chosen.get(text.story.subject);
    const isBetter = before?.tier === tier && comesFirst(text.lang, before.text.lang, prefer);
    if (!before || tier < before.tier || isBetter) chosen.set(text.story.subject, { text, tier });
  };
  const { names, said, told } = await context.sources.names(db, context, asked);
  // The widest first: what is nowhere is in no title either.
  let found: readonly number[] | undefined;
  for (const [further, where] of TIERS.entries()) {
    if (found?.length === 0) break;
    found = await findWords(db, WORDS, asked, where);
    for (const id of found) take(texts.byId.get(id), LAST - further);
  }
  takeWhole(told, texts, (text) => take(text, 1));
  const some = told
    .filter(({ left }) => left.length > 0)
    .toSorted((a, b) => a.left.length - b.left.length)
    .slice(0, MAX_TOLD);
  for (const { left, stories } of some)
    for (const id of await findWords(db, WORDS, left, "anywhere")) {
      const text = texts.byId.get(id);
      if (text && stories.has(text.story.subject)) take(text, LAST);
    }
  const isSaid = names.length + chosen.size === 0 && said.length > 0;
  return {
    names: isSaid ? said : names,
    isSaid,
    texts: [...chosen.values()]
      .toSorted((a, b) => a.tier - b.tier || a.text.order - b.text.order)
      .map(({ text }) => text),
  };
}

/** Stories that answer the whole question by where they are from, or whom they are of. */
function takeWhole(told: Named["told"], { ofStory }: ShownTexts, take: (text: ShownText) => void) {
  for (const { left, stories } of told)
    if (left.length === 0)
      for (const story of stories) for (const text of ofStory.get(story) ?? []) take(text);
}

/** Of two languages that answer alike: the preferred one, else the one that sorts first. */
const comesFirst = (a: string, b: string, prefer: string): boolean =>
  a === prefer || (b !== prefer && a < b);
