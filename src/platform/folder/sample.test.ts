/** What the tests of this folder share: parts that fit docs/protocol/valid/small, and a log in memory. Named so that no build ships it. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import * as v from "valibot";
import { SLUG_BOUND } from "../addresses/addresses.ts";
import { IMPORT_CLOSED } from "../log/kinds.ts";
import { byReadingOrder, storedSay, type LogRecord, type SignedRecord } from "../records/record.ts";
import * as f from "./fields.ts";
import type { ImportLog } from "./folder-log.ts";
import type { WaitingRoom } from "./waiting-room.ts";
import type { FolderPart } from "./part.ts";

const place = v.strictObject({
  type: v.literal("Feature", "a Feature"),
  id: f.slug,
  geometry: v.strictObject({
    type: v.literal("Point", "a Point"),
    coordinates: v.strictTuple([f.longitude, f.latitude], "[longitude, latitude]"),
  }),
  properties: v.strictObject({
    name: f.line,
    country: f.country,
    state: v.optional(v.strictObject({ value: f.line, asOf: f.date, source: f.source })),
    cover: v.optional(f.picture),
    sources: v.optional(f.sourceList),
  }),
});
const partner = v.strictObject({
  id: f.slug,
  name: f.line,
  kind: f.oneOf("carrier", "community"),
  summary: f.paragraph,
  standing: f.oneOf("joined", "named"),
  country: v.optional(f.country),
  place: v.optional(f.ref),
  since: v.optional(f.date),
});
const person = v.strictObject({
  id: f.slug,
  name: f.line,
  chosen: v.optional(f.flag),
  account: v.optional(f.flag),
  walk: v.optional(f.slug),
  title: v.optional(f.line),
  partner: v.optional(f.ref),
  place: v.optional(f.ref),
  role: v.optional(
    v.strictObject({
      text: f.line,
      source: f.source,
      weighed: v.optional(f.line),
      channels: v.optional(f.listOf(f.line)),
    }),
  ),
});
const story = v.strictObject({
  title: f.line,
  summary: f.paragraph,
  language: f.language,
  category: f.line,
  published: f.day,
  lead: v.optional(f.flag),
  people: v.optional(f.refs),
  walk: v.optional(f.slug),
  authors: f.refs,
  topics: v.optional(f.listOf(f.slug)),
  places: v.optional(f.refs),
  partners: v.optional(f.refs),
  cover: v.optional(f.picture),
  pictures: v.optional(f.listOf(f.namedPicture)),
  sources: v.optional(f.sourceList),
});
const translation = v.strictObject({
  title: f.line,
  summary: f.paragraph,
  state: f.oneOf("machine", "person", "reviewed"),
  translator: v.optional(f.line),
});
const pledge = v.strictObject({
  kind: f.oneOf("pledge", "series"),
  title: f.line,
  pledger: f.ref,
  summary: f.paragraph,
  metric: f.line,
  unit: f.line,
  target: v.optional(f.amount),
  from: f.date,
  by: v.optional(f.date),
  countsTowards: v.optional(f.ref),
  wordings: v.optional(
    v.array(v.strictObject({ text: f.paragraph, date: f.date, source: f.source }), "a list"),
  ),
});
const page = v.strictObject({ title: f.line, summary: v.optional(f.paragraph) });
const campaign = v.strictObject({
  id: f.slug,
  name: f.line,
  claim: f.line,
  purpose: f.paragraph,
  hashtag: f.hashtag,
  language: f.language,
  languages: f.languages,
  colour: v.optional(v.strictObject({ day: f.colour, night: f.colour })),
  goal: v.optional(
    v.strictObject({
      statement: f.line,
      metric: f.line,
      unit: f.line,
      target: f.amount,
      from: f.day,
      by: f.date,
    }),
  ),
  doGood: f.paragraph,
  tellTheWorld: f.paragraph,
  topics: v.array(v.strictObject({ id: f.slug, name: f.line, question: f.line }), "a list"),
  walks: v.array(v.strictObject({ id: f.slug, one: f.line, many: f.line }), "a list"),
  disclaimer: f.paragraph,
  independence: f.paragraph,
});

const part = (
  space: string,
  form: FolderPart["form"],
  path: string,
  rest: Pick<FolderPart, "schema"> & Partial<FolderPart>,
): FolderPart => ({
  space,
  form,
  path,
  refs: {},
  media: [],
  opening: `${space}.opened/1`,
  edit: `${space}.edited/1`,
  withdrawal: `${space}.gone/1`,
  ...rest,
});
export const parts: readonly FolderPart[] = [
  part("places", "geojson", "places.geojson", {
    schema: place,
    media: ["properties.cover.file", "properties.cover.night"],
  }),
  part("partners", "yaml-list", "partners.yaml", { schema: partner, refs: { place: "places" } }),
  part("people", "yaml-list", "people.yaml", {
    schema: person,
    refs: { partner: "partners", place: "places" },
    names: { walk: "campaign walks[].id" },
  }),
  part("stories", "markdown-files", "stories", {
    schema: story,
    refs: {
      "people[]": "people",
      "authors[]": "people",
      "places[]": "places",
      "partners[]": "partners",
    },
    media: ["cover.file", "cover.night", "pictures[].file"],
    names: { "topics[]": "campaign topics[].id" },
    translation: { kind: "stories.translated/1", schema: translation },
    check({ sources = [], markdown = "" }, problem) {
      const last = (sources as unknown[]).length;
      for (const [mark, n] of (markdown as string).matchAll(/\[\^([0-9]+)\]/g))
        if (Number(n) > last)
          problem("markdown", `expected a source from 1 to ${last}, found ${mark}`);
    },
  }),
  part("pledges", "yaml-files", "pledges", {
    schema: pledge,
    refs: { pledger: "partners", countsTowards: "pledges" },
  }),
  part("campaign", "yaml", "campaign.yaml", { schema: campaign }),
  part("pages", "markdown-files", "pages", { schema: page }),
];

export const SMALL = join(import.meta.dirname, "../../../docs/protocol/valid/small");
export const INVALID = join(import.meta.dirname, "../../../docs/protocol/invalid");

const made: string[] = [];
after(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

/** A new folder that goes when the tests end, with a copy of `from` in it. */
export function temporary(from?: string): string {
  const dir = mkdtempSync(join(tmpdir(), "folder-"));
  made.push(dir);
  if (from) cpSync(from, dir, { recursive: true });
  return dir;
}

interface MemoryLog extends ImportLog {
  readonly records: SignedRecord[];
}

export function memoryLog(): MemoryLog {
  const records: SignedRecord[] = [];
  const remembered = new Map<string, string>();
  return {
    records,
    waiting: NOTHING_WAITS,
    memory: {
      read: async () => remembered,
      async keep(rows) {
        for (const { subject, lang, said: hash } of rows)
          remembered.set(`${subject} ${lang}`, hash);
      },
    },
    async append(more) {
      records.push(...more);
    },
    async things(space, kinds) {
      const closed = new Set(said(records, [IMPORT_CLOSED]).map((r) => bodyOf(r)["import"]));
      const visible = records.filter(
        ({ envelope }) => envelope.import === undefined || closed.has(envelope.import),
      );
      const things = new Map<string, { subject: string; records: LogRecord[] }>();
      for (const bound of said(visible, [SLUG_BOUND])) {
        const { space: of, slug } = bodyOf(bound);
        if (of !== space) continue;
        const about = said(visible, kinds).filter((r) => r.subject === bound.subject);
        things.set(String(slug), { subject: bound.subject, records: about });
      }
      return things;
    },
  };
}

const bodyOf = (record: LogRecord) => record.body as Readonly<Record<string, unknown>>;

function said(records: readonly SignedRecord[], kinds: readonly string[]): LogRecord[] {
  return records
    .filter(({ envelope }) => kinds.includes(envelope.kind))
    .map(({ id, envelope, document }) => ({
      id,
      kind: envelope.kind,
      subject: envelope.subject ?? id,
      at: envelope.at,
      author: envelope.author,
      body: storedSay(document),
    }))
    .toSorted(byReadingOrder);
}

/** For tests of what is said at once: this folder's stories have their day behind them. */
export const NOTHING_WAITS: WaitingRoom = {
  now: "9999-12-31",
  read: async () => [],
  take: async () => false,
  leave: async () => undefined,
};
