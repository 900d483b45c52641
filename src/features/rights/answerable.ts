/** Who answers for this site, within how many days, and to whom else somebody may complain: as the settings of the campaign say. */
import type { Db } from "../../platform/db/store.ts";
import { theCampaign, type Campaign } from "../campaign/api.ts";

export interface Answerable {
  /** A mail address; absent where nobody is named. */
  readonly who?: string;
  readonly days: number;
  readonly authority?: Campaign["authority"];
}

/** The month that most laws give. */
const DAYS = 30;

export async function answerableOf(db: Db): Promise<Answerable> {
  const { contact, answerDays = DAYS, authority } = (await theCampaign(db)) ?? {};
  return {
    days: answerDays,
    ...(contact !== undefined && { who: contact }),
    ...(authority && { authority }),
  };
}
