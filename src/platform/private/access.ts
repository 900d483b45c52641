/**
 * Who may come in, as it stands now: roles, closings, and by hashes the PINs and passkeys that hold and the vouching codes
 * that do not. It is kept beside the data, so that a restore of an older backup gives nobody back what was taken from them.
 */
import { createHash } from "node:crypto";
import * as v from "valibot";
import type { Db } from "../db/store.ts";

const text = v.pipe(v.string(), v.maxLength(200));
export const Access = v.object({
  accounts: v.array(
    v.object({
      id: text,
      role: text,
      closed: v.picklist([0, 1]),
      pin: v.nullable(text),
      passkeys: v.array(text),
    }),
  ),
  vouchers: v.array(v.object({ id: text, revoked: text })),
});
export type Access = v.InferOutput<typeof Access>;

type Tables = {
  auth_user: { id: string; role: string; closed: 0 | 1; pin: string | null };
  auth_passkey: { id: string; userId: string; credential: string };
  voucher: { id: string; revoked: string | null };
};

/** What changes it: the desk, a sign-in by passkey does not. */
export const mayChangeAccess = (operation: string, argument: unknown): boolean =>
  operation === "vouchers.revoke" ||
  operation === "accounts.change" ||
  (/^accounts\.(create|update|remove)$/.test(operation) &&
    /^auth_(user|passkey)$/.test((argument as { table: string }).table));

export async function readAccess(db: Db): Promise<Access> {
  const mine = db.withTables<Tables>();
  const users = await mine
    .selectFrom("auth_user")
    .select(["id", "role", "closed", "pin"])
    .orderBy("id")
    .execute();
  const passkeys = await mine
    .selectFrom("auth_passkey")
    .select(["userId", "credential"])
    .orderBy("id")
    .execute();
  const vouchers = await mine
    .selectFrom("voucher")
    .select(["id", "revoked"])
    .where("revoked", "is not", null)
    .orderBy("id")
    .execute();
  const of = Map.groupBy(passkeys, (p) => p.userId);
  return {
    accounts: users.map((user) => ({
      ...user,
      pin: user.pin === null ? null : hash(user.pin),
      passkeys: (of.get(user.id) ?? []).map((p) => hash(p.credential)),
    })),
    vouchers: vouchers.map(({ id, revoked }) => ({ id, revoked: revoked! })),
  };
}

/**
 * After a restore: each account that is known has the role and the closing that it had last, a PIN that was changed or
 * taken away since holds no more, a passkey that was removed neither, and a code that was taken back vouches for nothing.
 */
export async function applyAccess(tx: Db, access: Access): Promise<void> {
  const mine = tx.withTables<Tables>();
  const here = await readAccess(tx);
  const known = new Map(access.accounts.map((account) => [account.id, account]));
  for (const { id, pin } of here.accounts) {
    const last = known.get(id);
    if (!last) continue;
    const { role, closed } = last;
    const set = { role, closed, ...(pin !== last.pin && { pin: null }) };
    await mine.updateTable("auth_user").set(set).where("id", "=", id).execute();
  }
  for (const { id, userId, credential } of await mine
    .selectFrom("auth_passkey")
    .selectAll()
    .execute())
    if (known.get(userId)?.passkeys.includes(hash(credential)) === false)
      await mine.deleteFrom("auth_passkey").where("id", "=", id).execute();
  for (const { id, revoked } of access.vouchers)
    await mine
      .updateTable("voucher")
      .set({ revoked })
      .where("id", "=", id)
      .where("revoked", "is", null)
      .execute();
}

const hash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
