/** The questions whose day has come, for the desk. Rule QN3. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Account } from "../../platform/accounts/account.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving, Waiting } from "../../platform/feature.ts";
import { askedQuestions } from "../stories/api.ts";
import { wordsIn } from "./words.ts";

export async function dueQuestions(
  { instance, now }: Serving,
  account: Account,
  lang: string,
): Promise<readonly Waiting[]> {
  if (!may(account.role, "publish")) return [];
  const today = dayAt(now());
  const { asked } = await instance.snapshot((db) => askedQuestions(db, { today, lang }));
  const due = asked.filter(({ settled, again }) => !settled && again <= today);
  if (due.length === 0) return [];
  return [{ words: wordsIn(lang).due, count: due.length, path: "/questions" }];
}
