/** The words with which a photo is chosen, and with which the desk is asked who is on it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  find: "Find a photo",
  look: "Find",
  none: "There are no photos yet. Add the first one on the page Media.",
  noneSo: "No photo matches these words.",
  noPhoto: "No photo",
  asked: {
    title: "Who can be recognised",
    file: "In this file",
    stand:
      "Answer this for each photo, film and sound before publishing the story. The answers stay at the desk, and you are asked only once about each file.",
    known: "Is anybody recognisable?",
    child: "Is one of them a child?",
    how: "Who asked them, and how?",
    howHint:
      "For example: Amina showed both of them the photo on 3 May, and they said yes. Leave this and the question about a child empty if nobody is recognisable.",
    yes: "Yes",
    no: "No",
    keep: "Save the answers",
    kept: "The answers are saved.",
    notKept: "Nothing has been saved yet.",
    choose: "Neither yes nor no was chosen. Choose one.",
    childKnown:
      "You said that a child can be recognised, but that nobody can. Choose yes here, or no for the child.",
    noHow:
      "Write who asked them and how. If nobody has asked them yet, ask them first, or hide their faces.",
    tooLong: say("Expected at most {most} characters. Please shorten it."),
  },
};

export const wordsIn = catalogue("pictures", en);

export type PictureWords = typeof en;
