/** What stands in the place of a thing that became one with another. Rule KO9. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { ledTo } from "./private.ts";

const MOST = 10; // one after the other; what was joined, brought back and joined again may lead in a circle

/** The thing at this address, or the one to which it leads; undefined where none of them stands. */
export async function standsNow(db: Db, space: string, slug: string): Promise<Address | undefined> {
  let at = await subjectAt(db, space, slug);
  for (let n = 0; at && n <= MOST; n++) {
    const called = (await namesOf(db, [at.subject])).get(at.subject);
    if (called && called.gone === 0) return at;
    const subject = await ledTo(db, space, at.slug);
    const next = subject && (await slugsOf(db, [subject])).get(subject);
    at = subject && next ? { subject, slug: next } : undefined;
  }
  return undefined;
}
