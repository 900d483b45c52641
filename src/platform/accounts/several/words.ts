/** The words with which several rows of a list are changed at once, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { counted, say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Several at once",
  help: "Tick rows of a list, or all that stand on the page, and change one thing of all of them. The page then says what was changed and what was left as it was, and why. One button takes it back.",
  ticked: "With those that are ticked",
  choose: "Tick",
  all: counted("The only one on this page", "All {n} on this page"),
  done: counted("{n} was changed.", "{n} were changed."),
  undone: counted("{n} is as it was.", "{n} are as they were."),
  already: counted("{n} was so already.", "{n} were so already."),
  left: "Left as they were",
  why: {
    changed: "somebody changed it since the list was shown",
    gone: "it is not here any more",
  },
  topics: {
    topic: "Topic",
    putInto: "Put into this topic",
    takeOut: "Take out of this topic",
    putIn: counted("{n} was put into “{topic}”.", "{n} were put into “{topic}”.", "topic"),
    takenOut: counted(
      "{n} was taken out of “{topic}”.",
      "{n} were taken out of “{topic}”.",
      "topic",
    ),
    which: "Nothing was changed: choose a topic first.",
  },
  undo: "Undo",
  back: "Back to the list",
  noneTicked: "Nothing was changed: tick at least one row first.",
  tooMany: say("Nothing was changed: at most {most} rows can be changed at once."),
};

export const wordsIn = catalogue("several", en);

export type SeveralWords = typeof en;
