/** What a class is called, and when; its end; and the end of everything that is kept of it. Rules CL7 and CL8. */
import { createHash } from "node:crypto";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { dropRoom } from "../board/forget.ts";
import { askClasses } from "../private/classes.ts";
import { inTurnOf } from "./enrolling.ts";
import { SettingsMain } from "./pages/settings.tsx";
import { PART, settingsOf } from "../path.ts";
import type { Room } from "../private/rows.ts";
import {
  isClockLost,
  readRoom,
  ROOM_FIELDS,
  typedOf,
  type Problems,
  type TypedRoom,
} from "./room-form.ts";
import { teachingOf } from "./teaching-desk.ts";
import { atRoom, pageOf, type RoomVisit } from "./visit.tsx";

export const SETTINGS_FIELDS = [...ROOM_FIELDS, "seen"] as const;
type SaveVisit = DeskVisit & Fields<(typeof SETTINGS_FIELDS)[number]>;

export async function showSettings(
  { serving, visit, held, words, today }: RoomVisit,
  came: {
    readonly typed?: TypedRoom;
    readonly problems?: Problems;
    readonly trouble?: string;
    readonly isUnsure?: true;
  } = {},
): Promise<Reply> {
  const { room } = held;
  const { typed = typedOf(room), problems = {}, trouble, isUnsure = false } = came;
  const main = SettingsMain({
    words,
    held,
    today,
    problems,
    trouble,
    isUnsure,
    typed: { ...typed, seen: seenOf(room) },
    isClockLost: isClockLost(today),
    isAlone: visit.search.has("alone"),
    ...(await teachingOf(serving, room.id)),
  });
  const isWrong = isUnsure || trouble !== undefined || Object.keys(problems).length > 0;
  const page = pageOf(visit, room.name, main, { done: doneOf(visit, words) });
  return { status: isWrong ? 422 : 200, page };
}

const DONE = ["saved", "ended", "goesOn"] as const;
const doneOf = (
  { search }: DeskVisit,
  { settings, teaching }: RoomVisit["words"],
): string | undefined => {
  if (search.has("teaches")) return teaching.teaches;
  if (search.has("teaches-not")) return teaching.notAnyMore;
  const done = DONE.find((one) => search.has(one));
  return done && settings[done];
};

/** What a form was filled in over: who saved meanwhile is not overwritten without a word. */
const seenOf = (room: Room): string =>
  createHash("sha256")
    .update(JSON.stringify(typedOf(room)))
    .digest("hex")
    .slice(0, 16);

export const saveSettings = (serving: Serving) => {
  const work = atRoom<SaveVisit>(serving, async (at) => {
    const { visit, held, words } = at;
    const { room } = held;
    const { seen, ...typed } = visit.fields;
    const { said, problems } = readRoom(typed, words);
    if (Object.keys(problems).length > 0) return showSettings(at, { typed, problems });
    const saved = { to: `${settingsOf(room)}?saved` };
    if (seenOf({ ...room, ...said }) === seenOf(room)) return { ...saved, noted: false };
    if (seen !== seenOf(room)) {
      const { name, place, starts, ends } = room;
      const now = [name, place, starts, ends].filter(Boolean).join(" · ");
      return showSettings(at, { typed, trouble: words.settings.changed(`\u2068${now}\u2069`) });
    }
    await askClasses(serving.instance.log.private).change({ id: room.id, ...said });
    return saved;
  });
  return (visit: SaveVisit): Promise<Reply> => inTurnOf(visit.params["id"]!, () => work(visit));
};

/** Ended, or going on: said twice it is said once. */
export const endOrGoOn = (serving: Serving) =>
  atRoom<DeskVisit & Fields<"do">>(serving, async ({ visit, held: { room } }) => {
    const isEnd = visit.fields.do === "end";
    if (isEnd !== (room.closed !== null))
      await askClasses(serving.instance.log.private).close({
        id: room.id,
        closed: isEnd ? serving.now() : null,
      });
    return { to: `${settingsOf(room)}?${isEnd ? "ended" : "goesOn"}` };
  });

export const deleteRoom = (serving: Serving) =>
  atRoom<DeskVisit & Fields<"sure">>(serving, async (at) => {
    if (at.visit.fields.sure !== "yes") return showSettings(at, { isUnsure: true });
    await dropRoom(serving.instance.log, at.held.room.id);
    return { to: `${PART}?deleted` };
  });
