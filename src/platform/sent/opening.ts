/** What was sent becomes a thing of its own under an address, and is taken back with all that was opened for it. */
import { isDeepStrictEqual } from "node:util";
import { SLUG_BOUND, subjectAt } from "../addresses/addresses.ts";
import { openTurns } from "../db/in-turn.ts";
import { ERASURE_MADE } from "../log/kinds.ts";
import { areForgotten, recordsAbout, thingsIn } from "../log/reading.ts";
import { Clock } from "../records/clock.ts";
import type { JsonObject } from "../records/jcs.ts";
import { signRecord } from "../records/record.ts";
import { sayAll, type Speaker } from "./speaker.ts";

export interface Opening {
  readonly space: string;
  readonly slug: string;
  readonly kind: string;
  readonly body: JsonObject;
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
  const { space, slug, kind, body } = opening;
  const clock = new Clock(Date.now);
  const named = signRecord({ kind, at: clock.tick(), body }, speaker.key);
  const bound = signRecord(
    { kind: SLUG_BOUND, subject: named.id, at: clock.tick(), body: { space, slug } },
    speaker.key,
  );
  await sayAll(speaker, [named, bound]);
  return named.id;
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
  const drafts = [
    ...(isOver ? [] : [{ kind: end, subject, body: {} }]),
    ...(isErased ? [] : [{ kind: ERASURE_MADE, subject, body: { bodies } }]),
  ];
  if (drafts.length === 0) return;
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  await sayAll(
    speaker,
    drafts.map((draft) => signRecord({ ...draft, at: at() }, speaker.key)),
  );
}
