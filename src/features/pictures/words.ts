/** The words with which a photo is chosen, and with which the desk is asked who is on it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  find: "Find a photo",
  look: "Find",
  none: "There are no photos yet. Add the first one on the Media page.",
  noneSo: "No photos match these words.",
  noPhoto: "No photo",
  asked: {
    title: "Who is recognisable",
    file: "In this file",
    stand:
      "Answer these questions for each photo, film and sound recording before you publish the story. The answers stay at the desk, and you are asked only once about each file.",
    known: "Is anyone recognisable?",
    child: "Can a child be recognised?",
    how: "Who asked these people for permission, and how?",
    howHint:
      "For example: Amina showed them both the photo on 3 May, and they said yes. If nobody is recognisable, leave this and the question about a child empty.",
    yes: "Yes",
    no: "No",
    keep: "Save answers",
    kept: "Your answers have been saved.",
    notKept: "Nothing has been saved yet.",
    choose: "Please choose yes or no.",
    childKnown:
      "You said that a child is recognisable, but also that nobody is. Change one of these two answers.",
    noHow:
      "Explain who asked these people for permission and how. If nobody has asked yet, ask them first, or hide their faces.",
    tooLong: say("Please shorten this to at most {most} characters."),
  },
};

export const wordsIn = catalogue("pictures", en);

export type PictureWords = typeof en;
