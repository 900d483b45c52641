/**
 * Stories and translations that are being written. A draft's text is the very file of the campaign folder that it is to
 * become; every version stays, and so does one that came too late because somebody else had saved meanwhile.
 */
import { randomBytes } from "node:crypto";
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import {
  draftMedia,
  draftsShowing,
  filesOf,
  find,
  forgetWaiting,
  get,
  goneOn,
  goneSince,
  isWaiting,
  list,
  migrations,
  mine,
  version,
  versions,
  type Draft,
  type DraftFile,
  type DraftKind,
} from "./draft-rows.ts";
import { asking, type PrivatePart } from "../../../platform/private/part.ts";
import { byId, hashOf } from "../../../platform/private/submissions.ts";
import { timeNow } from "../../../platform/process/steady-clock.ts";

const MAX_DRAFTS = 20_000; // more than a desk can write; beyond them a mistake fills the disk
export const MAX_TEXT = 400_000; // characters; a body is 256 kB
const DRAFTS = { what: "drafts", until: "draft" } as const;
const GONE_KEPT = 365; // days for which the desk is told that a draft was taken back
const ONE_SITTING = 10 * 60_000; // ms in which what is saved by itself is one version

export interface NewDraft {
  readonly kind: DraftKind;
  readonly slug: string;
  readonly lang: string;
  readonly text: string;
  readonly by: string;
  /** The id of a submission. */
  readonly from?: string;
  /** The file in the log that it begins with. */
  readonly said?: string | undefined;
  readonly at?: number;
}
export interface DraftSave {
  readonly id: string;
  /** The version that the text was written over. */
  readonly base: number;
  readonly text: string;
  readonly by: string;
  /** Saved by itself while somebody writes. */
  readonly auto?: boolean;
  readonly at?: number;
}
export type DraftSaved =
  | { readonly version: number }
  /** Somebody saved meanwhile: that is the draft, and this text is kept beside it as version `kept`. */
  | { readonly conflict: Draft; readonly kept: number };

export const draftsPart = {
  name: "drafts",
  tables: {
    draft: { key: ["id"], keeps: DRAFTS },
    draft_version: { of: { draft: "draft" }, keeps: { ...DRAFTS, with: { draft: "draft" } } },
    draft_file: {
      key: ["draft", "name", "media"],
      of: { draft: "draft" },
      keeps: { ...DRAFTS, with: { draft: "draft" } },
    },
    draft_gone: {
      returns: "Tells the desk that a draft was taken back, by a day and a random id.",
      keeps: { what: "taken-back", ends: [{ days: GONE_KEPT, after: "came", day: "day" }] },
    },
  },
  migrations,
  questions: { get, find, list, versions, version, files: filesOf, gone: goneOn, goneSince },
  operations: { create, save, rename, published, addFile, leaveFile, forget, withdrawn },
  media: draftMedia,
  lettingGo: ["forget", "withdrawn", "leaveFile"],
} satisfies PrivatePart;

export const askDrafts = asking(draftsPart);

/** A slug that another draft has gets a number: what was sent in is never turned away. @returns its id */
export async function create(tx: Db, draft: NewDraft): Promise<string> {
  bounded(draft.text);
  if ((await countRows(mine(tx).selectFrom("draft"))) >= MAX_DRAFTS)
    throw new Error(`There are ${MAX_DRAFTS} drafts already. Delete some of them first.`);
  const { kind, text, by, from = null, said = null, at = timeNow() } = draft;
  const lang = kind === "story" ? "" : draft.lang;
  const id = randomBytes(6).toString("hex");
  const slug = await freeSlug(tx, draft);
  await mine(tx)
    .insertInto("draft")
    .values({ id, kind, slug, lang, owner: by, source: from, version: 1, said, said_version: null })
    .execute();
  await mine(tx)
    .insertInto("draft_version")
    .values({ draft: id, version: 1, base: 0, text, author: by, at, sitting: 0, aside: 0 })
    .execute();
  return id;
}

async function freeSlug(tx: Db, { kind, slug, lang }: Pick<NewDraft, "kind" | "slug" | "lang">) {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug.slice(0, 74)}-${n}`;
    if (!(await find(tx, { kind, slug: tried, lang }))) return tried;
  }
}

export async function save(
  tx: Db,
  { id, base, text, by, auto, at = timeNow() }: DraftSave,
): Promise<DraftSaved> {
  bounded(text);
  const draft = await known(tx, id);
  const tooLate = base !== draft.version;
  const all = await versions(tx, id);
  const latest = all.find(({ aside, version: v }) => (tooLate ? aside === 1 : v === draft.version));
  // Of a text that stands already nothing is lost: sent twice it is one, whatever it was written over.
  if (text === draft.text) {
    if (auto !== true) await endSitting(tx, draft); // others may begin with it
    return { version: draft.version };
  }
  const next = Math.max(...all.map(({ version: v }) => v)) + 1;
  const sitting = auto === true ? at : 0;
  // The same person goes on writing: one version, under a new number, so that nobody else's base fits it.
  const goesOn =
    latest !== undefined &&
    latest.author === by &&
    latest.sitting > 0 &&
    at - latest.sitting < ONE_SITTING &&
    (!tooLate || latest.base === base);
  if (goesOn)
    await mine(tx)
      .updateTable("draft_version")
      .set({ version: next, text, at, sitting: auto === true ? latest.sitting : 0 })
      .where("draft", "=", id)
      .where("version", "=", latest.version)
      .execute();
  else
    await mine(tx)
      .insertInto("draft_version")
      .values({
        draft: id,
        version: next,
        base,
        text,
        author: by,
        at,
        sitting,
        aside: tooLate ? 1 : 0,
      })
      .execute();
  if (tooLate) return { conflict: draft, kept: next };
  await mine(tx).updateTable("draft").set({ version: next }).where("id", "=", id).execute();
  return { version: next };
}

/** Saved by hand: this version stays as it is. */
async function endSitting(tx: Db, { id, version: n }: Draft): Promise<void> {
  await mine(tx)
    .updateTable("draft_version")
    .set({ sitting: 0 })
    .where("draft", "=", id)
    .where("version", "=", n)
    .execute();
}

/** Another address for a story that was never published, nor sent in: its sender takes it back by that. @returns whether it was done */
async function rename(tx: Db, { id, slug }: { id: string; slug: string }): Promise<boolean> {
  const { kind, lang, said, source } = await known(tx, id);
  if (said !== null || source !== null || (await find(tx, { kind, slug, lang }))) return false;
  await mine(tx).updateTable("draft").set({ slug }).where("id", "=", id).execute();
  return true;
}

/** The log says this version now, as this file. */
async function published(
  tx: Db,
  { id, version: n, said }: { id: string; version: number; said: string },
) {
  await mine(tx).updateTable("draft").set({ said, said_version: n }).where("id", "=", id).execute();
}

/** A file that the text may name from now on; one of the same name gives way. */
export async function addFile(tx: Db, { id, ...file }: DraftFile & { id: string }): Promise<void> {
  await known(tx, id);
  await mine(tx)
    .deleteFrom("draft_file")
    .where("draft", "=", id)
    .where("name", "=", file.name)
    .execute();
  await mine(tx)
    .insertInto("draft_file")
    .values({ ...file, draft: id })
    .execute();
}

/** No draft may name this file any more, but one that shows it still; versions before this one are without it. @returns the file */
async function leaveFile(tx: Db, media: string): Promise<string[]> {
  const shown = new Set((await draftsShowing(tx, media)).map(({ id }) => id));
  const rows = await mine(tx)
    .selectFrom("draft_file")
    .select("draft")
    .where("media", "=", media)
    .execute();
  for (const { draft } of rows)
    if (!shown.has(draft))
      await mine(tx)
        .deleteFrom("draft_file")
        .where((eb) => eb.and({ draft, media }))
        .execute();
  return [media];
}

/**
 * Every draft of a story that is taken back, or one that is not wanted any more, with all it held: its versions, its
 * translations, the names of its files, what waits of it. One draft alone stays while something waits of it: that is
 * cancelled first.
 * @param which.by `person`: the desk is told that it was taken back
 * @returns the media that it named; undefined where it stays
 */
async function forget(
  tx: Db,
  which: { readonly slug: string; readonly by?: "person" | "desk" } | { readonly id: string },
): Promise<string[] | undefined> {
  if ("id" in which) return (await isWaiting(tx, which.id)) ? undefined : drop(tx, [which.id]);
  const all = mine(tx).selectFrom("draft").select("id").where("slug", "=", which.slug);
  const ids = (await all.execute()).map(({ id }) => id);
  if (which.by === "person") await tell(tx, ids);
  return drop(tx, ids);
}

/** The desk is told that these were taken back; what it was told long ago goes. */
async function tell(tx: Db, ids: readonly string[]): Promise<void> {
  const now = timeNow();
  await mine(tx)
    .deleteFrom("draft_gone")
    .where("day", "<", dayAt(now - GONE_KEPT * A_DAY))
    .execute();
  for (const id of ids)
    await mine(tx)
      .insertInto("draft_gone")
      .values({ id, day: dayAt(now) })
      .onConflict((c) => c.doNothing())
      .execute();
}

async function drop(tx: Db, ids: readonly string[]): Promise<string[]> {
  const media: string[] = [];
  for (const id of ids) {
    await mine(tx).deleteFrom("draft_version").where("draft", "=", id).execute();
    const named = mine(tx).deleteFrom("draft_file").where("draft", "=", id).returning("media");
    media.push(...(await named.execute()).map((file) => file.media));
    media.push(...(await forgetWaiting(tx, id)));
    await mine(tx).deleteFrom("draft").where("id", "=", id).execute();
  }
  return media;
}

/** What was taken back since a backup was made, by the hashes that whoever took it back left: of what was sent, or of the draft. */
async function withdrawn(tx: Db, hashes: readonly string[]): Promise<string[]> {
  const media: string[] = [];
  const all = await mine(tx).selectFrom("draft").select(["id", "source"]).execute();
  for (const { id, source } of all) {
    const sent = source === null ? undefined : await byId(tx, source);
    const own = sent?.secret_hash;
    if (hashes.includes(own ?? "") || hashes.includes(hashOf(id)))
      media.push(...(await drop(tx, [id])));
  }
  return media;
}

async function known(tx: Db, id: string): Promise<Draft> {
  const found = await get(tx, id);
  if (!found) throw new Error(`Expected the id of a draft, got ${id}.`);
  return found;
}

function bounded(text: string): void {
  if (text.length > MAX_TEXT)
    throw new Error(`Expected a text of at most ${MAX_TEXT} characters, got ${text.length}.`);
}
