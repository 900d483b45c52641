/** What the API gives, as forms; the description has them as JSON Schema. Tests hold every answer against it. */
import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import * as v from "valibot";
import { STATES } from "../../pledges/api.ts";
import { Book } from "./book-form.ts";
import { courseForm } from "./course-form.ts";
import {
  count,
  country,
  date,
  described,
  flag,
  language,
  markdown,
  number,
  object,
  refDescribed,
  refTo,
  string,
  subject,
  text,
  THING,
  url,
  type Fields,
} from "./fields.ts";

const Source = object(
  { title: string, url },
  { publisher: string, date, note: string, facts: v.array(string) },
);
const Name = object({ ...THING, name: string });
const Party = object({ name: string }, { subject, page: url });
const Latest = object({
  claim: text("Id of the figure in the ledger."),
  value: number,
  atLeast: described(flag, "Said as “over” this value."),
  asOf: date,
  saidOn: date,
  saidBy: string,
});
const api = described(url, "The whole thing, from this API.");
const sources = v.array(Source);
const Course = courseForm(sources);
const names = v.array(Name);

const STORY_CARD: Fields = {
  ...THING,
  title: string,
  summary: string,
  lang: described(language, "The language of this text, BCP 47."),
  languages: described(v.array(language), "Every language it can be read in here."),
  category: string,
  published: date,
};
const STORY_MORE: Fields = { updated: date, walk: text("Id of a walk of life of the campaign.") };

const PLEDGE: Fields = {
  ...THING,
  title: string,
  kind: described(v.picklist(["pledge", "series"]), "A series is context, without a promise."),
  summary: string,
  pledger: Party,
  with: v.array(Party),
  metric: string,
  unit: string,
  from: date,
  goal: described(flag, "Whether it counts towards the campaign's goal."),
  historical: described(flag, "Shown beside the goal, never added to it."),
  wordedDifferently: flag,
};
const PLEDGE_MORE: Fields = {
  countsTowards: refDescribed(Name, "The larger pledge that it is part of."),
  target: number,
  baseline: object({ value: number, asOf: date }, { note: string }),
  by: date,
  status: object({
    state: v.picklist(STATES),
    words: text("The same few words for everybody."),
    wanted: described(flag, "Whether a closing figure is asked for."),
  }),
  searched: object({ on: date, where: v.array(string) }),
  claimed: refDescribed(Latest, "The latest figure, with evidence or without."),
  evidenced: refDescribed(Latest, "The latest figure that others can check."),
  attested: refDescribed(Latest, "The latest figure signed for by another."),
  note: string,
  where: text("Where, in the pledger's own words."),
  counting: text("How it is counted, in the pledger's own words."),
  checking: text("Who may check, in the pledger's own words."),
};

const Campaign = object(
  {
    ...THING,
    name: string,
    claim: string,
    purpose: string,
    hashtag: string,
    language,
    languages: v.array(language),
    topics: v.array(object({ id: string, name: string, question: string })),
    walks: v.array(object({ id: string, one: string, many: string })),
    independence: string,
    disclaimer: string,
  },
  {
    goal: object(
      { statement: string, metric: string, unit: string, target: number, from: date, by: date },
      { note: string },
    ),
    legal: v.array(string),
    credits: v.array(string),
    licence: object({ name: string, url }),
  },
);
const StoryCard = object({ ...STORY_CARD, api }, { ...STORY_MORE, person: Name, place: Name });
const Story = object(
  {
    ...STORY_CARD,
    topics: v.array(string),
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
    disclaimer: string,
    translation: object(
      { state: v.picklist(["machine", "person", "reviewed"]) },
      { translator: string },
    ),
  },
);
const Place = object(
  {
    ...THING,
    name: string,
    country,
    countryName: string,
    sources,
    lat: v.pipe(number, v.minValue(-90), v.maxValue(90)),
    lon: v.pipe(number, v.minValue(-180), v.maxValue(180)),
  },
  {
    region: text("State or region."),
    note: string,
    population: v.union([count, object({ value: count, asOf: date, source: Source })]),
  },
);
const Partner = object(
  {
    ...THING,
    name: string,
    summary: string,
    sources,
    kind: v.picklist(["carrier", "company", "community", "public", "activist", "person"]),
    standing: described(
      v.picklist(["joined", "named"]),
      "Takes part here, or is described from published sources.",
    ),
  },
  { country, place: Name, url, since: date },
);
const Programme = object(
  {
    ...THING,
    title: string,
    summary: string,
    purpose: string,
    partners: names,
    places: names,
    topics: v.array(string),
    figures: v.array(
      object({
        value: text("As it is shown."),
        text: string,
        asOf: date,
        saidBy: string,
        state: v.picklist(["self-reported", "reported", "evidenced"]),
        source: Source,
      }),
    ),
    sources,
    markdown,
  },
  { order: number },
);
const PledgeLine = object({ ...PLEDGE, api }, PLEDGE_MORE);
const Dispute = object(
  { id: string, text: string, by: string, date, source: Source },
  {
    claim: text("The figure that it is about."),
    answer: object({ text: string, by: string, date }, { source: Source }),
  },
);
const Figure = object(
  {
    claim: string,
    value: number,
    atLeast: flag,
    unit: string,
    text: string,
    measure: v.picklist(["cumulative", "since-pledge", "in-period", "other"]),
    asOf: date,
    saidOn: date,
    saidBy: string,
    by: v.picklist(["pledger", "other"]),
    state: v.picklist(["self-reported", "reported", "evidenced", "attested"]),
    proof: described(url, "The entry of the log that says it."),
    evidence: v.array(
      object(
        { kind: string, title: string, url, by: string, date },
        { sha256: text("Of the document, in hexadecimal."), archived: url },
      ),
    ),
    attestations: described(
      v.array(object({ by: string, key: string, on: date, statement: string })),
      "Who signed for exactly this figure in the log.",
    ),
    places: described(v.array(subject), "Where the people are."),
    revisedBy: v.array(string),
    counts: described(flag, "Whether it counts towards the promise."),
    source: Source,
  },
  {
    joint: text("Several pledges claim this figure together under this name."),
    revises: string,
    checked: string,
    note: string,
    split: described(
      object({ before: number, since: number }),
      "Our arithmetic: counted before the pledge, and since.",
    ),
  },
);
const Pledge = object(
  {
    ...PLEDGE,
    wordings: v.array(object({ text: string, said: v.array(object({ date, source: Source })) })),
    ledger: described(v.array(Figure), "By the date that figures speak of."),
    milestones: v.array(object({ title: string }, { due: date, reached: date })),
    changes: described(
      v.array(object({ on: date, field: string, before: string, after: string })),
      "What the promise itself said before it was changed here.",
    ),
    disputes: v.array(Dispute),
    evidenceWithdrawn: described(v.array(date), "Days on which evidence was withdrawn."),
    withdrawn: described(
      v.array(object({ what: v.picklist(["evidence", "figure", "dispute", "answer"]), on: date })),
      "What was said later and taken back, with the day.",
    ),
  },
  PLEDGE_MORE,
);

const listOf = (form: v.GenericSchema) =>
  object(
    { total: count, page: count, pages: count, items: v.array(form) },
    { next: described(url, "The next page; absent on the last.") },
  );

const FORMS = {
  Source,
  Name,
  Campaign,
  StoryCard,
  Story,
  Place,
  Partner,
  Programme,
  Book,
  Course,
  Party,
  Number: Latest,
  PledgeLine,
  Pledge,
  Dispute,
  Figure,
  StoryList: listOf(StoryCard),
  PlaceList: listOf(Place),
  PartnerList: listOf(Partner),
  ProgrammeList: listOf(Programme),
  BookList: listOf(Book),
  CourseList: listOf(Course),
  PledgeList: listOf(PledgeLine),
};

let made: ReturnType<typeof toJsonSchemaDefs> | undefined;

/** By the names that references have; made when they are first asked for. */
export const schemas = () =>
  (made ??= toJsonSchemaDefs(FORMS, {
    target: "draft-2020-12",
    overrideRef: ({ referenceId }) => refTo(referenceId).$ref,
  }));
