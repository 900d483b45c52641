/**
 * What is to be said on a day to come, or at an hour of one: a story, an edit of one, a translation. Nothing of it is a record before, so nothing
 * that the log names or the site serves can tell it. It waits beside the draft that it was frozen from, with the files that
 * its text names; what is written on in the draft changes nothing of it.
 */
import { randomBytes } from "node:crypto";
import type { Db } from "../../../platform/db/store.ts";
import {
  type DraftKind,
  waitingMigrations,
  waitingRows,
  type Waiting,
  type WaitingRow,
  find,
  get,
} from "./draft-rows.ts";
import { addFile, create, save } from "./drafts.ts";
import { asking, rowsOf, type PrivatePart } from "../../../platform/private/part.ts";

interface ToWait extends Pick<Waiting, "day" | "text" | "files"> {
  readonly id: string;
  /** The version of the draft that is frozen: it counts as published. */
  readonly version: number;
}
/** A file of a campaign folder, whose draft may be still to begin. */
interface Arriving extends Pick<Waiting, "slug" | "lang" | "day" | "text" | "files"> {
  readonly kind: DraftKind;
  readonly by: string;
  readonly at: number;
}

export const waitingPart = {
  name: "waiting",
  tables: {
    waiting: {
      key: ["draft", "token"],
      but: ["waiting.said"],
      of: { draft: "draft" },
      keeps: { what: "drafts", until: "draft", with: { draft: "draft" } },
    },
  },
  migrations: waitingMigrations,
  operations: { put, take, cancel, sign, refused, said, trouble },
} satisfies PrivatePart;

export const askWaiting = asking(waitingPart);
const waits = rowsOf<WaitingRow>("waiting");

/** In place of what waited of this draft. @returns whether it waits: what is just being said is not stopped any more */
async function put(tx: Db, { id, version, ...what }: ToWait): Promise<boolean> {
  if (!(await freeze(tx, id, what))) return false;
  await asPublished(tx, id, what.text, version);
  return true;
}

/** A draft that nobody wrote on since says what the file says; another one stays as it is, and is told to be behind. */
async function take(tx: Db, { day, files, ...file }: Arriving): Promise<boolean> {
  const { kind, slug, lang, text, by, at } = file;
  const known = await find(tx, { kind, slug, lang });
  const id = known ?? (await create(tx, { kind, slug, lang, text, by, at }));
  const draft = (await get(tx, id))!;
  if (!(await freeze(tx, id, { day, text, files }))) return false;
  for (const one of files) await addFile(tx, { ...one, id });
  if (draft.text === draft.said) await save(tx, { id, base: draft.version, text, by, at });
  const { text: now, version } = (await get(tx, id))!;
  if (now === text) await asPublished(tx, id, text, version);
  return true;
}

/** What is frozen counts as published: the desk tells only what was written since. */
async function asPublished(tx: Db, id: string, text: string, version: number): Promise<void> {
  await waitingRows(tx)
    .updateTable("draft")
    .set({ said: text, said_version: version })
    .where("id", "=", id)
    .execute();
}

async function freeze(
  tx: Db,
  draft: string,
  { files, ...what }: Pick<Waiting, "day" | "text" | "files">,
): Promise<boolean> {
  if (!(await cancel(tx, { ids: [draft] }))) return false;
  const token = randomBytes(8).toString("hex");
  const row = { draft, token, files: JSON.stringify(files), ...what };
  await waitingRows(tx)
    .insertInto("waiting")
    .values({ ...row, signed: null, trouble: null })
    .execute();
  return true;
}

/**
 * It waits no longer; its draft stays.
 * @param said what the log says of each draft, where the drafts are to know
 * @returns whether nothing of it was on its way already
 */
async function cancel(
  tx: Db,
  {
    ids,
    said: log = {},
  }: { ids: readonly string[]; said?: Readonly<Record<string, string | null>> },
): Promise<boolean> {
  if (ids.length === 0) return true;
  const rows = waitingRows(tx);
  await rows.deleteFrom("waiting").where("draft", "in", ids).where("signed", "is", null).execute();
  const left = await rows.selectFrom("waiting").select("draft").where("draft", "in", ids).execute();
  const going = new Set(left.map(({ draft }) => draft));
  for (const [id, text] of Object.entries(log))
    if (!going.has(id))
      await rows.updateTable("draft").set({ said: text }).where("id", "=", id).execute();
  return going.size === 0;
}

/**
 * Its day has come: these records say it, and no others ever do, whoever else was about to.
 * @returns what was signed by whomever came first; undefined where something else waits by now
 */
async function sign(
  tx: Db,
  { of, signed }: { of: readonly Pick<Waiting, "draft" | "token">[]; signed: string },
): Promise<string | undefined> {
  const drafts = of.map(({ draft }) => draft);
  const rows = await waitingRows(tx)
    .selectFrom("waiting")
    .select(["draft", "token", "signed"])
    .where("draft", "in", drafts)
    .execute();
  const tokens = new Map(rows.map(({ draft, token }) => [draft, token]));
  if (of.some(({ draft, token }) => tokens.get(draft) !== token)) return undefined;
  const first = rows.find((row) => row.signed !== null)?.signed ?? signed;
  await waitingRows(tx)
    .updateTable("waiting")
    .set({ signed: first, trouble: null })
    .where("draft", "in", drafts)
    .execute();
  return first;
}

/** The log takes none of these records, now or ever: it is signed anew when it is looked at again, and can be cancelled. */
async function refused(
  tx: Db,
  { signed, why }: { readonly signed: string; readonly why: string },
): Promise<void> {
  await waits.change(tx, { signed }, { signed: null, trouble: why });
}

/** The log says it now. @returns whether a draft is gone, which nothing but taking its story back does while it waits */
async function said(tx: Db, of: readonly Pick<Waiting, "draft" | "token">[]): Promise<boolean> {
  let isGone = false;
  for (const { draft, token } of of) {
    isGone ||= !(await get(tx, draft));
    await waits.drop(tx, { draft, token });
  }
  return isGone;
}

async function trouble(tx: Db, { id, why }: { id: string; why: string }): Promise<void> {
  await waits.change(tx, { draft: id }, { trouble: why });
}
