/** The fediverse: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sayReactions } from "./commands.ts";
import { fediverseDesk } from "./desk.ts";
import { fediverseHears } from "./hears.ts";

export const fediverse: Feature = {
  name: "fediverse",
  routes: [],
  hears: fediverseHears,
  hourly: sayReactions,
  machine: fediverseDesk,
};
