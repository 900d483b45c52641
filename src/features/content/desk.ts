/** The addresses of content at the desk. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { Serving } from "../../platform/feature.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { MAKING } from "../books/api.ts";
import { showBooks } from "./books-desk.tsx";
import { erasePerson, showErase } from "./erase-desk.tsx";
import { showForm } from "./form-desk.tsx";
import { bringBack, showHistory } from "./history-desk.tsx";
import { joinPlaces, showJoin } from "./join-desk.tsx";
import { showHome, showSpace } from "./list-desk.ts";
import { showMap } from "./near.tsx";
import { postForm } from "./post-desk.tsx";
import { atThing, inSpace, OWN_EDITORS, PART } from "./visit.ts";
import { postSeveral, showSeveral } from "./several-desk.tsx";
import { showTranslations } from "./translations-desk.tsx";
import { showWithdraw, withdraw } from "./withdraw-desk.tsx";

export function deskAddresses(
  serving: Serving,
  parts: readonly FolderPart[],
): Readonly<Record<string, Extra>> {
  const content = { serving, parts };
  const { of } = serving.door;
  const thing = `${PART}/:space/:slug`;
  return {
    [`GET ${MAKING}`]: of("publish", (visit) => showBooks(serving, visit)),
    [`GET ${PART}`]: of("publish", (visit) => showHome(content, visit)),
    [`GET ${OWN_EDITORS["translations"]}`]: of("publish", (visit) =>
      showTranslations(content, visit),
    ),
    [`GET ${PART}/:space`]: of("publish", inSpace(content, showSpace)),
    [`GET ${PART}/:space/new`]: of("publish", inSpace(content, showForm)),
    [`POST ${PART}/:space/new`]: of("publish", inSpace(content, postForm)),
    "GET /desk/several/:space": of("publish", (visit) => showSeveral(content, visit)),
    "POST /desk/several/:space": of("publish", (visit) => postSeveral(content, visit)),
    [`GET ${thing}`]: of("publish", atThing(content, showForm)),
    [`POST ${thing}`]: of("publish", atThing(content, postForm)),
    [`GET ${thing}/history`]: of("publish", atThing(content, showHistory)),
    [`POST ${thing}/history`]: of("publish", ["record", "base"], (visit) =>
      atThing(content, (at) => bringBack({ ...at, visit }))(visit),
    ),
    [`GET ${thing}/map`]: of("publish", atThing(content, showMap)),
    [`GET ${thing}/merge`]: of("publish", atThing(content, showJoin)),
    [`POST ${thing}/merge`]: of("publish", ["into", "into.pick", "do"], (visit) =>
      atThing(content, (at) => joinPlaces({ ...at, visit }))(visit),
    ),
    [`GET ${thing}/withdraw`]: of("publish", atThing(content, showWithdraw)),
    [`POST ${thing}/withdraw`]: of("publish", ["do"], (visit: DeskVisit & Fields<"do">) =>
      atThing(content, (at) => withdraw({ ...at, visit }))(visit),
    ),
    [`GET ${thing}/erase`]: of("settings", atThing(content, showErase)),
    [`POST ${thing}/erase`]: serving.door.sure(
      "settings",
      ({ path }) => path,
      ["sure"],
      (visit) => atThing(content, (at) => erasePerson({ ...at, visit }))(visit),
    ),
  };
}
