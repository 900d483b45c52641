/** What was sent becomes a thing of its own under an address, and is taken back with all that was opened for it. */
import { isDeepStrictEqual } from "node:util";
import { SLUG_BOUND, subjectAt } from "../addresses/addresses.ts";
import { openTurns } from "../db/in-turn.ts";
import { areForgotten, recordsAbout, thingsIn } from "../log/reading.ts";
import type { Batch } from "../records/batch.ts";
import { erasuresOf } from "./erasing.ts";
import { appendSigned, batchOf, sayAbout, type Speaker } from "./speaker.ts";

export interface Opening {
  readonly space: string;
  readonly slug: string;
  readonly kind: string;
  readonly body: object;
}

const inTurn = openTurns(); // by address: of two that ask for one, the second finds it taken

/** Open a thing under a slug that the desk chose. @returns its subject; undefined where the slug leads to something else */
export const openThing = (speaker: Speaker, opening: Opening): Promise<string | undefined> =>
  inTurn(`${opening.space}/${opening.slug}`, () => openOrFind(speaker, opening));

async function openOrFind(speaker: Speaker, opening: Opening): Promise<string | undefined> {
  const { space, slug, kind, body } = opening;
  const known = await speaker.snapshot((db) => subjectAt(db, space, slug));
  if (!known) return sayOpening(speaker, opening);
  const things = await speaker.snapshot((db) => thingsIn(db, space, [kind]));
  const said = things.get(known.slug)?.records[0]?.body; // the same: said by a desk that stopped before it could settle
  return isDeepStrictEqual(said, body) ? known.subject : undefined;
}

/** @returns its subject */
export async function sayOpening(speaker: Speaker, opening: Opening): Promise<string> {
  const batch = batchOf(speaker);
  const subject = openIn(batch, opening);
  await appendSigned(speaker, batch.records);
  return subject;
}

/** With others that are said at the same time. @returns its subject */
export function openIn(batch: Batch, { space, slug, kind, body }: Opening): string {
  const { id } = batch.add({ kind, body });
  batch.add({ kind: SLUG_BOUND, subject: id, body: { space, slug } });
  return id;
}

/** Open it under a slug, or say anew what stands there or stood there. @param edit the kind that says it anew */
export async function sayUnder(
  speaker: Speaker,
  { edit, ...opening }: Opening & { readonly edit: string },
): Promise<void> {
  const { space, slug, body } = opening;
  const known = await speaker.snapshot((db) => subjectAt(db, space, slug));
  if (known) await sayAbout(speaker, known.subject, { kind: edit, body });
  else await sayOpening(speaker, opening);
}

/** By the kind that opens a thing, the kind that ends it. */
export type Ends = ReadonlyMap<string, string>;

/**
 * It is shown no more, and its words are erased; that something was withdrawn stays. What the desk has said of it anew
 * since then is the campaign's own: of that the first words are erased, and it stands, unless `whole`.
 */
export async function takeBackThing(
  speaker: Speaker,
  subject: string,
  ends: Ends,
  whole: "whole" | "first words",
): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const opening = said.find(({ kind }) => ends.has(kind));
  if (!opening) return;
  const end = ends.get(opening.kind)!;
  const isAnew = (kind: string) => kind.endsWith(".edited/1");
  const last = said.findLast(({ kind }) => kind === end || ends.has(kind) || isAnew(kind))!;
  const isOver =
    whole === "whole" ? last.kind === end : said.some(({ kind }) => kind === end || isAnew(kind));
  const own = said.filter((one) => one === opening || (whole === "whole" && isAnew(one.kind)));
  const bodies = [...new Set(own.map(({ body }) => body))];
  const isErased = await speaker.snapshot((db) => areForgotten(db, bodies)); // withdrawn is not erased yet
  await sayAbout(
    speaker,
    subject,
    ...(isOver ? [] : [{ kind: end, body: {} }]),
    ...(isErased ? [] : erasuresOf(bodies)),
  );
}
