/** A small campaign with one of everything, for the tests of open data. */
import { CAMPAIGN } from "../campaign/campaign.fixture.ts";
import { campaignOf } from "../campaign/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld, subjectOf, type World } from "../places/world.test.kit.ts";
import { pledges } from "../pledges/feature.ts";
import { books } from "../books/feature.ts";
import { courses } from "../courses/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "../stories/feature.ts";
import { openData as feature } from "./feature.ts";

const source = {
  title: "A release & more",
  url: "https://example.com/release?a=1&b=2",
  publisher: "A paper",
  date: "2023-02-01",
};
export const GOAL = {
  statement: "A thousand wells",
  metric: "wells dug",
  unit: "wells",
  target: 1000,
  from: "2025-01-01",
  by: "2030",
};
const ref = (space: string, slug: string) => subjectOf(space, slug);

const claim = (id: string, value: number, asOf: string, more: object = {}) => ({
  id,
  value,
  text: "wells in villages",
  measure: "cumulative",
  asOf,
  saidOn: asOf,
  saidBy: "Alpha",
  by: "pledger",
  source,
  ...more,
});

export const pledge = <More extends object>(title: string, more: More = {} as More) => ({
  kind: "pledge",
  title,
  pledger: ref("partners", "alpha"),
  summary: "A promise in a sentence.",
  metric: "wells dug",
  unit: "wells",
  target: 100,
  from: "2022",
  by: "2025-12-31",
  ...more,
});

/** Alpha and Beta pledge; one figure is revised, one has evidence, one is of another unit. */
export const JOINT = pledge("A hundred wells <with> Beta", {
  with: [ref("partners", "beta")],
  goal: true,
  baseline: { value: 10, asOf: "2021-12", note: "Counted by Alpha." },
  searched: { on: "2026-02-01", where: ["Alpha's site"] },
  note: "A note.",
  where: "On the hill",
  counting: "One by one",
  checking: "Whoever comes by",
  milestones: [{ title: "Half of them", due: "2024", reached: "2024-03" }],
  claims: [
    claim("a", 60, "2023-06", { atLeast: true, note: "About." }),
    claim("b", 55, "2023-06", { saidOn: "2024-01-05", revises: "a", saidBy: "Gamma", by: "other" }),
    claim("c", 12, "2023", { measure: "in-period", unit: "pumps", checked: "Read again." }),
    claim("d", 90, "2025-11-30", { joint: "all-wells", places: [ref("places", "hill")] }),
  ],
  evidence: [
    {
      claim: "b",
      kind: "method",
      title: "How it was counted",
      url: "https://example.com/method",
      by: "An office",
      date: "2025",
      sha256: "0".repeat(64),
      archived: "https://example.com/kept",
    },
  ],
  wordings: [
    { text: "We will dig.", date: "2022-01-01", source },
    { text: "We will dig more.", date: "2023", source },
  ],
});

const DISPUTE = {
  id: "d",
  claim: "b",
  text: "Two wells are dry.",
  by: "Delta",
  date: "2025-02-01",
  source,
};
const ANSWER = {
  dispute: "d",
  text: "They were full when counted.",
  by: "Alpha",
  date: "2025-02-20",
};

const consent = (channels: readonly string[]) => ({
  purposes: ["story"],
  channels,
  languages: ["en"],
  until: "2027-06-30",
  method: "text",
  given: "2026-01-01",
});
const story = (title: string, person: string) => ({
  title,
  summary: "A well, in a sentence.",
  language: "en",
  category: "Story",
  published: "2026-11-01",
  people: [ref("people", person)],
  authors: [ref("people", "desk")],
  places: [ref("places", "hill")],
  programmes: [ref("programmes", "dig")],
  partners: [ref("partners", "alpha")],
  topics: ["depth"],
  sources: [source],
  markdown: "The well.[^1]",
});
const place = (name: string, lon: number, lat: number, more: object = {}) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name, country: "ZA", ...more },
});

async function sayCourse(it: World): Promise<void> {
  await it.say("courses", "lamp", "course.opened/1", {
    title: "A lamp",
    summary: "How it is lit.",
    language: "en",
    hours: 1.5,
    licence: { name: "CC BY 4.0" },
    programme: ref("programmes", "dig"),
    badge: { name: "Lights it", criteria: "Lit it.", pass: 80 },
    lessons: [{ id: "oil", title: "Oil", markdown: "It burns." }],
    markdown: "For all.",
  });
  await it.say("courses", "lamp", "course.translated/1", {
    lang: "fr",
    title: "Une lampe",
    summary: "Comment elle s’allume.",
    state: "person",
    lessons: [{ id: "oil", title: "L’huile", markdown: "Elle brûle." }],
    markdown: "Pour tous.",
  });
}

/** @param names what the two organisations are called */
export async function openData(names = { alpha: "Alpha & Sons", beta: "Beta" }): Promise<World> {
  const it = await openWorld([
    campaignOf([]),
    places,
    partners,
    people,
    programmes,
    stories,
    pledges,
    books,
    courses,
    feature,
  ]);
  await it.say("campaign", "wells", "campaign.opened/1", { ...CAMPAIGN, goal: GOAL });
  const known = { region: "Cape", population: { value: 9, asOf: "2020", source }, note: "High." };
  await it.say("places", "hill", "place.named/1", place("Hill", 29.15, -31.99, known));
  await it.say("places", "dale", "place.named/1", place("Dale", -70, 5, { population: 3 }));
  const partner = { kind: "company", summary: "Digs.", standing: "named", sources: [source] };
  await it.say("partners", "alpha", "partner.named/1", {
    ...partner,
    name: names.alpha,
    place: ref("places", "hill"),
    country: "ZA",
    url: "https://example.com/",
    since: "1999",
  });
  await it.say("partners", "beta", "partner.named/1", {
    ...partner,
    kind: "carrier",
    name: names.beta,
  });
  await it.say("people", "desk", "person.named/1", { name: "The desk" });
  await it.say("people", "ann", "person.named/1", {
    name: "Ann",
    consent: consent(["web", "feed"]),
  });
  await it.say("people", "bob", "person.named/1", { name: "Bob", consent: consent(["web"]) });
  const figure = {
    text: "wells",
    asOf: "2023-05",
    saidBy: "Alpha",
    state: "self-reported",
    source,
  };
  await it.say("programmes", "dig", "programme.opened/1", {
    title: "Dig",
    summary: "Wells.",
    purpose: "To dig.",
    order: 1,
    partners: [ref("partners", "alpha")],
    places: [ref("places", "hill")],
    topics: ["depth"],
    figures: [
      { ...figure, value: "6,030" },
      { ...figure, value: "most of them" },
    ],
    sources: [source],
    markdown: "Text.",
  });
  await it.say("programmes", "quiet", "programme.opened/1", {
    title: "Quiet",
    summary: "Without figures.",
    purpose: "To be.",
    markdown: "Text.",
  });
  await it.say("books", "hills", "book.opened/1", {
    title: "Two hills",
    language: "en",
    credits: { text: "Ann", pictures: "Ann" },
    licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    source: "https://example.com/hills",
    programme: ref("programmes", "dig"),
    pages: [{ lines: ["A hill."] }, { lines: ["Another hill."] }],
  });
  await it.say("books", "hills", "book.translated/1", {
    lang: "fr",
    title: "Deux collines",
    state: "person",
    pages: [{ lines: ["Une colline."] }, { lines: ["Une autre."] }],
  });
  await sayCourse(it);
  await it.say("stories", "deep", "story.told/1", story("Deep", "ann"));
  await it.say("stories", "shy", "story.told/1", story("Shy", "bob"));
  await it.say("pledges", "joint", "pledge.made/1", JOINT);
  await it.say("pledges", "joint", "dispute.filed/1", DISPUTE);
  await it.say("pledges", "joint", "dispute.answered/1", ANSWER);
  await it.say("pledges", "second", "pledge.made/1", pledge("Second", { goal: true, by: "2031" }));
  await it.say("pledges", "old", "pledge.made/1", pledge("Old", { goal: true, historical: true }));
  await it.say("pledges", "row", "pledge.made/1", pledge("Row", { kind: "series" }));
  return it;
}

/** The text of a file. @throws Error when there is none */
export async function fileAt(it: World, path: string, today?: string): Promise<string> {
  const answer = await it.get(path, today === undefined ? {} : { today });
  if (answer?.kind !== "file") throw new Error(`Expected a file at ${path}, got ${answer?.kind}.`);
  return String(answer.body);
}
