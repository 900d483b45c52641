/** `/goal/proof`: the short address of the record in which the campaign said its goal last. Rule C29. */
import type { Db } from "../../platform/db/store.ts";
import { historyOf } from "../../platform/log/history.ts";
import { openedCampaign } from "./queries.ts";
import { campaignKinds } from "./records.ts";

export const GOAL_SAID = "/goal/proof";

/** The path of that record; undefined where the campaign has no goal. */
export async function goalRecord(db: Db): Promise<string | undefined> {
  const opened = await openedCampaign(db);
  if (!opened?.campaign.goal) return undefined;
  const said = await historyOf(db, opened.subject, campaignKinds);
  const last = said.findLast(({ kind, text }) => campaignKinds[kind] && text.is === "here");
  return last && `/log/records/${last.id}`;
}
