/** What was said is forgotten: the bodies of records, named by their hashes, with a reason that the log keeps. */
import { ERASURE_MADE } from "../log/kinds.ts";
import { areForgotten, recordsAbout } from "../log/reading.ts";
import { sayAbout, type Sentence, type Speaker } from "./speaker.ts";

const MOST = 5000; // bodies that one erasure may name

/** What erases these bodies; nothing where there are none. */
export function erasuresOf(bodies: Iterable<string>, reason?: string): Sentence[] {
  const all = [...new Set(bodies)];
  return Array.from({ length: Math.ceil(all.length / MOST) }, (_, i) => ({
    kind: ERASURE_MADE,
    body: {
      bodies: all.slice(i * MOST, (i + 1) * MOST),
      ...(reason !== undefined && { reason }),
    },
  }));
}

/** The hashes of what records of these kinds said, each once. */
export const bodiesOf = (
  said: readonly { readonly kind: string; readonly body: string }[],
  kinds: readonly string[],
): string[] => [
  ...new Set(said.filter(({ kind }) => kinds.includes(kind)).map(({ body }) => body)),
];

interface Ending {
  /** What is said of it before: that it was withdrawn, and by whom. */
  readonly end: Sentence;
  /** The kinds of record that hold its words. */
  readonly texts: readonly string[];
  readonly reason: string;
}

/** It ends, and all its words are forgotten. @returns their hashes; none where nothing was left to forget */
export async function endAndErase(
  speaker: Speaker,
  subject: string,
  { end, texts, reason }: Ending,
): Promise<readonly string[]> {
  const bodies = bodiesOf(await speaker.snapshot((db) => recordsAbout(db, subject)), texts);
  if (bodies.length === 0) return [];
  if (await speaker.snapshot((db) => areForgotten(db, bodies))) return []; // it was said already
  await sayAbout(speaker, subject, end, ...erasuresOf(bodies, reason));
  return bodies;
}
