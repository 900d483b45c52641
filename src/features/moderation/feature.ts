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
  async hourly(serving) {
    await intakeOf(serving).pace.tidy();
    await serving.instance.log.touch([NUMBERS_VERSION]);
  },
};
