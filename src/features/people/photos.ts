/** Who agreed to be seen on photos: what is asked before a page shows one. Rule PH3 of ../pictures/README.md. */
import type { Db } from "../../platform/db/store.ts";
import type { Agreeing } from "../pictures/api.ts";
import { consentChanges, mayBeShown, type Consenting } from "./consent.ts";
import { peopleCover } from "./queries.ts";
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
