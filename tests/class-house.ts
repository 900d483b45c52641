/** A class of the first campaign's own course in an instance that serves: its learners, with what stands on their cards. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { A_DAY, dayAt } from "../src/engines/calendar/day.ts";
import { askClasses } from "../src/features/classes/private/classes.ts";
import type { Room } from "../src/features/classes/private/rows.ts";
import { codeHash, newCode, newPin, newToken, pinHash } from "../src/features/classes/secrets.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { everybodyTeachesAt } from "./teaching.ts";

export interface Card {
  readonly id: string;
  readonly name: string;
  /** As it stands on the card. */
  readonly code: string;
  readonly pin: string;
}

/** What is asked of classes while the instance serves. */
export type Classes = ReturnType<typeof askClasses>;

/** @param data the folder of an instance that serves */
export async function atClasses<T>(data: string, work: (ask: Classes) => Promise<T>): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  return await work(askClasses(running.private));
}

/** @param more in place of a class that began yesterday and goes on for a week */
export async function openClass(
  data: string,
  names: readonly string[],
  more: Partial<Room> = {},
): Promise<{ readonly room: Room; readonly cards: readonly Card[] }> {
  const now = Date.now();
  const room: Room = {
    id: newToken(),
    name: "Tuesday group",
    course: courseIn(data),
    place: "School yard",
    starts: dayAt(now - A_DAY),
    ends: dayAt(now + 7 * A_DAY),
    key: newToken(),
    by: "Rosa",
    at: now,
    closed: null,
    ...more,
  };
  const cards = names.map((name) => ({ id: newToken(), name, code: newCode(), pin: newPin() }));
  await atClasses(data, async (ask) => {
    await ask.open(room);
    const learners = cards.map(({ id, name, code, pin }, picture) => ({
      id,
      name,
      picture,
      at: now,
      code_hash: codeHash(code)!,
      pin_hash: pinHash(room, id, pin),
    }));
    await ask.enrol({ room: room.id, learners });
  });
  await everybodyTeachesAt(data);
  return { room, cards };
}

/** The subject of the one course of the first campaign. */
export function courseIn(data: string): string {
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const { subject } = db.prepare("select subject from course limit 1").get() as {
    subject: string;
  };
  return subject;
}
