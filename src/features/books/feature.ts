/** Books: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sendScript } from "../../platform/web/script.ts";
import { bookFileHandlers } from "./epub/handlers.ts";
import { agreedSignings, notShown } from "./films.ts";
import { askClips, signingFollower } from "./follow.ts";
import { CLIPS, clipsWork } from "./ladder.ts";
import { makingAddresses } from "./making/desk.ts";
import { signingSent } from "./making/offered.tsx";
import { PART } from "./making/path.ts";
import { dropTakenBack } from "./making/signer.ts";
import { wordsIn } from "./making/words.ts";
import { booksModel } from "./model.ts";
import { SIGNING_ADDED, SIGNING_EDITED } from "./records.ts";
import { relatedBooks } from "./related.tsx";
import { bookRoutes } from "./routes.ts";
import { playerScript } from "./script.ts";

export const books: Feature = {
  name: "books",
  model: booksModel,
  routes: bookRoutes,
  related: relatedBooks,
  sent: [signingSent],
  desk: [{ path: PART, group: "write", permission: "publish", about: wordsIn }],
  machine: (serving) => ({
    [`GET ${playerScript.path}`]: sendScript(playerScript),
    ...makingAddresses(serving),
    ...bookFileHandlers(serving),
  }),
  laddersOf: [SIGNING_ADDED, SIGNING_EDITED],
  works: (serving) => ({ [CLIPS]: clipsWork(serving) }),
  follows: (serving) => [signingFollower(serving)],
  async hourly(serving) {
    await askClips(serving);
    await dropTakenBack(serving);
  },
  heldBack: notShown,
  agreedFiles: agreedSignings,
};
