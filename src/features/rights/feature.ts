/** Rights: the door. */
import type { Feature } from "../../platform/feature.ts";
import { settleAll } from "./deciding.ts";
import { ANSWERED, answeredWork, mailAnswers } from "./mailing.ts";
import { PART, rightsDesk, rightsWait } from "./desk.ts";
import { deskWordsIn } from "./desk-words.ts";
import { rightsModel } from "./private.ts";
import { receiptAddresses } from "./receipt.ts";
import { rightsAddresses, rightsRoutes } from "./taking.ts";

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
  quick: (serving) => ({ [ANSWERED]: answeredWork(serving) }),
  async hourly(serving) {
    await settleAll(serving);
    await mailAnswers(serving);
  },
};
