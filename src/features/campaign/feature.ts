/** The campaign: its own words, its free pages, and the pages that bring all features together. */
import { blocksDrawing } from "../../platform/accounts/drawings/write.ts";
import type { Feature } from "../../platform/feature.ts";
import type { PrivatePart } from "../../platform/private/part.ts";
import { campaignModel } from "./model.ts";
import { formerOf } from "./queries.ts";
import { privacyHourly } from "./privacy/route.ts";
import { campaignRoutes } from "./routes.ts";
import { settingsSteps } from "./settings/steps.ts";
import { settingsAddresses } from "./settings/addresses.ts";
import { frontAddresses } from "./settings/front-desk.ts";
import { frontWordsIn } from "./settings/front-words.ts";
import { languageWordsIn } from "./settings/language-words.ts";
import { languageAddresses } from "./settings/language-desk.ts";
import { pageLanguageAddresses } from "./settings/page-language-desk.ts";
import { openLooks } from "./settings/looks.ts";
import { versionAddresses } from "./settings/versions-desk.ts";
import { freePageAddresses } from "./settings/free-pages.ts";
import { wordsIn } from "./settings/words.ts";

/** @param parts of every feature, whose tables `/privacy` tells of */
export const campaignOf = (parts: readonly PrivatePart[]): Feature => ({
  name: "campaign",
  model: campaignModel,
  routes: campaignRoutes(parts),
  hourly: privacyHourly(parts),
  former: formerOf,
  steps: settingsSteps,
  desk: [
    {
      path: "/desk/front",
      group: "write",
      permission: "publish",
      about: frontWordsIn,
      picture: blocksDrawing,
    },
    {
      path: "/desk/settings",
      group: "run",
      permission: "settings",
      isFirst: true,
      about: wordsIn,
      pages: [
        ...["/desk/settings/new-page", "/desk/settings/pages/:slug"].map((path) => ({
          path,
          about: (lang: string) => wordsIn(lang).freePage,
        })),
        ...["/desk/settings/versions", "/desk/settings/pages/:slug/versions"].map((path) => ({
          path,
          about: (lang: string) => frontWordsIn(lang).ofVersions,
        })),
        ...["/desk/settings/languages/:lang", "/desk/settings/pages/:slug/languages/:lang"].map(
          (path) => ({ path, about: (lang: string) => languageWordsIn(lang).about }),
        ),
      ],
    },
  ],
  machine(serving) {
    const looks = openLooks(serving.now);
    return {
      ...settingsAddresses(serving, looks),
      ...freePageAddresses(serving),
      ...frontAddresses(serving, looks),
      ...versionAddresses(serving),
      ...languageAddresses(serving),
      ...pageLanguageAddresses(serving),
    };
  },
});
