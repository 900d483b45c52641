/** What is held about somebody: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import { holdingsDesk } from "./desk.ts";
import { PART } from "./pages/held.tsx";
import { wordsIn } from "./words.ts";

/** @param parts of the campaign folder: how a thing is said anew @param kinds of every feature */
export const holdingsOf = (parts: readonly FolderPart[], kinds: Kinds): Feature => ({
  name: "holdings",
  routes: [],
  desk: [{ path: PART, group: "run", permission: "accounts", about: wordsIn }],
  machine: (serving) => holdingsDesk(serving, { kinds, parts }),
});
