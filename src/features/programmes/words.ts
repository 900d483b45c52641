/** The words of programmes and of what can be done, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  first: "No programme yet. [Yours can be the first.]",
  doGood: "Do good",
  description: "Programmes, asks and offers, partners, and where the next connection could go.",
  about:
    "Find who is without a connection, see what else it makes possible, and lend a hand with what you have.",
  programmes: "Programmes",
  relief: "Relief",
  asksOffers: "Asks, offers, partners",
  askOrOffer: "Ask or offer",
  asked: "What is asked and offered",
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
  asks: "Asks",
  askFor: {
    connection: "A connection for a place",
    figure: "A figure we have not found",
    voice: "A voice, a sign video, a translation",
  },
  offers: "Offers",
  offerOf: {
    roof: "A roof or a hill with a view",
    time: "Time: dig, climb, teach, sign",
    equipment: "Equipment",
  },
  partners: "Partners",
  /** Leads to those who are written about and have not taken part. */
  organisationsNamed: "Organisations that the stories speak of",
  lend: "What you can lend",
  lookFor: "Of these nobody has joined yet, and each is welcome: {kinds}.",
  onlyIn:
    "Nobody has translated this text yet. It stands here in {language}, in which it was written.",
  behind: "The original was changed after this translation.",
  between: ";",
  join: "Take part as a partner.",
  lendIs:
    "A roof with a view, an hour of work, equipment: [say what you have]. A figure that we have not found, a voice, a film in sign language, a translation: [see how to send it].",
  here: counted("{n} here", "{n} here"),
};

export const wordsIn = catalogue("programmes", en);

export type ProgrammeWords = typeof en;
