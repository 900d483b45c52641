/** The words of open data, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Download open data",
  about:
    "Anyone, on any site, can download everything shown here without a key or an account. With each figure, we say who gave it, when, and which date it refers to.",
  description: say(
    "Stories, places, organisations, programmes and pledges from {name}, as files and through an API. See how to download, cite and embed them.",
  ),
  files: "Files",
  api: "API",
  apiIs:
    "The API is read-only and returns JSON. Each item has its permanent id, its page and the address of its record in the log. Lists are split into pages of 100 items: {page}.",
  apiDescription: "API description, OpenAPI 3.1",
  embed: "Show a pledge on your page",
  embedIs:
    "Every pledge is also available as HTML at {address}. The HTML has no script and no frame, and your readers’ browsers fetch nothing from this site. The code states the day it was copied. Copy the code again to get newer figures.",
  copy: say("Copy this code: {pledge}"),
  from: "From {address}",
  noPledge: "There are no pledges here yet.",
  what: "What",
  form: "Form",
  cite: "Licence and how to cite",
  licence: "The campaign’s own texts and data are licensed under {licence}.",
  noLicence:
    "The campaign has not stated a licence for its own texts. Figures are facts. When you use one, say who gave it and when.",
  belongs: "Statements from sources belong to those sources, and names belong to their owners.",
  citeFigure:
    "When you cite a figure, say who gave it, its date, its source and where you found it:",
  citation: say("open data, {base}/data, accessed on {day}.", "base", "day"),
  citeThing:
    "To cite an item permanently, give its permanent id, the 64 digits under {subject}. To show later that the item you cite was here, save {checkpoint} from the day you cite it.",
  checkpoint: "the log’s checkpoint",
  iati: "In the IATI file, this campaign reports the results of what others promise and do. Each activity states this, and says who gave each figure. A campaign that is not registered with IATI is identified there by its permanent id. Do not add figures up, because some activities may count the same people; such activities name one another.",
  /** By their paths. */
  fileWords: {
    "/data/pledges.csv": {
      name: "Pledges",
      what: "One row for each pledge: the promise, its status and its numbers",
    },
    "/data/claims.csv": {
      name: "Figures",
      what: "One row for each figure, including revised figures, with its source",
    },
    "/data/places.geojson": {
      name: "Places",
      what: "The position, country and region of each place, and the stories told there",
    },
    "/data/iati-activities.xml": {
      name: "Pledges and programmes as activities",
      what: "Participants, targets, and every dated figure as a result",
    },
    "/data/plans.geojson": {
      name: "Plans",
      what: "The masts, hops and places of every plan, with cost, load and order",
    },
    "/data/plans-points.geojson": {
      name: "Points of plans",
      what: "Only masts and places, for programs that take one kind of geometry per file",
    },
    "/data/plans-lines.geojson": {
      name: "Lines of plans",
      what: "Only hops, for programs that take one kind of geometry per file",
    },
    "/data/measurements.csv": {
      name: "Measured connections",
      what: "One row for each cell and month, once five browsers have measured there",
    },
    "/data/listening.csv": {
      name: "Listening accuracy",
      what: "One row for each place, month and detector, once three listeners have worked there",
    },
    "/data/letter.csv": {
      name: "Signatures on the open letter",
      what: "One row for each confirmed signature: name if shown, kind, place and day",
    },
    "/conversation/feed.xml": {
      name: "The conversation",
      what: "Feed of comments under the hashtag and on the topics",
    },
    "/feed.xml": {
      name: "New stories",
      what: "Topics, authors and places have their own feeds. Add /feed.xml to their address",
    },
    "/feed.json": {
      name: "New stories in JSON",
      what: "The same stories in a different format",
    },
    "/log": {
      name: "The log",
      what: "Every signed record behind this data, to copy, compare and check",
    },
    "/sitemap.xml": { name: "All pages", what: "All pages with their languages" },
  },
  fragment: {
    with: say("with {names}"),
    claimed: "Claimed (drawn hatched)",
    evidenced: "Evidenced (drawn half-tone)",
    attested: "Attested (drawn solid)",
    none: "none recorded here",
    asOf: say("as of {day}."),
    contain: "The larger numbers include the smaller ones.",
    newest: "See the newest figures and every source",
  },
};

export const wordsIn = catalogue("open-data", en);

export type DataWords = typeof en;
