/** Moderation: the door. */
import type { Feature } from "../../platform/feature.ts";
import { intakeOf } from "../conversation/api.ts";
import { moderationAddresses, moderationWaits } from "./desk.ts";
import { peopleDesk } from "./people-desk.ts";
import { reportAddresses } from "./report.ts";
import { moderationRoutes, NUMBERS_VERSION } from "./routes.ts";
import { rulesDesk } from "./rules-desk.ts";
import { scriptAddresses } from "./script.ts";
import { vouchersDesk } from "./vouchers-desk.ts";
import { wordsIn } from "./words.ts";

export const moderation: Feature = {
  name: "moderation",
  routes: moderationRoutes,
  machine: (serving) => ({
    ...moderationAddresses(serving),
    ...rulesDesk(serving),
    ...peopleDesk(serving),
    ...vouchersDesk(serving),
    ...reportAddresses(serving),
    ...scriptAddresses,
  }),
  waits: moderationWaits,
  desk: [
    {
      path: "/desk/conversation",
      group: "sent",
      permission: "moderate",
      about: (lang) => wordsIn(lang).desk,
      pages: [
        { path: "/desk/conversation/rules", about: (lang) => wordsIn(lang).rules },
        { path: "/desk/conversation/people", about: (lang) => wordsIn(lang).people },
        { path: "/desk/conversation/vouchers", about: (lang) => wordsIn(lang).vouchers },
      ],
    },
  ],
  async hourly(serving) {
    await intakeOf(serving).pace.tidy();
    await serving.instance.log.touch([NUMBERS_VERSION]);
  },
};
