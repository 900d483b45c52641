/** Who answers for this site, within how many days, and to whom else somebody may complain: as the settings of the campaign say. */
import type { Db } from "../../platform/db/store.ts";
import { theCampaign, type Campaign } from "../campaign/api.ts";
import type { RightsWords } from "./words.ts";

export interface Answerable {
  /** A mail address; absent where nobody is named. */
  readonly who?: string;
  readonly days: number;
  readonly authority?: Campaign["authority"];
}

/** What whoever is refused reads where the places of all are taken, and not those of one network alone. */
export const fullWords = ({ full, reach, reachNobody }: RightsWords, { who }: Answerable): string =>
  `${full} ${who === undefined ? reachNobody : reach(who)}`;

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
