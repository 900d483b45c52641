/** What somebody could mean by a name: things of a space, each by its present address. */
import type { Db } from "../db/store.ts";
import { folded, slugsOf } from "./addresses.ts";
import { callable, type Called } from "./called.ts";

const OFFERED = 8; // choices; whoever sees none of theirs types more of the name

export interface Choice {
  readonly slug: string;
  readonly name: string;
}

/** Those whose names hold all these words. */
export async function nearOnes(db: Db, space: string, name: string): Promise<readonly Choice[]> {
  if (folded(name) === "") return [];
  return choicesOf(db, await callable(db, { space, words: name, most: OFFERED }));
}

export async function choicesOf(db: Db, called: readonly Called[]): Promise<Choice[]> {
  const slugs = await slugsOf(
    db,
    called.map(({ subject }) => subject),
  );
  return called.flatMap(({ subject, name }) => {
    const slug = slugs.get(subject);
    return slug === undefined ? [] : [{ slug, name }];
  });
}
