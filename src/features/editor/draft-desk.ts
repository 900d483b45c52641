/** The addresses of one draft: write, look, publish, compare, translate. Rules W1 to W9. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { closedPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { notePage } from "../../platform/web/pages.ts";
import { askDrafts } from "../stories/model.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { choose, choosing } from "./choose-desk.ts";
import { phone, picture, preview, recording, show } from "./edit-desk.ts";
import {
  answer,
  cancel,
  erase,
  publish,
  remove,
  showPublishing,
  withdraw,
} from "./publish-desk.ts";
import { mayPublish, mayTouch, type DraftVisit } from "./draft-context.ts";
import { takenBack } from "./taken-back.tsx";
import { autosave, save, takeUp } from "./save-desk.ts";
import { translate } from "./translate-desk.ts";
import { both, history } from "./versions-desk.ts";

type Work = (at: DraftVisit) => Promise<Reply>;

const SHOWS: Readonly<Record<string, Work>> = {
  "": show,
  preview,
  phone,
  photos: choosing,
  publish: showPublishing,
  history,
  both,
};
const DOES: Readonly<Record<string, Work>> = {
  "": save,
  autosave,
  publish,
  picture,
  choose,
  recording,
  "take-up": takeUp,
  asked: answer,
  cancel,
  withdraw,
  erase,
  delete: remove,
  translate,
};
const FOR_PUBLISHERS = new Set(["publish", "asked", "cancel", "withdraw", "erase"]);

/** `/desk/stories/<id>` and `…/<what>`. */
export async function draftDesk(
  serving: Serving,
  visit: DeskVisit,
  does: "shows" | "does",
): Promise<Reply> {
  const [id = "", what = "", more] = visit.path.slice("/desk/stories/".length).split("/");
  const works = does === "shows" ? SHOWS : DOES;
  const work = Object.hasOwn(works, what) ? works[what] : undefined;
  const draft = /^[0-9a-f]{12}$/.test(id)
    ? await askDrafts(serving.instance.log.private).get(id)
    : undefined;
  if (!draft || !work || more !== undefined)
    return (
      (await takenBack(serving, visit, id)) ?? { status: 404, page: notePage(visit.lang, "lost") }
    );
  const { account } = visit;
  const mayDo = mayTouch(account, draft) && (!FOR_PUBLISHERS.has(what) || mayPublish(account));
  if (!mayDo) return { status: 403, page: closedPage("role", visit.lang) };
  return work({ serving, visit, draft });
}
