/**
 * One person with a rare name and a rare contact, put into every place that the program has: into the body of every kind of
 * record that lets anybody write, into every column of text of every private table, into files, pages that were kept and the index.
 * It goes by the registry, so that a kind or a table of tomorrow is among them.
 */
import assert from "node:assert/strict";
import { writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import * as v from "valibot";
import { privateParts, registry } from "../src/models.ts";
import type { Db, Store } from "../src/platform/db/store.ts";
import { LASTING } from "../src/platform/log/kinds.ts";
import type { PrivatePart } from "../src/platform/private/part.ts";
import { FROZEN } from "../src/platform/private/freezing.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { hashOf } from "../src/platform/private/submissions.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import type { Key } from "../src/platform/records/keys.ts";
import type { SignedRecord } from "../src/platform/records/record.ts";
import { anyBody } from "./any-body.ts";
import { sign } from "./saying.ts";

export const NAME = "Zzyxqla Vorundeep";
export const CONTACT = "zzyxqla@vorundeep.example";
export const SLUG = "zzyxqla-vorundeep";
/** Whatever is left of the person is found by one of these, in small letters: an index keeps words without the letters that they share. */
export const LETTERS = ["yxqla", "rundeep"];

/** Of this table no column holds anything that somebody typed, by rule V73; each row of it is in the list beside the data too. */
const HASHES_ALONE = new Set(["taken_back"]);

/** Records of every kind that says the name, each about a subject of its kind, and the kinds that say none. */
export function recordsOfAll(
  key: Key,
  media: readonly string[],
): {
  readonly records: SignedRecord[];
  readonly mute: string[];
} {
  const records: SignedRecord[] = [];
  const mute: string[] = [];
  const opened = new Map<string, string[]>();
  const say = (kind: string, subject?: string) => {
    const body = bodyOf(kind, media);
    if (body === undefined) return undefined;
    const record = sign(key, { kind, body, ...(subject !== undefined && { subject }) });
    records.push(record);
    return record.id;
  };
  const kinds = Object.entries(registry.kinds).filter(
    ([kind]) => !LASTING.has(kind) && kind !== registry.rootKind,
  );
  for (const [kind, { opens }] of kinds)
    if (opens)
      opened.set(
        kind.split(".")[0]!,
        [say(kind), say(kind)].flatMap((id) => id ?? []),
      );
  const anything = [...opened.values()][0]![0]!;
  for (const [kind, { opens }] of kinds) {
    if (opens) continue;
    const [first = anything, second = anything] = opened.get(kind.split(".")[0]!) ?? [];
    say(kind, kind.includes(".withdrawn/") ? second : first);
  }
  const said = new Set(records.map(({ envelope }) => envelope.kind));
  for (const [kind] of kinds) if (!said.has(kind)) mute.push(kind);
  return { records, mute };
}

const event = {
  title: NAME,
  summary: `${NAME} speaks.`,
  start: "2026-12-05 18:30",
  end: "2026-12-05 20:00",
  zone: "Africa/Johannesburg",
  address: `At ${NAME}’s`,
};
const newsletter = {
  title: `News of ${NAME}`,
  language: "en",
  published: "2026-01-01",
  parts: [{ words: `${NAME} writes.` }],
};
const report = {
  place: "a".repeat(64),
  month: "2026-01",
  sensors: 3,
  sensorDays: 3,
  muted: 0,
  silences: 0,
  detectors: [{ detector: NAME, alarms: 0, right: 0, wrong: 0, unknown: 0 }],
};
const aggregate = {
  cell: "84bc0a3ffffffff",
  month: "2026-01",
  n: 5,
  typed: 0,
  requests: { sent: 0, lost: 0 },
  failures: { [NAME.toLowerCase()]: 1 },
};
/** By what a kind is about: bodies whose fields have to agree with each other. */
const SAMPLES: Readonly<Record<string, (kind: string) => JsonObject | undefined>> = {
  event: (kind) => (kind.includes("withdrawn") ? undefined : event),
  newsletter: (kind) => (kind.includes("withdrawn") ? undefined : newsletter),
  listening: () => report,
  measurement: () => aggregate,
};

/** Files of several sorts, as the store holds them: named by their bytes, so that no name of somebody can be theirs. */
export function storeFiles(dir: string): string[] {
  return ["jpg", "png", "pdf", "mp4", "mp3", "csv", "vtt"].map((ending) => {
    const bytes = `a file of ${ending}`;
    const name = `${hashOf(bytes)}.${ending}`;
    writeFileSync(join(dir, "media", name), bytes);
    return name;
  });
}

/** Undefined where the form leaves nobody room for words. */
function bodyOf(kind: string, media: readonly string[]): JsonObject | undefined {
  const { body: form } = registry.kinds[kind]!;
  const body =
    SAMPLES[kind.split(".")[0]!]?.(kind) ?? (anyBody(form, NAME, media) as JsonObject | undefined);
  assert.ok(
    v.is(form, body),
    `Expected a body of ${kind} made from its form, found none: teach tests/any-body.ts what it asks.`,
  );
  const text = JSON.stringify(body).toLowerCase();
  return text.includes(NAME.toLowerCase()) || text.includes(SLUG) ? body : undefined;
}

/** Columns that are read as JSON. */
const IS_JSON =
  /^(?:about|more|talk|body|argument|said|json|edit|appeal|details|signals|choices|transports)$/;
const IS_MEDIA = /^(?:media|file|cut_of|replaced_by|kept_as)$/;
const IS_CONTACT = /^(?:contact|address|email|mail)$/;

/** A row of every private table that says the name in each column of text. @returns the tables */
export async function fillTables(
  db: Db,
  store: Store,
  dir: string,
  media: string,
): Promise<string[]> {
  const known = await db.introspection.getTables();
  const tables = privateParts
    .flatMap((part) => Object.keys(part.tables))
    .filter((table) => !HASHES_ALONE.has(table));
  const rows = tables.map((table) => {
    const { columns } = known.find(({ name }) => name === table)!;
    return {
      table,
      row: Object.fromEntries(
        columns.map(({ name, dataType }) => [name, valueOf(name, dataType, media)]),
      ),
    };
  });
  // Somebody sent a form with a file, by the contact alone.
  const secret = hashOf("a secret");
  const like = (table: string, row: object) => ({
    table,
    row: { ...rows.find((one) => one.table === table)!.row, ...row },
  });
  rows.push(
    like("submission", {
      id: "sent-1",
      secret_hash: secret,
      answer_hash: "b",
      talk: null,
      about: "{}",
      reason: null,
      space: null,
      subject: null,
      received: "2026-01-01",
    }),
  );
  rows.push(
    like("upload", {
      id: "file-1",
      owner: secret,
      what: "file 1",
      state: "whole",
      kind: null,
      note: null,
    }),
  );
  const frozen = rows.find(({ table }) => table === FROZEN)!;
  const { row: sent } = like("submission", { id: "sent-2", secret_hash: hashOf("another") });
  frozen.row = { ...frozen.row, batch: "1", tab: "submission", said: JSON.stringify(sent) };
  mkdirSync(join(dir, "uploads"), { recursive: true });
  writeFileSync(join(dir, "uploads", "file-1"), `A letter by ${NAME}`);
  const filling = {
    name: "filling",
    tables: {},
    migrations: [],
    operations: {
      async fill(tx: Db, all: typeof rows) {
        for (const { table, row } of all)
          await tx.withTables<Record<string, object>>().insertInto(table).values(row).execute();
      },
    },
  } satisfies PrivatePart;
  const ask = await openPrivate(db, [...privateParts, filling], store);
  await ask("filling.fill", rows);
  await sql`delete from state where key = ${"private:filling"}`.execute(db);
  return tables;
}

function valueOf(column: string, type: string, media: string): string | number {
  if (!/text|char/i.test(type)) return column === "n" ? 900_001 : 1; // rows of a trail are numbered
  if (IS_JSON.test(column))
    return JSON.stringify({ name: NAME, words: `What ${NAME} said (${CONTACT}).` });
  if (IS_MEDIA.test(column)) return media;
  return IS_CONTACT.test(column) ? CONTACT : NAME;
}
