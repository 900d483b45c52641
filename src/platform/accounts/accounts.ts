/**
 * Accounts of the desk: who signs in, how, and from where. Kept by better-auth on private tables; loaded when somebody
 * first comes to the desk, because readers, and those who guess, need none of it. Rules in README.md.
 */
import type { IncomingMessage } from "node:http";
import { hashPassword } from "@better-auth/utils/password";
import type { AccountRow } from "../private/accounts.ts";
import { LIMITS } from "../budget/limits.ts";
import { readsLikeAddress } from "../mail/names.ts";
import { networkOf, type Asker } from "../web/network.ts";
import { isRole, type Role } from "./roles.ts";
import { openGuesses } from "./guesses.ts";
import { loadLibrary, secretOf, type AccountsOptions } from "./library.ts";
import { openNetworks } from "./networks.ts";
import { linkName, newToken } from "./tries.ts";
import type { Codes } from "./codes.ts";
import { openPasskeys, type Passkeys } from "./passkeys.ts";

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Absent where the person has none. */
  readonly email?: string;
  /** The language that they chose for the desk; absent where they have not. */
  readonly lang?: string;
  /** Nobody signs in with it any more. */
  readonly closed: boolean;
  readonly hasPin: boolean;
}
/** An open sign-in, as its owner sees it. */
export interface SignIn {
  readonly id: string;
  readonly since: string;
  readonly until: string;
  /** "Firefox, Android": the words of the browser itself are not kept. */
  readonly device: string;
}
export interface Visitor {
  readonly account: Account;
  readonly signIn: string;
  /** They came in within the last quarter of an hour. */
  readonly isSure: boolean;
  /** ms since they came in. */
  readonly here: number;
  /** They proved more than a PIN or a mail, or somebody vouched for them. */
  readonly isStrong: boolean;
  /** What is asked of them before anything else: their second factor; or a link from an owner, where they have none. */
  readonly must: "prove" | "ask" | undefined;
}
/** The cookies to set when somebody has come in; undefined when the way in did not hold. */
export type Entered = readonly string[] | undefined;

/** Whoever asks, and from where. */
type Req = Asker;

export interface Accounts {
  who(req: Pick<IncomingMessage, "headers">): Promise<Visitor | undefined>;
  list(): Promise<Account[]>;
  /** @throws Error when name or mail address is another account's, or the name reads like an address: it stands in mails */
  open(fresh: {
    name: string;
    role: Role;
    email?: string | undefined;
    lang?: string | undefined;
  }): Promise<Account>;
  /** @returns false where it would leave no open owner, or where there is no such account: then nothing was changed */
  change(
    id: string,
    to: {
      readonly name?: string;
      readonly role?: Role;
      readonly closed?: boolean;
      readonly lang?: string;
    },
  ): Promise<boolean>;
  byId(id: string): Promise<Account | undefined>;
  /**
   * A token for one sign-in as this account: in a mail, on paper, as a QR code. One that whoever is signed in, or the
   * operator, gave vouches for who uses it; one that was asked for by mail, or made by a sign-in that proved no more, does
   * not.
   */
  link(id: string, minutes: number, by?: "vouched" | "unproved"): Promise<string>;
  /**
   * A link in place of one that somebody gave and nobody has used yet, which then holds no more.
   * @returns undefined where none is open
   */
  linkAgain(id: string, minutes: number): Promise<string | undefined>;
  /** The roles for which a PIN or a mail alone is not enough. */
  strongRoles(): Promise<ReadonlySet<Role>>;
  setStrongRoles(roles: ReadonlySet<Role>): Promise<void>;
  /** This sign-in has just proved more than a PIN or a mail: a second factor was added by it. */
  madeStrong(signIn: string): Promise<void>;
  byMail(email: string): Promise<Account | undefined>;
  setPin(id: string, pin: string): Promise<void>;
  /** `lang` is the language that was chosen where somebody comes in: it becomes their account's. */
  enterByLink(token: string, req: Req, lang?: string): Promise<Entered>;
  /** @returns "busy" where so many PINs are being looked at that this one was not */
  enterByPin(name: string, pin: string, req: Req, lang?: string): Promise<Entered | "busy">;
  /** For whoever came in by a PIN or a mail: with a code of their app, or a backup code. */
  enterByCode(typed: string, req: Req): Promise<Entered | "busy">;
  enterByPasskey(answer: unknown, req: Req, lang?: string): Promise<Entered>;
  leave(req: Pick<IncomingMessage, "headers">): Promise<readonly string[]>;
  signIns(id: string): Promise<SignIn[]>;
  revoke(id: string, signIn: string): Promise<void>;
  /** Ends every sign-in of an account but this one. */
  revokeOthers(id: string, signIn: string): Promise<void>;
  readonly passkeys: Passkeys;
  codes(): Promise<Codes>;
  /** The accounts that have a second factor. */
  withSecond(): Promise<ReadonlySet<string>>;
  /** Takes the passkeys and codes of an account away, and ends every sign-in of it. */
  resetSecond(id: string): Promise<void>;
  /** Forget sign-ins, links and challenges whose time is over. */
  forgetOld(): Promise<void>;
}

const STRONG = "strong:"; // before a role, among the settings
/** Tokens in the library's cookies (two, where http became https): what follows the point is a signature, which it looks at. */
const SAID = /(?:^|[; ])(?:__Secure-)?cnd\.session_token=(\w{1,100})/g;
const SURE = 15 * 60_000; // ms for which somebody who came in is taken to be still there
const IDLE = LIMITS.signIn.seconds * 1000; // ms: a day's work goes on, the next morning's begins anew
const SEEN_EVERY = 5 * 60_000; // ms: no more often is it written down that somebody is there
const NETWORK_DAYS = 180; // for which a network is remembered from which an account was signed in
const NO_MAIL = "@no-mail.invalid"; // the library wants an address for everybody (RFC 2606: reaches nobody)

export function openAccounts(options: AccountsOptions): Accounts {
  const { private: privately, idle: mostIdle = IDLE } = options;
  const seenEvery = Math.min(SEEN_EVERY, mostIdle / 2);
  /** Now, by the clock that sign-ins last by. */
  const steadily = () => new Date(Date.now() - (options.aheadBy?.() ?? 0));
  let loading: ReturnType<typeof loadLibrary> | undefined;
  const library = () => (loading ??= loadLibrary(options, networks));
  const networks = openNetworks(privately, secretOf(options.key, "networks"));
  const passkeys = openPasskeys(privately, {
    base: options.base,
    secret: secretOf(options.key, "passkeys"),
  });
  const guesses = openGuesses(privately, networks, options.clock ?? (() => performance.now()));
  const where = (field: string, value: string) => [{ field, operator: "eq", value }];
  const find = (table: string, field: string, value: string): Promise<AccountRow[]> =>
    privately("accounts.find", { table, where: where(field, value) }) as Promise<AccountRow[]>;
  const update = (id: string, set: object) =>
    privately("accounts.update", {
      table: "auth_user",
      where: where("id", id),
      set: { ...set, updatedAt: new Date().toISOString() },
    });
  const shut = async (id: string): Promise<void> => {
    for (const table of ["auth_session", "auth_network"])
      await privately("accounts.remove", { table, where: where("userId", id) });
  };
  const asked = <B extends object>(req: Req, body: B) => ({
    body: { ...body, network: networkOf(req) },
    headers: headersOf(req),
    returnHeaders: true as const,
  });
  const comes = async (req: Req, body: { readonly userId: string; readonly strong: boolean }) =>
    (await library()).auth.api.come(asked(req, body));
  /** Somebody who comes in where they were signed in already is signed in there once. */
  async function entered(
    req: Req,
    come: { headers: Headers; response: { id: string } | undefined } | undefined,
    lang: string | undefined,
    by: { readonly way: string; readonly tried?: string | undefined },
  ): Promise<Entered> {
    if (!come?.response) {
      options.notes?.refused(by.tried, by.way, req);
      return undefined;
    }
    const { headers, response } = come;
    await options.notes?.came(response.id, by.way, req);
    if (lang !== undefined) await update(response.id, { lang });
    const before = await who(req);
    if (before?.account.id === response.id) await revoke(response.id, before.signIn);
    return headers.getSetCookie();
  }

  const who: Accounts["who"] = async (req) => {
    const tokens = [...(req.headers.cookie ?? "").matchAll(SAID)].map(([, token]) => token!);
    if (tokens.length === 0) return undefined;
    if (!loading) {
      const any = [{ field: "token", operator: "in", value: tokens }];
      if (!(await privately("accounts.count", { table: "auth_session", where: any })))
        return undefined;
    }
    const { auth } = await library();
    const found = await auth.api.getSession({ headers: headersOf(req) });
    const [row] = found ? await find("auth_user", "id", found.user.id) : [];
    const account = row && accountOf(row);
    if (!account || account.closed) return undefined;
    const { id: signIn, createdAt, seenAt } = found!.session;
    const idle = typeof seenAt === "string" ? Date.now() - Date.parse(seenAt) : seenEvery;
    if (idle > mostIdle) {
      await revoke(account.id, signIn);
      return undefined;
    }
    if (Math.abs(idle) >= seenEvery) {
      const set = { seenAt: steadily().toISOString() };
      await privately("accounts.update", {
        table: "auth_session",
        where: where("id", signIn),
        set,
      });
    }
    const age = Date.now() - createdAt.getTime();
    const here = age >= 0 ? age : Infinity;
    const isStrong = found!.session.strong === 1;
    const must = isStrong ? undefined : await asksOf(account);
    return { account, signIn, isSure: here < SURE, here, isStrong, must };
  };

  let strong: Promise<ReadonlySet<Role>> | undefined; // read once: it is changed here alone
  const strongRoles: Accounts["strongRoles"] = () =>
    (strong ??= (
      privately("accounts.find", { table: "auth_setting", where: [] }) as Promise<AccountRow[]>
    ).then((rows) => {
      const named = rows.map(({ id }) => String(id).slice(STRONG.length));
      return new Set(named.filter(isRole));
    }));
  async function asksOf({ id, role }: Account): Promise<Visitor["must"]> {
    if ((await find("auth_second", "id", id)).length > 0) return "prove"; // whoever set it up wants it
    if (!(await strongRoles()).has(role)) return undefined;
    return (await find("auth_passkey", "userId", id)).length > 0 ? "prove" : "ask";
  }

  const revoke: Accounts["revoke"] = async (id, signIn) => {
    const one = [...where("userId", id), ...where("id", signIn)];
    await privately("accounts.remove", { table: "auth_session", where: one });
  };

  async function list(): Promise<Account[]> {
    const sortBy = { field: "name", direction: "asc" };
    const rows = await privately("accounts.find", { table: "auth_user", where: [], sortBy });
    return (rows as AccountRow[]).map(accountOf);
  }

  const link: Accounts["link"] = async (id, minutes, by = "vouched") => {
    const { auth, VOUCHED } = await library();
    const token = newToken();
    const expiresAt = new Date(Date.now() + minutes * 60_000);
    const { internalAdapter } = await auth.$context;
    await internalAdapter.createVerificationValue({
      identifier: linkName(token),
      value: by === "vouched" ? `${id} ${VOUCHED}` : id,
      expiresAt,
    });
    return token;
  };

  return {
    who,
    list,
    link,

    async linkAgain(id, minutes) {
      const { VOUCHED } = await library();
      const given = where("value", `${id} ${VOUCHED}`);
      const now = { field: "expiresAt", operator: "gt", value: new Date().toISOString() };
      const table = "auth_verification";
      const open = await privately("accounts.find", { table, where: [...given, now] });
      if ((open as AccountRow[]).length === 0) return undefined;
      await privately("accounts.remove", { table, where: given });
      return link(id, minutes);
    },

    async open({ name, role, email, lang }) {
      if (readsLikeAddress(name))
        throw new Error(`Expected a name that does not read like an address, got ${name}.`);
      if ((await list()).some((one) => isSameName(one.name, name)))
        throw new Error(`Expected a name that no account has, got ${name}. Choose another.`);
      const { auth } = await library();
      const { internalAdapter } = await auth.$context;
      if (email !== undefined && (await internalAdapter.findUserByEmail(email)))
        throw new Error(`Expected an address that no account has, got ${email}.`);
      const fresh = { name, role, closed: 0, pinFailures: 0, ...(lang !== undefined && { lang }) };
      const mail = email?.toLowerCase() ?? `${crypto.randomUUID()}${NO_MAIL}`;
      const user = await internalAdapter.createUser(
        { ...fresh, email: mail, emailVerified: false },
        { method: "invitation" },
      );
      return accountOf((await find("auth_user", "id", user.id))[0]!);
    },

    async change(id, { name, role, closed, lang }) {
      const set = {
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
        ...(lang !== undefined && { lang }),
        ...(closed !== undefined && { closed: closed ? 1 : 0 }),
        updatedAt: new Date().toISOString(),
      };
      const changed = (await privately("accounts.change", { id, set })) === true;
      if (closed && changed) await shut(id);
      return changed;
    },

    async byId(id) {
      const [row] = await find("auth_user", "id", id);
      return row && accountOf(row);
    },

    strongRoles,
    async setStrongRoles(roles) {
      const ids = [...roles].map((role) => STRONG + role);
      for (const id of ids) {
        const row = { id, createdAt: new Date().toISOString() };
        await privately("accounts.once", { table: "auth_setting", row });
      }
      const others = [{ field: "id", operator: "not_in", value: ids }];
      await privately("accounts.remove", { table: "auth_setting", where: others });
      strong = undefined;
    },
    async madeStrong(signIn) {
      const one = where("id", signIn);
      await privately("accounts.update", { table: "auth_session", where: one, set: { strong: 1 } });
    },

    async byMail(email) {
      const [row] = await find("auth_user", "email", email.toLowerCase());
      const account = row && accountOf(row);
      return account?.closed ? undefined : account;
    },

    async setPin(id, pin) {
      await update(id, { pin: await hashPassword(pin) });
    },

    async enterByLink(token, req, lang) {
      const isThere = (await find("auth_verification", "identifier", linkName(token))).length > 0;
      const come = isThere && (await (await library()).auth.api.useLink(asked(req, { token })));
      return entered(req, come || undefined, lang, { way: "link" });
    },

    async enterByPin(name, pin, req, lang) {
      const looked = await guesses.pin(name, pin, networkOf(req));
      if (looked === "busy") return "busy";
      const come = looked && (await comes(req, { ...looked, strong: false }));
      const [tried, twin] = come?.response ? [] : await find("auth_user", "name", name);
      const by = { way: "PIN", tried: tried && !twin ? String(tried["id"]) : undefined };
      return entered(req, come, lang, by);
    },

    async enterByCode(typed, req) {
      const visitor = await who(req);
      if (!visitor) return undefined;
      const { id } = visitor.account;
      const { codes } = await library();
      const looked = await guesses.code(id, networkOf(req), () => codes.check(id, typed));
      if (looked === "busy") return "busy";
      const come = looked && (await comes(req, { ...looked, strong: true }));
      return entered(req, come, undefined, { way: "code", tried: id });
    },

    async enterByPasskey(answer, req, lang) {
      const userId = await passkeys.check(answer);
      const come = userId === undefined ? undefined : await comes(req, { userId, strong: true });
      return entered(req, come, lang, { way: "passkey" });
    },

    async leave(req) {
      const { auth } = await library();
      const { headers } = await auth.api.signOut({
        headers: headersOf(req),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },

    async signIns(id) {
      const now = steadily().toISOString();
      const rows = await find("auth_session", "userId", id);
      return rows
        .filter((row) => String(row["expiresAt"]) > now)
        .map((row) => ({
          id: String(row["id"]),
          since: String(row["createdAt"]),
          until: String(row["expiresAt"]),
          device: String(row["userAgent"] ?? ""),
        }));
    },

    revoke,

    async revokeOthers(id, signIn) {
      const others = [...where("userId", id), { field: "id", operator: "ne", value: signIn }];
      await privately("accounts.remove", { table: "auth_session", where: others });
    },

    passkeys,
    codes: async () => (await library()).codes,
    async withSecond() {
      const rows = async (table: string) =>
        (await privately("accounts.find", { table, where: [] })) as AccountRow[];
      const keys = (await rows("auth_passkey")).map((row) => String(row["userId"]));
      return new Set([...keys, ...(await rows("auth_second")).map((row) => String(row["id"]))]);
    },
    async resetSecond(id) {
      await privately("accounts.remove", { table: "auth_passkey", where: where("userId", id) });
      await (await library()).codes.drop(id);
      await shut(id);
    },

    async forgetOld() {
      const over = [{ field: "expiresAt", operator: "lt", value: new Date().toISOString() }];
      for (const table of ["auth_session", "auth_verification"])
        await privately("accounts.remove", { table, where: over });
      const idle = new Date(Date.now() - mostIdle).toISOString();
      const left = [{ field: "seenAt", operator: "lt", value: idle }];
      await privately("accounts.remove", { table: "auth_session", where: left });
      const until = new Date(Date.now() - NETWORK_DAYS * 24 * 3_600_000).toISOString();
      const unseen = [{ field: "seenAt", operator: "lt", value: until }];
      await privately("accounts.remove", { table: "auth_network", where: unseen });
    },
  };
}

/** Whether people would take these for one name: capitals, accents' spelling and blanks do not tell them apart. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name.normalize("NFKC").toLowerCase().split(/\s/).filter(Boolean).join(" ");

function accountOf(row: AccountRow): Account {
  const role = String(row["role"]);
  const email = String(row["email"]);
  return {
    id: String(row["id"]),
    name: String(row["name"]),
    role: isRole(role) ? role : "contributor", // the least that there is
    ...(!email.endsWith(NO_MAIL) && { email }),
    ...(typeof row["lang"] === "string" && { lang: row["lang"] }),
    closed: row["closed"] === 1,
    hasPin: row["pin"] !== null,
  };
}

/** Only what the library needs: the cookie, and the browser's words, of which the device is kept. */
function headersOf({ headers }: Pick<IncomingMessage, "headers">): Headers {
  return new Headers({
    ...(headers.cookie !== undefined && { cookie: headers.cookie }),
    "user-agent": headers["user-agent"] ?? "",
  });
}
