/** The desk: where those who keep the campaign come in. */
import { queueDrawing, rolesDrawing } from "../../platform/accounts/drawings/sent-and-run.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Feature } from "../../platform/feature.ts";
import { SENDER_MAIL, senderMailWork } from "../../platform/sent/mailing.ts";
import { accountAddresses } from "./accounts.ts";
import { tellNotices } from "./notices/telling.ts";
import { HELP, helpAddresses } from "./help/routes.ts";
import { wordsIn as helpWordsIn } from "./help/words.ts";
import { homeHandlers } from "./home.ts";
import { meAddresses } from "./own-account.ts";
import { queueAddresses, queueWaits } from "./queue.ts";
import { scriptAddresses } from "./script.ts";
import { secondAddresses } from "./second/routes.ts";
import { signInAddresses } from "./sign-in.ts";
import { wordsIn as trailWordsIn } from "./trail/words.ts";
import { forgetTrail, trailAddresses } from "./trail/routes.ts";
import { wordsIn } from "./words.ts";

export const desk: Feature = {
  name: "desk",
  routes: [],
  desk: [
    {
      path: "/desk",
      about: (lang) => ({ ...wordsIn(lang).home, title: wordsIn(lang).desk }),
      pages: [{ path: HELP, about: helpWordsIn }],
    },
    {
      path: "/desk/queue",
      group: "sent",
      permission: "queue",
      isFirst: true,
      about: (lang) => wordsIn(lang).queue,
      picture: queueDrawing,
      terms: ["opportunity", "pledge", "claim", "evidence"],
    },
    {
      path: "/desk/accounts",
      group: "run",
      permission: "accounts",
      about: (lang) => wordsIn(lang).accounts,
      picture: rolesDrawing,
      pages: [{ path: "/desk/trail", about: trailWordsIn }],
    },
    { path: "/desk/me", about: (lang) => wordsIn(lang).me },
  ],
  machine: (serving) => ({
    ...signInAddresses(serving),
    ...secondAddresses(serving),
    ...homeHandlers(serving),
    ...accountAddresses(serving),
    ...meAddresses(serving),
    ...helpAddresses(serving),
    ...queueAddresses(serving),
    ...trailAddresses(serving),
    ...scriptAddresses,
  }),
  quick: ({ instance, frame, mail }) => ({
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
