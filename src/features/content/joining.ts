/** Two places are one: what names the first comes to name the second, said at once, all of it or nothing. Rule KO9. */
import { whatNames } from "../../platform/addresses/called.ts";
import { everySlugOf, pathOf, slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { comparable } from "../../platform/folder/speech.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { changeAt } from "../../platform/folder/places.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { logHead } from "../../platform/log/reading.ts";
import { appendUnless, batchOf, NotSaid } from "../../platform/sent/speaker.ts";
import { standsNow } from "./led.ts";
import { askContent } from "./private.ts";
import { isGone, standingAt, type Standing } from "./things.ts";
import { inTurn } from "./turn.ts";
import type { Content } from "./visit.ts";

const MOST = 2000; // things that are rewritten at once; more are in the next round
const ROUNDS = 20; // somebody may say something of one of them meanwhile

interface Joining {
  /** The subject that takes the place of the other. */
  readonly into: string;
  /** The name of whoever says it. */
  readonly by: string;
}

/**
 * @param from is withdrawn
 * @returns whether they are one; not where one of them was withdrawn meanwhile
 * @throws NotSaid where others went on changing what names it
 */
export const join = (content: Content, from: Standing, joining: Joining): Promise<boolean> =>
  inTurn(() => joinNow(content, from, joining));

async function joinNow(
  { serving, parts }: Content,
  { part, subject }: Standing,
  { into, by }: Joining,
): Promise<boolean> {
  const { speaker, instance } = serving;
  const ask = askContent(instance.log.private);
  // First, so that its address leads on whenever it is gone: while it stands nobody asks where else it leads.
  for (const slug of await speaker.snapshot((db) => everySlugOf(db, subject)))
    await ask.lead({ space: part.space, slug, subject: into });
  let isJoined = false;
  for (let round = 0; round < ROUNDS; round++) {
    const { ends, naming, size } = await speaker.snapshot(async (db) => ({
      ends: await standingOf(db, part, [subject, into]),
      naming: await namingThings(db, parts, subject),
      size: (await logHead(db))?.size ?? 0,
    }));
    const [from, to] = ends;
    if (!from || !to || isGone(to) || (!isJoined && isGone(from))) return isJoined;
    const batch = batchOf(speaker);
    for (const one of naming) {
      const before = one.known.body!;
      const body = renamed(one.part, part.space, before, { from: subject, into });
      if (comparable(body) !== comparable(before))
        batch.add({ kind: one.part.edit, body, subject: one.subject }, one.known.at);
    }
    if (!isJoined) batch.add({ kind: part.withdrawal, body: {}, subject }, from.known.at);
    if (batch.records.length === 0) return true;
    const about = [subject, into, ...naming.map((one) => one.subject)];
    if (!(await appendUnless(speaker, batch.records, { about, size }))) continue;
    isJoined = true; // and once more, for what has come to name it since the snapshot
    await ask.changed(
      batch.records.map(({ id, envelope }) => ({
        record: id,
        subject: envelope.subject ?? id,
        author: by,
      })),
    );
  }
  if (isJoined) return true;
  throw new NotSaid("Expected what names a place to rest while it becomes one with another.");
}

async function standingOf(
  db: Db,
  part: FolderPart,
  subjects: readonly string[],
): Promise<(Standing | undefined)[]> {
  const slugs = await slugsOf(db, subjects);
  const found: (Standing | undefined)[] = [];
  for (const one of subjects) found.push(await standingAt(db, part, slugs.get(one) ?? ""));
  return found;
}

async function namingThings(
  db: Db,
  parts: readonly FolderPart[],
  subject: string,
): Promise<Standing[]> {
  const all = await whatNames(db, subject, MOST);
  const slugs = await slugsOf(
    db,
    all.map((one) => one.subject),
  );
  const found: Standing[] = [];
  for (const { space, subject: of } of all) {
    const part = parts.find((one) => one.space === space);
    const standing = part && (await standingAt(db, part, slugs.get(of) ?? ""));
    if (standing?.known.body) found.push(standing);
  }
  return found;
}

/** The body with the one in the other's place, once in each list. */
function renamed(
  part: FolderPart,
  space: string,
  body: JsonObject,
  { from, into }: { readonly from: string; readonly into: string },
): JsonObject {
  let changed: unknown = body;
  for (const [pattern, to] of Object.entries(part.refs)) {
    if (to !== space) continue;
    const seen = new Set<string>();
    changed = changeAt(changed, pattern, (value, path) => {
      const name = value === from ? into : value;
      const list = path.slice(0, -1).join(".");
      const key = `${list} ${String(name)}`;
      const isTwice = pattern.endsWith("[]") && seen.has(key);
      seen.add(key);
      return isTwice ? undefined : name;
    });
  }
  return changed as JsonObject;
}

/** Where the address of a thing leads that became one with another: a path of the site. */
export async function formerThing(
  db: Db,
  addresses: readonly string[],
): Promise<string | undefined> {
  for (const address of addresses) {
    const [, space = "", slug = ""] = /^\/([a-z]{1,40})\/([a-z0-9-]{1,80})$/.exec(address) ?? [];
    const there = slug === "" ? undefined : await standsNow(db, space, slug);
    const path = there && (await pathOf(db, there.subject));
    if (path !== undefined && path !== address) return path;
  }
  return undefined;
}
