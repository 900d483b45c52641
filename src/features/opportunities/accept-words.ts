/** The words of the desk's own form for asks and offers, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  one: "Request or offer",
  many: "Requests and offers",
  notAgreed:
    "The sender has not agreed to publication. You can link this to an existing page, or refuse it.",
  becomes: "What this becomes",
  ways: {
    opportunity: "Show as a request or an offer",
    place: "Turn into a place",
    project: "Turn into a project",
    partner: "Turn into a partner",
    standing: "Link to an existing page",
  },
  near: "Near",
  placeName: "Place name",
  projectTitle: "Project title",
  partnerName: "Partner’s name",
  partnerSort: "Kind of partner",
  path: "Its address",
  pathHint:
    "Enter an address such as /places/mankosi, or a full address on this site. The sender sees the link.",
  text: "Text to publish",
  textHint:
    "Use the text as it was sent, or write it in your own words. Leave out contact details.",
  place: "Place with a page on this site",
  placeHint: "Enter the last part of the place’s address, such as mankosi, or leave this empty.",
  slug: say("The page’s address: {path}"),
  country: "Country",
  lat: "Latitude in degrees",
  latHint: "The position is rounded to 0.1 degrees, about 11 km, before it is shown.",
  lon: "Longitude in degrees",
  problems: {
    as: "Choose what the request or offer becomes.",
    path: "Enter the address of a page on this site, such as /places/mankosi.",
    nothingThere: "There is no page at this address.",
    country: "Enter a country’s name or two-letter code, such as ZA.",
    lat: "Enter degrees from -90 to 90, such as -31.98.",
    lon: "Enter degrees from -180 to 180, such as 29.15.",
    position:
      "For a new place, enter a country, a latitude and a longitude, such as ZA, -31.9 and 29.1.",
    slug: "Use only a-z, 0-9 and -.",
    taken: "This address is already in use. Choose another, or link to the page at this address.",
    contact:
      "This text seems to contain an address or a telephone number. Please leave out contact details.",
  },
};

export const acceptWordsIn = catalogue("opportunities-accept", en);

export type AcceptWords = typeof en;
