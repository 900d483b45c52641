/** Before a person is erased: under a keyed hash of each name, so that no import brings somebody back at another address. Rule V86. */
import type { Db } from "../../platform/db/store.ts";
import { readStanding } from "../../platform/log/standing.ts";
import { standingOf } from "../../platform/log/refold.ts";
import { askErased } from "../../platform/private/erased.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { PERSON, PERSON_EDITED, PERSON_NAMED } from "../people/api.ts";

/** What a person is erased with. */
export type Erasing = Pick<Desk, "speaker" | "private">;

export async function rememberErased(
  { speaker, private: ask }: Erasing,
  person: string,
): Promise<void> {
  const known = await speaker.snapshot((db) => namesSaid(db, person));
  if (known.length > 0)
    await askErased(ask).erase(known.map((name) => ({ sort: PERSON, by: [name] })));
}

/** Every name that the log says of a person. */
export async function namesSaid(db: Db, person: string): Promise<string[]> {
  const said = (await standingOf(db, [person], await readStanding(db))).get(person);
  const names = (said ?? []).flatMap(({ kind, body }) =>
    kind === PERSON_NAMED || kind === PERSON_EDITED ? [(body as { name?: unknown }).name] : [],
  );
  return [...new Set(names)].filter((name) => typeof name === "string");
}
