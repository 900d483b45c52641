/** Events: the door. */
import type { Feature } from "../../platform/feature.ts";
import { eventsModel } from "./model.ts";
import { deskAddresses } from "./desk.ts";
import { relatedEvents } from "./related.tsx";
import { eventRoutes } from "./routes.ts";
import { wordsIn } from "./words.ts";

export const events: Feature = {
  name: "events",
  model: eventsModel,
  routes: eventRoutes,
  related: relatedEvents,
  desk: [
    {
      path: "/desk/events",
      group: "reach",
      permission: "publish",
      about: (lang) => wordsIn(lang).desk,
    },
  ],
  machine: deskAddresses,
};
