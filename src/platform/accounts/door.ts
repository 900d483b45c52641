/**
 * Every address below /desk goes through here: who asks, may they, did the form come from our own page. What a desk page
 * answers is made for one request and kept nowhere.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Db } from "../db/store.ts";
import { unmarked } from "../words/fallback.ts";
import type { Extra } from "../web/extra.ts";
import { isOwnForm } from "../web/own-form.ts";
import { readForm, type FormProblem } from "../web/form-body.ts";
import type { Frame } from "../web/frame.ts";
import type { Page } from "../web/route.ts";
import { sendPage } from "../web/send-page.ts";
import type { Account, Accounts, Visitor } from "./account.ts";
import { may, type Permission } from "./roles.ts";
import { closedPage } from "./pages.tsx";
import { deedOf, type Answered, type Note } from "./trail.ts";
import { wordsIn } from "./words.ts";

export interface Visit {
  readonly req: IncomingMessage;
  readonly path: string;
  /** Of its address, with a star for what varies. */
  readonly pattern?: string | undefined;
  readonly search: URLSearchParams;
  readonly frame: Frame;
  /** The language of the desk: the account's, else the one chosen on this page, else the campaign's. */
  readonly lang: string;
  readonly account: Account;
  /** The sign-in that asks. */
  readonly signIn: string;
  /** They came in so lately that it is still them. */
  readonly isSure: boolean;
  /** ms since they came in. */
  readonly here: number;
  readonly isStrong: Visitor["isStrong"];
  /** What is asked of them first; nothing where they are past it. */
  readonly must: Visitor["must"];
}
/** What a desk address answers: a page, a way to go on, data for a script of ours, a table, or that a form cannot be read. */
export type DeskAnswer =
  | ((
      | {
          readonly page: Page;
          readonly status?: number;
          /** Its language; and where it will stand, for one that is looked at beforehand. */
          readonly place?: { readonly lang: string; readonly path?: string };
        }
      | { readonly to: string; readonly cookies?: readonly string[] }
      | { readonly json: unknown; readonly status?: number; readonly cookies?: readonly string[] }
      | { readonly csv: string }
    ) &
      Pick<Answered, "noted">)
  | { readonly unread: FormProblem };

interface DoorOptions {
  readonly accounts: Accounts;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly frame: (db: Db) => Promise<Frame>;
  /** Told of all that was done through it. */
  readonly note: Note;
}
export interface DeskDoor {
  /**
   * For those who may do this. Others are led to sign in, or told that it is not theirs. What changes settings and accounts
   * asks those to come in once more who came in long ago, whichever address it is.
   */
  of(permission: Permission | "anybody", work: (visit: Visit) => Promise<DeskAnswer>): Extra;
  /** For whoever is signed in, also while something else is asked of them first. */
  early(work: (visit: Visit) => Promise<DeskAnswer>): Extra;
  /**
   * For what would hand the desk to whoever has somebody's phone in hand, and for what nobody can undo: those who did not
   * come in within the last minutes are asked to come in once more, and nothing is done. @param back where they go on then
   */
  sure(
    permission: Permission | "anybody",
    back: string,
    work: (visit: Visit) => Promise<DeskAnswer>,
  ): Extra;
  /** For those who are not signed in yet, too. */
  open(work: (visit: Omit<Visit, keyof Visitor>) => Promise<DeskAnswer>): Extra;
}

/** Who may do these is asked to come in once more: what they change holds for everybody. */
const ASKED_AGAIN: ReadonlySet<Permission | "anybody"> = new Set(["settings", "accounts"]);
const OPENS = 60 * 60_000; // ms since somebody came in: a page with a form is shown for so long
const TAKES = 2 * OPENS; // and what was written there is taken for so long, so that nobody loses it

export function deskDoor({ accounts, snapshot, frame: frameOf, note }: DoorOptions): DeskDoor {
  const open: DeskDoor["open"] =
    (work) =>
    async (req, res, { path, pattern, search }) => {
      const frame = await snapshot(frameOf);
      const { lang } = wordsIn(search.get("lang") ?? frame.language);
      res.setHeader("X-Robots-Tag", "noindex");
      if (req.method === "POST" && !isOwnForm(req, frame.base))
        return send(req, res, { frame, lang }, { status: 403, page: closedPage("foreign", lang) });
      const answer = inWords(await work({ req, path, pattern, search, frame, lang }), req, lang);
      return send(req, res, { frame, lang }, answer);
    };
  const signedIn = (
    permission: Permission | "anybody",
    work: (visit: Visit) => Promise<DeskAnswer>,
    isEarly = false,
  ): Extra =>
    open(async (visit) => {
      const visitor = await accounts.who(visit.req);
      if (!visitor) return { to: `/desk/sign-in?then=${encodeURIComponent(visit.path)}` };
      const { account, must } = visitor;
      if (must && !isEarly) return { to: `/desk/second?then=${encodeURIComponent(visit.path)}` };
      const { lang } = account.lang === undefined ? visit : wordsIn(account.lang);
      if (permission !== "anybody" && !may(account.role, permission))
        return { status: 403, page: closedPage("role", lang), place: { lang } };
      const seen = { ...visit, ...visitor, lang };
      const answer = inWords(await work(seen), visit.req, lang);
      return "page" in answer ? { place: { lang }, ...answer } : answer;
    });
  /** Inside of all that asks for something first: what is led elsewhere has done nothing. */
  const noted =
    (work: (visit: Visit) => Promise<DeskAnswer>) =>
    async (visit: Visit): Promise<DeskAnswer> => {
      const answer = await work(visit);
      const { req, pattern, path, account } = visit;
      const deed =
        "unread" in answer
          ? undefined
          : deedOf({ method: req.method, pattern, path }, account.id, answer);
      if (deed) await note(deed);
      return answer;
    };
  const of: DeskDoor["of"] = (permission, work) =>
    signedIn(permission, async (visit) => {
      const isRead = visit.req.method !== "POST";
      if (!ASKED_AGAIN.has(permission) || visit.here < (isRead ? OPENS : TAKES))
        return noted(work)(visit);
      return again(visit, isRead ? visit.path : visit.path.split("/").slice(0, 3).join("/"));
    });
  return {
    open,
    of,
    early: (work) => signedIn("anybody", noted(work), true),
    sure: (permission, back, work) =>
      signedIn(permission, async (visit) =>
        visit.isSure ? noted(work)(visit) : again(visit, back),
      ),
  };
}

/** A page for a person, the bare refusal for a script of ours. @param back where they go on then */
const again = ({ req }: Pick<Visit, "req">, back: string): DeskAnswer =>
  req.headers.accept === "application/json"
    ? { status: 403, json: {} }
    : { to: `/desk/sign-in?again&then=${encodeURIComponent(back)}` };

type Sendable = Exclude<DeskAnswer, { readonly unread: FormProblem }>;

/** A form that cannot be read: a page for a person, the bare problem for a script of ours, which asks for JSON. */
function inWords(answer: DeskAnswer, { headers }: IncomingMessage, lang: string): Sendable {
  if (!("unread" in answer)) return answer;
  const { status, message } = answer.unread;
  if (headers.accept === "application/json") return { status, json: { error: message } };
  return { status, page: closedPage(status === 413 ? "long" : "unread", lang) };
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  { frame, lang }: Pick<Visit, "frame" | "lang">,
  answer: Sendable,
): Promise<void> {
  res.setHeader("Cache-Control", "no-store");
  if ("page" in answer) {
    const { page, status = 200, place = { lang } } = answer;
    return sendPage(req, res, { status, page, frame, place });
  }
  if ("csv" in answer) {
    const body = Buffer.from(unmarked(answer.csv));
    res.writeHead(200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": "attachment",
      "Content-Length": body.length,
    });
    res.end(body);
    return;
  }
  if (answer.cookies) res.setHeader("Set-Cookie", answer.cookies);
  if ("to" in answer) {
    res.writeHead(303, { Location: answer.to, "Content-Length": "0" });
    res.end();
    return;
  }
  const body = Buffer.from(unmarked(`${JSON.stringify(answer.json)}\n`));
  const type = { "Content-Type": "application/json", "Content-Length": body.length };
  res.writeHead(answer.status ?? 200, type);
  res.end(body);
}

/** The fields of a desk form, or that they cannot be read. */
export async function fieldsOf<const N extends string>(
  req: IncomingMessage,
  names: readonly N[],
  most?: number,
): Promise<{ fields: Readonly<Record<N, string>> } | { refused: DeskAnswer }> {
  const form = await readForm(req, names, most);
  return "fields" in form ? form : { refused: { unread: form.problem } };
}
