/** What every page of a class at the desk has: the class that its address names, and who is in it. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html, Page } from "../../../platform/web/route.ts";
import { shutFor } from "../access.ts";
import { classAt, type HeldClass } from "../room.ts";
import { wallDay } from "../wall-day.ts";
import { GoneMain } from "./pages/gone.tsx";
import { PART } from "../path.ts";
import { wordsIn, type RosterWords } from "./words.ts";

export interface RoomVisit<V extends DeskVisit = DeskVisit> {
  readonly serving: Serving;
  readonly visit: V;
  readonly held: HeldClass;
  readonly words: RosterWords;
  /** By the clock of the instance. */
  readonly today: string;
}

/** Work at the address of a class; where there is none, that is said, and what was typed comes back. */
export const atRoom =
  <V extends DeskVisit>(serving: Serving, work: (at: RoomVisit<V>) => Promise<Reply>) =>
  async (visit: V): Promise<Reply> => {
    const held = await heldBy(serving, visit);
    if (!("room" in held)) return held;
    const today = wallDay(serving.now());
    return work({ serving, visit, held, words: wordsIn(visit.lang), today });
  };

/** The class of an address as it is now, or why whoever asks does not see it. @param typed what they wrote */
export async function heldBy(
  serving: Serving,
  visit: DeskVisit,
  typed = "",
): Promise<HeldClass | Reply> {
  const room = visit.params["id"]!.split("/")[0]!;
  const gone = (): Reply => goneReply(visit, wordsIn(visit.lang).goneWhy, typed);
  const shut = await shutFor(serving, visit, { room, gone });
  return shut ?? (await serving.instance.snapshot((db) => classAt(db, room))) ?? gone();
}

/** @param typed what somebody wrote into a form of it */
export function goneReply(visit: DeskVisit, why: string, typed = ""): Reply {
  const words = wordsIn(visit.lang);
  return {
    status: 404,
    page: pageOf(visit, words.gone, GoneMain({ words, why, typed })),
  };
}

export const pageOf = (
  { account, lang }: Pick<DeskVisit, "account" | "lang">,
  title: string,
  main: Html,
  more: { readonly done?: string | undefined; readonly script?: string } = {},
): Page => deskPage({ account, lang, part: PART, title, main, ...more });
