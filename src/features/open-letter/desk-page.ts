/** The page of the letter at the desk: names to read and to add, and a list that was signed on paper. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { freePageAt } from "../campaign/api.ts";
import type { PaperProblems, TypedPaper } from "./form.ts";
import { LetterDesk } from "./pages/desk.tsx";
import { askSignatures, BY_HAND_FRESH } from "./private.ts";
import { letterCounts, namesPage } from "./queries.ts";
import { wordsIn } from "./words.ts";

export const PART = "/desk/letter";
const AT_ONCE = 50; // names on one page
const NEWEST = 20; // that wait to be added, to choose from; any other goes with all old ones

interface Came {
  readonly status?: number;
  readonly trouble?: string;
  readonly typed?: TypedPaper;
  readonly problems?: PaperProblems;
  readonly done?: string | undefined;
}

export function letterDeskPage({
  instance,
  now,
}: Serving): (visit: DeskVisit, came?: Came) => Promise<Reply> {
  const ask = instance.log.private;

  return async ({ account, lang, search }, came = {}) => {
    const words = wordsIn(lang);
    const { status, done, ...rest } = came;
    const byHand = await askSignatures(ask).byHand(now());
    const waiting = [...(await askSignatures(ask).open()), ...byHand.toReversed()];
    const find = (search.get("find") ?? "")
      .replace(/\p{Cc}/gu, " ")
      .slice(0, 100)
      .toWellFormed();
    const shown = await instance.snapshot(async (db) => ({
      exists: (await freePageAt(db, "letter")) !== undefined,
      counts: await letterCounts(db),
      found: find.trim() === "" ? undefined : await namesPage(db, { find }),
    }));
    const main = LetterDesk({
      ...rest,
      ...shown,
      find,
      byHand: byHand.length,
      newest: byHand.slice(0, NEWEST),
      old: byHand.filter(({ asked }) => asked <= now() - BY_HAND_FRESH).length,
      waiting: waiting.slice(0, AT_ONCE),
      count: waiting.length,
      words,
    });
    const { title } = words.desk;
    return {
      ...(status !== undefined && { status }),
      page: deskPage({ account, lang, part: PART, title, main, done }),
    };
  };
}
