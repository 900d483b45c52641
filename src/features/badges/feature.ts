/** Badges: the door. */
import type { Feature } from "../../platform/feature.ts";
import { givingAddresses } from "./giving/desk.tsx";
import { badgesModel } from "./model.ts";
import { publicAddresses } from "./public.tsx";
import { wordsIn } from "./words.ts";

export const badges: Feature = {
  name: "badges",
  model: badgesModel,
  routes: [],
  machine: (serving) => ({ ...givingAddresses(serving), ...publicAddresses(serving) }),
  desk: [
    {
      path: "/desk/badges",
      group: "good",
      permission: "teach",
      about: (lang) => wordsIn(lang).desk,
    },
  ],
};
