/** Where a photo stands: the things whose last word shows it, with all that they say. */
import { pathOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { Json, JsonObject } from "../../platform/records/jcs.ts";

const MOST = 500; // of them at once; a logo may stand in every story
const A_READ = 500; // things whose last word is looked at, of all that ever named it

export interface Uses {
  readonly uses: readonly Use[];
  /** It stands in more than these; where there are none, it stands nowhere. */
  readonly hasMore: boolean;
}

export interface Use {
  readonly subject: string;
  /** Of its page; absent where it has none. */
  readonly path?: string;
  readonly title: string;
  /** The kind that says it anew. */
  readonly says: string;
  readonly body: JsonObject;
}

/** Also what is withdrawn now is none of them. */
export async function usesOf(db: Db, media: string, most = MOST): Promise<Uses> {
  const uses: Use[] = [];
  for await (const subject of everNaming(db, media)) {
    const use = await useIn(db, subject, media);
    if (use && uses.length === most) return { uses: uses.toSorted(byTitle), hasMore: true };
    if (use) uses.push(use);
  }
  return { uses: uses.toSorted(byTitle), hasMore: false };
}

const byTitle = (a: Use, b: Use): number => (a.title < b.title ? -1 : 1);

/** Whatever named it once, each once. */
async function* everNaming(db: Db, media: string): AsyncGenerator<string> {
  for (let last = ""; ;) {
    const rows = await db
      .withTables<LogTables>()
      .selectFrom("media_ref")
      .innerJoin("record", "record.body_hash", "media_ref.body_hash")
      .select("record.subject")
      .distinct()
      .where("media_ref.media", "=", media)
      .where("record.subject", ">", last)
      .orderBy("record.subject")
      .limit(A_READ)
      .execute();
    for (const { subject } of rows) yield subject;
    if (rows.length < A_READ) return;
    last = rows.at(-1)!.subject;
  }
}

/** Undefined where its last word does not show it. */
export async function useIn(db: Db, subject: string, media: string): Promise<Use | undefined> {
  const last = (await ownWords(db, subject)).at(-1);
  const body = last?.body ?? null;
  if (!last || body === null || typeof body !== "object" || Array.isArray(body)) return undefined;
  if (isEnd(last.kind) || !names(body, media)) return undefined;
  const said = body as JsonObject;
  const { title, name } = said;
  const path = await pathOf(db, subject);
  const called = [title, name, path].find((one) => typeof one === "string");
  return {
    subject,
    title: called ?? "",
    says: last.kind.replace(/\.[a-z]+\/1$/, ".edited/1"),
    body: said,
    ...(path !== undefined && { path }),
  };
}

/** What says all of it: as it was first said, said anew, or withdrawn. */
const ownWords = async (db: Db, subject: string) =>
  (await standingAbout(db, subject)).filter(
    ({ kind }, i) => i === 0 || kind.endsWith(".edited/1") || isEnd(kind),
  );
const isEnd = (kind: string): boolean => kind.endsWith(".withdrawn/1");

/** Whether its last word was neither erased nor a withdrawal. */
export async function stands(db: Db, subject: string): Promise<boolean> {
  const last = (await ownWords(db, subject)).at(-1);
  // Where the first word was erased, another record, such as that erasure, may be the first that is left.
  if (!last || last.body === null) return false;
  return last.id === subject || last.kind.endsWith(".edited/1");
}

/** Whether the log keeps a text that names it, and so its file. */
export const isKeptByLog = async (db: Db, media: string): Promise<boolean> =>
  (await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .where("media", "=", media)
    .executeTakeFirst()) !== undefined;

/** Everything rests on what a campaign said when it was opened: nothing of that is forgotten for a photo. */
const OPENED = "campaign.opened/1";

/** The texts that named it before others took their place, by what they are about: the hashes of their bodies. */
export async function formerlyNaming(db: Db, media: string): Promise<Map<string, string[]>> {
  const former = new Map<string, string[]>();
  for await (const subject of everNaming(db, media)) {
    const said = (await ownWords(db, subject)).filter(({ kind }) => !isEnd(kind));
    const body = said.at(-1)?.body ?? null;
    if (body !== null && names(body, media)) continue; // it comes back when the page does
    const named = await db
      .withTables<LogTables>()
      .selectFrom("media_ref")
      .innerJoin("record", "record.body_hash", "media_ref.body_hash")
      .select("record.body_hash as body")
      .distinct()
      .where((eb) => eb.and({ media, subject }))
      .where("record.kind", "!=", OPENED)
      .execute();
    const bodies = named.map((one) => one.body);
    if (bodies.length > 0) former.set(subject, bodies);
  }
  return former;
}

export interface StoredFile {
  readonly media: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** The body with another file wherever it names this one. Pure. */
export function withFile(body: Json, media: string, by: StoredFile): Json {
  if (body === null || typeof body !== "object") return body;
  if (Array.isArray(body)) return body.map((one: Json) => withFile(one, media, by));
  const whole = body as JsonObject;
  if (whole["media"] === media && typeof whole["name"] === "string")
    return { ...by, name: nameAfter(whole["name"], by.media) };
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, withFile(value, media, by)]),
  );
}

/** What a file is called in the place of another: `media/well-0a1b2c3d.jpg`. */
export function nameAfter(name: string, media: string): string {
  const [hash = "", kind = ""] = media.split(".");
  const base = name.replace(/^media\//, "").replace(/\.[a-z0-9]+$/, "");
  return `media/${base.replace(/-[0-9a-f]{8}$/, "")}-${hash.slice(0, 8)}.${kind}`;
}

const names = (body: Json, media: string): boolean =>
  body !== null &&
  typeof body === "object" &&
  Object.values(body).some((value: Json) => value === media || names(value, media));
