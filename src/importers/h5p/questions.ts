/** Each kind of question of H5P as exercises of a course: the same question, the same answers, the same points. */
import {
  MOST,
  MOST_LINE,
  overall,
  said,
  short,
  whole,
  type Asked,
  type Came,
  type Made,
} from "./asked.ts";
import { fieldsOf, listOf, textOf } from "./package.ts";
import { gapsOf } from "./gaps.ts";
import { plainly, words } from "./html.ts";
import { toBeMarked } from "./marking.ts";

export const QUESTIONS = new Map<string, (asked: Asked) => Came>(
  Object.entries({
    "H5P.TrueFalse": trueFalse,
    "H5P.MultiChoice": multiChoice,
    "H5P.SingleChoiceSet": singleChoices,
    "H5P.Blanks": (asked: Asked) => gapsOf(asked, "blanks"),
    "H5P.DragText": (asked: Asked) => gapsOf(asked, "drag"),
    "H5P.MarkTheWords": toBeMarked,
    "H5P.Dialogcards": cards,
  }),
);

function trueFalse({ params, words: own, notes }: Asked): Came {
  const question = whole(words(textOf(params["question"]), notes));
  const right = textOf(params["correct"]);
  if (question === "") return "it asks nothing";
  if (right !== "true" && right !== "false") return "it does not say what is right";
  const l10n = fieldsOf(params["l10n"]);
  const [yes, no] = [own.yes, own.no].map(
    (word, i) =>
      words(textOf(l10n[i === 0 ? "trueText" : "falseText"]), notes).slice(0, MOST_LINE) || word,
  );
  const behaviour = fieldsOf(params["behaviour"]);
  const feedback = (name: string) => [words(textOf(behaviour[name]), notes)];
  return [
    {
      choice: question,
      answers: [
        { text: yes, ...(right === "true" && { right: true }) },
        { text: no, ...(right === "false" && { right: true }) },
      ],
      ...said({ words: own }, feedback("feedbackOnCorrect"), feedback("feedbackOnWrong")),
    },
  ];
}

function multiChoice({ params, words: own, notes }: Asked): Came {
  const question = whole(words(textOf(params["question"]), notes));
  const answers = listOf(params["answers"])
    .map(fieldsOf)
    .map(({ text, correct, weight, tipsAndFeedback }) => {
      const { tip, chosenFeedback, notChosenFeedback } = fieldsOf(tipsAndFeedback);
      return {
        text: words(textOf(text), notes),
        isRight: correct === true,
        weight,
        tip: words(textOf(tip), notes),
        chosen: words(textOf(chosenFeedback), notes),
        not: words(textOf(notChosenFeedback), notes),
      };
    });
  if (question === "") return "it asks nothing";
  if (answers.length < 2 || answers.length > MOST)
    return `it has ${answers.length} answers, and an exercise has 2 to ${MOST}`;
  if (!answers.every(({ text }) => short(text))) return "an answer has no words, or too many";
  const rights = answers.filter(({ isRight }) => isRight);
  if (rights.length === 0) return "none of its answers is right";
  const behaviour = fieldsOf(params["behaviour"]);
  const type = textOf(behaviour["type"]) || "auto";
  const isSingle = type === "single" || (type !== "multi" && rights.length === 1);
  if (isSingle && rights.length > 1)
    return "one of several right answers is enough, which no exercise says";
  if (answers.some(({ weight }) => weight !== undefined && weight !== 1))
    notes.add("SCORE: answers weigh differently in H5P; here each counts one");
  const pass = Number(behaviour["passPercentage"] ?? 100);
  const isWhole = !isSingle && behaviour["singlePoint"] === true;
  if (!isSingle && pass < 100)
    notes.add(`SCORE: H5P takes ${pass} % of the points for right; here all of them are needed`);
  const { best, least } = overall(params, notes);
  const wrongs = answers.filter(({ isRight, chosen }) => !isRight && chosen !== "");
  if (wrongs.length > 1) notes.add("what was said to each wrong answer is said together");
  return [
    {
      [isSingle ? "choice" : "several"]: question,
      answers: answers.map(({ text, isRight }) => ({ text, ...(isRight && { right: true }) })),
      ...(!isSingle && { points: isWhole ? "whole" : "minus" }),
      ...said(
        { words: own },
        [...rights.map(({ chosen }) => chosen), best],
        [
          ...(least === "" ? [] : [least]),
          ...answers.filter(({ tip }) => tip !== "").map(({ text, tip }) => `${text}: ${tip}`),
          ...wrongs.map(({ text, chosen }) => `${text}: ${chosen}`),
          ...answers.filter(({ not }) => not !== "").map(({ text, not }) => `${text}: ${not}`),
        ],
      ),
    },
  ];
}

/** The first answer of each is right. */
function singleChoices({ params, words: own, notes }: Asked): Came {
  const { best, least } = overall(params, notes);
  const made = listOf(params["choices"])
    .map(fieldsOf)
    .flatMap((one, i): readonly Made[] => {
      const question = whole(words(textOf(one["question"]), notes));
      const answers = listOf(one["answers"])
        .map((text) => words(textOf(text), notes))
        .filter((text) => text !== "");
      const fits =
        question !== "" && answers.length >= 2 && answers.length <= MOST && answers.every(short);
      if (!fits) {
        notes.add(
          `its question ${i + 1} was left out: it needs a question and 2 to ${MOST} answers`,
        );
        return [];
      }
      return [
        {
          choice: question,
          answers: answers.map((text, at) => ({ text, ...(at === 0 && { right: true }) })),
          ...said({ words: own }, [], []),
        },
      ];
    });
  if (best !== "" || least !== "")
    notes.add("what was said to the points of the whole set was left out");
  return made.length > 0 ? made : "it asks nothing";
}

function cards({ params, words: own, notes }: Asked): Came {
  const [title, description] = ["title", "description"].map((name) =>
    words(textOf(params[name]), notes),
  );
  const sides = listOf(params["dialogs"])
    .map(fieldsOf)
    .flatMap((one, i) => {
      const [front, back] = [
        words(textOf(one["text"]), notes),
        words(textOf(one["answer"]), notes),
      ];
      const { path } = fieldsOf(one["image"]);
      const alt = words(textOf(one["imageAltText"]), notes);
      if (textOf(path) !== "")
        notes.add(
          `picture ${plainly(path).slice(0, 80)} of card ${i + 1}${alt === "" ? "" : ` (${alt.slice(0, 200)})`}: left out, as a course holds none`,
        );
      if (listOf(one["audio"]).length > 0) notes.add(`the sound of card ${i + 1} was left out`);
      const tips = fieldsOf(one["tips"]);
      if (textOf(tips["front"]) !== "" || textOf(tips["back"]) !== "")
        notes.add(`a tip of card ${i + 1} was left out`);
      const shown = front || alt;
      if (short(shown) && short(back)) return [{ front: shown, back }];
      notes.add(`card ${i + 1} was left out: one of its sides has no words, or too many`);
      return [];
    });
  if (sides.length === 0) return "none of its cards has words on both sides";
  notes.add("SCORE: H5P gives no points for cards; here those that somebody says they knew count");
  const made: Made[] = [];
  for (let at = 0; at < sides.length; at += MOST)
    made.push({
      cards: whole(description || title || own.cards),
      sides: sides.slice(at, at + MOST),
      wrong: own.look,
    });
  return made;
}
