/** The hashtag's room: the door. */
import type { Feature } from "../../platform/feature.ts";
import { roomDesk } from "./desk.ts";
import { roomDoors } from "./doors.ts";
import { lastWords, roomVersions } from "./gather.ts";
import { LastWord } from "./pages/latest.tsx";
import { roomRoutes } from "./routes.ts";

export const room: Feature = {
  name: "room",
  routes: roomRoutes,
  machine: (serving) => ({ ...roomDoors(serving), ...roomDesk(serving) }),
};

export { lastWords, LastWord, roomVersions };
