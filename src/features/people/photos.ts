/** Who agreed to be seen on photos: what is asked before a page shows one. Rule PH3 of ../pictures/README.md. */
import type { Db } from "../../platform/db/store.ts";
import type { Naming } from "../../platform/media/showing.ts";
import { describedOf, type Agreeing } from "../pictures/api.ts";
import { consentChanges, mayBeServed, mayBeShown, type Consenting } from "./consent.ts";
import { consentingOf, peopleCover } from "./queries.ts";
import type { Channel } from "./records.ts";

interface Asked {
  readonly today: string;
  readonly lang: string;
  readonly channel?: Channel;
}

/** For `pictureRules`: read once, and only where somebody is named on a photo. */
export const photosAgreed = (db: Db, asked: Asked) => async (): Promise<Agreeing> =>
  agreeingOf(await peopleCover(db), asked);

/** Pure. Somebody whose record was withdrawn agrees to nothing. */
export const agreeingOf = (
  people: ReadonlyMap<string, Consenting>,
  { today, lang, channel = "web" }: Asked,
): Agreeing => ({
  agrees(one) {
    const person = people.get(one);
    return person !== undefined && mayBeShown(person, "photo", lang, today, channel);
  },
  changes(one) {
    const person = people.get(one);
    return person && consentChanges(person, today);
  },
});

/** PE11: portraits of those who agree to be seen on photos. */
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

/** PE11: a photo that is past its last day, or on which somebody is who does not agree. */
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
