/** Whoever erases somebody, or a class, does so here: what boards keep for the next look goes with them. */
import type { Serving } from "../../../platform/feature.ts";
import { askClasses } from "../private/classes.ts";
import { forgetTallies } from "./answers.ts";
import { forgetRows } from "./rows.ts";
import { nextTurn } from "./turn.ts";

type Log = Pick<Serving["instance"]["log"], "private">;

/** All boards are written anew after it: that is seldom, and nothing is missed. */
function forgetBoards(): void {
  nextTurn();
  forgetTallies();
  forgetRows();
}

export async function eraseLearner({ private: privately }: Log, id: string): Promise<void> {
  await askClasses(privately).erase(id);
  forgetBoards();
}

export async function dropRoom({ private: privately }: Log, id: string): Promise<void> {
  await askClasses(privately).drop(id);
  forgetBoards();
}

/** Classes that ended before that day. */
export async function dropOld({ private: privately }: Log, before: string): Promise<void> {
  const gone = await askClasses(privately).sweep({ before });
  if (gone > 0) forgetBoards();
}
