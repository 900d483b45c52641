/** Which files that show people may be seen today. Rule PE11 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import type { Naming } from "../../platform/media/showing.ts";
import { describedOf } from "../pictures/api.ts";
import { mayBeServed } from "./consent.ts";
import { consentingOf } from "./queries.ts";

/** Portraits of those who agree to be seen on photos. */
export async function agreedPortraits(
  db: Db,
  today: string,
  named: readonly Naming[],
): Promise<readonly Naming[]> {
  const people = await consentingOf(
    db,
    named.map(({ subject }) => subject),
  );
  return named.filter(({ subject }) => {
    const person = people.get(subject);
    return person !== undefined && mayBeServed(person, "photo", today);
  });
}

/** A photo that is past its last day, or on which somebody is who does not agree. */
export async function hidesPhotos(
  db: Db,
  today: string,
  media: readonly string[],
): Promise<boolean> {
  const all = [...(await describedOf(db, media)).values()];
  const people = await consentingOf(
    db,
    all.flatMap((one) => one.people ?? []),
  );
  return all.some(
    ({ until, people: on = [] }) =>
      (until !== undefined && until < today) ||
      on.some((one) => !people.has(one) || !mayBeServed(people.get(one)!, "photo", today)),
  );
}
