/** Badges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { checkingAddresses } from "./checking/handlers.ts";
import { checkingRoutes } from "./checking/routes.ts";
import { evidenceAddresses, PART as EVIDENCE_PART } from "./evidence/desk.ts";
import { evidenceWordsIn } from "./evidence/words.ts";
import { givingAddresses } from "./giving/desk.tsx";
import { ownAddresses } from "./giving/own.tsx";
import { badgesModel } from "./model.ts";
import { publicAddresses } from "./public.tsx";
import { wordsIn } from "./words.ts";

export const badges: Feature = {
  name: "badges",
  model: badgesModel,
  routes: [...checkingRoutes],
  machine: (serving) => ({
    ...givingAddresses(serving),
    ...ownAddresses(serving),
    ...publicAddresses(serving),
    ...checkingAddresses(serving),
    ...evidenceAddresses(serving),
  }),
  desk: [
    {
      path: "/desk/badges",
      group: "classes",
      permission: "teach",
      about: (lang) => wordsIn(lang).desk,
    },
    { path: EVIDENCE_PART, group: "classes", permission: "publish", about: evidenceWordsIn },
  ],
};
