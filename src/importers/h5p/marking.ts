/** Words to be marked in a text, as answers of which several are right: a point for each right one, less one for each wrong one. */
import { words } from "./html.ts";
import { markedIn, wordsIn, type Word } from "./marked.ts";
import { textOf } from "./package.ts";
import { overall, said, whole, type Asked, type Came, type Made } from "./asked.ts";

const MOST = 12; // answers of one exercise, as its form has it
const MOST_TEXT = 50_000; // characters, which come in parts; each word is compared with all others
const LEAST_WRONG = 2; // of the answers: where all are right nothing is asked

export function toBeMarked(asked: Asked): Came {
  const { params, notes } = asked;
  const task = words(textOf(params["taskDescription"]), notes);
  const text = whole(words(textOf(params["textField"]), notes), MOST_TEXT);
  const all = wordsIn(text);
  const rights = all.filter(({ isRight }) => isRight).length;
  if (rights === 0) return "none of its words is to be marked";
  if (all.length === rights) return "all of its words are to be marked";
  const parts = partsOf(text, all);
  if (parts.length > 1)
    notes.add(
      `SCORE: its text was parted in ${parts.length}; a wrong mark takes a point from its own part alone`,
    );
  const { best, least } = overall(params, notes);
  return parts.map((part): Made => {
    const offered = offeredOf(part.words);
    if (offered.length < part.words.length)
      notes.add(
        `of ${part.words.length} words that could be marked, ${offered.length} are offered`,
      );
    return {
      several: whole([task, part.text].filter((one) => one !== "").join("\n")),
      answers: offered.map(({ text: word, isRight }) => ({
        text: word.slice(0, 500),
        ...(isRight && { right: true }),
      })),
      points: "minus",
      ...said(asked, [best], [least]),
    };
  });
}

interface Part {
  readonly text: string;
  readonly words: readonly Word[];
}

/** As few parts as let all right words stand among others. */
function partsOf(text: string, all: readonly Word[]): Part[] {
  const room = MOST - LEAST_WRONG;
  if (all.filter(({ isRight }) => isRight).length <= room)
    return [{ text: plain(text), words: all }];
  const parts: Part[] = [];
  let now: string[] = [];
  const close = () => {
    const own = now.join(" ");
    const inIt = wordsIn(own);
    if (inIt.length > 0) parts.push({ text: plain(own), words: inIt });
    now = [];
  };
  let count = 0;
  for (const token of text.split(" ")) {
    const isRight = wordsIn(token).some((one) => one.isRight);
    if (isRight && count === room) {
      close();
      count = 0;
    }
    count += Number(isRight);
    now.push(token);
  }
  close();
  return parts.filter((part) => part.words.some(({ isRight }) => isRight));
}

const plain = (text: string): string => {
  const { around, marks } = markedIn(text);
  return around.map((piece, i) => piece + (marks[i] ?? "")).join("");
};

/** Every right word, and the longest of the others, in the order of the text; one that stands there twice with its neighbours. */
function offeredOf(all: readonly Word[]): Word[] {
  const times = Map.groupBy(all, ({ text }) => text);
  const shown = all.map((word, i) => {
    if (times.get(word.text)!.length === 1) return { ...word, key: word.text };
    const near = [all[i - 1]?.text, `»${word.text}«`, all[i + 1]?.text];
    return { ...word, key: near.filter((one) => one !== undefined).join(" ") };
  });
  const single = shown.filter(
    ({ key }, i) => shown.findIndex((one) => one.key === key) === i || shown[i]!.isRight,
  );
  const others = single
    .filter(({ isRight }) => !isRight)
    .toSorted((a, b) => b.text.length - a.text.length)
    .slice(0, MOST - single.filter(({ isRight }) => isRight).length);
  return single
    .filter((one) => one.isRight || others.includes(one))
    .map(({ key, isRight }) => ({ text: key, isRight }));
}
