/** The addresses of listening at the desk, its entry in the menu, and what waits. Rules LW12 to LW21, and D65. */
import type { Account } from "../../../platform/accounts/account.ts";
import type { DeskEntry } from "../../../platform/accounts/menu.tsx";
import { may } from "../../../platform/accounts/roles.ts";
import type { Lead, Serving, Waiting } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import { reachOf } from "../house.ts";
import { listeningPart } from "../private/listening.ts";
import { answer, showAlarm } from "./alarm.tsx";
import { showAlarms } from "./alarms.tsx";
import { saveLine, saveSettings, SETTING_FIELDS, showLine } from "./line.tsx";
import { showLines, takeLines } from "./lines.tsx";
import { showSensors } from "./list.tsx";
import { addMute, endMute, MUTE_FIELDS, showMutes } from "./mutes.tsx";
import { ALARMS, LINE, LINES, MUTES, PART, RIGHT, SENSORS, SETTINGS } from "./path.ts";
import { showRight } from "./right.tsx";
import {
  addSensor,
  listenAnew,
  NEW_FIELDS,
  ONE_FIELDS,
  renewKey,
  saveSensor,
  showNew,
  showSensor,
  takeDown,
} from "./sensors-desk.tsx";
import { wordsIn as watchWordsIn } from "../watch/words.ts";
import { wordsIn } from "./words.ts";

export function deskAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { of } = serving.door;
  return {
    [`GET ${PART}`]: of("watch", showSensors(serving)),
    [`GET ${SENSORS}/new`]: of("listen", (visit) => showNew(serving)(visit)),
    [`POST ${SENSORS}/new`]: of("listen", NEW_FIELDS, addSensor(serving)),
    [`GET ${SENSORS}/:id`]: of("listen", showSensor(serving)),
    [`POST ${SENSORS}/:id`]: of("listen", ONE_FIELDS, saveSensor(serving)),
    [`POST ${SENSORS}/:id/key`]: of("listen", ["sureKey", "key"], renewKey(serving)),
    [`POST ${SENSORS}/:id/anew`]: of("listen", listenAnew(serving)),
    [`POST ${SENSORS}/:id/down`]: of("listen", ["sureDown"], takeDown(serving)),
    [`GET ${ALARMS}`]: of("watch", showAlarms(serving)),
    [`GET ${ALARMS}/:id`]: of("watch", (visit) => showAlarm(serving)(visit)),
    [`POST ${ALARMS}/:id`]: of("watch", ["do", "seen"], answer(serving)),
    [`GET ${RIGHT}`]: of("watch", showRight(serving)),
    [`GET ${LINE}`]: of("listen", (visit) => showLine(serving)(visit)),
    [`POST ${LINE}`]: of("listen", saveLine(serving)),
    [`POST ${SETTINGS}`]: of("listen", SETTING_FIELDS, saveSettings(serving)),
    [`GET ${MUTES}`]: of("listen", (visit) => showMutes(serving)(visit)),
    [`POST ${MUTES}`]: of("listen", MUTE_FIELDS, addMute(serving)),
    [`POST ${MUTES}/:id/end`]: of("listen", endMute(serving)),
    [`GET ${LINES}`]: of("listen", showLines),
    [`POST ${LINES}`]: of("listen", ["lines"], takeLines(serving)),
  };
}

export const listeningDesk: DeskEntry = {
  path: PART,
  group: "field",
  permission: "watch",
  about: wordsIn,
  pages: [
    { path: `${SENSORS}/new`, about: (lang) => wordsIn(lang).fresh },
    { path: `${SENSORS}/:id`, about: (lang) => wordsIn(lang).one },
    { path: ALARMS, about: (lang) => wordsIn(lang).alarms },
    { path: RIGHT, about: (lang) => wordsIn(lang).right },
    { path: LINE, about: (lang) => wordsIn(lang).line },
    { path: MUTES, about: (lang) => wordsIn(lang).mutes },
    { path: LINES, about: (lang) => wordsIn(lang).lines },
  ],
};

/** Alarms that nobody has taken or answered, for whoever may; where no letter about them goes out, that is said. */
export async function alarmsWait(
  { instance, accounts, mail, clock }: Serving,
  { role }: Account,
  lang: string,
): Promise<readonly Waiting[]> {
  if (!may(role, "watch")) return [];
  const about = { hasMail: mail !== undefined, accounts: await accounts.list(), now: clock.aged() };
  const { alarms, isUsed, why } = await instance.snapshot(async (db) => ({
    alarms: await listeningPart.questions.alarms(db, {}),
    isUsed: (await listeningPart.questions.sensors(db)).some(({ closed }) => closed === null),
    why: await reachOf(db, about),
  }));
  const count = alarms.filter(({ taken }) => taken === null).length;
  const words = wordsIn(lang);
  return [
    ...(count > 0 ? [{ words: words.waits(count), count, path: ALARMS }] : []),
    ...(why !== undefined && isUsed
      ? [{ words: watchWordsIn(lang).desk.unheard(1), count: 1, path: ALARMS }]
      : []),
  ];
}

/** To the alarms, here and at the watch, which asks for a PIN; an owner only where something listens. */
export async function leadsToWatch(
  { instance, frame }: Serving,
  { role }: Account,
  lang: string,
): Promise<readonly Lead[]> {
  if (!may(role, "watch")) return [];
  const { here, by } = watchWordsIn(lang);
  return instance.snapshot(async (db) => {
    const isUsed = !may(role, "settings") || (await listeningPart.questions.sensors(db)).length > 0;
    if (!isUsed) return [];
    const watch = pathIn(await frame(db), lang, "/watch");
    return [
      { words: wordsIn(lang).parts.alarms, path: ALARMS },
      { words: here, more: by, path: watch },
    ];
  });
}
