/** The words around what was sent, by language. */
import { catalogue, LANGUAGES } from "../words/catalogue.ts";
import { say } from "../words/message.ts";

const en = {
  lang: "en",
  title: "What you sent",
  headings: {
    received: "Thank you. It has arrived.",
    reading: "It is being read.",
    accepted: "It was accepted.",
    refused: "It was not taken up.",
    withdrawn: "It is withdrawn.",
  },
  howFar: "Progress",
  way: {
    received: "received",
    reading: "being read",
    answered: "answered",
    accepted: "accepted",
    refused: "not taken up",
    withdrawn: "withdrawn",
  },
  waits: "A person from the campaign will read it. Come back to this page to see the answer.",
  looked: "Somebody at the desk is looking at it.",
  asks: "The desk has a question for you, below.",
  talk: "Questions",
  deskAsks: "The desk asks",
  youAnswered: "You answered",
  yourAnswer: "Your answer",
  answerHint: "For the desk only; it is not published.",
  answer: "Send the answer",
  answerExpected: say("Write a few words, at most {most} characters."),
  notAsked: "This question is closed, so your answer was not kept.",
  answerCame: "Your answer has arrived",
  answerCameHint: "The desk reads it. Thank you.",
  deskThanks: "The desk thanks you",
  /** Ready-made, for the desk; each stands at the same place in every language. */
  thanks: [
    "Thank you. What you sent helps this campaign.",
    "Thank you for taking the time to tell us this.",
    "Thank you. We have passed it on to those who can do something about it.",
  ],
  mail: {
    askSubject: say("A question from {name}"),
    ask: say(
      "You sent something to {name}. Its desk asks you:\n\n{words}\n\nTo answer, open this page. It shows the question and a place for your answer:\n\n{link}\n\nThe link works until you answer or the desk decides.\n",
      "name",
      "words",
      "link",
    ),
    thankSubject: say("Thank you, from {name}"),
    thank: say(
      "{words}\n\n{name}\n\nYou get this because you gave this address with what you sent. You need not reply.\n",
      "words",
      "name",
    ),
  },
  noReason: "No reason was given.",
  /** Ready-made, for the desk; each stands at the same place in every language. */
  reasons: [
    "It has been told here already.",
    "It is about something that this campaign does not do.",
    "We could not find out enough to say it in public.",
    "It names somebody who has not agreed to be named.",
    "It came twice; the other one is answered.",
  ],
  see: "See what it became",
  noLonger: "What it became is no longer shown here.",
  address: "Your address",
  keep: "Write it down or save this page. It is the only way to see the answer; we cannot find it for you, because we do not keep it. Anyone who has it can read what you sent and withdraw it.",
  sentOn: say("What you sent, on {day}"),
  takeBack: "Take it back",
  unsure: "Nothing was withdrawn: tick the box first.",
  sure: say("Withdraw it: {does}"),
  withdraw: "Withdraw",
  another: "[Send something else.]",
  gone: "What you sent is gone from here. [Send something else.]",
  busy: "We have received too many this hour. Please try again later.",
  full: "The desk has more to read than it can manage. Please try again in a few days.",
};

export const wordsIn = catalogue("sent", en);

export type SentWords = typeof en;

/** Ready-made thanks in another language; the desk's own words stay as they are. */
export const thanksIn = (lang: string, thanks: string): string => readyIn(lang, thanks, "thanks");

/** A ready-made reason in another language, whichever it was given in; the desk's own words stay as they are. */
export const reasonIn = (lang: string, reason: string): string => readyIn(lang, reason, "reasons");

function readyIn(lang: string, said: string, list: "reasons" | "thanks"): string {
  for (const given of LANGUAGES) {
    const at = wordsIn(given)[list].indexOf(said);
    if (at >= 0) return wordsIn(lang)[list][at]!;
  }
  return said;
}
