/** Whom the federation's thread does not listen to. Rule FE4. */
import type { Speaks } from "../../platform/federation/speaking.ts";
import { shutOut } from "../../platform/private/blocks.ts";
import { talkerOf } from "../conversation/model.ts";

export const fediverseSpeaks: Speaks = {
  kinds: [],
  posts: async () => [],
  post: async () => undefined,
  async refuses({ db }, uri) {
    if ((await shutOut(db, uri)) === "blocked") return true;
    return (await talkerOf(db, uri))?.standing === "blocked";
  },
};
