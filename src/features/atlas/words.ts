/** The words of the atlas, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const speeds = ["50 or more", "10 to 50", "1 to 10", "fewer than 1"];

const en = {
  lang: "en",
  title: "Atlas",
  titleOf: say("Atlas: {region}"),
  heading: "The atlas",
  headingOf: say("The atlas: {region}"),
  description:
    "The places of this campaign on an equal-area map, with their stories, networks and pledges.",
  /** By their slugs. */
  regions: {
    "": "World",
    africa: "Africa",
    americas: "Americas",
    asia: "Asia",
    europe: "Europe",
    oceania: "Oceania",
  },
  regionsLabel: "Regions",
  found: counted("{n} place.", "{n} places."),
  fitting: counted("{n} matching place.", "{n} matching places."),
  told: say("With a story here: {n}."),
  westToEast: "Read them from west to east.",
  offlineByCountry: "People offline, by country",
  plans: "Plans: where next, and by which link",
  filters: {
    layers: "Also on the map",
    placesAlone: "Places only",
    topics: "Stories by topic",
    allTopics: "All topics",
    states: "Places by state",
    allStates: "All states",
  },
  map: {
    world: "World map",
    of: say("Map of {region}"),
    empty: say("{map}. No place is marked on it."),
    one: say("{map} with {place} marked.", "map", "place"),
    many: say("{map} with {n} places marked; they are listed below.", "map", "n"),
    joined: say(
      "{map}: one line joins {n} places from {first} in the west to {last} in the east.",
      "map",
      "n",
      "first",
      "last",
    ),
    dots: "A full dot is a place with a story here, an open one a place without.",
    rings:
      "A ring around it: connected or measured; dashed: planned or being built; dotted: unconnected.",
    drawn: say("{n} of {all} places are drawn.", "n", "all"),
    squares: "Squares are cells of the layer; the legend says their size.",
    cells: say("{n} of {all} cells are drawn, those with the most data.", "n", "all"),
    line: "The line is the order of reading, west to east, not a cable.",
    borders: "Land and borders are as Natural Earth draws them; we take no position on any border.",
  },
  legend: {
    ofPeople: "{title}: of 100 people",
    tones: {
      t1: "90 or more",
      t2: "75 to 90",
      t3: "50 to 75",
      t4: "fewer than 50",
      t0: "no figure here",
    },
    upTo: say("Each country’s latest figure up to {day}."),
  },
  places: {
    title: "Places",
    label: "Table of places",
    caption: "West to east. Connection: as stated, with its date and who said so.",
    captionOnline: "Last column: people in the country who use the Internet, %, with its date.",
    place: "Place",
    here: "Here",
    connection: "Connection",
    online: "Online",
    wanted: "Tell the first story",
    these: say(
      "These are {n} of {all} places; choose a region, or download them all below.",
      "n",
      "all",
    ),
    none: "None known to us yet.",
    tell: "Tell us about a place",
    data: "All places as open data",
  },
  layer: {
    names: { tiles: "Measured speed", schools: "Schools", measured: "Measured here" },
    titles: {
      tiles: "Measured download speed, Mbit/s",
      schools: "Schools in the list",
      measured: "Measured here: download speed, Mbit/s",
    },
    /** From the smallest mark to the largest. */
    steps: {
      tiles: speeds,
      schools: ["1 to 9", "10 to 99", "100 to 999", "1,000 or more"],
      measured: speeds,
    },
    columns: {
      tiles: ["Tests", "Download, kbit/s", "Upload, kbit/s", "Round trip, ms"],
      schools: ["Schools", "Connected", "Not connected"],
      measured: ["Month", "Browsers", "Download, kbit/s", "Upload, kbit/s", "Round trip, ms"],
    },
    captions: {
      tiles: "Cells with the most tests first; the mean of all tests in each.",
      schools: "Cells with the most schools first. For the rest the list does not say.",
      measured:
        "Cells with the most browsers first; the middle value of each, in its newest month.",
    },
    middle: "A cell is named by the position of its centre.",
    others: counted(
      "{n} other table of this kind is not drawn.",
      "{n} other tables of this kind are not drawn.",
    ),
    byPeople:
      "By people’s own browsers, once five have reported in a cell and a month. [Add yours]",
    nothingHere: say("{name}: nothing in this region yet."),
    nothingYet: say("{name}: nothing is published yet."),
    invite: "Measure your connection: be among the first five",
    table: say("Table: {name}"),
    cell: "Cell",
    these: say("These are {n} of {all} cells.", "n", "all"),
    whole: "The whole table, as received",
    all: "All of it, by cell and month",
    around: "around {where}",
    tooFew: "too few",
  },
  indicators: {
    title: "Who is without a connection?",
    about:
      "Figures by country, each with its year, its source and when we fetched it. Years differ, so countries are not ranked.",
    need: "The need and the pledges",
    offline: "People offline",
    estimate: counted(
      "{people}, an estimate: the figure for {n} country, from figures for {first} to {last}",
      "{people}, an estimate: the sum over {n} countries, from figures for {first} to {last}",
      "people",
      "first",
      "last",
    ),
    workedOut: "calculated from {source}",
    pledges: "Pledges that count towards the goal",
    reached: counted(
      "{n} pledge: {claimed} people claimed, {evidenced} evidenced, {attested} attested",
      "{n} pledges: {claimed} people claimed, {evidenced} evidenced, {attested} attested",
      "claimed",
      "evidenced",
      "attested",
    ),
    upToYear: say("{reached}, by figures up to {year}", "reached", "year"),
    none: "none in this ledger so far",
    ledger: "The ledger",
    earlier: say("{who}, with earlier estimates"),
    notSubtracted:
      "We do not subtract one from another: they refer to different dates, countries’ latest figures may be years old, and a person newly connected by one pledge may also be counted in another.",
    byCountry: "By country",
    from: "Where the figures come from",
    noDataset: "No dataset has been imported yet.",
    kinds: {
      "country-indicator": "An indicator by country",
      tiles: "Measured speed by tile",
      schools: "A list of schools",
    },
    dataOf: say("Data of {day}"),
    retrieved: say("retrieved {day}"),
    rows: counted("{n} row", "{n} rows"),
    leftOut: say("{n} left out because they do not fit the format"),
    held: say("{n} of them are on this server"),
    file: say("The file as received, CSV · {weight}"),
  },
  countries: {
    label: "Table of countries",
    caption: "The year is that of the country’s latest figure.",
    country: "Country",
    online: "Online, %",
    offline: "People offline",
    year: "Year",
  },
};

export const wordsIn = catalogue("atlas", en);

export type AtlasWords = typeof en;
