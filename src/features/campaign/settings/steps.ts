/** What a new campaign has yet to do in its settings: a logo, a colour, the pages that say who answers for it. Rule D22. */
import type { Account } from "../../../platform/accounts/account.ts";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving, Step } from "../../../platform/feature.ts";
import { isFirstText } from "../../../platform/folder/init-content.ts";
import { openedCampaign, pageAt } from "../queries.ts";
import { wordsIn } from "./words.ts";

const PUBLIC = ["imprint", "about", "privacy"]; // who answers for it first

export async function settingsSteps(
  { instance }: Serving,
  { role }: Account,
  lang: string,
): Promise<readonly Step[]> {
  if (!may(role, "settings")) return [];
  const { steps: w } = wordsIn(lang);
  return instance.snapshot(async (db) => {
    const { logo, colour } = (await openedCampaign(db))?.campaign ?? {};
    const missing = !logo && !colour ? "both" : logo ? "colour" : "logo";
    const path = `/desk/settings#${missing === "colour" ? "colour" : "logo-part"}`;
    const steps: Step[] = logo && colour ? [] : [{ words: w[missing], path, isOptional: true }];
    for (const slug of PUBLIC) {
      const page = (await pageAt(db, slug))?.page;
      if (page && isFirstText(`pages/${slug}`, page.markdown))
        steps.push({ words: w.page(page.title), path: `/desk/settings/pages/${slug}` });
    }
    return steps;
  });
}
