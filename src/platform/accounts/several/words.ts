/** The words with which several rows of a list are changed at once, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { counted, say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Several at once",
  help: "Tick rows in a list, or all rows on the page, and change one thing for all of them. The page then says what was changed, what was not, and why. You can undo it with one button.",
  ticked: "With ticked rows",
  choose: "Tick",
  all: counted("The only one on this page", "All {n} on this page"),
  done: counted("{n} was changed.", "{n} were changed."),
  undone: counted("{n} was changed back.", "{n} were changed back."),
  already: counted("{n} already was.", "{n} already were."),
  left: "Not changed",
  why: {
    changed: "someone changed it after the list was shown",
    gone: "it is no longer here",
  },
  topics: {
    topic: "Topic",
    putInto: "Add to this topic",
    takeOut: "Remove from this topic",
    putIn: counted("{n} was added to “{topic}”.", "{n} were added to “{topic}”.", "topic"),
    takenOut: counted(
      "{n} was removed from “{topic}”.",
      "{n} were removed from “{topic}”.",
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
