/** The desk: where those who keep the campaign come in. */
import { may } from "../../platform/accounts/roles.ts";
import type { Feature } from "../../platform/feature.ts";
import { SENDER_MAIL, senderMailWork } from "../../platform/sent/mailing.ts";
import { accountAddresses } from "./accounts.ts";
import { tellNotices } from "./notices/telling.ts";
import { homeHandlers } from "./home.ts";
import { meAddresses } from "./me.ts";
import { queueAddresses, queueWaits } from "./queue.ts";
import { scriptAddresses } from "./script.ts";
import { secondAddresses } from "./second/routes.ts";
import { signInAddresses } from "./sign-in.ts";
import { forgetTrail, trailAddresses } from "./trail/routes.ts";

export const desk: Feature = {
  name: "desk",
  routes: [],
  machine: (serving) => ({
    ...signInAddresses(serving),
    ...secondAddresses(serving),
    ...homeHandlers(serving),
    ...accountAddresses(serving),
    ...meAddresses(serving),
    ...queueAddresses(serving),
    ...trailAddresses(serving),
    ...scriptAddresses,
  }),
  works: ({ instance, frame, mail }) => ({
    [SENDER_MAIL]: senderMailWork({
      private: instance.log.private,
      secrets: instance.folder.keys.secrets,
      snapshot: instance.snapshot,
      frame,
      mail,
    }),
  }),
  waits: async (serving, account, lang) =>
    may(account.role, "queue") ? queueWaits(serving, account, lang) : [],
  beside: tellNotices,
  hourly: async (serving) => {
    await serving.accounts.forgetOld();
    await forgetTrail(serving);
  },
};
