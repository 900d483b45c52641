/** Two places are one: what names the first comes to name the second, said at once, all of it or nothing. Rule KO9. */
import { whatNames } from "../../platform/addresses/called.ts";
import { everySlugOf, pathOf, slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { comparable } from "../../platform/folder/speech.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { changeAt } from "../../platform/folder/places.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { appendSigned, batchOf } from "../../platform/sent/speaker.ts";
import { askContent, ledTo } from "./private.ts";
import { standingAt, type Standing } from "./things.ts";
import type { Content } from "./visit.ts";

const MOST = 2000; // things that name it; more are no doublet

/** @param from is withdrawn @param into the subject of the other @param by the name of whoever says it */
export async function join(
  { serving, parts }: Content,
  from: Standing,
  { into, by }: { readonly into: string; readonly by: string },
): Promise<void> {
  const { speaker, instance } = serving;
  const { subject, part, known } = from;
  const { naming, slugs } = await speaker.snapshot(async (db) => ({
    naming: await namingThings(db, parts, subject),
    slugs: await everySlugOf(db, subject),
  }));
  const batch = batchOf(speaker);
  for (const one of naming) {
    const before = one.known.body!;
    const body = renamed(one.part, part.space, before, { from: subject, into });
    if (comparable(body) !== comparable(before))
      batch.add({ kind: one.part.edit, body, subject: one.subject }, one.known.at);
  }
  batch.add({ kind: part.withdrawal, body: {}, subject }, known.at);
  const ask = askContent(instance.log.private);
  // First, so that its address leads on whenever it is gone: while it stands nobody asks where else it leads.
  for (const slug of slugs) await ask.lead({ space: part.space, slug, subject: into });
  await appendSigned(speaker, batch.records);
  const said = batch.records.map(({ id, envelope }) => ({
    record: id,
    subject: envelope.subject ?? id,
    author: by,
  }));
  await ask.changed(said);
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
    const subject = slug === "" ? undefined : await ledTo(db, space, slug);
    const path = subject && (await pathOf(db, subject));
    if (path !== undefined && path !== address) return path; // which may lead on itself
  }
  return undefined;
}
