/** The words around what was sent, by language. */
import { catalogue, LANGUAGES } from "../words/catalogue.ts";
import { say } from "../words/message.ts";

const en = {
  lang: "en",
  title: "What you sent",
  headings: {
    received: "Thank you. We have what you sent.",
    reading: "Someone is reading this.",
    accepted: "It was accepted.",
    refused: "It was refused.",
    withdrawn: "Withdrawn.",
  },
  howFar: "Progress",
  way: {
    received: "received",
    reading: "being read",
    answered: "answered",
    accepted: "accepted",
    refused: "refused",
    withdrawn: "withdrawn",
  },
  waits:
    "Someone from the campaign will read what you sent. Come back to this page to see the answer.",
  looked: "Someone at the desk is looking at what you sent.",
  asks: "The desk has a question for you, below.",
  talk: "Questions",
  deskAsks: "The desk asks",
  youAnswered: "You answered",
  yourAnswer: "Your answer",
  answerHint: "Only the desk sees your answer; it is not published.",
  answer: "Send the answer",
  answerExpected: say("Write a few words, using at most {most} characters."),
  notAsked: "This question is closed, so your answer was not saved.",
  answerCame: "Your answer has arrived",
  answerCameHint: "The desk will read your answer. Thank you.",
  deskThanks: "Thank you from the desk",
  /** Ready-made, for the desk; each stands at the same place in every language. */
  thanks: [
    "Thank you. What you sent helps this campaign.",
    "Thank you for taking the time to tell us this.",
    "Thank you. We have passed on what you sent to people who can act on it.",
  ],
  mail: {
    askSubject: say("A question from {name}"),
    ask: say(
      "You sent something to {name}. Its desk has a question for you:\n\n{words}\n\nTo answer, open this page. It shows the question and a box for your answer:\n\n{link}\n\nThe link works until you answer or the desk makes a decision.\n",
      "name",
      "words",
      "link",
    ),
    thankSubject: say("Thank you, from {name}"),
    thank: say(
      "{words}\n\n{name}\n\nYou are receiving this email because you gave this address when you sent us something. You do not need to reply.\n",
      "words",
      "name",
    ),
  },
  noReason: "No reason was given.",
  /** Ready-made, for the desk; each stands at the same place in every language. */
  reasons: [
    "We have already published this.",
    "What you sent is about something that this campaign does not do.",
    "We could not find out enough to publish this.",
    "What you sent names someone who has not agreed to be named.",
    "We received this twice and have answered the other copy.",
  ],
  see: "See the result",
  noLonger: "The result is no longer shown here.",
  address: "Your address",
  keep: "Write this address down or save this page. This is the only way to see the answer: we do not keep the address, so we cannot find it for you. Anyone who has the address can read what you sent and withdraw it.",
  sentOn: say("What you sent on {day}"),
  takeBack: "Withdraw it",
  unsure: "Nothing has been withdrawn: tick the box first.",
  sure: say("Withdraw it: {does}"),
  withdraw: "Withdraw",
  another: "[Send something else.]",
  gone: "What you sent is no longer here. [Send something else.]",
  busy: "We have received too many messages this hour. Please try again later.",
  full: "The desk has more stories to read than it can manage. Please try again in a few days.",
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
