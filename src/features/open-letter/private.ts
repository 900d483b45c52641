/**
 * Who signs the open letter: what was typed until it is said in the log, and a salted hash of the mail address, so that
 * one address signs once. The address itself is never here. Who signed without one waits for the desk. Rules V15 to V18, V22.
 */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { countRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, orNull, table, text, unique } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";

const MAX_ASKED = 5000; // rows that wait, for a mail and for the desk each; more is a flood, and each mail goes to somebody who may not have asked
const MAX_AGAIN = 3; // mails to one address within the time that a link holds
export const SIGNING_HOLDS = 3 * A_DAY;
/** For whoever signed without a mail address: a way to the desk may be long, and goes by the next visitor or by post. */
export const BY_HAND_HOLDS = 90 * A_DAY;

/** `confirmed`: counted, and its name waits to be read; `unnamed`: counted without a name. */
type SignatureState = "asked" | "confirmed" | "named" | "unnamed" | "withdrawn";

export interface Signature {
  /** 32 hex digits, in public too. */
  readonly id: string;
  /** The SHA-256 of the secret in its mail. */
  readonly secret_hash: string;
  /** Salted with the key of the instance; null where none was given, and once it was taken back. */
  readonly address_hash: string | null;
  readonly kind: string;
  readonly country: string | null;
  readonly name: string;
  readonly place: string | null;
  readonly words: string | null;
  readonly lang: string;
  /** UTC milliseconds. */
  readonly asked: number;
  /** The UTC day of the confirmation. */
  readonly day: string | null;
  readonly state: SignatureState;
  readonly version: number;
  /** The record that it became. */
  readonly subject: string | null;
  readonly reason: string | null;
  readonly decided_by: string | null;
  readonly decided: string | null;
}
export type AskedToSign = Pick<
  Signature,
  "id" | "secret_hash" | "kind" | "name" | "lang" | "asked"
> & {
  readonly address_hash: string | null;
  readonly country?: string | undefined;
  readonly place?: string | undefined;
  readonly words?: string | undefined;
};

const ASKED = { after: "asked", ms: "asked", where: { state: ["asked"] } } as const;

export const signaturesPart = {
  name: "signatures",
  tables: {
    signature: {
      key: ["id"],
      stands: {
        state: ["withdrawn"],
        name: [""],
        country: [null],
        place: [null],
        words: [null],
        address_hash: [null],
      },
      keeps: {
        what: "letter",
        until: "taken-back",
        ends: [
          { ...ASKED, days: SIGNING_HOLDS / A_DAY, unless: { address_hash: [null] } },
          {
            ...ASKED,
            days: BY_HAND_HOLDS / A_DAY,
            where: { state: ["asked"], address_hash: [null] },
          },
        ],
      },
    },
  },
  migrations: [
    creating({
      signature: table(
        {
          id: text,
          secret_hash: unique(text),
          ...columns(text, "kind", "name", "lang", "state"),
          ...columns(bigint, "asked", "version"),
          ...columns(orNull(text), "address_hash", "country", "place", "words", "day"),
          ...columns(orNull(text), "subject", "reason", "decided_by", "decided"),
        },
        {
          indexes: {
            signature_address_hash: ["address_hash"],
            signature_state: ["state"],
            signature_subject: ["subject"],
          },
        },
      ),
    }),
  ],
  whose: { signature: ["name"] },
  hashes: async (typed, key) => (await import("./secrets.ts")).hashesOf(key, typed),
  questions: { bySecret, bySubject, byHand, unsaid, open },
  operations: { ask, confirm, confirmByHand, discardByHand, said, decide, withdraw, forget },
} satisfies PrivatePart;

export const askSignatures = asking(signaturesPart);
const signatures = rowsOf<Signature>("signature");

const SIGNED: readonly SignatureState[] = ["confirmed", "named", "unnamed"];

/**
 * `asked`: a mail may go out; `signed`: this address has signed, under that id; `known`: this form was sent before;
 * `other`: it was, with other words or another address, or was taken back since; `quiet`: no further mail goes out, or nothing more is kept.
 */
export type AskedAnswer =
  | { readonly is: "asked" | "known" | "other" | "quiet" }
  | { readonly is: "signed"; readonly id: string; readonly day: string };

async function ask(tx: Db, asked: AskedToSign): Promise<AskedAnswer> {
  const { address_hash: address } = asked;
  const known = await byId(tx, asked.id);
  if (known) return { is: isSame(known, asked) ? "known" : "other" };
  const signed = address === null ? undefined : await ofAddress(tx, address);
  if (signed) return { is: "signed", id: signed.id, day: signed.day! };
  const waiting = mine(tx).selectFrom("signature").where("state", "=", "asked");
  const alike = waiting.where("address_hash", address === null ? "is" : "is not", null);
  if ((await countRows(alike)) >= MAX_ASKED) return { is: "quiet" };
  const own = waiting.where("address_hash", "=", address);
  if (address !== null && (await countRows(own)) >= MAX_AGAIN) return { is: "quiet" };
  const { country = null, place = null, words = null, ...rest } = asked;
  const fresh = { ...UNDECIDED, state: "asked", version: 1 } as const;
  const row: Signature = { ...rest, country, place, words, ...fresh };
  await signatures.add(tx, row);
  return { is: "asked" };
}

const UNDECIDED = { day: null, subject: null, reason: null, decided_by: null, decided: null };

const isSame = (row: Signature, asked: AskedToSign): boolean =>
  row.state !== "withdrawn" &&
  row.address_hash === asked.address_hash &&
  row.kind === asked.kind &&
  row.name === asked.name &&
  row.country === (asked.country ?? null) &&
  row.place === (asked.place ?? null) &&
  row.words === (asked.words ?? null);

const ofAddress = (tx: Db, hash: string): Promise<Signature | undefined> =>
  signatures
    .of(tx)
    .where("address_hash", "=", hash)
    .where("state", "in", SIGNED)
    .executeTakeFirst();

/** @param hash of the secret */
function bySecret(tx: Db, hash: string): Promise<Signature | undefined> {
  return signatures.one(tx, { secret_hash: hash });
}

/** @param subject of the record that it became; one that was signed on paper is none of these */
function bySubject(tx: Db, subject: string): Promise<Signature | undefined> {
  return signatures.one(tx, { subject });
}

const byId = (tx: Db, id: string): Promise<Signature | undefined> => signatures.one(tx, { id });

export interface Signing {
  /** Of the secret. */
  readonly hash: string;
  readonly now: number;
}

/** @returns what it is now; undefined where the link holds no more, or its address has signed otherwise */
async function confirm(tx: Db, { hash, now }: Signing): Promise<Signature | undefined> {
  const found = await bySecret(tx, hash);
  if (found?.state !== "asked") return found;
  const address = found.address_hash;
  if (address === null) return undefined; // for the desk to count
  if (found.asked <= now - SIGNING_HOLDS || (await ofAddress(tx, address))) return undefined;
  await confirmed(tx, found, now);
  await signatures.drop(tx, { address_hash: address, state: "asked" });
  return byId(tx, found.id);
}

/** Those who signed without a mail address and wait for the desk, the newest first. */
function byHand(tx: Db, now: number): Promise<Signature[]> {
  return signatures
    .of(tx)
    .where("state", "=", "asked")
    .where("address_hash", "is", null)
    .where("asked", ">", now - BY_HAND_HOLDS)
    .orderBy("asked", "desc")
    .orderBy("id")
    .execute();
}

/** By the desk, which has heard the code. @returns whether it waited still */
async function confirmByHand(
  tx: Db,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<boolean> {
  const row = await byId(tx, id);
  if (row?.state !== "asked" || row.address_hash !== null || row.asked <= now - BY_HAND_HOLDS)
    return false;
  await confirmed(tx, row, now);
  return true;
}

async function confirmed(tx: Db, { id, version }: Signature, now: number): Promise<void> {
  const set = { state: "confirmed", day: dayAt(now), version: version + 1 } as const;
  await signatures.change(tx, { id }, set);
}

/** After so long the desk may discard all of them at once: who signed just now may be on the way with the code. */
export const BY_HAND_FRESH = A_DAY;

interface Discarding {
  /** This one alone; all that have waited for longer than a day where it is absent. */
  readonly id?: string;
  readonly now: number;
}

/** The desk clears what waits for a code: what was typed is deleted, and who signed may sign anew. @returns how many */
async function discardByHand(tx: Db, { id, now }: Discarding): Promise<number> {
  const waiting = mine(tx)
    .deleteFrom("signature")
    .where("state", "=", "asked")
    .where("address_hash", "is", null);
  const { numDeletedRows } = await (
    id === undefined
      ? waiting.where("asked", "<=", now - BY_HAND_FRESH)
      : waiting.where("id", "=", id)
  ).executeTakeFirst();
  return Number(numDeletedRows);
}

/** It stands in the log. */
async function said(tx: Db, { id, subject }: Pick<Signature, "id" | "subject">): Promise<void> {
  await signatures.change(tx, { id }, { subject });
}

/** What was confirmed and does not stand in the log yet: a crash came between. */
function unsaid(tx: Db): Promise<Signature[]> {
  return signatures.of(tx).where("state", "in", SIGNED).where("subject", "is", null).execute();
}

/** Those whose names wait to be read, the oldest first. */
function open(tx: Db): Promise<Signature[]> {
  return signatures
    .of(tx)
    .where("state", "=", "confirmed")
    .where("subject", "is not", null)
    .orderBy("asked")
    .orderBy("id")
    .execute();
}

export interface SignatureDecision {
  readonly id: string;
  /** The version that was looked at. */
  readonly version: number;
  readonly state: "named" | "unnamed";
  readonly reason?: string;
  readonly by: string;
  readonly day: string;
}

/** @returns whether it was still what was looked at */
async function decide(tx: Db, decision: SignatureDecision): Promise<boolean> {
  const { id, version, state, reason = null, by, day } = decision;
  const before = await byId(tx, id);
  if (before?.version !== version || before.state !== "confirmed") return false;
  const change = { state, reason, version: version + 1, decided_by: by, decided: day };
  await signatures.change(tx, { id }, change);
  return true;
}

const WORDLESS = { name: "", country: null, place: null, words: null, reason: null };
const GONE = { ...WORDLESS, state: "withdrawn" as const, address_hash: null };

/** By whoever signed, or by the desk: what was typed is forgotten, and the address may sign anew. */
async function withdraw(tx: Db, id: string): Promise<void> {
  await mine(tx)
    .updateTable("signature")
    .set((eb) => ({ ...GONE, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

/** The same for what was taken back since a backup was made. */
async function forget(tx: Db, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await signatures.change(tx, { secret_hash: hash }, GONE);
}

const mine = (db: Db) => db.withTables<{ signature: Signature }>();
