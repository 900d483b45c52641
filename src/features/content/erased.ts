/** Of what is erased forms keep nothing: neither what waits in one, nor the files that came with it. */
import { addressesOf } from "../../platform/addresses/addresses.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Follower } from "../../platform/followers/followers.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { askContent } from "./private.ts";

export const erasureFollower = ({ instance }: Pick<Serving, "instance">): Follower => ({
  name: "content",
  kinds: [ERASURE_MADE],
  from: "beginning",
  async work(records) {
    const subjects = [...new Set(records.map(({ subject }) => subject))];
    const things = await instance.snapshot((db) =>
      Promise.all(
        subjects.map(async (subject) => ({ subject, addresses: await addressesOf(db, subject) })),
      ),
    );
    await askContent(instance.log.private).erased(things);
  },
});
