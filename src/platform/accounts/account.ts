/** What an account of the desk is, and everything that can be asked of the accounts. */
import type { IncomingMessage } from "node:http";
import type { AccountRow } from "../private/accounts.ts";
import type { Asker } from "../web/network.ts";
import type { Codes } from "./codes.ts";
import type { Passkeys } from "./passkeys.ts";
import { isRole, type Role } from "./roles.ts";

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
export type Req = Asker;

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
  /** Takes the passkeys and codes of an account away, and ends every sign-in of it and every link to it. */
  resetSecond(id: string): Promise<void>;
  /** Forget sign-ins, links and challenges whose time is over. */
  forgetOld(): Promise<void>;
}

/** The library wants an address for everybody (RFC 2606: reaches nobody). */
export const NO_MAIL = "@no-mail.invalid";

/** Whether people would take these for one name: capitals, accents' spelling and blanks do not tell them apart. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name.normalize("NFKC").toLowerCase().split(/\s/).filter(Boolean).join(" ");

export function accountOf(row: AccountRow): Account {
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
export function headersOf({ headers }: Pick<IncomingMessage, "headers">): Headers {
  return new Headers({
    ...(headers.cookie !== undefined && { cookie: headers.cookie }),
    "user-agent": headers["user-agent"] ?? "",
  });
}
