/** A story that was begun and not sent: what was typed on each step, and the files that came with it, until it is sent or forgotten. */
import { createHash } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Privately } from "../../platform/private/part.ts";
import { hashOf } from "../../platform/private/submissions.ts";
import { askUploads, WORDS, type Upload } from "./private/uploads.ts";
import type { Typed } from "../../platform/sent/sort.ts";
import { isProof, KEPT_UNSENT, TELL, type What } from "./bounds.ts";
import { stepOf, STEPS, type Step } from "./form.ts";
import type { Store } from "./store.ts";

interface Begun {
  readonly typed: Typed;
  /** The file in which it stands. */
  readonly words: string;
  /** The UTC day until which it is kept. */
  readonly until: string;
}

/** Asks, at the address of a step, what is missing there. */
export const LOOK = "look";
/** Says, at the address of the last step, that what it was opened for has changed. */
export const CHANGED = "changed";

/** Who has the secret goes on here. */
export const stepAt = (step: Step, secret: string): string => `${TELL}/${step}/${secret}`;

export async function begunBy(store: Store, secret: string): Promise<Begun | undefined> {
  const found = await store.wordsOf(hashOf(secret));
  if (!found) return undefined;
  const until = dayAt(found.began + KEPT_UNSENT);
  return { typed: JSON.parse(found.words) as Typed, words: found.id, until };
}

/** @returns false where there is no room for it */
export const keepBegun = (store: Store, secret: string, typed: Typed, by: string) =>
  store.keepWords(hashOf(secret), JSON.stringify(typed), by);

/** The files of one who sends, in the order in which they began to come. */
export async function filesOf(ask: Privately, owner: string): Promise<Upload[]> {
  const all = await askUploads(ask).of(owner);
  return all.filter(({ what }) => what !== WORDS);
}

/** Of these the ones that came whole and can be taken: what the form shows, and counts. */
export const hereOf = (files: readonly Upload[]): Upload[] =>
  files.filter(({ state }) => state === "here");

/** As the form counts it. */
export const ofUpload = ({ id, what }: Upload) => ({ id, what: what as What });

/** What was typed on one step in place of what stood there: a box that is ticked no more is gone. */
export const withStep = (before: Typed, step: Step, typed: Typed): Typed => ({
  ...Object.fromEntries(Object.entries(before).filter(([name]) => stepOf(name) !== step)),
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => stepOf(name) === step)),
});

/** What somebody agrees to, all of the steps before and their files, in a few signs: a consent to it is none to other ones. */
export function seenIn(
  step: Step,
  typed: Readonly<Partial<Typed>>,
  files: readonly Pick<Upload, "id" | "what">[],
): string {
  const before = STEPS.slice(0, STEPS.indexOf(step));
  const told = Object.entries(typed).filter(([name]) => before.includes(stepOf(name)));
  const shown = files.filter(({ what }) => !isProof(what as What));
  const all = [told.toSorted(([a], [b]) => (a < b ? -1 : 1)), shown.map(({ id }) => id)];
  return createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
}

/** Nobody is said to be in a file any more: the numbers of the photos are other ones now. */
export const withoutFiles = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !/^p\d-in-/.test(name)));
