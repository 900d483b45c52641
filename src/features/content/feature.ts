/** What the campaign holds, made at the desk: the door. It is given the parts of the campaign folder, which only the house knows. */
import type { Feature } from "../../platform/feature.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { deskAddresses } from "./desk.ts";
import { erasureFollower } from "./erased.ts";
import { formerThing } from "./joining.ts";
import { askContent, contentModel } from "./private.ts";
import { PART } from "./visit.ts";
import { wordsIn } from "./words.ts";

export const contentOf = (parts: readonly FolderPart[]): Feature => ({
  name: "content",
  model: contentModel,
  routes: [],
  desk: [
    {
      path: PART,
      group: "write",
      permission: "publish",
      about: wordsIn,
      terms: ["pledge", "claim", "evidence", "programme"],
      pages: [
        { path: `${PART}/:space/:slug`, about: (lang) => wordsIn(lang).helps.thing },
        { path: `${PART}/:space/:slug/history`, about: (lang) => wordsIn(lang).helps.history },
        { path: `${PART}/:space/:slug/map`, about: (lang) => wordsIn(lang).helps.map },
        { path: `${PART}/:space/:slug/merge`, about: (lang) => wordsIn(lang).helps.merge },
        { path: `${PART}/:space/:slug/withdraw`, about: (lang) => wordsIn(lang).helps.withdraw },
      ],
    },
  ],
  former: formerThing,
  machine: (serving) => deskAddresses(serving, parts),
  follows: (serving) => [erasureFollower(serving)],
  async hourly({ instance, now }) {
    await askContent(instance.log.private).sweep(now());
  },
});
