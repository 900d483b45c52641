/** The words of programmes and of what can be done, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  first: "No programmes yet. [Yours can be the first.]",
  doGood: "Do good",
  description: "Programmes, requests, offers, partners, and places that could be connected next.",
  about:
    "Find out who has no connection, see what a connection makes possible, and help with what you have.",
  programmes: "Programmes",
  relief: "Relief",
  asksOffers: "Requests, offers and partners",
  askOrOffer: "Ask for or offer help",
  asked: "Requests and offers",
  projects: "Projects",
  plans: "Plans",
  next: "Where next?",
  nextIs:
    "Do you know a school, a clinic or a street without a connection? Its name is enough to begin. [Tell us about the place.]",
  places: "Places",
  organisations: "Organisations",
  figures: "In figures",
  sources: "Sources",
  evidenced: "evidenced",
  claimed: "self-reported",
  reported: "reported",
  filed: "evidence filed",
  send: "Do you have evidence? Send it",
  saidBy: say("Said by {who}"),
  asks: "Requests",
  askFor: {
    connection: "An Internet connection for a place that needs one",
    figure: "A figure that is missing from this site",
    voice: "A recording, a sign-language video or a translation",
  },
  offers: "Offers",
  offerOf: {
    roof: "A roof or a hill with a clear view",
    time: "Time to dig, climb, teach or sign",
    equipment: "Equipment",
  },
  partners: "Partners",
  /** Leads to those who are written about and have not taken part. */
  organisationsNamed: "Organisations in the stories",
  lend: "What you can lend",
  lookFor: "We are still looking for these kinds of partner: {kinds}.",
  onlyIn: "This text has not been translated yet. You are reading the original, in {language}.",
  behind: "The original has changed since this was translated.",
  between: ";",
  join: "Take part as a partner.",
  lendIs:
    "Do you have a roof with a view, equipment or an hour to spare? [Say what you have]. Can you send a missing figure, a voice recording, a sign-language film or a translation? [See how to send it].",
  here: counted("{n} here", "{n} here"),
};

export const wordsIn = catalogue("programmes", en);

export type ProgrammeWords = typeof en;
