/** The hashtag's room: the door. */
import type { Feature } from "../../platform/feature.ts";
import { hashtagDesk } from "./desk.ts";
import { hashtagHandlers } from "./handlers.ts";
import { hashtagRoutes } from "./routes.ts";
import { wordsIn } from "./words.ts";

export const hashtag: Feature = {
  name: "hashtag",
  routes: hashtagRoutes,
  desk: [
    {
      path: "/desk/room",
      group: "reach",
      permission: "moderate",
      about: (lang) => wordsIn(lang).desk,
    },
  ],
  machine: (serving) => ({ ...hashtagHandlers(serving), ...hashtagDesk(serving) }),
};
