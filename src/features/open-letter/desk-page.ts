/** The page of the letter at the desk: what waits for a code, names to read, and a list that was signed on paper. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { readCode } from "../../platform/sent/code.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { freePageAt } from "../campaign/api.ts";
import type { PaperProblems, TypedPaper } from "./form.ts";
import { LetterDesk, type Heard } from "./pages/desk.tsx";
import { askSignatures, BY_HAND_FRESH, type Signature } from "./private.ts";
import { letterCounts, namesPage } from "./queries.ts";
import { handCode } from "./secrets.ts";
import { wordsIn, type LetterWords } from "./words.ts";

export const PART = "/desk/letter";
const AT_ONCE = 50; // names on one page
const NEWEST = 20; // that wait for a code, to choose from; any other is found by its code or goes with all old ones

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

  function heardIn(waiting: readonly Signature[], typed: string, { desk }: LetterWords): Heard {
    const code = readCode(typed);
    if (code === undefined) return { problem: desk.codeExpected };
    const row = waiting.find(({ id }) => handCode(instance.folder.keys.secrets, id) === code);
    return row ? { row } : { problem: desk.codeUnknown };
  }

  return async ({ account, lang, search }, came = {}) => {
    const words = wordsIn(lang);
    const { status, done, ...rest } = came;
    const waiting = await askSignatures(ask).open();
    const byHand = await askSignatures(ask).byHand(now());
    const find = (search.get("find") ?? "")
      .replace(/\p{Cc}/gu, " ")
      .slice(0, 100)
      .toWellFormed();
    const typedCode = (search.get("code") ?? "").slice(0, 100).toWellFormed();
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
      code: typedCode,
      heard: typedCode.trim() === "" ? undefined : heardIn(byHand, typedCode, words),
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
