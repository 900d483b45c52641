/** What the campaign holds, made at the desk: the door. It is given the parts of the campaign folder, which only the house knows. */
import {
  historyDrawing,
  mapDrawing,
  mergeDrawing,
  pledgeDrawing,
} from "../../platform/accounts/drawings/write.ts";
import { wordsIn as severalWordsIn } from "../../platform/accounts/several/words.ts";
import type { Feature } from "../../platform/feature.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { deskAddresses } from "./desk.ts";
import { erasureFollower } from "./erased.ts";
import { formerThing } from "./joining.ts";
import { askContent, contentModel } from "./private.ts";
import { OWN_EDITORS, PART } from "./visit.ts";
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
        { path: "/desk/several/:space", about: severalWordsIn },
        { path: OWN_EDITORS["translations"]!, about: (lang) => wordsIn(lang).translating },
        { path: `${PART}/:space/:slug`, about: (lang) => wordsIn(lang).helps.thing },
        {
          path: `${PART}/pledges/:slug`,
          about: (lang) => wordsIn(lang).helps.pledge,
          terms: ["pledge", "claim", "evidence"],
          picture: pledgeDrawing,
        },
        {
          path: `${PART}/:space/:slug/history`,
          about: (lang) => wordsIn(lang).helps.history,
          picture: historyDrawing,
        },
        {
          path: `${PART}/:space/:slug/map`,
          about: (lang) => wordsIn(lang).helps.map,
          picture: mapDrawing,
        },
        {
          path: `${PART}/:space/:slug/merge`,
          about: (lang) => wordsIn(lang).helps.merge,
          picture: mergeDrawing,
        },
        { path: `${PART}/:space/:slug/withdraw`, about: (lang) => wordsIn(lang).helps.withdraw },
        { path: `${PART}/:space/:slug/erase`, about: (lang) => wordsIn(lang).helps.erase },
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
