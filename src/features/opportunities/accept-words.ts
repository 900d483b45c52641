/** The words of the desk's own form for asks and offers, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  one: "Ask or offer",
  many: "Asks and offers",
  notAgreed:
    "Its sender has not agreed to publishing. It can become something that stands here already, or be refused.",
  becomes: "What it becomes",
  ways: {
    opportunity: "Show it as an ask or an offer",
    place: "Make a place of it",
    project: "Make a project of it",
    partner: "Make a partner of it",
    standing: "It became something that stands here",
  },
  near: "Near",
  placeName: "Name of the place",
  projectTitle: "Title of the project",
  partnerName: "Name of the partner",
  partnerSort: "What sort of partner",
  path: "Its address",
  pathHint: "Such as /places/mankosi, or a whole address of this site. Its sender sees the link.",
  text: "Words that stand",
  textHint: "As they were sent, or yours. Without any way to reach somebody.",
  place: "A place that has a page",
  placeHint: "The last part of its address, such as mankosi; or nothing.",
  slug: say("Its address: {path}"),
  country: "Country",
  lat: "Degrees of latitude",
  latHint: "Rounded to 0.1 degrees, some 11 km, before it is shown.",
  lon: "Degrees of longitude",
  problems: {
    as: "Choose what it becomes.",
    path: "Write the address of a page of this site, such as /places/mankosi.",
    nothingThere: "Nothing stands at this address.",
    country: "Write a country’s name or two letters such as ZA.",
    lat: "Write degrees from -90 to 90, such as -31.98.",
    lon: "Write degrees from -180 to 180, such as 29.15.",
    position: "A new place needs a country and both degrees, such as ZA, -31.9 and 29.1.",
    slug: "Write a-z, 0-9 and - only.",
    taken:
      "Something stands at this address already. Choose another, or accept it with what stands there.",
    contact:
      "Here stands what looks like an address or a telephone number. Write the words without a way to reach somebody.",
  },
};

export const acceptWordsIn = catalogue("opportunities-accept", en);

export type AcceptWords = typeof en;
