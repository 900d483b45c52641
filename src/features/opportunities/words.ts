/** The words of opportunities, by language; what can be sent. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";
import type { Kind } from "./records.ts";

const en = {
  lang: "en",
  wishes: {
    need: "This place has no connection",
    programme: "Bring a programme to my place",
    roof: "I can offer a roof or a hill with a view",
    power: "I can offer power",
    time: "I can offer time to dig, climb, teach or sign",
    equipment: "I can offer equipment",
    transport: "I can offer transport",
    partner: "We want to join as a partner",
  },
  kinds: {
    need: "No connection",
    programme: "Request for a programme",
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
  unlisted: "A place that is no longer listed here",
  country: "Country",
  place: "Place",
  wouldGo: "Willing to travel",
  km: say("{n} km"),
  fits: "Possible matches",
  fit: {
    same: "possible match, in the same place",
    apart: say("possible match, {km} km apart"),
    about: say("possible match, about {km} km apart"),
  },
  /** What the desk’s new place says in its record, in the campaign’s own language. */
  newPlace: {
    note: "The pin is accurate to a tenth of a degree, about 11 km. The place was named by somebody there.",
    saidBy: "someone at the place, through this site",
  },
  list: {
    title: "Where next",
    description:
      "See what places ask for, what people offer, what is being built and what is planned.",
    about:
      "See places without a connection, and what people can offer: a roof, power, time, equipment or transport.",
    byKind: "By kind",
    byCountry: "By country",
    all: "All",
    none: "No requests or offers yet. [Yours can be the first.]",
    noneOfKind: "No requests or offers of this kind yet. [Yours can be the first.]",
    heading: "Requests and offers",
    here: "Requests and offers for this place",
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
      "Ask for a connection, or offer a roof, power, time, equipment or transport. You do not need an account.",
    about:
      "Tell us about a place without a connection, or something you can offer. You do not need an account. A person reads what you send, and we publish nothing unless you agree below.",
    kind: "What is your message about?",
    place: "Which place?",
    placeHint: "The name of a village or town is enough.",
    country: "In which country?",
    words: "In your words",
    wordsHint:
      "Tell us who is there, what is missing or what you can give, in any language. Please leave out addresses and phone numbers.",
    distance: "If you are offering help, how many kilometres would you travel?",
    contact: "How can the desk reply to you?",
    contactHint:
      "Optional: a phone number, an email address or a neighbour’s name. Contact details are never shown, and withdrawing your text deletes them.",
    language: "In which language?",
    position: "Position, if you know it",
    north: "Degrees north",
    northHint:
      "Use a negative number for south, such as -31.98. We publish the position rounded to about 11 km.",
    east: "Degrees east",
    eastHint: "Use a negative number for west.",
    agree:
      "My words and the place may be published once a person has read them, but never my contact details.",
    send: "Send",
    next: "What happens next",
    steps: [
      ["You get a secret address", "save the address, because only you have it"],
      ["A person reads what you sent", "and looks for a suitable match"],
      ["Come back for the reply", "yes or no, with the reason"],
      ["You can withdraw", "at any time; your text is then deleted"],
    ],
  },
  problems: {
    kind: "Choose what your message is about.",
    place: say("Enter the name of the place in one line of at most {most} characters."),
    country:
      "Enter the country’s English name or its two-letter code, such as ZA, or leave the field empty.",
    lat: "Enter degrees from -90 to 90, such as -31.98.",
    lon: "Enter degrees from -180 to 180, such as 29.15.",
    both: "Enter degrees north and degrees east, or neither.",
    words: say("Write a few words, using at most {most} characters."),
    distance: "Enter a whole number of kilometres, such as 20, or leave the field empty.",
    line: say("Write one line of at most {most} characters, or leave the field empty."),
    agree: "Tick the box or leave it empty.",
    about: "Open the form again.",
  },
  sent: {
    language: "Language",
    inAnswerTo: "In reply to",
    reach: "Your contact details",
    nothing: "no contact details are kept",
    forDesk: say("{contact} (only for the desk)"),
    publishing: "Publishing",
    agreed: "you agreed that we may publish your words and the place",
    notAgreed: "you did not agree to publication",
    withdrawing: "your words, the place and your contact details are deleted.",
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
