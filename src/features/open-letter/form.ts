/** The form of a signature, and the list that was signed on paper: what was typed, and what is kept of it. */
import * as v from "valibot";
import { tidy } from "../../engines/plaintext/tidy.ts";
import { country as countryCode } from "../../platform/folder/fields.ts";
import { isSecret } from "../../platform/private/submissions.ts";
import { MAX_NAME, MAX_PAPER, MAX_SENTENCE, SIGNER_KINDS, type SignerKind } from "./records.ts";
import { readsLikeAddress } from "../../platform/mail/names.ts";
import type { LetterWords } from "./words.ts";

export const SIGN_FIELDS = ["id", "name", "kind", "place", "country", "words", "address"] as const;
export type TypedSignature = Readonly<Partial<Record<(typeof SIGN_FIELDS)[number], string>>>;
type Problems<F extends string> = Readonly<Partial<Record<F, string>>>;
export type SignProblems = Problems<(typeof SIGN_FIELDS)[number]>;

/** What somebody signs with. */
interface Written {
  readonly name: string;
  readonly kind: SignerKind;
  readonly place?: string;
  readonly country?: string;
  readonly words?: string;
}

const MAX_ADDRESS = 254; // RFC 5321
const ADDRESS =
  /^[^\s@<>"(),:;\\[\]]{1,64}@(?:[^\s@<>"(),:;\\[\].]+\.)+[^\s@<>"(),:;\\[\].]{2,63}$/;

/** @returns what is kept, without an address where none was given; or one line for each field that does not fit */
export function readSignature(
  typed: TypedSignature,
  words: LetterWords,
):
  | { readonly form: string; readonly address: string | undefined; readonly written: Written }
  | { readonly problems: SignProblems } {
  const { id = "", kind = "", country = "", address = "" } = typed;
  const [name, place] = [seen(typed.name), seen(typed.place)];
  const sentence = seen(typed.words).replace(/\s+/g, " ");
  const problems: { -readonly [F in keyof SignProblems]: SignProblems[F] } = {};
  const say = words.form;
  if (!isSecret(id)) problems.id = say.stale;
  if (!isName(name)) problems.name = say.nameExpected;
  if (!isKind(kind)) problems.kind = say.choose;
  if (!isLine(place, MAX_NAME)) problems.place = say.placeExpected;
  if (country !== "" && !v.is(countryCode, country)) problems.country = say.choose;
  if (!isLine(sentence, MAX_SENTENCE)) problems.words = say.wordsExpected;
  if (address !== "" && (address.length > MAX_ADDRESS || !ADDRESS.test(address)))
    problems.address = say.addressExpected;
  if (!isKind(kind) || Object.keys(problems).length > 0) return { problems };
  const written = {
    name,
    kind,
    ...(place !== "" && { place }),
    ...(country !== "" && { country }),
    ...(sentence !== "" && { words: sentence }),
  };
  return { form: id, address: address === "" ? undefined : address, written };
}

export const PAPER_FIELDS = ["kind", "country", "by", "where", "list"] as const;
export type TypedPaper = Readonly<Partial<Record<(typeof PAPER_FIELDS)[number], string>>>;
export type PaperProblems = Problems<(typeof PAPER_FIELDS)[number]>;
export interface Paper {
  readonly confirmed: "desk" | "hub";
  /** Who keeps the paper. */
  readonly by: string;
  readonly signers: readonly Written[];
}

/** A line a signer: the name, and after a semicolon the place. */
export function readPaper(
  typed: TypedPaper,
  words: LetterWords,
): { readonly paper: Paper } | { readonly problems: PaperProblems } {
  const { kind = "", country = "", where = "", list = "" } = typed;
  const by = seen(typed.by);
  const problems: { -readonly [F in keyof PaperProblems]: PaperProblems[F] } = {};
  const say = words.form;
  if (!isKind(kind)) problems.kind = say.choose;
  if (country !== "" && !v.is(countryCode, country)) problems.country = say.choose;
  if (by === "" || !isLine(by, MAX_NAME)) problems.by = words.paper.byExpected;
  if (where !== "desk" && where !== "hub") problems.where = say.choose;
  const lines = list.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  const pairs = lines.map((line) => {
    const [name = "", ...place] = line.split(";").map(seen);
    return { name, place: place.join("; ") };
  });
  const wrong = pairs.findIndex(({ name, place }) => !isName(name) || !isLine(place, MAX_NAME));
  if (pairs.length === 0 || pairs.length > MAX_PAPER)
    problems.list = words.paper.listExpected(MAX_PAPER);
  else if (wrong >= 0) problems.list = words.paper.lineExpected(wrong + 1);
  if (!isKind(kind) || Object.keys(problems).length > 0) return { problems };
  const signers = pairs.map(({ name, place }) => ({
    name,
    kind,
    ...(place !== "" && { place }),
    ...(country !== "" && { country }),
  }));
  return { paper: { confirmed: where as Paper["confirmed"], by, signers } };
}

const isKind = (text: string): text is SignerKind =>
  (SIGNER_KINDS as readonly string[]).includes(text);

/** Characters as they come; whatever is tidied away, more leaves no name and no sentence. */
const MAX_RAW = 4 * MAX_SENTENCE;

/** Without what nobody sees and what turns the direction of the names around it. */
const seen = (typed = ""): string => (typed.length > MAX_RAW ? typed : tidy(typed).trim()); // too long for what is kept, however it is tidied

/** It stands in the mail that asks whether it was them: nothing there may become a link. */
const isName = (text: string): boolean =>
  text !== "" && isLine(text, MAX_NAME) && !readsLikeAddress(text);

/** Nothing in it that a log's line cannot hold, and no address: a letter is no place for advertisements. */
const isLine = (text: string, most: number): boolean =>
  text.length <= most &&
  !/[\p{Cc}\u2028\u2029]/u.test(text) &&
  text.isWellFormed() &&
  // bounded: as long as a name, which was looked at first
  !/https?:|www\.|@\S+\.\S/i.test(text);
