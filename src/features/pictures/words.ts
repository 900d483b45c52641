/** The words with which a photo is chosen, and with which the desk is asked who is on it, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  find: "Find a photo",
  look: "Find",
  none: "There is no photo yet. Add the first one on the page Media.",
  noneSo: "No photo has these words.",
  noPhoto: "No photo",
  asked: {
    title: "Who can be recognised",
    file: "In this file",
    stand:
      "Answer this for each photo, film and sound before the story is published. The answers stay at the desk, and you are asked only once about each file.",
    known: "Is anybody recognisable?",
    child: "Is a child among them?",
    how: "Who asked them, and how?",
    howHint:
      "For example: Amina showed both of them the photo on 3 May, and they said yes. Leave this and the question about a child empty if nobody is recognisable.",
    yes: "Yes",
    no: "No",
    keep: "Keep the answers",
    kept: "The answers are kept.",
    notKept: "Nothing was kept yet.",
    choose: "Expected yes or no, and neither was chosen. Choose one.",
    childKnown:
      "Expected yes here as well, because you said that a child can be recognised, and no was chosen. Choose yes here, or no for the child.",
    noHow:
      "Expected who asked them and how, and this is empty. If nobody asked them yet, ask them first, or hide their faces.",
    tooLong: say("Expected at most {most} characters. Say it more briefly."),
  },
};

export const wordsIn = catalogue("pictures", en);

export type PictureWords = typeof en;
