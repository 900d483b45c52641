/** A conversation as a choice of somebody who wants mail. Rule U13. */
import type { Db } from "../../../platform/db/store.ts";
import { isThread, THREAD } from "../private/subscribers.ts";
import type { Frame } from "../../../platform/web/frame.ts";
import { thingAbout, type Thing } from "../../conversation/api.ts";

/** The conversation that a choice names; undefined where it names none that stands. */
export async function threadChosen(
  asked: { readonly db: Db; readonly frame: Frame; readonly lang: string; readonly today: string },
  what: string,
): Promise<Thing | undefined> {
  return isThread(what) ? thingAbout(asked, what.slice(THREAD.length)) : undefined;
}
