/**
 * Every address below /desk goes through here: who asks, may they, did the form come from our own page. What a desk page
 * answers is made for one request and kept nowhere.
 */
import type { IncomingMessage } from "node:http";
import type { Db } from "../db/store.ts";
import { isProgram } from "../web/comes-back.ts";
import type { Extra } from "../web/extra.ts";
import type { Frame } from "../web/frame.ts";
import { answerTo, type Declares, type Visit, type Work } from "../web/handler.ts";
import { isOwnForm } from "../web/own-form.ts";
import type { Page } from "../web/route.ts";
import { sendReply, type Reply, type Sendable } from "../web/reply.ts";
import type { Accounts, Visitor } from "./account.ts";
import { may, type Permission } from "./roles.ts";
import { withMenu, type DeskEntry } from "./menu.tsx";
import { closedPage } from "./pages.tsx";
import { deedOf, type Note } from "./trail.ts";
import { watchScript } from "./watching.ts";
import { wordsIn } from "./words.ts";

/** A request of somebody who is signed in, in the language of the desk: the account's, else the one chosen on this page, else the campaign's. */
export type DeskVisit = Visit & Visitor;
/** What a page is about, also at the address of a form of it that was not taken and is now asked for: `/desk/queue/a1/accept`. */
export const idIn = ({ params }: DeskVisit): string => params["id"]!.split("/")[0]!;

/** The address to which somebody goes on who had to come in once more. */
export type Back = string | ((visit: DeskVisit) => string);

interface DoorOptions {
  readonly accounts: Accounts;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly frame: (db: Db) => Promise<Frame>;
  /** Of every feature, in the features' order. */
  readonly menu: readonly DeskEntry[];
  /** Told of all that was done through it. */
  readonly note: Note;
}
export interface DeskDoor {
  /**
   * For those who may do this. Others are led to sign in, or told that it is not theirs. What changes settings and accounts
   * asks those to come in once more who came in long ago, whichever address it is.
   */
  readonly of: Declares<[permission: Permission | "anybody"], DeskVisit>;
  /** For whoever is signed in, also while something else is asked of them first. */
  readonly early: Declares<[], DeskVisit>;
  /**
   * For what would hand the desk to whoever has somebody's phone in hand, and for what nobody can undo: those who did not
   * come in within the last minutes are asked to come in once more, and nothing is done. @param back where they go on then
   */
  readonly sure: Declares<[permission: Permission | "anybody", back: Back], DeskVisit>;
  /** For those who are not signed in yet, too. */
  readonly open: Declares<[], Visit>;
}

/** Who may do these is asked to come in once more: what they change holds for everybody. */
const ASKED_AGAIN: ReadonlySet<Permission | "anybody"> = new Set(["settings", "accounts"]);
const OPENS = 60 * 60_000; // ms since somebody came in: a page with a form is shown for so long
const TAKES = 2 * OPENS; // and what was written there is taken for so long, so that nobody loses it

export function deskDoor({
  accounts,
  snapshot,
  frame: frameOf,
  menu,
  note,
}: DoorOptions): DeskDoor {
  const open: DeskDoor["open"] =
    (...work: Work<Visit>): Extra =>
    async (req, res, asked) => {
      const frame = await snapshot(frameOf);
      const { lang } = wordsIn(asked.search.get("lang") ?? frame.language);
      res.setHeader("X-Robots-Tag", "noindex");
      const reply =
        req.method === "POST" && !isOwnForm(req, frame.base)
          ? { status: 403, page: closedPage("foreign", lang) }
          : inWords(await answerTo({ ...asked, req, frame, lang }, work), req, lang);
      return sendReply(req, res, { frame, lang }, reply);
    };
  const signedIn = (
    permission: Permission | "anybody",
    work: (visit: DeskVisit) => Promise<Reply>,
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
      const reply = inWords(await work({ ...visit, ...visitor, lang }), visit.req, lang);
      if (!("page" in reply)) return reply;
      const page = watched(
        withMenu(reply.page, menu, { account, lang, path: visit.path }),
        visit.req.method === "POST" && (reply.status ?? 200) >= 400,
      );
      return { place: { lang }, ...reply, page };
    });
  /** Inside of all that asks for something first: what is led elsewhere has done nothing. */
  async function noted(visit: DeskVisit, work: Work<DeskVisit>): Promise<Reply> {
    const reply = await answerTo(visit, work);
    const { req, pattern, path, account } = visit;
    const deed =
      "unread" in reply
        ? undefined
        : deedOf({ method: req.method, pattern, path }, account.id, reply);
    if (deed) await note(deed);
    return reply;
  }
  return {
    open,
    of: (permission: Permission | "anybody", ...work: Work<DeskVisit>) =>
      signedIn(permission, async (visit) => {
        const isRead = visit.req.method !== "POST";
        if (!ASKED_AGAIN.has(permission) || visit.here < (isRead ? OPENS : TAKES))
          return noted(visit, work);
        return again(visit, isRead ? visit.path : visit.path.split("/").slice(0, 3).join("/"));
      }),
    early: (...work: Work<DeskVisit>) => signedIn("anybody", (visit) => noted(visit, work), true),
    sure: (permission: Permission | "anybody", back: Back, ...work: Work<DeskVisit>) =>
      signedIn(permission, async (visit) =>
        visit.isSure
          ? noted(visit, work)
          : again(visit, typeof back === "string" ? back : back(visit)),
      ),
  };
}

/** What is typed on it is not lost without a word. A page within another is looked at alone. */
const watched = (page: Page, cameBack: boolean): Page =>
  page.frames === "in" ? page : { ...page, watch: { script: watchScript.path, cameBack } };

/** A page for a person, the bare refusal for a script of ours. @param back where they go on then */
const again = ({ req }: Visit, back: string): Reply =>
  isProgram(req)
    ? { status: 403, json: {} }
    : { to: `/desk/sign-in?again&then=${encodeURIComponent(back)}` };

/** A form that cannot be read: a page for a person, the bare problem for a script of ours, which asks for JSON. */
function inWords(reply: Reply, req: IncomingMessage, lang: string): Sendable {
  if (!("unread" in reply)) return reply;
  const { status, message } = reply.unread;
  if (isProgram(req)) return { status, json: { error: message } };
  return { status, page: closedPage(status === 413 ? "long" : "unread", lang) };
}
