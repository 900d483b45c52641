/** The open letter: the door. */
import type { Feature } from "../../platform/feature.ts";
import { letterModel } from "./model.ts";
import { letterDesk, letterWaits } from "./desk.ts";
import { letterHandlers } from "./handlers.ts";
import { relatedLetter } from "./related.tsx";
import { letterRoutes } from "./routes.ts";
import { sayConfirmed } from "./commands.ts";
import { wordsIn } from "./words.ts";

export const openLetter: Feature = {
  name: "open-letter",
  model: letterModel,
  routes: letterRoutes,
  machine: (serving) => ({ ...letterHandlers(serving), ...letterDesk(serving) }),
  waits: letterWaits,
  desk: [
    {
      path: "/desk/letter",
      group: "sent",
      permission: "moderate",
      about: (lang) => wordsIn(lang).desk,
    },
  ],
  related: relatedLetter,
  async hourly({ instance, speaker }) {
    await sayConfirmed({ speaker, private: instance.log.private });
  },
};
