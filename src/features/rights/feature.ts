/** Rights: the door. */
import { dayAt, daysAfter } from "../../engines/calendar/day.ts";
import type { Feature } from "../../platform/feature.ts";
import { settleAll } from "./deciding.ts";
import { PART, rightsDesk, rightsWait } from "./desk.ts";
import { deskWordsIn } from "./desk-words.ts";
import { askRights, rightsModel } from "./private.ts";
import { receiptAddresses } from "./receipt.ts";
import { rightsAddresses, rightsRoutes } from "./taking.ts";

const KEPT = 3 * 365; // days for which what was answered is kept, as proof that it was

export const rights: Feature = {
  name: "rights",
  model: rightsModel,
  routes: rightsRoutes,
  machine: (serving) => ({
    ...rightsAddresses(serving),
    ...receiptAddresses(serving),
    ...rightsDesk(serving),
  }),
  waits: rightsWait,
  desk: [
    {
      path: PART,
      group: "sent",
      permission: "settings",
      about: (lang) => deskWordsIn(lang),
      pages: [{ path: `${PART}/:id`, about: (lang) => deskWordsIn(lang).one }],
    },
  ],
  async hourly(serving) {
    await settleAll(serving);
    const { clock, instance, now } = serving;
    if (clock.isSettled())
      await askRights(instance.log.private).tidy(daysAfter(dayAt(now()), -KEPT));
  },
};
