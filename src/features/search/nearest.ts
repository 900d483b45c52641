/** What is offered where nothing has all the words: words written nearly alike, else stories with some of them. Rule Q11. */
import type { Db } from "../../platform/db/store.ts";
import { askedWords, type AskedWord } from "./asked.ts";
import type { Context, Looked } from "./look.ts";
import type { Name } from "./names.ts";
import type { ShownText, ShownTexts } from "./texts.ts";

interface Nearest extends Looked {
  /** What its words are marked by. */
  readonly asked: readonly AskedWord[];
  /** Other words than those that were asked for. */
  readonly words?: string;
}
interface Around {
  readonly texts: ShownTexts;
  readonly context: Context;
  readonly look: (words: readonly AskedWord[]) => Promise<Looked>;
}
/** A word of the question, or the one that was probably meant, and what it finds alone. */
interface One {
  readonly asked: readonly AskedWord[];
  readonly written: string;
  readonly found: Looked;
}

const MAX_WORDS = 6; // of a question; each is looked for alone
const OFTEN = 0.3; // of all stories; a word that so many have says nothing about any
const NAMES = 3; // of each word; more are of a word that says little
const ENOUGH = 0.5; // of what the best one has; the others only seem near

export async function findNearest(
  db: Db,
  asked: readonly AskedWord[],
  { texts, context, look }: Around,
): Promise<Nearest | undefined> {
  const some = asked.slice(0, MAX_WORDS);
  for (const words of joined(some)) {
    const other = askedWords(words);
    if (other.length < some.length - 1) continue; // the two make one that is too long to be looked for
    const found = await look(other);
    if (isSomething(found)) return { ...found, asked: other, words };
  }
  const ones: One[] = [];
  for (const one of some) ones.push(await alone(db, one, { texts, context, look }));
  const words = ones.map(({ written }) => written).join(" ");
  const meant = ones.flatMap((one) => one.asked);
  const isMended = ones.some(({ written }, i) => written !== some[i]!.word);
  const found = isMended ? await look(meant) : undefined;
  if (found && isSomething(found)) return { ...found, asked: meant, words };
  return mostOf(ones, texts.ofStory.size);
}

const isSomething = ({ texts, names }: Looked): boolean => texts.length + names.length > 0;

/** `chain saw` may be a `chainsaw`. */
const joined = (asked: readonly AskedWord[]): string[] =>
  asked.slice(1).flatMap((second, i) => {
    const first = asked[i]!;
    if (!first.begins || !second.begins) return [];
    const words = asked.map(({ word }) => word);
    return [words.toSpliced(i, 2, first.word + second.word).join(" ")];
  });

async function alone(db: Db, one: AskedWord, { context, look }: Around): Promise<One> {
  const found = await look([one]);
  if (isSomething(found)) return { asked: [one], written: one.word, found };
  const near = (await context.sources.vocabulary(db))(one.word);
  for (const written of near) {
    const asked = askedWords(written);
    const other = await look(asked);
    if (isSomething(other)) return { asked, written, found: other };
  }
  return { asked: [one], written: one.word, found };
}

/** Stories with the most of the words, of which a rare one counts for more; and what is named by one of them. */
function mostOf(ones: readonly One[], stories: number): Nearest | undefined {
  const known = ones.filter(
    ({ found }) => isSomething(found) && found.texts.length <= Math.max(1, stories * OFTEN),
  );
  const scores = new Map<string, { readonly text: ShownText; score: number }>();
  const names = new Map<string, Name>();
  for (const { found } of known) {
    const weight = Math.log((stories + 1) / (found.texts.length + 0.5));
    for (const text of found.texts) {
      const before = scores.get(text.story.subject);
      if (before) before.score += weight;
      else scores.set(text.story.subject, { text, score: weight });
    }
    for (const name of found.names.slice(0, NAMES)) names.set(name.path, name);
  }
  const ordered = [...scores.values()].toSorted((a, b) => b.score - a.score);
  const best = ordered.filter(({ score }) => score >= ENOUGH * ordered[0]!.score);
  if (best.length + names.size === 0) return undefined;
  return {
    asked: known.flatMap(({ asked }) => asked),
    texts: best.map(({ text }) => text),
    names: [...names.values()],
  };
}
