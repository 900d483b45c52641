/** The hashtag's room: the door. */
import type { Feature } from "../../platform/feature.ts";
import { roomDesk } from "./desk.ts";
import { hashtagHandlers } from "./handlers.ts";
import { roomRoutes } from "./routes.ts";

export const hashtag: Feature = {
  name: "hashtag",
  routes: roomRoutes,
  machine: (serving) => ({ ...hashtagHandlers(serving), ...roomDesk(serving) }),
};
