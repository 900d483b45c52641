/**
 * The second factor for whoever has no passkey: codes from an app (RFC 6238: six digits, thirty seconds), and ten backup
 * codes for the day on which the phone is gone. Each holds once. The arithmetic is otpauth's. Rule A13.
 */
import { randomInt, scrypt, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";
import { Secret, TOTP } from "otpauth";
import { openTurns } from "../db/in-turn.ts";
import { askAccounts, type AccountRow } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";
import { westernDigits } from "../web/typed-number.ts";
import { openSeal } from "./sealed.ts";
import { is } from "./rows.ts";
import { momentNow } from "../process/steady-clock.ts";

const SECOND = "auth_second";
const BACKUP = "auth_backup";
const WINDOW = 1; // steps before and after that of now: clocks of phones differ, and typing takes its time
const BEGUN = 15 * 60_000; // ms in which what was begun is confirmed
const SECRET = 20; // bytes: what SHA-1 takes, and apps expect
const BACKUPS = 10;
const LENGTH = 16; // digits of a backup code, for any keyboard: 53 bits

/** A secret that is no second factor yet: shown to its person, and brought back by their form. */
export interface Begun {
  /** For the form: the secret and its time, sealed for this account and sign-in. */
  readonly sealed: string;
  /** As it is typed into an app. */
  readonly secret: string;
  /** `otpauth://…`, as an app scans or opens it. */
  readonly uri: string;
}
export interface Second {
  /** The day on which it was set up. */
  readonly since: string;
  /** Backup codes that were not used yet. */
  readonly left: number;
}
type Whose = { readonly id: string; readonly name: string };

export interface Codes {
  begin(account: Whose, signIn: string): Begun;
  /** The same again, for a form that comes back; undefined once its time is over. */
  again(account: Whose, signIn: string, sealed: string): Begun | undefined;
  /** @returns the backup codes, where the app shows the right code: from then on it counts, and an older one does not */
  confirm(account: Whose, begun: Begun, typed: string): Promise<readonly string[] | undefined>;
  of(userId: string): Promise<Second | undefined>;
  /** New backup codes; the older ones hold no more. @returns none where there is no second factor */
  remake(userId: string): Promise<readonly string[]>;
  drop(userId: string): Promise<void>;
  /** Whether this code holds; it holds no more then. How often it is asked, others bound (guesses.ts). */
  check(userId: string, typed: string): Promise<boolean>;
}

interface Options {
  /** 32 bytes; under another key no code holds that was set up under this one. */
  readonly key: Buffer;
  /** Stands beside the name in the app. */
  readonly host: string;
  /** ms; the clock that is taken to be right. */
  readonly now: () => number;
  /** What a guess at a backup code takes: the N of scrypt; less in tests alone. */
  readonly cost?: number;
}

export function openCodes(privately: Privately, { key, host, now, cost }: Options): Codes {
  const accounts = askAccounts(privately);
  const seal = openSeal(key);
  const inTurn = openTurns(); // of two who ask at once, what the later is shown is what holds
  const where = (field: string, value: string) => [is(field, value)];
  const totp = (secret: string, label = "") =>
    new TOTP({ issuer: host, label, secret: Secret.fromBase32(secret) });
  const begun = (account: Whose, secret: string, sealed: string): Begun => ({
    sealed,
    secret,
    uri: totp(secret, account.name).toString(),
  });
  const beginning = (account: Whose, signIn: string) => `begun ${account.id} ${signIn}`;
  const rowOf = async (userId: string): Promise<AccountRow | undefined> => {
    const asked = { table: SECOND, where: where("id", userId) };
    return (await accounts.find(asked))[0];
  };
  /** The step of this code, where it is one of the three that hold now. */
  function stepOf(secret: string, typed: string): number | undefined {
    const one = totp(secret);
    const timestamp = now();
    const delta = one.validate({ token: typed, window: WINDOW, timestamp });
    return delta === null ? undefined : one.counter({ timestamp }) + delta;
  }

  async function keep(id: string, secret: string, step: number): Promise<readonly string[]> {
    const createdAt = momentNow();
    const fresh = { createdAt, step, failures: 0, failuresUntil: null };
    const set = { ...fresh, secret: seal.shut(secret, id) };
    const asked = { table: SECOND, where: where("id", id), set };
    const before = await accounts.update(asked);
    if (before.length === 0) await accounts.create({ table: SECOND, row: { id, ...set } });
    return renew(id);
  }
  async function renew(userId: string): Promise<readonly string[]> {
    if (!(await rowOf(userId))) return [];
    const made = Array.from({ length: BACKUPS }, newBackup);
    const rows = await Promise.all(
      made.map(async (code) => ({
        id: await named(userId, code, cost),
        createdAt: momentNow(),
        userId,
      })),
    );
    await accounts.remove({ table: BACKUP, where: where("userId", userId) });
    for (const row of rows) await accounts.create({ table: BACKUP, row });
    return made.map((code) => code.replaceAll(/\d{4}(?=\d)/g, "$& "));
  }

  const codes: Codes = {
    begin(account, signIn) {
      const secret = new Secret({ size: SECRET }).base32;
      const sealed = seal.shut(`${secret} ${now()}`, beginning(account, signIn));
      return begun(account, secret, sealed);
    },
    again(account, signIn, sealed) {
      const [secret, at] = seal.open(sealed, beginning(account, signIn))?.split(" ") ?? [];
      const age = now() - Number(at);
      return secret !== undefined && age >= 0 && age < BEGUN
        ? begun(account, secret, sealed)
        : undefined;
    },
    async confirm(account, { secret }, typed) {
      const step = stepOf(secret, bare(typed));
      if (step === undefined) return undefined;
      return inTurn(account.id, () => keep(account.id, secret, step));
    },
    async of(userId) {
      const row = await rowOf(userId);
      if (!row) return undefined;
      const asked = { table: BACKUP, where: where("userId", userId) };
      const left = await accounts.count(asked);
      return { since: String(row["createdAt"]).slice(0, 10), left };
    },
    remake: (userId) => inTurn(userId, () => renew(userId)),
    async drop(userId) {
      await accounts.remove({ table: SECOND, where: where("id", userId) });
      await accounts.remove({ table: BACKUP, where: where("userId", userId) });
    },
    async check(userId, typed) {
      const code = bare(typed);
      const row = await rowOf(userId);
      if (!row) return false;
      if (code.length === LENGTH) {
        const one = { table: BACKUP, where: where("id", await named(userId, code, cost)) };
        return (await accounts.consume(one)) !== undefined;
      }
      const secret = seal.open(String(row["secret"]), userId);
      const step = secret === undefined ? undefined : stepOf(secret, code);
      if (step === undefined) return false;
      // Of two who bring one code at once, and of whoever saw it typed, the later comes too late.
      const before = [is("id", userId), { field: "step", operator: "lt", value: step } as const];
      const asked = { table: SECOND, where: before, set: { step } };
      return (await accounts.update(asked)).length === 1;
    },
  };
  return codes;
}

const newBackup = (): string => Array.from({ length: LENGTH }, () => randomInt(10)).join("");

/** As it was meant: digits of any script, and nothing between them. */
const bare = (typed: string): string => westernDigits(typed).replaceAll(/\D/g, "");

/** A name that says the account and no code: hashed slowly, since 53 bits are few for whoever has the database. */
async function named(userId: string, code: string, cost = 16_384): Promise<string> {
  const slow = promisify<string, string, number, ScryptOptions, Buffer>(scrypt);
  const hash = await slow(code, userId, 32, { N: cost });
  return `${userId} ${hash.toString("base64url")}`;
}
