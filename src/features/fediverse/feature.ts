/** The fediverse: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sayReactions } from "./commands.ts";
import { fediverseDesk } from "./desk.ts";
import { fediverseHears } from "./inbox.ts";
import { wordsIn } from "./words.ts";

export const fediverse: Feature = {
  name: "fediverse",
  routes: [],
  desk: [
    {
      path: "/desk/fediverse",
      group: "reach",
      permission: "moderate",
      about: (lang) => wordsIn(lang).desk,
    },
  ],
  hears: fediverseHears,
  hourly: sayReactions,
  machine: fediverseDesk,
};
