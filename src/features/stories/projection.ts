/** The tables of stories: what each is, and everything that lists are filtered by. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldGap, foldStory, type Story } from "./fold.ts";
import { storyKinds } from "./records.ts";

export type LinkKind =
  | "person"
  | "author"
  | "place"
  | "programme"
  | "partner"
  | "topic"
  | "language"
  | "former"
  /** Of a picture. */
  | "former file";

export type StoryTables = {
  story: {
    subject: string;
    title: string;
    language: string;
    published: string;
    /** 1 where it may lead the front page. */
    lead: number;
    /** The first person, the first place, and a walk of life of the story's own. */
    person: string | null;
    place: string | null;
    walk: string | null;
    state: string;
  };
  /** What a story names: people, places, topics, languages it can be read in, addresses of an earlier site. */
  story_link: { subject: string; kind: LinkKind; key: string };
  /** What was taken back, on which day and by whom. */
  story_gap: { subject: string; day: string; by: string };
};

const ROWS = 7_000; // of three parameters each, below the databases' limit of one statement

export const storyProjection: Projection = {
  name: "stories",
  version: 6,
  kinds: Object.keys(storyKinds),
  tables: ["story", "story_link", "story_gap"],

  async create(db) {
    await db.schema
      .createTable("story")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("title", "text", (c) => c.notNull())
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("published", "text", (c) => c.notNull())
      .addColumn("lead", "integer", (c) => c.notNull())
      .addColumn("person", "text")
      .addColumn("place", "text")
      .addColumn("walk", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("story_link")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("kind", "text", (c) => c.notNull())
      .addColumn("key", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("story_link_pk", ["kind", "key", "subject"])
      .execute();
    await db.schema.createIndex("story_link_subject").on("story_link").column("subject").execute();
    await db.schema
      .createTable("story_gap")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("day", "text", (c) => c.notNull())
      .addColumn("by", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<StoryTables>();
    const names = [...subjects.keys()];
    await mine.deleteFrom("story").where("subject", "in", names).execute();
    await mine.deleteFrom("story_link").where("subject", "in", names).execute();
    await mine.deleteFrom("story_gap").where("subject", "in", names).execute();
    const gaps = [...subjects].flatMap(([subject, records]) => {
      const gap = foldGap(records);
      return gap ? [{ subject, ...gap }] : [];
    });
    if (gaps.length > 0) await mine.insertInto("story_gap").values(gaps).execute();
    const standing = [...subjects].flatMap(([subject, records]) => {
      const story = foldStory(records);
      return story ? [{ subject, story }] : [];
    });
    const rows = standing.map(({ subject, story }) => row(subject, story));
    if (rows.length > 0) await mine.insertInto("story").values(rows).execute();
    const links = standing.flatMap(({ subject, story }) => linksOf(subject, story));
    for (let i = 0; i < links.length; i += ROWS)
      await mine
        .insertInto("story_link")
        .values(links.slice(i, i + ROWS))
        .execute();
    return [];
  },
};

function row(subject: string, story: Story): StoryTables["story"] {
  return {
    subject,
    title: story.title,
    language: story.language,
    published: story.published,
    lead: story.lead === true ? 1 : 0,
    person: story.people?.[0] ?? null,
    place: story.places?.[0] ?? null,
    walk: story.walk ?? null,
    state: JSON.stringify(story),
  };
}

function linksOf(subject: string, story: Story): StoryTables["story_link"][] {
  const named: readonly (readonly [LinkKind, readonly string[] | undefined])[] = [
    ["person", story.people],
    ["author", story.authors],
    ["place", story.places],
    ["programme", story.programmes],
    ["partner", story.partners],
    ["topic", story.topics],
    ["language", [story.language, ...Object.keys(story.translations)]],
    ["former", story.formerly],
    ["former file", picturesOf(story).flatMap(({ formerly = [] }) => formerly)],
  ];
  return named.flatMap(([kind, keys = []]) =>
    [...new Set(keys)].map((key) => ({ subject, kind, key })),
  );
}

export const picturesOf = ({ cover, pictures = [] }: Story) => [
  ...(cover ? [cover] : []),
  ...pictures,
];
