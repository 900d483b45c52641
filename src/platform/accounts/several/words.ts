/** The words with which several rows of a list are changed at once, by language. */
import { catalogue } from "../../words/catalogue.ts";
import { counted, say } from "../../words/message.ts";

const en = {
  lang: "en",
  title: "Several at once",
  help: "Tick rows in a list, or all rows on the page, and make one change to all of them. The page then shows what was changed, what was not, and why. One button undoes the change.",
  ticked: "Change the ticked rows",
  choose: "Tick",
  all: counted("The only row on this page", "All {n} rows on this page"),
  done: counted("{n} row was changed.", "{n} rows were changed."),
  undone: counted("{n} change was undone.", "{n} changes were undone."),
  already: counted("{n} row needed no change.", "{n} rows needed no change."),
  left: "Not changed",
  why: {
    changed: "someone changed this row after the list was loaded",
    gone: "this row no longer exists",
  },
  topics: {
    topic: "Topic",
    putInto: "Add to this topic",
    takeOut: "Remove from this topic",
    putIn: counted(
      "{n} item was added to “{topic}”.",
      "{n} items were added to “{topic}”.",
      "topic",
    ),
    takenOut: counted(
      "{n} item was removed from “{topic}”.",
      "{n} items were removed from “{topic}”.",
      "topic",
    ),
    which: "Nothing was changed. Choose a topic first.",
  },
  undo: "Undo",
  back: "Back to the list",
  noneTicked: "Nothing was changed. Tick at least one row first.",
  tooMany: say("Nothing was changed. At most {most} rows can be changed at once."),
};

export const wordsIn = catalogue("several", en);

export type SeveralWords = typeof en;
