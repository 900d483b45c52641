/** The words of open data, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Open data, to download",
  about:
    "You can download everything shown here, from any site, with no key and no account. A figure comes with who gave it, when, and the date it refers to.",
  description: say(
    "Stories, places, organisations, programmes and pledges of {name} as files and through an API: how to download, cite and embed them.",
  ),
  files: "Files",
  api: "API",
  apiIs:
    "JSON, for reading. Each thing carries its permanent id, its page and the address of its record in the log. Lists come in pages of 100: {page}.",
  apiDescription: "Description, OpenAPI 3.1",
  embed: "A pledge on your page",
  embedIs:
    "Every pledge is also a piece of HTML at {address}: no script, no frame, nothing that your readers’ browsers would fetch from here. It says on which day it was copied; copy it again for newer figures.",
  copy: say("To copy: {pledge}"),
  from: "From {address}",
  noPledge: "No pledges here yet.",
  what: "What",
  form: "Form",
  cite: "Licence, and how to cite",
  licence: "The campaign’s own texts and data: {licence}.",
  noLicence:
    "The campaign has not stated a licence for its own texts. A figure is a fact: say who said it and when.",
  belongs: "What sources say belongs to the sources, and names belong to their owners.",
  citeFigure: "Cite a figure with who said it, its date and its source, and where you found it:",
  citation: say("open data. {base}/data, read on {day}.", "base", "day"),
  citeThing:
    "To cite one thing permanently, give its permanent id, the 64 digits under {subject}. To show later that what you cite was here, save {checkpoint} of that day.",
  checkpoint: "the log’s checkpoint",
  iati: "In the IATI file this campaign reports results of what others promise and do: each activity says so, and each figure says who gave it. A campaign that is not registered with IATI is named there by its permanent id. Do not add figures up: activities that may count the same people name one another.",
  /** By their paths. */
  fileWords: {
    "/data/pledges.csv": {
      name: "Pledges",
      what: "One row per pledge: the promise, its status, its numbers",
    },
    "/data/claims.csv": {
      name: "Figures",
      what: "One row per figure, including revised ones, with its source",
    },
    "/data/places.geojson": {
      name: "Places",
      what: "Position, country and region, and the stories told there",
    },
    "/data/iati-activities.xml": {
      name: "Pledges and programmes as activities",
      what: "Who takes part, targets, and every dated figure as a result",
    },
    "/data/plans.geojson": {
      name: "Plans",
      what: "Masts, hops and places of every plan, with cost, load and order",
    },
    "/data/plans-points.geojson": {
      name: "Plans, points",
      what: "Masts and places only, for programs that take one kind of geometry per file",
    },
    "/data/plans-lines.geojson": {
      name: "Plans, lines",
      what: "Hops only, likewise",
    },
    "/data/measurements.csv": {
      name: "Measured connections",
      what: "One row per cell and month, once five browsers have measured there",
    },
    "/data/listening.csv": {
      name: "How accurate listening was",
      what: "One row per place, month and detector, once three listeners were at work there",
    },
    "/data/letter.csv": {
      name: "Signatures on the open letter",
      what: "One row per confirmed signature: name where it is shown, kind, place, day",
    },
    "/conversation/feed.xml": {
      name: "The conversation",
      what: "What people say with the hashtag and about the topics, as a feed",
    },
    "/feed.xml": {
      name: "New stories",
      what: "Topics, authors and places have their own feeds: add /feed.xml to their address",
    },
    "/feed.json": {
      name: "New stories, in JSON",
      what: "The same stories in another form",
    },
    "/log": {
      name: "The log",
      what: "Every signed record behind all this, to copy, compare and check",
    },
    "/sitemap.xml": { name: "Every page", what: "With its languages" },
  },
  fragment: {
    with: say("with {names}"),
    claimed: "Claimed (drawn hatched)",
    evidenced: "Evidenced (drawn half-tone)",
    attested: "Attested (drawn solid)",
    none: "none filed here",
    asOf: say("as it stood on {day}."),
    contain: "The numbers contain one another.",
    newest: "Newest figures and every source",
  },
};

export const wordsIn = catalogue("open-data", en);

export type DataWords = typeof en;
