/**
 * A restore without its lists does not know who withdrew a consent since the backup. Whatever stands by consent is closed then,
 * and opens again once an owner has looked. Rule V87.
 */
import { dayAt } from "../../engines/calendar/day.ts";
import { well, wrong, type Finding } from "../../platform/doctor/finding.ts";
import type { Db } from "../../platform/db/store.ts";
import { sayAbout } from "../../platform/sent/speaker.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";
import { PERSON_HELD, PERSON_RELEASED, peopleCover, restsOnConsent } from "../people/api.ts";
import { askUnlooked, unlookedPart, type Unlooked } from "./private/unlooked.ts";
import type { Erasing } from "./remember-erased.ts";

/** @returns how many people it is about */
export async function closeUnlisted({ speaker, private: ask }: Erasing): Promise<number> {
  const people = await speaker.snapshot(peopleCover);
  const day = dayAt(timeNow());
  const closed: Unlooked[] = [];
  for (const [person, cover] of people) {
    if (!restsOnConsent(cover) || cover.refused) continue;
    const body = { day, by: "restore" };
    const [held] = await sayAbout(speaker, person, { kind: PERSON_HELD, body });
    closed.push({ person, held: held!.id });
  }
  if (closed.length > 0) await askUnlooked(ask).add(closed);
  return closed.length;
}

/** An owner has looked: whom nothing else holds is shown again. */
export async function openLooked({ speaker, private: ask }: Erasing): Promise<void> {
  const body = { day: dayAt(timeNow()), by: "restore" };
  for (const { person } of await askUnlooked(ask).all())
    await sayAbout(speaker, person, { kind: PERSON_RELEASED, body });
  await askUnlooked(ask).drop();
}

/** As a finding of `cnd doctor`. */
export async function unlookedCheck(db: Db): Promise<Finding> {
  const count = await unlookedPart.questions.count(db);
  if (count === 0) return well("restored", "No restore has left pages closed.");
  return wrong(
    "restored",
    `A restore did not know what was withdrawn since its backup, so the pages of ${count === 1 ? "one person" : `${count} people`} are closed.`,
    "Look through it as an owner, and say so at the desk: /desk/run/restored",
  );
}
