/** The words of opportunities, by language; what can be sent. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";
import type { Kind } from "./records.ts";

const en = {
  lang: "en",
  wishes: {
    need: "There is no connection here",
    programme: "Bring a programme to my place",
    roof: "I can offer a roof or a hill with a view",
    power: "I can offer power",
    time: "I can offer time: dig, climb, teach, sign",
    equipment: "I can offer equipment",
    transport: "I can offer transport",
    partner: "We want to join as a partner",
  },
  kinds: {
    need: "No connection",
    programme: "Programme wanted",
    roof: "A roof",
    power: "Power",
    time: "Time",
    equipment: "Equipment",
    transport: "Transport",
  },
  called: say("{kind}, {place}", "kind", "place"),
  inCountry: say("{place}, {country}", "place", "country"),
  asked: "requested",
  offered: "offered",
  unlisted: "A place no longer listed here",
  country: "Country",
  place: "Place",
  wouldGo: "Will travel",
  km: say("{n} km"),
  fits: "Possible matches",
  fit: {
    same: "possible match, in the same place",
    apart: say("possible match, {km} km apart"),
    about: say("possible match, about {km} km apart"),
  },
  /** What the desk’s new place says in its record, in the campaign’s own language. */
  newPlace: {
    note: "Pinned to a tenth of a degree, some 11 km; named by somebody there.",
    saidBy: "somebody there, through this site",
  },
  list: {
    title: "Where next",
    description: "What places ask for and people offer, what is being built, and what is planned.",
    about:
      "Places without a connection, and what people can lend: a roof, power, time, equipment, transport.",
    byKind: "By kind",
    byCountry: "By country",
    all: "All",
    none: "No requests or offers yet. [Yours can be the first.]",
    noneOfKind: "Nothing of this kind yet. [Yours can be the first.]",
    heading: "Requests and offers",
    here: "Requests and offers here",
    askOrOffer: "Ask for or offer help",
    projects: "Projects",
    plans: "Plans",
  },
  page: {
    position: "Position",
    near: say("about {lat}, {lon}", "lat", "lon"),
    answer: "Reply through the desk",
    all: "Where next",
  },
  form: {
    title: "Ask for or offer help",
    description:
      "A place without a connection, or a roof, power, time, equipment or transport to lend: tell us, without an account.",
    about:
      "A place without a connection, or something you can lend. You need no account. A person reads it; nothing is published unless you agree below.",
    kind: "What is it about?",
    place: "Which place?",
    placeHint: "The name of a village or a town is enough.",
    country: "In which country?",
    words: "In your words",
    wordsHint:
      "Who is there, what is missing, or what you can give. In any language. Please leave out addresses and phone numbers.",
    distance: "If you are offering: how many kilometres would you travel?",
    contact: "How can the desk answer you?",
    contactHint:
      "Optional. Telephone, mail, or through a neighbour. Never shown; deleted when you withdraw.",
    language: "In which language?",
    position: "Position, if you know it",
    north: "Degrees north",
    northHint: "South is negative: -31.98. Published only rounded to about 11 km.",
    east: "Degrees east",
    eastHint: "West is negative.",
    agree:
      "My words and the place may be published once a person has read them. Never how to reach me.",
    send: "Send",
    next: "What happens next",
    steps: [
      ["You get a secret address", "a page only you know: save it"],
      ["A person reads it", "and looks for a match"],
      ["You see the answer there", "with the reason, yes or no"],
      ["You can take it back there", "at any time; the text is then deleted"],
    ],
  },
  problems: {
    kind: "Choose what it is about.",
    place: say("Write the name of the place, in one line of at most {most} characters."),
    country: "Write the country’s English name or its two letters, such as ZA, or leave it empty.",
    lat: "Write degrees from -90 to 90, such as -31.98.",
    lon: "Write degrees from -180 to 180, such as 29.15.",
    both: "Write both degrees, or neither.",
    words: say("Write a few words, at most {most} characters."),
    distance: "Write whole kilometres, such as 20, or leave it empty.",
    line: say("Write one line of at most {most} characters, or leave it empty."),
    agree: "Tick it or leave it.",
    about: "Open the form again.",
  },
  sent: {
    language: "Language",
    inAnswerTo: "In reply to",
    reach: "Your contact details",
    nothing: "nothing is kept",
    forDesk: say("{contact} (for the desk alone)"),
    publishing: "Publishing",
    agreed: "you agreed to your words and the place",
    notAgreed: "you did not agree",
    withdrawing: "your words, the place and how to reach you are deleted.",
  },
};

export const wordsIn = catalogue("opportunities", en);

export type OpportunityWords = typeof en;

/** What can be sent: every kind of opportunity, and the wish to join as a partner. */
export type Wish = Kind | "partner";

export const WISHES: readonly Wish[] = [
  "need",
  "programme",
  "roof",
  "power",
  "time",
  "equipment",
  "transport",
  "partner",
];
export const isWish = (text: string | undefined): text is Wish =>
  WISHES.some((wish) => wish === text);
