/** Events: the door. */
import type { Feature } from "../../platform/feature.ts";
import { deskAddresses } from "./desk.ts";
import { eventFolder } from "./folder.ts";
import { eventProjection } from "./projection.ts";
import { eventList } from "./queries.ts";
import { eventKinds } from "./records.ts";
import { nextEvent, relatedEvents } from "./related.tsx";
import { eventRoutes } from "./routes.ts";

export const events: Feature = {
  name: "events",
  kinds: eventKinds,
  projections: [eventProjection],
  folder: [eventFolder],
  routes: eventRoutes,
  related: relatedEvents,
  machine: deskAddresses,
};
export { eventList, nextEvent };
