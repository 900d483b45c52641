/** What the fields of every kind of thing are called, by language. A new kind of record has its words here, and needs nothing else. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  /** Fields by the group that they stand in, or by the kind of thing; what is called the same everywhere is `shared`. */
  fields: {
    shared: {
      name: "Name",
      title: "Title",
      summary: "In a few sentences",
      note: "Note",
      text: "In words",
      url: "Address on the web",
      date: "Date",
      asOf: "Date of the figure",
      saidBy: "Said by",
      source: "Source",
      sources: "Sources",
      country: "Country",
      place: "Place",
      places: "Places",
      partner: "Partner",
      partners: "Partners",
      topics: "Topics",
      sector: "Purpose code (OECD DAC)",
      cover: "Picture",
      from: "From",
      by: "Until",
      unit: "Unit",
      value: "Value",
      state: "State",
      measures: "What the connection is like",
      milestones: "Milestones",
      evidence: "Evidence",
      kind: "Kind",
      due: "Due",
      reached: "Reached",
    },
    source: {
      title: "Title of the source",
      publisher: "Published by",
      date: "Published on",
      note: "What it shows",
    },
    cover: {
      file: "Picture",
      alt: "What the picture shows",
      credit: "Who made it",
      night: "Picture for dark screens",
    },
    photo: {
      file: "Portrait",
      alt: "What the portrait shows",
      credit: "Who made it",
      night: "Portrait for dark screens",
    },
    partners: {
      standing: "Has it joined?",
      url: "Website",
      reference: "Number in a register",
      since: "Since",
    },
    people: {
      chosen: "The name is one that the person chose for this page",
      walk: "Walk of life",
      title: "What the person does",
      organisation: "Organisation, in words",
      partner: "Organisation that is a partner here",
      bio: "About the person",
      role: "Public role",
      photo: "Portrait",
    },
    role: { text: "The role" },
    programmes: {
      purpose: "What it is for",
      order: "Place in the list",
      figures: "Figures",
      markdown: "The text of its page",
    },
    figures: {
      value: "The figure, as it is shown",
      text: "What it counts",
      state: "How sure it is",
    },
    places: {
      region: "Region",
      population: "People who live there",
      state: "How far it is connected",
    },
    geometry: { coordinates: "Where it lies" },
    population: { value: "How many" },
    seamless: {
      availability: "Works, per cent of the time",
      latency: "Answers after, in milliseconds",
      outages: "Outages",
    },
    secure: {
      encryption: "Encryption",
      operator: "Who holds the network",
      updates: "Updates",
      backupPower: "Power in an outage",
    },
    affordable: { price: "Price", shareOfIncome: "Per cent of what people earn" },
    measures: { seamless: "Seamless", secure: "Secure", affordable: "Affordable" },
    price: { currency: "Currency", per: "What is bought" },
    projects: {
      pledges: "Pledges that it feeds",
      plan: "Plan that it came of",
      technology: "Technology",
      people: "People it connects",
      budget: "Budget",
    },
    people_in_project: { low: "At least", high: "At most", period: "By when" },
    budget: { amount: "Amount", currency: "Currency" },
    milestones: { title: "What is to be reached" },
    evidence: {
      title: "What shows it",
      by: "By whom",
      claim: "Which figure it shows",
      sha256: "Fingerprint of the document (SHA-256)",
      archived: "Address of a copy",
    },
    datasets: {
      source: "Source",
      licence: "Licence",
      date: "Of which day, month or year",
      retrieved: "Fetched on",
      file: "The table",
      mapping: "Which column holds what",
      rows: "Rows",
      leftOut: "Rows left out",
    },
    mapping: {
      date: "Date",
      quadkey: "Tile (quadkey)",
      avg_d_kbps: "Download, kbit/s",
      avg_u_kbps: "Upload, kbit/s",
      avg_lat_ms: "Latency, ms",
      tests: "Tests",
      devices: "Devices",
      id: "Number of the school",
      lat: "Latitude",
      lon: "Longitude",
      connectivity: "Connected?",
    },
    pledges: {
      title: "The promise",
      pledger: "Who promises",
      with: "Together with",
      metric: "What is counted",
      target: "Target",
      baseline: "Before it began",
      where: "Where",
      counting: "How it will be counted",
      checking: "Who may check",
      goal: "It is part of the campaign’s goal",
      historical: "It is over, and shown as history",
      countsTowards: "Larger pledge that it is part of",
      wordings: "The exact words, as they were said",
      claims: "Figures that were said",
      disputes: "Disputes",
      answers: "Answers to disputes",
      searched: "Where a closing figure was looked for",
    },
    baseline: { value: "Figure" },
    wordings: { text: "The words", date: "Said on" },
    claims: {
      value: "Figure",
      atLeast: "At least so many",
      measure: "How it counts",
      saidOn: "Said on",
      by: "Said by whom",
      checked: "How it was checked",
      revises: "Corrects this figure",
    },
    disputes: { claim: "Which figure", text: "What is disputed", by: "By whom", date: "On" },
    answers: { dispute: "Which dispute", text: "The answer", by: "By whom", date: "On" },
    searched: { on: "On", where: "Where, one a line" },
  },
  hints: {
    shared: {
      asOf: "The day, month or year that it speaks of: 2026-11-24, 2026-11 or 2026",
      sector: "Five digits, such as 22040",
      currency: "Three letters, such as ZAR",
    },
    partners: {
      standing:
        "Say that it joined only if it did. Another one is described from published sources.",
      reference: "Such as XM-DAC-41122, if it has one",
    },
    people: {
      role: "Who has a public role can be named with the source that says so. Anybody else needs a consent.",
    },
    programmes: { order: "A small number comes first" },
    geometry: {
      coordinates: "Latitude, longitude: -15.42, 28.28, or 15°25′S 28°17′E, or the link of a map",
    },
    source: { date: "As exactly as it is known: 2026-11-24, 2026-11 or 2026" },
    price: { per: "Such as: a month, 10 Mbit/s" },
    pledges: {
      unit: "Such as people, schools or trees",
      metric: "Such as: people with a connection",
    },
    cover: { night: "Only if another one is needed there" },
    photo: { night: "Only if another one is needed there" },
  },
  /** Words of which one is chosen. */
  choices: {
    carrier: "Carrier",
    company: "Company",
    community: "Community",
    public: "Public body",
    activist: "Activists",
    person: "Person",
    joined: "It has joined",
    named: "It is described from published sources",
    "self-reported": "Self-reported",
    reported: "Reported by others",
    evidenced: "With evidence",
    unconnected: "Not connected",
    planned: "Planned",
    building: "Being built",
    connected: "Connected",
    measured: "Connected and measured",
    stopped: "Stopped",
    fibre: "Fibre",
    microwave: "Microwave",
    wifi: "Wi-Fi",
    cellular: "Mobile network",
    satellite: "Satellite",
    "TV white space": "TV white space",
    mesh: "Mesh",
    other: "Other",
    "country-indicator": "A figure for each country",
    tiles: "Tiles of a map",
    schools: "Schools",
    pledge: "A pledge",
    series: "A series of figures, and no promise",
    cumulative: "All so far",
    "since-pledge": "Since the pledge",
    "in-period": "In this period",
    pledger: "By who promises",
    document: "Document",
    method: "Method",
    census: "Census",
    measurement: "Measurement",
    statement: "Statement",
    survey: "Survey",
    photo: "Photo",
  },
  /** Said by somebody else than who promises. */
  byOther: "By somebody else",
  /** Of figures that are no progress towards a target. */
  noProgress: "None of these",
};

export const labelsIn = catalogue("content-fields", en);
export type Labels = typeof en;

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a field is called; undefined where the table has no words for it. @param at `sources[].title` */
export const labelOf = (labels: Labels, space: string, at: string): string | undefined =>
  lookedUp(labels.fields, space, at);

export const hintOf = (labels: Labels, space: string, at: string): string | undefined =>
  lookedUp(labels.hints, space, at);

/** One of the words of a choice. */
export function choiceOf(labels: Labels, at: string, option: string): string | undefined {
  if (at.endsWith("claims[].by") && option === "other") return labels.byOther;
  if (at.endsWith("claims[].measure") && option === "other") return labels.noProgress;
  const choices: Readonly<Record<string, string>> = labels.choices;
  return choices[option];
}

function lookedUp(table: Table, space: string, at: string): string | undefined {
  const keys = at.replaceAll("[]", "").split(".");
  const path = keys[0] === "properties" && keys.length > 1 ? keys.slice(1) : keys;
  const key = path.at(-1)!;
  const parent = path.length === 1 ? space : path.at(-2)!;
  const group = GROUPS[`${space} ${parent}`] ?? GROUPS[parent] ?? parent;
  return table[group]?.[key] ?? table["shared"]?.[key];
}

/** Groups that are called otherwise than their words, or as another group is. */
const GROUPS: Readonly<Record<string, string>> = {
  sources: "source",
  "projects people": "people_in_project",
};
