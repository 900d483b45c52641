/** What the desk is told when somebody takes a story back by a code: that it happened, and on which day. Rule W18. */
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Account } from "../../platform/accounts/account.ts";
import type { Serving, Waiting } from "../../platform/feature.ts";
import { formatDay } from "../../platform/web/words.ts";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Reply } from "../../platform/web/reply.ts";
import { mayPublish } from "./draft-context.ts";
import { wordsIn } from "./words.ts";
import { type GoneRow, askDrafts } from "../stories/model.ts";

const TOLD = 14 * A_DAY; // ms for which the first page and the list say it

/** In place of a draft that is gone because of it; undefined where it is not. */
export async function takenBack(
  { instance }: Serving,
  { account, lang }: DeskVisit,
  id: string,
): Promise<Reply | undefined> {
  const day = await askDrafts(instance.log.private).gone(id);
  if (day === undefined) return undefined;
  const words = wordsIn(lang);
  const main = (
    <PlainHead title={words.states.withdrawn} stand={words.takenBack(formatDay(day, words.lang))} />
  );
  const title = words.states.withdrawn;
  return { status: 410, page: deskPage({ account, lang, part: "/desk/stories", title, main }) };
}

/** What was taken back in the last two weeks, the newest first, for those who may publish. */
export async function lately(
  { instance, now }: Serving,
  account: Account,
): Promise<readonly GoneRow[]> {
  if (!mayPublish(account)) return [];
  const since = dayAt(now() - TOLD);
  return await askDrafts(instance.log.private).goneSince(since);
}

export async function takenBackLately(
  serving: Serving,
  account: Account,
  lang: string,
): Promise<readonly Waiting[]> {
  const { length: count } = await lately(serving, account);
  const { takenBackLately: words } = wordsIn(lang);
  return count === 0 ? [] : [{ words, count, path: "/desk/stories#taken-back" }];
}
