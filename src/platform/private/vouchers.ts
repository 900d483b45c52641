/**
 * Codes by which a hub or a partner vouches for what people send: of a code only the hash is kept, and what was taken back
 * vouches for nothing from then on. Rules V40 and V41.
 */
import { randomInt } from "node:crypto";
import type { Db } from "../db/store.ts";
import { columns, orNull, table, text, unique } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";
import { hashOf } from "./submissions.ts";

export interface Voucher {
  readonly id: string;
  /** The hub or partner, in the desk's words. */
  readonly name: string;
  readonly code_hash: string;
  readonly given_by: string;
  /** UTC days. */
  readonly given: string;
  readonly revoked: string | null;
}

export type NewVoucher = Pick<Voucher, "id" | "name" | "given_by" | "given"> & {
  readonly code: string;
};

const MOST = 500; // that vouch: more than a campaign has partners

export const vouchersPart = {
  name: "vouchers",
  tables: {
    voucher: {
      key: ["id"],
      stands: { revoked: "any" },
      keeps: {
        what: "vouchers",
        until: "desk",
        ends: [{ days: 400, after: "revoked", day: "revoked" }],
      },
    },
  },
  migrations: [
    creating({
      voucher: table({
        id: text,
        code_hash: unique(text),
        ...columns(text, "name", "given_by", "given"),
        revoked: orNull(text),
      }),
    }),
  ],
  operations: { give, revoke },
} satisfies PrivatePart;

export const askVouchers = asking(vouchersPart);
const vouchers = rowsOf<Voucher>("voucher");

/** Without letters that are taken for others; read aloud and typed on any keyboard. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
/** Two groups of five: of 31 signs, fifty bits in all. */
export const newCode = (): string => {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return `${group()}-${group()}`;
};

/** As it was meant: capitals, blanks and dashes say nothing. */
const bare = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** @returns undefined where there are too many */
async function give(tx: Db, { code, ...said }: NewVoucher): Promise<true | undefined> {
  if ((await standing(tx)).length >= MOST) return undefined;
  const row: Voucher = { ...said, code_hash: hashOf(bare(code)), revoked: null };
  await vouchers.add(tx, row);
  return true;
}

async function revoke(
  tx: Db,
  { id, day }: { readonly id: string; readonly day: string },
): Promise<void> {
  await vouchers.change(tx, { id, revoked: null }, { revoked: day });
}

/** Those that vouch, by name. */
export function standing(db: Db): Promise<Voucher[]> {
  return vouchers.of(db, { revoked: null }).orderBy("name").orderBy("id").execute();
}

/** Who vouches with this code. */
export function vouching(db: Db, code: string): Promise<Voucher | undefined> {
  return vouchers.one(db, { code_hash: hashOf(bare(code)), revoked: null });
}
