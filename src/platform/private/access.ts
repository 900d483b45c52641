/**
 * Who may come in, as it stands now: roles, closings, what is asked of roles, second factors, and by hashes the PINs and
 * passkeys that hold and the vouching codes that do not. It is kept beside the data, so that a restore of an older backup
 * gives nobody back what was taken from them, and asks no less of anybody.
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
      /** The codes of an app as they stand, sealed; null where there are none. */
      second: v.optional(v.nullable(v.object({ createdAt: text, secret: text, step: v.number() }))),
      /** The backup codes that were not used, by their slow hashes. */
      backup: v.optional(v.array(v.object({ id: text, createdAt: text }))),
    }),
  ),
  /** The roles that are asked a second factor, and since when. */
  settings: v.optional(v.array(v.object({ id: text, createdAt: text }))),
  vouchers: v.array(v.object({ id: text, revoked: text })),
});
export type Access = v.InferOutput<typeof Access>;

type Tables = {
  auth_user: { id: string; role: string; closed: 0 | 1; pin: string | null };
  auth_passkey: { id: string; userId: string; credential: string };
  auth_setting: { id: string; createdAt: string };
  auth_second: {
    id: string;
    createdAt: string;
    secret: string;
    step: number;
    failures: number;
    failuresUntil: string | null;
  };
  auth_backup: { id: string; createdAt: string; userId: string };
  voucher: { id: string; revoked: string | null };
};

/** What changes it: the desk, a sign-in by passkey does not. */
export const mayChangeAccess = (operation: string, argument: unknown): boolean =>
  operation === "vouchers.revoke" ||
  operation === "accounts.change" ||
  (/^accounts\.(create|update|remove|consume|once)$/.test(operation) &&
    /^auth_(user|passkey|setting|second|backup)$/.test((argument as { table: string }).table));

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
  const seconds = await mine
    .selectFrom("auth_second")
    .select(["id", "createdAt", "secret", "step"])
    .execute();
  const backups = await mine.selectFrom("auth_backup").selectAll().orderBy("id").execute();
  const settings = await mine.selectFrom("auth_setting").selectAll().orderBy("id").execute();
  const of = Map.groupBy(passkeys, (p) => p.userId);
  const secondOf = new Map(seconds.map(({ id, ...second }) => [id, second]));
  const backupOf = Map.groupBy(backups, (code) => code.userId);
  return {
    accounts: users.map((user) => ({
      ...user,
      pin: user.pin === null ? null : hash(user.pin),
      passkeys: (of.get(user.id) ?? []).map((p) => hash(p.credential)),
      second: secondOf.get(user.id) ?? null,
      backup: (backupOf.get(user.id) ?? []).map(({ id, createdAt }) => ({ id, createdAt })),
    })),
    settings,
    vouchers: vouchers.map(({ id, revoked }) => ({ id, revoked: revoked! })),
  };
}

/**
 * After a restore: each account that is known has the role and the closing that it had last, a PIN that was changed or
 * taken away since holds no more, a passkey that was removed neither, the codes of its app and its backup codes are those
 * that it had last, roles are asked what they were asked last, and a code that was taken back vouches for nothing.
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
  for (const { id, second, backup } of access.accounts) {
    if (second === undefined || !here.accounts.some((one) => one.id === id)) continue;
    await mine.deleteFrom("auth_second").where("id", "=", id).execute();
    await mine.deleteFrom("auth_backup").where("userId", "=", id).execute();
    const row = { id, ...second!, failures: 0, failuresUntil: null };
    if (second) await mine.insertInto("auth_second").values(row).execute();
    const codes = (backup ?? []).map((code) => ({ ...code, userId: id }));
    if (codes.length > 0) await mine.insertInto("auth_backup").values(codes).execute();
  }
  if (access.settings) {
    await mine.deleteFrom("auth_setting").execute();
    if (access.settings.length > 0)
      await mine.insertInto("auth_setting").values(access.settings).execute();
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
