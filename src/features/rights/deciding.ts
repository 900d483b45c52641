/**
 * An objection hides whom it is about at once; the desk then lets go or takes the person out for good. A row says what is to stand
 * before the log does, so that a stop in between is made up for. Rules RI4 to RI6.
 */
import { dayAt, daysAfter } from "../../engines/calendar/day.ts";
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import type { Asker } from "../../platform/web/network.ts";
import { eraseSomebody, sweepUploads } from "../contributions/api.ts";
import { consentingOf, holdsOn, PERSON_HELD, PERSON_RELEASED } from "../people/api.ts";
import { isMailed, mailAnswers } from "./mailing.ts";
import { askRights, type Hold, type RightsRequest } from "./private.ts";

/** Days for a decision about somebody who is hidden. */
export const DECIDED_IN = 14;
/** Days in which another objection about somebody of whom one was dismissed waits for the desk before it hides. */
const QUIET = 90;

type House = Pick<Serving, "speaker" | "instance" | "now" | "budgets">;

/** How an objection about this person begins: hidden at once, but where one was dismissed a short time ago. */
export async function beginning({ instance, now }: House, person: string): Promise<Hold> {
  const since = daysAfter(dayAt(now()), -QUIET);
  const before = await askRights(instance.log.private).holding(person);
  const isNew = !before.some(
    ({ state, hold, closed }) => state === "answered" && hold === "released" && closed! >= since,
  );
  return isNew ? "held" : "waits";
}

/** Says in the log what the register says of this person: hidden while an objection holds, and shown again after the last. */
export const settleHold = (house: House, person: string): Promise<void> =>
  inTurn(person, () => sayHold(house, person));
const inTurn = openTurns(); // by person: of two who act at once neither says what the other has said

async function sayHold({ speaker, instance, now }: House, person: string): Promise<void> {
  const all = await askRights(instance.log.private).holding(person);
  const isHeld = all.some(({ hold, state }) => state === "open" && hold === "held");
  const { isKnown, isSaid } = await speaker.snapshot(async (db) => ({
    isKnown: (await consentingOf(db, [person])).has(person),
    isSaid: (await holdsOn(db, person)).includes("objection"),
  }));
  if (!isKnown || isSaid === isHeld) return;
  const kind = isHeld ? PERSON_HELD : PERSON_RELEASED;
  await sayAbout(speaker, person, { kind, body: { day: dayAt(now()), by: "objection" } });
}

/** After a start, and every hour: what a stop kept from being said, and whose places a process before this one held. */
export async function settleAll(house: House): Promise<void> {
  const held = (await askRights(house.instance.log.private).open()).filter(
    ({ hold }) => hold === "held",
  );
  const places = placesOf(house);
  for (const { id, person } of held) {
    if (!places.has(id)) house.budgets.room("objection").add(id, 1);
    if (!places.has(id)) places.set(id, id); // nobody knows any more from which network it came
    if (person !== null) await settleHold(house, person);
  }
}

/** By the id of an objection that hides somebody, the network whose place it holds: in memory alone. */
const placesOf = ({ budgets }: Pick<House, "budgets">): Map<string, string> => {
  const known = places.get(budgets) ?? new Map<string, string>();
  places.set(budgets, known);
  return known;
};
const places = new WeakMap<House["budgets"], Map<string, string>>();

/** Whether one more of this network may hide somebody before a person has looked. @returns the network whose place it takes */
export function takePlace({ budgets }: House, req: Asker): string | undefined {
  const by = budgets.from(req);
  return budgets.room("objection").take(by) ? by : undefined;
}
export const keepPlace = (house: House, id: string, by: string): void =>
  void placesOf(house).set(id, by);
/** It is decided about, or taken back. */
export function givePlace(house: House, id: string): void {
  const by = placesOf(house).get(id);
  if (by === undefined) return;
  placesOf(house).delete(id);
  house.budgets.room("objection").give(by);
}

/** @returns whether it was open */
export async function decide(
  serving: Serving,
  request: RightsRequest,
  said: {
    readonly does: "release" | "uphold";
    readonly words: string;
    readonly by: string;
  },
): Promise<boolean> {
  const { instance, speaker, now } = serving;
  const { id, person } = request;
  const { does, words, by } = said;
  if (does === "uphold" && person !== null) {
    const list = besideData(instance.folder.dir).withdrawn;
    const keeping = (hash: string) => keepWithdrawn(list, hash);
    const desk = { speaker, private: instance.log.private, keepWithdrawn: keeping };
    await eraseSomebody(desk, person, "person");
    await sweepUploads(serving);
  }
  const hold = does === "release" ? "released" : "upheld";
  const on = dayAt(now());
  const answer = { id, words, by, on, hold, isMailed: isMailed(serving, request) } as const;
  if (!(await askRights(instance.log.private).answer(answer))) return false;
  await mailAnswers(serving);
  givePlace(serving, id);
  if (person !== null) await settleHold(serving, person);
  return true;
}
