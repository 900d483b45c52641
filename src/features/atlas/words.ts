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
    "The campaign’s places on an equal-area map, with their stories, networks and pledges.",
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
  told: say("Places with a story here: {n}."),
  westToEast: "The places are listed from west to east.",
  offlineByCountry: "People offline, by country",
  plans: "Plans: where to connect next, and which link to use",
  filters: {
    layers: "Also on the map",
    placesAlone: "Places only",
    topics: "Stories by topic",
    allTopics: "All topics",
    states: "Places by status",
    allStates: "All statuses",
  },
  map: {
    world: "World map",
    of: say("Map of {region}"),
    empty: say("{map}, with no places marked."),
    one: say("{map} with {place} marked.", "map", "place"),
    many: say("{map} with {n} places marked; they are listed below.", "map", "n"),
    joined: say(
      "{map}: one line joins {n} places from {first} in the west to {last} in the east.",
      "map",
      "n",
      "first",
      "last",
    ),
    dots: "Filled dots are places with a story here; open dots are places without one.",
    rings:
      "Solid ring: connected or measured. Dashed ring: planned or being built. Dotted ring: unconnected.",
    drawn: say("{n} of {all} places are shown.", "n", "all"),
    squares: "Each square is one cell of the layer; the legend gives its size.",
    cells: say("The map shows {n} of {all} cells: those with the most data.", "n", "all"),
    line: "The line shows the reading order, from west to east; it does not represent a cable.",
    borders: "Land and borders follow Natural Earth; we take no position on any border.",
  },
  legend: {
    ofPeople: "{title}, per 100 people",
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
    caption: "Listed west to east. Connection status is as reported, with date and source.",
    captionOnline:
      "The last column gives the percentage of the country’s people who use the Internet, with the date.",
    place: "Place",
    here: "Here",
    connection: "Connection",
    online: "Online",
    wanted: "Tell the first story",
    these: say(
      "{n} of {all} places are shown. Choose a region, or download the full list below.",
      "n",
      "all",
    ),
    none: "We know of no places here yet.",
    tell: "Tell us about a place",
    data: "All places as open data",
  },
  layer: {
    names: { tiles: "Measured speed", schools: "Schools", measured: "Measured here" },
    titles: {
      tiles: "Measured download speed, Mbit/s",
      schools: "Listed schools",
      measured: "Download speed measured here, Mbit/s",
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
      tiles: "Cells with the most tests come first; each figure is the mean of all tests.",
      schools: "Schools counted as neither connected nor unconnected have no status in the list.",
      measured:
        "Cells with reports from the most browsers come first; each figure is the median for the latest month.",
    },
    middle: "Each cell is identified by the position of its centre.",
    others: counted("{n} similar table is not shown.", "{n} similar tables are not shown."),
    byPeople:
      "Speeds are measured by people’s own browsers and shown once five browsers have reported for the same cell in one month. [Add yours]",
    nothingHere: say("{name}: no data for this region yet."),
    nothingYet: say("{name}: no data published yet."),
    invite: "Be one of the first five people to measure a connection here",
    table: say("Table: {name}"),
    cell: "Cell",
    these: say("{n} of {all} cells are shown.", "n", "all"),
    whole: "The whole table, as received",
    all: "All data, by cell and month",
    around: "around {where}",
    tooFew: "too few",
  },
  indicators: {
    title: "Who has no connection?",
    about:
      "Figures by country, each with its year, its source and the day we retrieved it. The years differ, so countries are not ranked.",
    need: "Need and pledges",
    offline: "People offline",
    estimate: counted(
      "Estimate: {people} for {n} country, based on figures from {first} to {last}",
      "Estimate: {people} in total for {n} countries, based on figures from {first} to {last}",
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
    upToYear: say("{reached}, using figures up to {year}", "reached", "year"),
    none: "none in this ledger so far",
    ledger: "The ledger",
    earlier: say("Source: {who}; see also earlier estimates"),
    notSubtracted:
      "We do not subtract these figures from one another. They refer to different dates, countries’ latest figures may be years old, and someone newly connected under one pledge may also be counted in another.",
    byCountry: "By country",
    from: "Where the figures come from",
    noDataset: "No dataset has been imported yet.",
    kinds: {
      "country-indicator": "An indicator by country",
      tiles: "Measured speed by tile",
      schools: "A list of schools",
    },
    dataOf: say("Data from {day}"),
    retrieved: say("retrieved {day}"),
    rows: counted("{n} row", "{n} rows"),
    leftOut: say("Rows left out because they did not match the format: {n}"),
    held: say("Rows on this server: {n}"),
    file: say("The file as received, CSV · {weight}"),
  },
  countries: {
    label: "Table of countries",
    caption: "The year shown is that of the country’s latest figure.",
    country: "Country",
    online: "Online, %",
    offline: "People offline",
    year: "Year",
  },
};

export const wordsIn = catalogue("atlas", en);

export type AtlasWords = typeof en;
