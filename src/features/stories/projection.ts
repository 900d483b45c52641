/** The tables of stories: what each is, and everything that lists are filtered by. */
import { integer, orNull, table, text, textOf, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldGap, foldStory, shownFrom, type Story } from "./fold.ts";
import { storyKinds } from "./records.ts";

export type LinkKind =
  | "person"
  | "author"
  | "place"
  | "programme"
  | "partner"
  | "topic"
  | "language"
  /** Of a translation that a machine made. */
  | "machine"
  | "former"
  /** Of a picture. */
  | "former file";

const tables = {
  story: table({
    subject: text,
    title: text,
    language: text,
    published: text,
    /** The UTC day from which it is shown. */
    since: text,
    /** 1 where it may lead the front page. */
    lead: integer,
    /** The first person, the first place, and a walk of life of the story's own. */
    person: orNull(text),
    place: orNull(text),
    walk: orNull(text),
    state: text,
  }),
  /** What a story names: people, places, topics, languages it can be read in, addresses of an earlier site. */
  story_link: table(
    { subject: text, kind: textOf<LinkKind>(), key: text },
    { key: ["kind", "key", "subject"], indexes: { story_link_subject: ["subject"] } },
  ),
  /** What was taken back, on which day and by whom. */
  story_gap: table({ subject: text, day: text, by: text }),
};
export type StoryTables = TablesOf<typeof tables>;

export const storyProjection = rowProjection({
  name: "stories",
  version: 8,
  kinds: storyKinds,
  tables,
  fold: (records) => ({ gap: foldGap(records), story: foldStory(records) }),
  rows: ({ gap, story }) => ({
    story_gap: gap ? [gap] : [],
    ...(story && { story: [rowOf(story)], story_link: linksOf(story) }),
  }),
});

const rowOf = (story: Story) => ({
  title: story.title,
  language: story.language,
  published: story.published,
  since: shownFrom(story),
  lead: story.lead === true ? 1 : 0,
  person: story.people?.[0] ?? null,
  place: story.places?.[0] ?? null,
  walk: story.walk ?? null,
  state: JSON.stringify(story),
});

function linksOf(story: Story) {
  const named: readonly (readonly [LinkKind, readonly string[] | undefined])[] = [
    ["person", story.people],
    ["author", story.authors],
    ["place", story.places],
    ["programme", story.programmes],
    ["partner", story.partners],
    ["topic", story.topics],
    ["language", [story.language, ...Object.keys(story.translations)]],
    ["machine", Object.keys(story.translations).filter(isMachine(story))],
    ["former", story.formerly],
    ["former file", picturesOf(story).flatMap(({ formerly = [] }) => formerly)],
  ];
  return named.flatMap(([kind, keys = []]) => keys.map((key) => ({ kind, key })));
}

const isMachine =
  ({ translations }: Story) =>
  (lang: string): boolean =>
    translations[lang]?.state === "machine";

export const picturesOf = ({ cover, pictures = [] }: Story) => [
  ...(cover ? [cover] : []),
  ...pictures,
];
