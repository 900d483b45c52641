/** Words come in, once, while there is room for them. Rules V11, V12. */
import type { Db } from "../../../platform/db/store.ts";
import { noteTally } from "./talkers.ts";
import { hashOf } from "../../../platform/private/submissions.ts";
import { byId } from "./finding.ts";
import { likeness, mine, OPEN, type Remark, type Said } from "./remark.ts";

const MAX_OPEN = 20_000; // that nobody has read; beyond them nobody will, and a flood fills the disk
const MAX_UNPROVEN = 5000; // of these, without a proof where one was asked for: others still find room

/** @returns what is kept under its id, the first one where it came twice; undefined when the desk is full */
export async function add(tx: Db, said: Said): Promise<Remark | undefined> {
  const known = await byId(tx, said.id);
  if (known) return known;
  const { count, last } = await mine(tx)
    .selectFrom("remark")
    .select((eb) => [
      eb.fn.max("n").as("last"),
      eb.fn
        .countAll<number>()
        .filterWhere("state", "in", [...OPEN])
        .as("count"),
    ])
    .executeTakeFirstOrThrow();
  if (count >= MAX_OPEN || (isUnproven(said) && (await unproven(tx)) >= MAX_UNPROVEN))
    return undefined;
  const { id, came, about, text, received } = said;
  const row: Remark = {
    id,
    came,
    about,
    text,
    received,
    secret_hash: said.secret === undefined ? null : hashOf(said.secret),
    answers: said.answers ?? null,
    uri: said.uri ?? null,
    author: said.author ?? null,
    name: said.name ?? null,
    lang: said.lang ?? null,
    more: JSON.stringify(said.more ?? {}),
    contact: said.contact ?? null,
    n: (last ?? 0) + 1,
    state: said.state ?? "waiting",
    version: 1,
    signals: JSON.stringify(said.signals ?? []),
    edit: null,
    subject: null,
    reason: said.reason ?? null,
    decided_by: null,
    decided: null,
    appeal: null,
    asked_by: null,
    asked: null,
    alike: likeness(text),
  };
  const inserting = mine(tx).insertInto("remark").values(row);
  const { numInsertedOrUpdatedRows } = await inserting
    .onConflict((c) => c.doNothing()) // the same, sent twice at one moment
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows) === 0) return byId(tx, id);
  await noteTally(tx, { day: received, came, what: "came" });
  if (row.state === "refused")
    await noteTally(tx, { day: received, came, what: "refused", reason: row.reason });
  return row;
}

const isUnproven = ({ signals = [] }: Pick<Said, "signals">): boolean =>
  signals.includes("unproven");

async function unproven(tx: Db): Promise<number> {
  const { count } = await mine(tx)
    .selectFrom("remark")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "=", "waiting")
    .where("signals", "like", '%"unproven"%')
    .executeTakeFirstOrThrow();
  return count;
}

/** What spoke for a closer look speaks for it no more; its words are the same. */
export async function clear(
  tx: Db,
  { id, signal }: { readonly id: string; readonly signal: string },
): Promise<void> {
  const before = await byId(tx, id);
  if (!before) return;
  const signals = (JSON.parse(before.signals) as string[]).filter((one) => one !== signal);
  await mine(tx)
    .updateTable("remark")
    .set({ signals: JSON.stringify(signals) })
    .where("id", "=", id)
    .execute();
}
