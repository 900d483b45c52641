/**
 * People of another list who wait to be asked by mail whether they want to hear from here, with what their list says of
 * their consent. Of whoever has confirmed, or was asked three days ago, nothing is left here.
 */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, table, text } from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { timeNow } from "../../../platform/process/steady-clock.ts";
import { DEAD_AFTER, type Choice, type Subscriber } from "./subscribers.ts";

export interface Imported extends Choice {
  /** When and how they agreed elsewhere, as that list says. */
  readonly consent: string;
}
interface Row extends Imported {
  /** UTC milliseconds; 0 while they wait; below 0 the time at which their server put the mail off. */
  readonly asked: number;
}
type Tables = {
  subscriber_import: Row;
  subscriber: Subscriber & { readonly thread: string };
  subscriber_asked: Choice & { readonly confirm_hash: string; readonly asked: number };
};

const MOST = 5000; // rows that wait or were asked; more is a flood
const AN_HOUR = 3_600_000; // ms
const AN_HOUR_MOST = 120; // mails of this sort; a provider takes more at once from a new sender for unwanted mail
const AT_ONCE = 10;
const ASKED_MOST = 2500; // who asked and did not confirm, in all: half of the room stays to whoever asks here
const LINK_HOLDS = 3 * 24 * AN_HOUR;

export const importedPart = {
  name: "imported-subscribers",
  tables: {
    subscriber_import: {
      known: { sort: "subscriber", by: ["address"] },
      but: ["imported-subscribers.drop", "imported-subscribers.sweep", "outbox.restored"], // nobody stopped by it
      returns: "A restore empties it (`outbox.restored`).",
      keeps: {
        what: "newsletter",
        until: "sent",
        ends: [
          {
            days: LINK_HOLDS / A_DAY,
            after: "asked",
            ms: "asked",
            by: "imported-subscribers.sweep",
          },
        ],
      },
    },
  },
  migrations: [
    creating({
      subscriber_import: table({
        ...columns(text, "address", "lang", "what", "often", "consent"),
        asked: bigint,
      }),
    }),
  ],
  whose: { subscriber_import: ["address"] },
  questions: { waiting, all },
  operations: { bring, next, back, putOff, drop, bringBack, sweep },
  bringing: ["bring", "bringBack"],
} satisfies PrivatePart;

export const askImported = asking(importedPart);

function waiting(tx: Db): Promise<number> {
  return countRows(mine(tx).selectFrom("subscriber_import").where("asked", "<=", 0));
}

/** Everybody who gets mail, or got it until their server refused it, for the export. */
const ALL = ["address", "lang", "what", "often", "since", "state", "id"] as const;
function all(tx: Db): Promise<Pick<Subscriber, (typeof ALL)[number]>[]> {
  return mine(tx).selectFrom("subscriber").select(ALL).orderBy("since").orderBy("id").execute();
}

/** @returns how many wait from now on, how many are known already, and how many found no room */
async function bring(
  tx: Db,
  rows: readonly Imported[],
): Promise<{ readonly taken: number; readonly known: number; readonly full: number }> {
  const [known, { n }] = [await knownAddresses(tx), await count(tx)];
  const fresh = rows.filter(({ address }) => !known.has(address));
  const taken = fresh.slice(0, Math.max(0, MOST - n));
  for (let i = 0; i < taken.length; i += 200)
    await mine(tx)
      .insertInto("subscriber_import")
      .values(taken.slice(i, i + 200).map((one) => ({ ...one, asked: 0 })))
      .onConflict((c) => c.column("address").doNothing())
      .execute();
  const full = fresh.length - taken.length;
  return { taken: taken.length, known: rows.length - fresh.length, full };
}

async function knownAddresses(tx: Db): Promise<Set<string>> {
  const known = new Set<string>();
  for (const name of ["subscriber", "subscriber_asked", "subscriber_import"] as const)
    for (const { address } of await mine(tx).selectFrom(name).select("address").execute())
      known.add(address);
  return known;
}

const count = (tx: Db) =>
  mine(tx)
    .selectFrom("subscriber_import")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();

/** `wasPutOff`: it is the second try. */
type Next = Imported & { readonly confirm_hash: string; readonly wasPutOff: boolean };

/** The next who may be asked now; they count as asked. Each comes with the hash of the link that goes to them. */
async function next(
  tx: Db,
  { now, hashes }: { readonly now: number; readonly hashes: readonly string[] },
): Promise<Next[]> {
  const { n } = await mine(tx)
    .selectFrom("subscriber_import")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("asked", ">", now - AN_HOUR)
    .executeTakeFirstOrThrow();
  const { open } = await mine(tx)
    .selectFrom("subscriber_asked")
    .select((eb) => eb.fn.countAll<number>().as("open"))
    .executeTakeFirstOrThrow();
  const most = Math.min(AT_ONCE, hashes.length, AN_HOUR_MOST - n, ASKED_MOST - open);
  if (most <= 0) return [];
  const rows = await mine(tx)
    .selectFrom("subscriber_import")
    .select(["address", "lang", "what", "often", "consent", "asked"])
    .where((eb) =>
      eb.or([
        eb("asked", "=", 0),
        eb.and([eb("asked", "<", 0), eb("asked", ">=", AN_HOUR - now)]), // put off an hour ago
      ]),
    )
    .orderBy("asked", "desc")
    .orderBy("address")
    .limit(most)
    .execute();
  const taken = rows.map(({ asked, ...row }, i) => ({
    ...row,
    confirm_hash: hashes[i]!,
    wasPutOff: asked < 0,
  }));
  for (const { consent: _, wasPutOff: __, ...one } of taken) {
    await mine(tx)
      .insertInto("subscriber_asked")
      .values({ ...one, asked: now })
      .execute();
    await mine(tx)
      .updateTable("subscriber_import")
      .set({ asked: now })
      .where("address", "=", one.address)
      .execute();
  }
  return taken;
}

/** The mail could not be handed over: they wait again, and the link holds no more. */
async function back(
  tx: Db,
  { address, confirm_hash }: { readonly address: string; readonly confirm_hash: string },
): Promise<void> {
  await mine(tx).deleteFrom("subscriber_asked").where("confirm_hash", "=", confirm_hash).execute();
  await mine(tx)
    .updateTable("subscriber_import")
    .set({ asked: 0 })
    .where("address", "=", address)
    .execute();
}

/** Their server takes the mail later, or never: they are asked once more, in an hour, and everybody else meanwhile. */
async function putOff(
  tx: Db,
  {
    now,
    ...one
  }: { readonly address: string; readonly confirm_hash: string; readonly now: number },
): Promise<void> {
  await back(tx, one);
  await mine(tx)
    .updateTable("subscriber_import")
    .set({ asked: -now })
    .where("address", "=", one.address)
    .execute();
}

/** One who cannot be asked; all who wait, without an address. */
async function drop(tx: Db, address: string | null): Promise<void> {
  const gone = mine(tx).deleteFrom("subscriber_import");
  await (
    address === null ? gone.where("asked", "<=", 0) : gone.where("address", "=", address)
  ).execute();
}

/** People of our own export, as they were. @returns how many were not here */
async function bringBack(
  tx: Db,
  rows: readonly (Pick<Subscriber, (typeof ALL)[number]> & { readonly stop_hash: string })[],
): Promise<number> {
  let n = 0;
  const dead = { bounces: DEAD_AFTER, died: dayAt(timeNow()) };
  for (const row of rows) {
    const thread = row.what.startsWith("thread:") ? row.what : "";
    const { numInsertedOrUpdatedRows } = await mine(tx)
      .insertInto("subscriber")
      .values({ ...row, thread, ...(row.state === "dead" ? dead : { bounces: 0 }) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    n += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return n;
}

/** Of who was asked three days ago, or has confirmed since, nothing is left here. */
async function sweep(tx: Db, now: number): Promise<void> {
  await mine(tx)
    .deleteFrom("subscriber_import")
    .where("asked", ">", 0)
    .where((eb) =>
      eb.or([
        eb("asked", "<", now - LINK_HOLDS),
        eb("address", "in", eb.selectFrom("subscriber").select("address")),
      ]),
    )
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
