/** Updates by e-mail: the door. */
import { letterDrawing } from "../../platform/accounts/drawings/sent-and-run.ts";
import type { Feature } from "../../platform/feature.ts";
import { newsletterAddresses } from "./composing/desk.ts";
import { sayNewsletters } from "./composing/say.ts";
import { newsletterModel } from "./model.ts";
import { deskAddresses, doubtWaits } from "./desk.ts";
import { subscribeHandlers } from "./handlers.ts";
import { askImported } from "./private/imported.ts";
import { askImportedPeople } from "./readers/asking.ts";
import { readersAddresses } from "./readers/desk.ts";
import { wordsIn as readersWordsIn } from "./readers/words.ts";
import { newsletterRoutes } from "./routes.ts";
import { storyFollower } from "./follow.ts";
import { sendUpdates } from "./send.ts";
import { threadFollower } from "./threads/telling.ts";
import { wordsIn as newsletterWordsIn } from "./composing/words.ts";
import { wordsIn } from "./words.ts";

export const newsletter: Feature = {
  name: "newsletter",
  model: newsletterModel,
  routes: newsletterRoutes,
  machine: (serving) => ({
    ...subscribeHandlers(serving),
    ...deskAddresses(serving),
    ...newsletterAddresses(serving),
    ...readersAddresses(serving),
  }),
  follows: (serving) => (serving.mail ? [storyFollower(serving), threadFollower(serving)] : []),
  beside: async (...asked) => {
    await Promise.all([
      sendUpdates(...asked),
      sayNewsletters(...asked),
      askImportedPeople(...asked),
    ]);
  },
  waits: doubtWaits,
  desk: [
    {
      path: "/desk/newsletters",
      group: "reach",
      permission: "publish",
      about: (lang) => newsletterWordsIn(lang).desk,
      picture: letterDrawing,
    },
    {
      path: "/desk/updates",
      group: "reach",
      permission: "publish",
      about: (lang) => wordsIn(lang).desk,
    },
    {
      path: "/desk/subscribers",
      group: "reach",
      permission: "settings",
      about: readersWordsIn,
    },
  ],
  async hourly({ instance, now }) {
    await askImported(instance.log.private).sweep(now());
  },
};
