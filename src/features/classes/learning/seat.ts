/**
 * Who sits at a browser: a cookie that is sent to the pages of a class and nowhere else, until Done or half an hour without a
 * request. Of its value only a fingerprint is kept. Rules CL11 and CL12.
 */
import type { IncomingMessage } from "node:http";
import { daysAfter } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { askClasses, classesPart } from "../private/classes.ts";
import type { Learner, Room } from "../private/rows.ts";
import { isToken, tokenHash } from "../secrets.ts";
import { wallDay } from "../wall-day.ts";

const STAYS = 30 * 60_000; // ms without a request
const NOTED = 60_000; // ms: a request is noted no more often
const OPEN_AFTER = 14; // days for which cards still open after the last one of the class
/** Behind https a browser takes a cookie of that name from https alone. */
const nameAt = (base: string): string =>
  base.startsWith("https:") ? "__Secure-cnd_class" : "cnd_class";

export interface Seat {
  readonly learner: Learner;
  readonly room: Room;
}

/** Its cards open nothing any more; what devices still hold of it is taken. */
export const isOver = ({ ends, closed }: Room, today: string): boolean =>
  closed !== null || today > daysAfter(ends, OPEN_AFTER);

export function tokenOf(
  { headers }: Pick<IncomingMessage, "headers">,
  base: string,
): string | undefined {
  const begin = `${nameAt(base)}=`;
  const all = (headers.cookie ?? "").split(";").map((one) => one.trim());
  const token = all.find((one) => one.startsWith(begin))?.slice(begin.length) ?? "";
  return isToken(token) ? token : undefined;
}

/** @returns undefined where nobody sits, or not any more */
export async function seatOf(
  { instance, now, base }: Pick<Serving, "instance" | "now" | "base">,
  req: IncomingMessage,
): Promise<Seat | undefined> {
  const token = tokenOf(req, base);
  if (token === undefined) return undefined;
  const [at, token_hash] = [now(), tokenHash(token)];
  const found = await instance.snapshot(async (db) => {
    const { bySitting, room } = classesPart.questions;
    const sitting = await bySitting(db, { token_hash, since: at - STAYS });
    const of = sitting && (await room(db, sitting.learner.room));
    return of && { learner: sitting.learner, room: of, seen: sitting.seen };
  });
  if (!found || isOver(found.room, wallDay(at))) return undefined;
  // A clock that was set back is no reason to sit for years.
  if (Math.abs(at - found.seen) >= NOTED)
    await askClasses(instance.log.private).stay({ token_hash, seen: at });
  return found;
}

/** Under the pages of a class in each language, so that whoever changes theirs stays. @param token empty where they leave */
export function cookiesFor(
  token: string,
  { base, language, languages }: Pick<Frame, "base" | "language" | "languages">,
): string[] {
  const flags = `HttpOnly; SameSite=Lax${base.startsWith("https:") ? "; Secure" : ""}`;
  const gone = token === "" ? "; Max-Age=0" : "";
  return languages.map((lang) => {
    const path = lang === language ? "/class" : `/${lang}/class`;
    return `${nameAt(base)}=${token}; Path=${path}; ${flags}${gone}`;
  });
}

/** Ends a sitting on the server; its cookie opens nothing then, wherever it was taken to. */
export async function leave(
  { instance, base }: Pick<Serving, "instance" | "base">,
  req: IncomingMessage,
): Promise<void> {
  const token = tokenOf(req, base);
  if (token !== undefined) await askClasses(instance.log.private).leave(tokenHash(token));
}
