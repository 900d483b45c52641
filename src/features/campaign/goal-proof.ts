/** `/goal/proof`: the short address of the record in which the campaign said last what it asks for and aims at. Rule C29. */
import type { Db } from "../../platform/db/store.ts";
import { historyOf } from "../../platform/log/history.ts";
import { openedCampaign } from "./queries.ts";
import { campaignKinds } from "./records.ts";

export const GOAL_SAID = "/goal/proof";

/** The path of that record; undefined where no campaign was opened. */
export async function goalRecord(db: Db): Promise<string | undefined> {
  const opened = await openedCampaign(db);
  if (!opened) return undefined;
  const said = await historyOf(db, opened.subject, campaignKinds);
  const last = said.findLast(({ kind, text }) => campaignKinds[kind] && text.is === "here");
  return last && `/log/records/${last.id}`;
}
