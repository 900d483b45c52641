/** Whether a message was kept before: by its id and by what it says, for a sensor that was started anew may count from the beginning again. Rule LE2. */
import type { Db } from "../../../platform/db/store.ts";
import { saidRows, type Said } from "./rows.ts";

const TOLD = ["sort", "kind", "detector", "score", "battery", "level"] as const;

/** `known`: the same was kept under this id. `reused`: something else was. */
export async function knownAs(tx: Db, said: Said): Promise<"new" | "known" | "reused"> {
  const { sensor, id } = said;
  const before = await saidRows.one(tx, { sensor, id });
  if (!before) return "new";
  if (isSame(before, said)) return "known";
  return (await asideOf(tx, said)).some((one) => isSame(one, said)) ? "known" : "reused";
}

/** From now on the id is that of the new message; what had it is kept beside it, and neither is lost. */
export async function putAside(tx: Db, said: Said): Promise<void> {
  const { sensor, id } = said;
  const taken = new Set((await asideOf(tx, said)).map((one) => one.id));
  let n = taken.size;
  while (taken.has(`${id}~${n}`)) n++;
  await saidRows.change(tx, { sensor, id }, { id: `${id}~${n}` });
}

const asideOf = (tx: Db, { sensor, id }: Said): Promise<Said[]> =>
  saidRows
    .of(tx, { sensor })
    .where("id", ">=", `${id}~`)
    .where("id", "<", `${id}~~`) // no sensor makes an id with this sign
    .execute();

/** Times say nothing where our own clock stood in for that of the sensor. */
function isSame(one: Said, other: Said): boolean {
  if (TOLD.some((name) => one[name] !== other[name])) return false;
  if ([one, other].some(({ at, until, came }) => (until ?? at) === came))
    return lengthOf(one) === lengthOf(other);
  return one.at === other.at && one.until === other.until;
}
const lengthOf = ({ at, until }: Said): number => (until ?? at) - at;
