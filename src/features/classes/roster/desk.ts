/** The addresses of classes at the desk, but for the board; and the forgetting of those whose time is over. */
import { daysAfter } from "../../../engines/calendar/day.ts";
import type { DeskEntry } from "../../../platform/accounts/menu.tsx";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { dropOld } from "../board/forget.ts";
import { KEPT } from "../private/rows.ts";
import { makeCards, showCards } from "./cards-desk.ts";
import { showList } from "./list-desk.ts";
import { makeRoom, NEW_FIELDS, showNew } from "./new-desk.ts";
import { PART } from "../path.ts";
import {
  ADD_FIELDS,
  addPeople,
  atPerson,
  remove,
  rename,
  showPerson,
  showRoster,
} from "./roster-desk.ts";
import {
  deleteRoom,
  endOrGoOn,
  saveSettings,
  SETTINGS_FIELDS,
  showSettings,
} from "./settings-desk.ts";
import { changeTeachers, LOOK_FIELDS, showLook, takeLook } from "./teaching-desk.ts";
import { atRoom } from "./visit.tsx";
import { wordsIn } from "./words.ts";
import { wallDay } from "../wall-day.ts";

const MOST_FORM = 2_000_000; // bytes: a roster far too long comes back as it was typed, with nine bytes a letter in some scripts

export function rosterAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { of, sure } = serving.door;
  const room = `${PART}/:id`;
  const names = <const N extends string>(fields: readonly N[]) => ({ fields, most: MOST_FORM });
  return {
    [`GET ${PART}`]: of("teach", showList(serving)),
    [`GET ${PART}/new`]: of("teach", (visit) => showNew(serving)(visit)),
    [`POST ${PART}/new`]: of("teach", names(NEW_FIELDS), makeRoom(serving)),
    [`GET ${room}/roster`]: of(
      "teach",
      atRoom(serving, (at) => showRoster(at)),
    ),
    [`POST ${room}/roster`]: of("teach", names(ADD_FIELDS), addPeople(serving)),
    [`GET ${room}/roster/:learner`]: of(
      "teach",
      atPerson(serving, (at) => showPerson(at)),
    ),
    [`POST ${room}/roster/:learner`]: of("teach", ["name"], rename(serving)),
    [`POST ${room}/roster/:learner/remove`]: sure("teach", PART, ["sure"], remove(serving)),
    [`GET ${room}/cards`]: of(
      "teach",
      atRoom(serving, (at) => showCards(at)),
    ),
    [`POST ${room}/cards`]: of("teach", makeCards(serving)),
    [`GET ${room}/settings`]: of(
      "teach",
      atRoom(serving, (at) => showSettings(at)),
    ),
    [`POST ${room}/settings`]: of("teach", SETTINGS_FIELDS, saveSettings(serving)),
    [`POST ${room}/settings/teachers`]: of("teach", ["add", "out"], changeTeachers(serving)),
    [`GET ${room}/look`]: of("teach", (visit) => showLook(serving)(visit)),
    [`POST ${room}/look`]: sure("teach", PART, LOOK_FIELDS, takeLook(serving)),
    [`POST ${room}/settings/state`]: of("teach", ["do"], endOrGoOn(serving)),
    [`POST ${room}/settings/delete`]: sure("teach", PART, ["sure"], deleteRoom(serving)),
  };
}

export const rosterDesk: DeskEntry = {
  path: PART,
  group: "classes",
  permission: "teach",
  about: wordsIn,
  pages: [
    { path: `${PART}/new`, about: (lang) => wordsIn(lang).fresh },
    { path: `${PART}/:id/roster`, about: (lang) => wordsIn(lang).roster },
    { path: `${PART}/:id/cards`, about: (lang) => wordsIn(lang).cards },
    { path: `${PART}/:id/settings`, about: (lang) => wordsIn(lang).settings },
    { path: `${PART}/:id/look`, about: (lang) => wordsIn(lang).look },
  ],
};

/** By the clock that a jump does not move at once: an empty battery forgets nobody. */
export async function forgetOver({
  instance,
  clock,
}: Pick<Serving, "instance" | "clock">): Promise<void> {
  if (!clock.isSettled()) return;
  const before = daysAfter(wallDay(clock.aged()), -KEPT);
  await dropOld(instance.log, before);
}
