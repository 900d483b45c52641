/** What every page of a board has: the class that its address names, and the day that is looked at. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Room } from "../private/rows.ts";
import { boardClassAt, type BoardClass } from "./answers.ts";
import { PART } from "../path.ts";
import { shownDay, wallDay } from "./days.ts";
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
    const turn = turnOfBoards();
    const held = await serving.instance.snapshot((db) =>
      boardClassAt(db, id, days === "its day" ? dayOf : undefined, turn),
    );
    if (!held) return missing(visit, words);
    const { room } = held;
    const day = dayOf(room);
    const path = `${PART}/${room.id}`;
    return work({ serving, visit, held, words, now, today, day, path, turn });
  };

export const pageOf = (
  { visit: { account, lang } }: { readonly visit: DeskVisit },
  title: string,
  main: Html,
  more: { readonly script?: string } = {},
) => deskPage({ account, lang, part: PART, title, main, ...more });

function missing(visit: DeskVisit, words: BoardWords): Reply {
  const main = (
    <>
      <PageHead title={words.gone} tight />
      <p>
        <a href={PART}>{words.all}</a>
      </p>
    </>
  );
  return { status: 404, page: pageOf({ visit }, words.gone, main) };
}
