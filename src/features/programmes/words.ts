/** The words of programmes and of what can be done, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  first: "No programme yet. [Yours can be the first.]",
  doGood: "Do good",
  description: "Programmes, requests and offers, partners, and where the next connection could go.",
  about:
    "Find out who is without a connection, see what one makes possible, and lend a hand with what you have.",
  programmes: "Programmes",
  relief: "Relief",
  asksOffers: "Requests, offers, partners",
  askOrOffer: "Ask for or offer help",
  asked: "Requests and offers",
  projects: "Projects",
  plans: "Plans",
  next: "Where next?",
  nextIs:
    "A school, a clinic, a street without a connection: its name is enough to begin. [Tell us the place.]",
  places: "Places",
  organisations: "Organisations",
  figures: "In figures",
  sources: "Sources",
  evidenced: "evidenced",
  claimed: "self-reported",
  reported: "reported",
  filed: "evidence filed",
  send: "Have evidence? Send it",
  saidBy: say("Said by {who}"),
  asks: "Requests",
  askFor: {
    connection: "A connection for a place",
    figure: "A figure that is missing here",
    voice: "A voice, a sign-language video, a translation",
  },
  offers: "Offers",
  offerOf: {
    roof: "A roof or a hill with a view",
    time: "Time: dig, climb, teach, sign",
    equipment: "Equipment",
  },
  partners: "Partners",
  /** Leads to those who are written about and have not taken part. */
  organisationsNamed: "Organisations in the stories",
  lend: "What you can lend",
  lookFor: "We are still looking for partners of these kinds: {kinds}.",
  onlyIn: "This text has not been translated yet. This is the original, in {language}.",
  behind: "The original has changed since this translation.",
  between: ";",
  join: "Take part as a partner.",
  lendIs:
    "A roof with a view, an hour of work, equipment: [say what you have]. A figure that is missing here, a voice, a sign-language film, a translation: [see how to send it].",
  here: counted("{n} here", "{n} here"),
};

export const wordsIn = catalogue("programmes", en);

export type ProgrammeWords = typeof en;
