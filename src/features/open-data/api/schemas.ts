/** What the API gives, as JSON Schema (2020-12, the dialect of OpenAPI 3.1). Tests hold every answer against it. */
import { STATES } from "../../pledges/api.ts";

export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
}
type Fields = Readonly<Record<string, Schema>>;

export const refTo = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const object = (required: Fields, optional: Fields = {}): Schema => ({
  type: "object",
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const many = (items: Schema): Schema => ({ type: "array", items });
const text = (description?: string): Schema =>
  description === undefined ? { type: "string" } : { type: "string", description };
const oneOf = (...values: readonly string[]): Schema => ({ type: "string", enum: values });
const url: Schema = { type: "string", format: "uri" };
const number: Schema = { type: "number" };
const count: Schema = { type: "integer", minimum: 0 };
const flag: Schema = { type: "boolean" };
const date: Schema = {
  type: "string",
  pattern: "^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$",
  description: "A day, a month or a year, as it is known.",
};
const language = text("BCP 47.");
const country: Schema = { type: "string", pattern: "^[A-Z]{2}$", description: "ISO 3166 alpha-2." };
const markdown = text("CommonMark; [^1] leads to the first source.");
const subject: Schema = {
  type: "string",
  pattern: "^[0-9a-f]{64}$",
  description: "The permanent id: SHA-256 of the record that opened the thing.",
};

const THING: Fields = {
  subject,
  slug: text("Its name in addresses today; an old one leads to it."),
  page: { ...url, description: "Where people read about it." },
  record: { ...url, description: "What the log holds of it." },
};
const api: Schema = { ...url, description: "The whole thing, from this API." };
const sources = many(refTo("Source"));
const names = many(refTo("Name"));

const STORY_CARD: Fields = {
  ...THING,
  title: text(),
  summary: text(),
  lang: { ...language, description: "The language of this text, BCP 47." },
  languages: { ...many(language), description: "Every language it can be read in here." },
  category: text(),
  published: date,
};
const STORY_MORE: Fields = { updated: date, walk: text("Id of a walk of life of the campaign.") };

const PLEDGE: Fields = {
  ...THING,
  title: text(),
  kind: { ...oneOf("pledge", "series"), description: "A series is context, without a promise." },
  summary: text(),
  pledger: refTo("Party"),
  with: many(refTo("Party")),
  metric: text(),
  unit: text(),
  from: date,
  goal: { ...flag, description: "Whether it counts towards the campaign's goal." },
  historical: { ...flag, description: "Shown beside the goal, never added to it." },
  wordedDifferently: flag,
};
const PLEDGE_MORE: Fields = {
  countsTowards: { ...refTo("Name"), description: "The larger pledge that it is part of." },
  target: number,
  baseline: object({ value: number, asOf: date }, { note: text() }),
  by: date,
  status: object({
    state: oneOf(...STATES),
    words: text("The same few words for everybody."),
    wanted: { ...flag, description: "Whether a closing figure is asked for." },
  }),
  searched: object({ on: date, where: many(text()) }),
  claimed: { ...refTo("Number"), description: "The latest figure, with evidence or without." },
  evidenced: { ...refTo("Number"), description: "The latest figure that others can check." },
  attested: { ...refTo("Number"), description: "The latest figure signed for by another." },
  note: text(),
  where: text("Where, in the pledger's own words."),
  counting: text("How it is counted, in the pledger's own words."),
  checking: text("Who may check, in the pledger's own words."),
};

const listOf = (name: string): Schema =>
  object(
    { total: count, page: count, pages: count, items: many(refTo(name)) },
    { next: { ...url, description: "The next page; absent on the last." } },
  );

export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Source: object(
    { title: text(), url },
    { publisher: text(), date, note: text(), facts: many(text()) },
  ),
  Name: object({ ...THING, name: text() }),
  Campaign: object(
    {
      ...THING,
      name: text(),
      claim: text(),
      purpose: text(),
      hashtag: text(),
      language,
      languages: many(language),
      topics: many(object({ id: text(), name: text(), question: text() })),
      walks: many(object({ id: text(), one: text(), many: text() })),
      independence: text(),
      disclaimer: text(),
    },
    {
      goal: object(
        { statement: text(), metric: text(), unit: text(), target: number, from: date, by: date },
        { note: text() },
      ),
      legal: many(text()),
      credits: many(text()),
      licence: object({ name: text(), url }),
    },
  ),
  StoryCard: object(
    { ...STORY_CARD, api },
    { ...STORY_MORE, person: refTo("Name"), place: refTo("Name") },
  ),
  Story: object(
    {
      ...STORY_CARD,
      topics: many(text()),
      people: names,
      authors: names,
      places: names,
      partners: names,
      programmes: names,
      sources,
      markdown,
    },
    {
      ...STORY_MORE,
      disclaimer: text(),
      translation: object(
        { state: oneOf("machine", "person", "reviewed") },
        { translator: text() },
      ),
    },
  ),
  Place: object(
    {
      ...THING,
      name: text(),
      country,
      countryName: text(),
      sources,
      lat: { type: "number", minimum: -90, maximum: 90 },
      lon: { type: "number", minimum: -180, maximum: 180 },
    },
    {
      region: text("State or region."),
      note: text(),
      population: {
        anyOf: [count, object({ value: count, asOf: date, source: refTo("Source") })],
      },
    },
  ),
  Partner: object(
    {
      ...THING,
      name: text(),
      summary: text(),
      sources,
      kind: oneOf("carrier", "company", "community", "public", "activist", "person"),
      standing: {
        ...oneOf("joined", "named"),
        description: "Takes part here, or is described from published sources.",
      },
    },
    { country, place: refTo("Name"), url, since: date },
  ),
  Programme: object(
    {
      ...THING,
      title: text(),
      summary: text(),
      purpose: text(),
      partners: names,
      places: names,
      topics: many(text()),
      figures: many(
        object({
          value: text("As it is shown."),
          text: text(),
          asOf: date,
          saidBy: text(),
          state: oneOf("self-reported", "reported", "evidenced"),
          source: refTo("Source"),
        }),
      ),
      sources,
      markdown,
    },
    { order: number },
  ),
  Party: object({ name: text() }, { subject, page: url }),
  Number: object({
    claim: text("Id of the figure in the ledger."),
    value: number,
    atLeast: { ...flag, description: "Said as “over” this value." },
    asOf: date,
    saidOn: date,
    saidBy: text(),
  }),
  PledgeLine: object({ ...PLEDGE, api }, PLEDGE_MORE),
  Pledge: object(
    {
      ...PLEDGE,
      wordings: many(
        object({ text: text(), said: many(object({ date, source: refTo("Source") })) }),
      ),
      ledger: { ...many(refTo("Figure")), description: "By the date that figures speak of." },
      milestones: many(object({ title: text() }, { due: date, reached: date })),
      changes: {
        ...many(object({ on: date, field: text(), before: text(), after: text() })),
        description: "What the promise itself said before it was changed here.",
      },
      disputes: many(refTo("Dispute")),
      evidenceWithdrawn: { ...many(date), description: "Days on which evidence was withdrawn." },
      withdrawn: {
        ...many(object({ what: oneOf("evidence", "figure", "dispute", "answer"), on: date })),
        description: "What was said later and taken back, with the day.",
      },
    },
    PLEDGE_MORE,
  ),
  Dispute: object(
    { id: text(), text: text(), by: text(), date, source: refTo("Source") },
    {
      claim: text("The figure that it is about."),
      answer: object({ text: text(), by: text(), date }, { source: refTo("Source") }),
    },
  ),
  Figure: object(
    {
      claim: text(),
      value: number,
      atLeast: flag,
      unit: text(),
      text: text(),
      measure: oneOf("cumulative", "since-pledge", "in-period", "other"),
      asOf: date,
      saidOn: date,
      saidBy: text(),
      by: oneOf("pledger", "other"),
      state: oneOf("self-reported", "reported", "evidenced", "attested"),
      proof: { ...url, description: "The entry of the log that says it." },
      evidence: many(
        object(
          { kind: text(), title: text(), url, by: text(), date },
          { sha256: text("Of the document, in hexadecimal."), archived: url },
        ),
      ),
      attestations: {
        ...many(object({ by: text(), key: text(), on: date, statement: text() })),
        description: "Who signed for exactly this figure in the log.",
      },
      places: { ...many(subject), description: "Where the people are." },
      revisedBy: many(text()),
      counts: { ...flag, description: "Whether it counts towards the promise." },
      source: refTo("Source"),
    },
    {
      joint: text("Several pledges claim this figure together under this name."),
      revises: text(),
      checked: text(),
      note: text(),
      split: {
        ...object({ before: number, since: number }),
        description: "Our arithmetic: counted before the pledge, and since.",
      },
    },
  ),
  StoryList: listOf("StoryCard"),
  PlaceList: listOf("Place"),
  PartnerList: listOf("Partner"),
  ProgrammeList: listOf("Programme"),
  PledgeList: listOf("PledgeLine"),
};
