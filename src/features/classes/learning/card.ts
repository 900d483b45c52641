/**
 * A card is opened: by its code, then by the four digits on it. A code tried at random is bounded by network, the digits by
 * card. Rules CL10 and CL11.
 */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { tooOften, type PageReply, type Reply } from "../../../platform/web/reply.ts";
import { filled } from "../../../platform/words/inline.tsx";
import { askClasses, classesPart } from "../private/classes.ts";
import { bareCode, codeHash, newToken, pinHash, tokenHash } from "../secrets.ts";
import { CardMain, CodeMain, NoCardMain } from "./pages/card.tsx";
import { Tongues } from "./pages/parts.tsx";
import { cookiesFor, isOver, leave, seatOf, type Seat } from "./seat.ts";
import { isForeign, pageOf, visitors, type Visit } from "./visit.ts";
import { wallDay } from "../wall-day.ts";

const A_MINUTE = 60_000; // ms
/** Of Arabic, Persian and Devanagari, each from 0 to 9. */
const DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९";

export const codeAddress = (serving: Serving): Extra =>
  visitors(serving)(async (visit) => {
    const { search, words } = visit;
    const said = (["done", "closed", "erased"] as const).find((one) => search.has(one));
    const told = said && { done: words.gone, closed: words.lapsed, erased: words.erased }[said];
    return codePage(visit, { said: told, seat: await seatOf(serving, visit.req) });
  });

export const codeTyped = (serving: Serving): Extra =>
  visitors(serving)(["code"], async (visit) => {
    const { fields, words, to, req } = visit;
    if (isForeign(visit)) return { unread: { status: 403 }, why: words.foreign };
    const again = (status: number, problem: string) => ({
      ...codePage(visit, { problem, typed: fields.code.slice(0, 40) }),
      status,
    });
    const code = bareCode(fields.code.slice(0, 100));
    if (code === undefined) return again(422, words.codeForm);
    if (!serving.budgets.take("classCard", req)) return tooOften(again(429, words.busy));
    const found = await cardOf(serving, code);
    if (!found) return again(404, `${words.noCard}. ${words.noCardWhy}`);
    return { to: to(`/class/c/${code}`) };
  });

export const cardAddress = (serving: Serving): Extra =>
  visitors(serving)(async (visit) => {
    const found = await openCard(serving, visit);
    return "seat" in found ? cardPage(visit, found.seat, found.code) : found;
  });

export const cardTried = (serving: Serving): Extra =>
  visitors(serving)(["pin"], async (visit) => {
    const { fields, words, to, req, frame } = visit;
    if (isForeign(visit)) return { unread: { status: 403 }, why: words.foreign };
    const found = await openCard(serving, visit);
    if (!("seat" in found)) return found;
    const { seat, code } = found;
    const tried = await tryPin(serving, seat, fields.pin);
    if ("token" in tried) {
      await leave(serving, req); // whoever sat here before
      return { to: to("/class/now"), cookies: cookiesFor(tried.token, frame) };
    }
    return troubled(cardPage(visit, seat, code, wordsOf(visit, tried)), tried);
  });

type Tried =
  | { readonly token: string }
  | { readonly trouble: "form" | "wrong"; wait?: never }
  | Locked;
type Locked = { readonly trouble: "locked"; /** Minutes. */ readonly wait: number };

/** What was typed is looked at, and somebody sits there if it is right. */
export async function tryPin(
  { instance, now }: Pick<Serving, "instance" | "now">,
  { learner, room }: Seat,
  typed: string,
): Promise<Tried> {
  const pin = westernDigits(typed);
  if (pin === undefined) return { trouble: "form" };
  const [at, token] = [now(), newToken()];
  const pin_hash = pinHash(room, learner.id, pin);
  const ask = askClasses(instance.log.private);
  const tried = await ask.tryNumber({
    id: learner.id,
    pin_hash,
    token_hash: tokenHash(token),
    at,
  });
  if (tried === "in") return { token };
  if (tried === "wrong") return { trouble: "wrong" };
  const locked = (await ask.learner(learner.id))?.locked ?? at;
  return { trouble: "locked", wait: Math.max(1, Math.ceil((locked - at) / A_MINUTE)) };
}

export const wordsOf = (
  { words }: Pick<Visit, "words">,
  { trouble, wait = 0 }: Exclude<Tried, { token: string }>,
): string => ({ form: words.pinForm, wrong: words.pinWrong, locked: words.locked(wait) })[trouble];

export const troubled = (reply: PageReply, { wait }: Exclude<Tried, { token: string }>): Reply =>
  wait === undefined ? { ...reply, status: 422 } : tooOften(reply, wait * 60);

/** Four digits of any script, whatever stands between them. */
function westernDigits(typed: string): string | undefined {
  const plain = typed
    .slice(0, 40)
    .replaceAll(/[\s.·-]/g, "")
    .replaceAll(/[٠-٩۰-۹०-९]/g, (digit) => String(DIGITS.indexOf(digit) % 10));
  return /^\d{4}$/.test(plain) ? plain : undefined;
}

function codePage(visit: Visit, more: Partial<Parameters<typeof CodeMain>[0]>): PageReply {
  const { words, to, frame, lang } = visit;
  const tongues = Tongues({ words, frame, lang, path: "/class" });
  const main = CodeMain({ words, to, tongues, ...more });
  return pageOf(visit, { title: words.title, main, seat: more.seat });
}

function cardPage(visit: Visit, seat: Seat, code: string, problem?: string): PageReply {
  const { words, to, frame, lang } = visit;
  const tongues = Tongues({ words, frame, lang, path: `/class/c/${code}` });
  const main = CardMain({ words, to, code, problem, tongues, learner: seat.learner });
  return pageOf(visit, { title: words.title, main });
}

/** The card at an address, or the page that says why it opens nothing. */
async function openCard(
  serving: Serving,
  visit: Visit,
): Promise<{ readonly seat: Seat; readonly code: string } | Reply> {
  const { params, req, words } = visit;
  const code = bareCode(params["code"]!.slice(0, 100));
  const none = (status: number, title: string, why: unknown): PageReply => ({
    ...pageOf(visit, { title, main: NoCardMain({ ...visit, title, why }) }),
    status,
  });
  if (code === undefined) return none(404, words.noCard, words.codeForm);
  if (!serving.budgets.take("classCard", req)) return tooOften(none(429, words.noCard, words.busy));
  const seat = await cardOf(serving, code);
  if (!seat) return none(404, words.noCard, words.noCardWhy);
  if (!isOver(seat.room, wallDay(serving.now()))) return { seat, code };
  const { name } = seat.room;
  return none(410, words.over, filled(words.overWhy("{room}"), { room: name }));
}

async function cardOf({ instance }: Serving, code: string): Promise<Seat | undefined> {
  const code_hash = codeHash(code);
  if (code_hash === undefined) return undefined;
  return instance.snapshot(async (db) => {
    const learner = await classesPart.questions.byCode(db, code_hash);
    const room = learner && (await classesPart.questions.room(db, learner.room));
    return room && { learner, room };
  });
}
