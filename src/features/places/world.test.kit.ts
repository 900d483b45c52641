/** A small world for tests: features with their tables in memory, things in them, and their pages. */
import { createHash } from "node:crypto";
import { Kysely } from "kysely";
import { addresses } from "../../platform/addresses/addresses.ts";
import { openSqlite } from "../../platform/db/open-sqlite.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Feature } from "../../platform/feature.ts";
import { migrateLog, type LogTables } from "../../platform/log/tables.ts";
import type { Projection } from "../../platform/log/projection.ts";
import { laddersPart } from "../../platform/private/ladders.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { allowedQuery } from "../../platform/web/address.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Related } from "../../platform/web/route.ts";
import { picturesModel } from "../pictures/model.ts";

export const TODAY = "2026-11-24";

/** The subject that a slug of a space stands for in tests. */
export const subjectOf = (space: string, slug: string): string =>
  createHash("sha256").update(`${space}/${slug}`).digest("hex");

/** Records of one subject in reading order, as folds read them. */
export function recordsOf(
  subject: string,
  ...said: readonly (readonly [kind: string, body: unknown])[]
): LogRecord[] {
  return said.map(([kind, body], i) => ({
    id: i === 0 ? subject : createHash("sha256").update(`${subject}${i}`).digest("hex"),
    kind,
    subject,
    at: `00000000000${i}-0000`,
    author: "a",
    body: body as JsonObject,
  }));
}

export interface World extends AsyncDisposable {
  readonly db: Db;
  /** Say something new of a thing, after all that was said before. */
  say(space: string, slug: string, kind: string, body: unknown): Promise<void>;
  bind(space: string, slug: string, to: string): Promise<void>;
  get(path: string, options?: { readonly today?: string; readonly lang?: string }): Promise<Answer>;
  /** The main part of a page as text. @throws Error when there is no page */
  page(path: string, today?: string): Promise<string>;
}

export async function openWorld(features: readonly Feature[]): Promise<World> {
  const db: Db = new Kysely({ dialect: openSqlite(":memory:").dialect });
  // Pages of any feature ask what is said of their photos.
  const all = [
    ...picturesModel.projections,
    ...features.flatMap((f) => f.model?.projections ?? []),
  ];
  const projections = [...new Set(all)];
  for (const projection of [addresses, ...projections]) await projection.create(db);
  await migrateLog(db, { bytes: "blob" }); // when something was said last
  for (const migrate of laddersPart.migrations) await migrate(db); // pages ask what was made of their pictures
  const said = new Map<string, (readonly [kind: string, body: unknown])[]>();
  const bound = new Map<string, (readonly [kind: string, body: unknown])[]>();

  const write = async (projection: Projection, subject: string, records: readonly LogRecord[]) =>
    db.transaction().execute(async (tx) => {
      const keys = await projection.write(tx, new Map([[subject, records]]), async () => undefined);
      if (keys.length > 0) await projection.view?.(tx, keys);
    });
  const world: World = {
    db,
    async say(space, slug, kind, body) {
      const subject = subjectOf(space, slug);
      if (!said.has(subject)) await world.bind(space, slug, slug);
      said.set(subject, [...(said.get(subject) ?? []), [kind, body]]);
      const records = recordsOf(subject, ...said.get(subject)!);
      await keep(db, records.at(-1)!);
      for (const projection of projections.filter((p) => p.kinds.includes(kind)))
        await write(projection, subject, records);
    },
    async bind(space, slug, to) {
      const subject = subjectOf(space, slug);
      bound.set(subject, [...(bound.get(subject) ?? []), ["slug.bound/1", { space, slug: to }]]);
      await write(addresses, subject, recordsOf(subject, ...bound.get(subject)!));
    },
    async get(address, { today = TODAY, lang = "en" } = {}) {
      const [path = "", query] = address.split("?");
      for (const route of features.flatMap((f) => f.routes)) {
        const params = matched(route.path, path);
        if (!params) continue;
        const request: PageRequest = {
          db,
          frame: FRAME,
          params,
          query: allowedQuery(new URLSearchParams(query), route.query ?? {}),
          lang,
          today,
          remember: (_name, _uses, work) => work(),
          pageAt: async () => undefined,
          readMedia: async () => undefined,
          async related(subject) {
            const found: Related[] = [];
            for (const feature of features) {
              const section = await feature.related?.(request, subject);
              if (section) found.push(section);
            }
            return found;
          },
        };
        const answer = await route.answer(request);
        return answer?.kind === "instead"
          ? route.answer({ ...request, query: answer.query })
          : answer;
      }
      return undefined;
    },
    async page(path, today = TODAY) {
      const answer = await world.get(path, { today });
      if (answer?.kind !== "page")
        throw new Error(`Expected a page at ${path}, got ${answer?.kind}.`);
      return await asText(await answer.main);
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
  return world;
}

/** What a page says, as it is sent: a part of it may come a little later than the others. */
export async function asText(html: object): Promise<string> {
  const text = await (html as { toString(): string | Promise<string> }).toString();
  return text.valueOf(); // it came as an object, where it was waited for
}

/** What the log knows of a record beside its body. */
async function keep(db: Db, { id, kind, subject, at, author }: LogRecord): Promise<void> {
  const mine = db.withTables<LogTables>();
  const { n } = await mine
    .selectFrom("record")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const [entry, rest] = [new Uint8Array(), { audience: "public", import: null, document: null }];
  await mine
    .insertInto("record")
    .values({ idx: n, id, kind, subject, at, author, body_hash: id, entry, ...rest })
    .execute();
}

function matched(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries())
    if (part.startsWith(":")) params[part.slice(1)] = given[i]!;
    else if (part !== given[i]) return undefined;
  return params;
}

const FRAME: Frame = {
  base: "https://example.org",
  name: "A campaign",
  claim: "A claim",
  purpose: "A purpose",
  hashtag: "tag",
  language: "en",
  languages: ["en", "fr"],
  colour: { day: "#c2350a", night: "#ff8a5c" },
  own: "en",
  independence: "",
  disclaimer: "",
  legal: [],
  credits: [],
  topics: [],
  walks: [],
  pages: [],
};
