/** What can be said of a signature under the open letter. The name comes by itself, because it is read before it is shown. */
import * as v from "valibot";
import { country, day, language, line, oneOf } from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

/** Characters of a name or a place. */
export const MAX_NAME = 80;
/** Characters of the sentence beside a name. */
export const MAX_SENTENCE = 280;
/** Names on one page of the letter. */
export const PAGE_SIZE = 50;
/** Lines of one list that was signed on paper. */
export const MAX_PAPER = 200;

export const SIGNER_KINDS = ["person", "carrier", "company", "community", "activist"] as const;
export type SignerKind = (typeof SIGNER_KINDS)[number];

/** Why the desk discards what waits for a code, as the trail has it: a word of ours, never what was typed. */
export const DISCARD_WHYS = ["flood", "twice", "trial", "asked"] as const;

export const LETTER_SIGNED = "letter.signed/1";
export const LETTER_NAMED = "letter.named/1";
export const LETTER_WITHDRAWN = "letter.withdrawn/1";

/** Somebody signed, which is counted: who they say they are in one word, and where. */
export const SignedBody = v.strictObject({
  /** Made before it was confirmed, so that it is one however often it comes. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "the id of a signature")),
  kind: oneOf(...SIGNER_KINDS),
  country: v.optional(country),
  signed: day,
  /** By a link in a mail; by the desk, which added it; or on paper before the desk or a hub, `by` whom it is kept. */
  confirmed: oneOf("mail", "desk", "hub"),
  by: v.optional(line),
});

const short = (most: number) => v.pipe(line, v.maxLength(most, `at most ${most} characters`));
/** Under which name, once somebody has read it. */
export const NamedBody = v.strictObject({
  name: short(MAX_NAME),
  place: v.optional(short(MAX_NAME)),
  words: v.optional(short(MAX_SENTENCE)),
  language: v.optional(language),
});

const WithdrawnBody = v.strictObject({
  by: oneOf("signer", "desk"),
  reason: v.optional(line),
});

export const letterKinds: Kinds = {
  [LETTER_SIGNED]: { opens: true, body: SignedBody, page: "/letter" },
  [LETTER_NAMED]: { opens: false, body: NamedBody, personal: true },
  [LETTER_WITHDRAWN]: { opens: false, body: WithdrawnBody },
};
