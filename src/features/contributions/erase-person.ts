/**
 * A person is erased for ever: the person's own words and pictures, the stories in which the person stands, the consents, and what
 * proves them. What others said in one of those stays as a draft, for them and the desk to decide. Rules T18 and T25.
 */
import { everySlugOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Privately } from "../../platform/private/part.ts";
import { bodiesOf } from "../../platform/sent/erasing.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { PERSON_EDITED, PERSON_NAMED } from "../people/api.ts";
import { storiesBySubject, storiesNaming, type By } from "../stories/api.ts";
import { erasePerson } from "./commands.ts";
import { eraseTold } from "./erase.ts";
import type { Asked } from "./form.ts";
import { leaveStory } from "./leave-story.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { askUploads } from "./private/uploads.ts";

/** What becomes of the stories that name somebody, by their subjects. */
export interface Leaving {
  /** The person alone stands in these: they are erased too. */
  readonly goes: readonly string[];
  /** Others stand in these, too: what those said stays as a draft. */
  readonly stays: ReadonlyMap<string, readonly string[]>;
  /** The person signs these, and stands in none of them: they are shown without that name. */
  readonly signed: readonly string[];
}

export async function leavingWith(db: Db, person: string): Promise<Leaving> {
  const told = await storiesBySubject(db, [...(await storiesNaming(db, "person", person))]);
  const others = [...told].map(
    ([story, { people = [] }]) => [story, people.filter((one) => one !== person)] as const,
  );
  const signed = await storiesNaming(db, "author", person);
  return {
    goes: others.flatMap(([story, people]) => (people.length === 0 ? [story] : [])),
    stays: new Map(others.filter(([, people]) => people.length > 0)),
    signed: [...signed].filter((story) => !told.has(story)),
  };
}

/**
 * Cannot be undone. If the machine stops in between, asked again it goes on. Bytes of proofs go with the next sweep.
 * @param reason the log keeps it, with who wanted it
 */
export async function eraseSomebody(
  desk: Pick<Desk, "speaker" | "private" | "keepWithdrawn">,
  person: string,
  by: By,
  reason?: string,
): Promise<void> {
  const { speaker, private: ask } = desk;
  const { goes, stays } = await speaker.snapshot((db) => leavingWith(db, person));
  const going = new Set([...goes, ...stays.keys()]);
  const leaves = { people: new Set([person]), going, by, reason };
  for (const story of stays.keys()) await leaveStory(desk, story, leaves);
  for (const story of going) await eraseTold(desk, story, by, reason);
  await erasePerson(desk, person, by, reason);
  const slugs = await speaker.snapshot((db) => everySlugOf(db, person));
  await dropConsents(ask, await askConsents(ask).ofPerson({ subject: person, slugs }));
}

/** After a restore: what an older backup holds of people who were erased since. */
export async function dropErasedPeople({
  speaker,
  private: ask,
}: {
  readonly speaker: Pick<Speaker, "snapshot">;
  readonly private: Privately;
}): Promise<void> {
  const people = Map.groupBy(await askConsents(ask).inPublic(), ({ subject }) => subject!);
  for (const [person, rows] of people) {
    const isErased = await speaker.snapshot(async (db) => {
      const bodies = bodiesOf(await recordsAbout(db, person), [PERSON_NAMED, PERSON_EDITED]);
      return bodies.length > 0 && (await areForgotten(db, bodies));
    });
    if (isErased) await dropConsents(ask, rows);
  }
}

/** Names, guardians and codes, and the files that prove them. */
async function dropConsents(ask: Privately, rows: readonly ConsentRow[]): Promise<void> {
  const proofs = rows.flatMap(({ about }) => (JSON.parse(about) as Asked).proof ?? []);
  await askUploads(ask).drop(proofs);
  await askConsents(ask).end(rows.map(({ id }) => id));
}
