/** The words of the desk's own form for asks and offers, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  one: "Request or offer",
  many: "Requests and offers",
  notAgreed:
    "The sender has not agreed to publication. You can link it to a page that exists already, or refuse it.",
  becomes: "What it becomes",
  ways: {
    opportunity: "Show it as a request or an offer",
    place: "Make it a place",
    project: "Make it a project",
    partner: "Make it a partner",
    standing: "Link it to a page that exists already",
  },
  near: "Near",
  placeName: "Name of the place",
  projectTitle: "Title of the project",
  partnerName: "Name of the partner",
  partnerSort: "Kind of partner",
  path: "Its address",
  pathHint: "Such as /places/mankosi, or a full address on this site. The sender sees the link.",
  text: "Text to publish",
  textHint: "As it was sent, or in your words. Leave out contact details.",
  place: "A place that has a page",
  placeHint: "The last part of its address, such as mankosi; or leave it empty.",
  slug: say("Its address: {path}"),
  country: "Country",
  lat: "Degrees of latitude",
  latHint: "Rounded to 0.1 degrees, some 11 km, before it is shown.",
  lon: "Degrees of longitude",
  problems: {
    as: "Choose what it becomes.",
    path: "Write the address of a page of this site, such as /places/mankosi.",
    nothingThere: "There is nothing at this address.",
    country: "Write a country’s name or two letters such as ZA.",
    lat: "Write degrees from -90 to 90, such as -31.98.",
    lon: "Write degrees from -180 to 180, such as 29.15.",
    position: "A new place needs a country and both degrees, such as ZA, -31.9 and 29.1.",
    slug: "Write a-z, 0-9 and - only.",
    taken: "This address is taken. Choose another, or link it to the page there.",
    contact:
      "This seems to contain an address or a telephone number. Please leave out contact details.",
  },
};

export const acceptWordsIn = catalogue("opportunities-accept", en);

export type AcceptWords = typeof en;
