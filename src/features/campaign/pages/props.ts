/** What every part of the front page is given. */
import type { PageRequest } from "../../../platform/web/route.ts";
import type { CampaignWords } from "../words.ts";
import type { Front } from "../front.ts";

export interface FrontProps {
  readonly front: Front;
  readonly request: PageRequest;
  /** A path of the site in the language of the address. */
  readonly to: (path: string) => string;
  readonly words: CampaignWords;
}
