/** What every page of a board has: the class that its address names, and the day that is looked at. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { shutFor } from "../access.ts";
import type { Room } from "../private/rows.ts";
import { boardClassAt, type BoardClass } from "./answers.ts";
import { PART } from "../path.ts";
import { goneReply } from "../roster/visit.tsx";
import { wordsIn as rosterWordsIn } from "../roster/words.ts";
import { wallDay } from "../wall-day.ts";
import { shownDay } from "./days.ts";
import { turnOfBoards } from "./turn.ts";
import { wordsIn, type BoardWords } from "./words.ts";

export interface BoardVisit<V extends DeskVisit = DeskVisit> {
  readonly serving: Serving;
  readonly visit: V;
  readonly held: BoardClass;
  readonly words: BoardWords;
  /** The instance's clock, which is the class’ own. */
  readonly now: number;
  readonly today: string;
  readonly day: string;
  /** Of the board. */
  readonly path: string;
  /** In which it was read. */
  readonly turn: number;
}

/** Work at the address of a class; where there is none, that is said. @param days whose attendance it needs */
export const atClass =
  <V extends DeskVisit>(
    serving: Serving,
    work: (at: BoardVisit<V>) => Promise<Reply>,
    days: "its day" | "all days" = "its day",
  ) =>
  async (visit: V): Promise<Reply> => {
    const words = wordsIn(visit.lang);
    const id = visit.params["id"] ?? "";
    const now = serving.now();
    const today = wallDay(now);
    const dayOf = (room: Room) => shownDay(room, today, visit.search.get("day"));
    const gone = (): Reply => goneReply(visit, rosterWordsIn(visit.lang).goneWhy);
    const shut = await shutFor(serving, visit, { room: id, gone });
    if (shut) return shut;
    const turn = turnOfBoards();
    const held = await serving.instance.snapshot((db) =>
      boardClassAt(db, id, days === "its day" ? dayOf : undefined, turn),
    );
    if (!held) return gone();
    const { room } = held;
    const day = dayOf(room);
    const path = `${PART}/${room.id}`;
    return work({ serving, visit, held, words, now, today, day, path, turn });
  };
