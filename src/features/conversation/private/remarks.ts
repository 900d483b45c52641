/**
 * What people say in the conversation before and after somebody of the desk has read it: from a form of ours, from the
 * fediverse, from a link. Private from first to last; what is accepted is said in the log besides. Rules V11 to V14, V42.
 */
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, orNull, table, text, unique } from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { appeal, decide, edit, takeDown } from "./decisions.ts";
import { byId, bySecret, open } from "./finding.ts";
import { forget, withdraw, recordingsOver } from "./forgetting.ts";
import { hashOf } from "../../../platform/private/submissions.ts";
import { likeness, mine, OPEN, type NewRemark, type Remark } from "./remark.ts";
import { noteTally } from "./talkers.ts";

/** Whoever was refused may appeal for as long, and the desk learns from what it refused. */
const REFUSED = { days: 365, after: "refused" } as const;

export const remarksPart = {
  name: "remarks",
  tables: {
    remark: {
      key: ["id"],
      stands: {
        state: ["withdrawn"],
        text: [""],
        name: [null],
        contact: [null],
        more: ["{}"],
        edit: [null],
        appeal: [null],
      },
      keeps: {
        what: "conversation",
        until: "taken-back",
        ends: [
          { ...REFUSED, day: "decided", where: { state: ["refused"] } },
          { ...REFUSED, day: "received", where: { state: ["refused"], decided: [null] } }, // by a list
        ],
      },
    },
  },
  migrations: [
    creating({
      remark: table(
        {
          id: text,
          ...columns(unique(orNull(text)), "secret_hash", "uri"),
          ...columns(text, "came", "about", "text", "more", "received", "state", "signals"),
          ...columns(bigint, "n", "version"),
          ...columns(orNull(text), "answers", "author", "name", "lang", "contact", "edit"),
          ...columns(orNull(text), "subject", "reason", "decided_by", "decided", "appeal"),
          ...columns(orNull(text), "asked_by", "asked", "alike"),
        },
        {
          indexes: {
            remark_state: ["state", "n"],
            remark_about: ["about"],
            remark_author: ["author"],
            remark_alike: ["alike"],
          },
        },
      ),
    }),
    async (db) => {
      const decided = mine(db).updateTable("remark").where("state", "in", ["accepted", "refused"]);
      await decided.set({ contact: null }).execute(); // V14: of those that were shown it was kept once
    },
  ],
  whose: { remark: ["name", "contact"] },
  questions: { bySecret, byId, open },
  operations: { add, decide, takeDown, edit, appeal, withdraw, clear, forget, recordingsOver },
} satisfies PrivatePart;

export const askRemarks = asking(remarksPart);

const MAX_OPEN = 20_000; // that nobody has read; beyond them nobody will, and a flood fills the disk
const MAX_UNPROVEN = 5000; // of these, without a proof where one was asked for: others still find room

/** @returns what is kept under its id, the first one where it came twice; undefined when the desk is full */
async function add(tx: Db, said: NewRemark): Promise<Remark | undefined> {
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
  const { id, came, about, text: words, received } = said;
  const row: Remark = {
    id,
    came,
    about,
    text: words,
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
    alike: likeness(words),
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

const isUnproven = ({ signals = [] }: Pick<NewRemark, "signals">): boolean =>
  signals.includes("unproven");

const unproven = (tx: Db): Promise<number> =>
  countRows(
    mine(tx)
      .selectFrom("remark")
      .where("state", "=", "waiting")
      .where("signals", "like", '%"unproven"%'),
  );

/** What spoke for a closer look speaks for it no more; its words are the same. */
async function clear(
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
