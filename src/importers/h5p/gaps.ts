/** Words to fill in, typed or dragged, as gaps of a text: a point for each, as H5P counts them. */
import { fieldsOf, listOf, textOf } from "./package.ts";
import { words } from "./html.ts";
import { blankIn, dragIn, markedIn, type Gap } from "./marked.ts";
import { overall, said, whole, type Asked, type Came, type Made } from "./asked.ts";

const MOST = 12; // gaps of one exercise, as its form has it
const MOST_WORDS = 200; // characters of one gap, likewise

export function gapsOf(asked: Asked, how: "blanks" | "drag"): Came {
  const { params, notes } = asked;
  const texts =
    how === "blanks"
      ? listOf(params["questions"]).map((one) => words(textOf(one), notes))
      : textOf(params["textField"])
          .split(/\r?\n/)
          .map((one) => words(one, notes));
  const task = words(textOf(params[how === "blanks" ? "text" : "taskDescription"]), notes);
  const behaviour = fieldsOf(params["behaviour"]);
  if (how === "drag")
    notes.add("words that were dragged are typed; all of them stand above the text");
  else if (behaviour["caseSensitive"] !== false)
    notes.add("SCORE: H5P takes a small letter in place of a capital for wrong; here it is right");
  if (behaviour["acceptSpellingErrors"] === true)
    notes.add("SCORE: H5P lets small mistakes of spelling pass; here they are wrong");
  const pieces = texts.filter((text) => text !== "").flatMap((text) => piecesOf(asked, text, how));
  if (pieces.length === 0) return "it has no words to fill in";
  const groups = grouped(pieces);
  const { best, least } = overall(params, notes);
  const offered =
    how === "drag"
      ? [
          ...new Set([
            ...pieces.flatMap(({ gaps }) => gaps.map(({ answers }) => answers[0]!)),
            ...distractors(asked),
          ]),
        ].toSorted()
      : [];
  return groups.map((group): Made => {
    const gaps = group.flatMap((one) => one.gaps);
    const text = group.map((one) => one.text).join("\n");
    const above = [task, offered.join(" · ")].filter((one) => one !== "").map(unbracketed);
    return {
      gap: whole([...above, text].join("\n")),
      ...said(
        asked,
        [...gaps.map(({ right = "" }) => right), best],
        [
          least,
          ...gaps.flatMap(({ tip, wrong = "" }, i) =>
            [tip, wrong].filter((one) => one !== "").map((one) => `${i + 1}: ${one}`),
          ),
        ],
      ),
    };
  });
}

const distractors = ({ params, notes }: Asked): string[] =>
  markedIn(words(textOf(params["distractors"]), notes)).marks.map(
    (mark) => dragIn(mark).answers[0]!,
  );

interface Piece {
  readonly text: string;
  readonly gaps: readonly (Gap & { readonly right?: string; readonly wrong?: string })[];
}

/** A text with its gaps, parted where it has more than one exercise takes. */
function piecesOf({ notes }: Asked, text: string, how: "blanks" | "drag"): Piece[] {
  const { around, marks } = markedIn(text);
  const pieces: Piece[] = [];
  let [line, gaps]: [string, Piece["gaps"][number][]] = [unbracketed(around[0]!), []];
  const close = () => {
    if (gaps.length > 0) pieces.push({ text: line.trim(), gaps });
    [line, gaps] = ["", []];
  };
  for (const [i, mark] of marks.entries()) {
    if (gaps.length === MOST) {
      notes.add(`a text of more than ${MOST} gaps was parted`);
      close();
    }
    const gap = how === "blanks" ? blankIn(mark) : dragIn(mark);
    const answers = gap.answers.filter((one) => one !== "" && !/[[\]|]/.test(one));
    if (answers.length < gap.answers.length)
      notes.add("SCORE: an answer that is empty, or has [, ] or | in it, cannot be given here");
    const inside = answers.join("|").slice(0, MOST_WORDS);
    if (inside === "") line += mark;
    else {
      line += `[${inside}]`;
      gaps.push({ ...gap, answers });
    }
    line += unbracketed(around[i + 1]!);
  }
  const rest = line.trim();
  if (gaps.length > 0) close();
  else if (rest !== "" && marks.length === 0) pieces.push({ text: rest, gaps: [] });
  return pieces;
}

/** What is read as a gap elsewhere stands in other brackets. */
const unbracketed = (text: string): string => text.replaceAll("[", "(").replaceAll("]", ")");

/** Pieces in exercises of at most as many gaps as one takes; what has none stands with what comes after it. */
function grouped(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let [now, count]: [Piece[], number] = [[], 0];
  for (const piece of pieces) {
    if (count > 0 && count + piece.gaps.length > MOST) {
      groups.push(now);
      [now, count] = [[], 0];
    }
    now.push(piece);
    count += piece.gaps.length;
  }
  if (count > 0) groups.push(now);
  else groups.at(-1)?.push(...now);
  return groups;
}
