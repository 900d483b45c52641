/** Subscribers as rows of a table: ours, signed so that this instance knows them again, and those of elsewhere. Pure. Rules U20 and U21. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { keyToPem, type Key } from "../../../platform/records/keys.ts";
import type { Subscriber } from "../private/subscribers.ts";

/** `confirmed` is the signature of this instance under the confirmation; it holds for the whole row. */
export const COLUMNS = [
  "address",
  "lang",
  "what",
  "often",
  "since",
  "state",
  "id",
  "confirmed",
] as const;
type Column = (typeof COLUMNS)[number] | "consent";

export type Own = Pick<
  Subscriber,
  "address" | "lang" | "what" | "often" | "since" | "state" | "id"
>;

export const rowOf = (key: Key, one: Own): string[] => [...partsOf(one), signatureOf(key, one)];

const partsOf = ({ address, lang, what, often, since, state, id }: Own): string[] => [
  address,
  lang,
  what,
  often,
  since,
  state,
  id,
];

const signatureOf = (key: Key, one: Own): string =>
  createHmac("sha256", keyToPem(key))
    .update(`confirmed subscriber\n${JSON.stringify(partsOf(one))}`)
    .digest("base64url");

/** A row of the file, by what its columns are called. */
export type Row = Readonly<Partial<Record<Column, string>>>;

/** The row as this instance wrote it; undefined where it did not, or where anything of it was changed. */
export function ownRow(key: Key, row: Row): Own | undefined {
  const { address = "", lang = "", what = "", often, since = "", state, id = "" } = row;
  if (often !== "each" && often !== "daily") return undefined;
  if (state !== "active" && state !== "dead") return undefined;
  const own: Own = { address, lang, what, often, since, state, id };
  const [said, right] = [row.confirmed ?? "", signatureOf(key, own)].map((text) =>
    Buffer.from(text),
  );
  const isOurs = said!.length === right!.length && timingSafeEqual(said!, right!);
  return isOurs ? own : undefined;
}

const CALLED: Readonly<Record<string, Column>> = {
  email: "address",
  "e-mail": "address",
  mail: "address",
  "email address": "address",
  "e-mail address": "address",
  language: "lang",
  consent: "consent",
  proof: "consent",
  "consent proof": "consent",
  confirm_time: "consent",
  optin_time: "consent",
};

/** The column that each cell of a header names; undefined for one that nothing is read of. */
export const columnsOf = (header: readonly string[]): (Column | undefined)[] =>
  header.map((cell) => {
    const name = cell.trim().toLowerCase();
    return COLUMNS.find((one) => one === name) ?? CALLED[name];
  });

/** What stands in a row; an apostrophe that keeps a cell from being run as a formula is taken off. */
export const rowFrom = (columns: readonly (Column | undefined)[], cells: readonly string[]): Row =>
  Object.fromEntries(
    columns.flatMap((column, i) =>
      column === undefined ? [] : [[column, plain(cells[i] ?? "")] as const],
    ),
  );
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, "").trim();

/** When and how somebody agreed: words with a year, so that a column of yes is none. */
export const isProof = (consent: string): boolean =>
  consent.length <= 300 && /(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(consent) && !/[\n\r]/.test(consent);
