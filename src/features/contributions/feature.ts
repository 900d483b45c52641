/** Contributions: the door. */
import type { Feature } from "../../platform/feature.ts";
import { agreedTo, ownerOfDraft, unsaidOf, type Agreed, type Unsaid } from "./agreed.ts";
import { KEPT_UNSENT } from "./bounds.ts";
import { contributionHandlers, storeOf } from "./handlers.ts";
import { eraseTold, eraseUnsaid } from "./erase.ts";
import { mediaRefused, noted, strippedIn } from "./noted.ts";
import { readMultipart, troubleOf, type Came } from "./multipart.ts";
import { ownFiles } from "./receive.ts";
import { contributionRoutes } from "./routes.ts";
import { signPeople, type SaidPeople } from "./say.ts";
import { SEEN } from "./files-at-desk.ts";
import { storySent } from "./sort.ts";
import { openUploads, uploadPath } from "./store.ts";
import { wordsIn as tellWords } from "./words.ts";

export const contributions: Feature = {
  name: "contributions",
  routes: contributionRoutes,
  machine: contributionHandlers,
  sent: [storySent],
  takenBack: (serving) => storeOf(serving).sweep(serving.clock.now() - KEPT_UNSENT),
  hourly: (serving) => storeOf(serving).sweep(serving.clock.now() - KEPT_UNSENT),
};

export { KEPT_UNSENT, openUploads, ownFiles, readMultipart, SEEN, storeOf, troubleOf };
export { eraseTold, eraseUnsaid, tellWords, uploadPath };
export type { SaidPeople };
export { agreedTo, mediaRefused, noted, ownerOfDraft, signPeople, strippedIn, unsaidOf };
export type { Agreed, Came, Unsaid };
