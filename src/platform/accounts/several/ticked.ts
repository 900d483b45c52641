/**
 * Which rows of a list somebody ticked. A row is named by its id and by a stamp of how it stood when the list was shown, so
 * that what somebody else changed since is left alone. Without script, "all on this page" is a list that the form brings along.
 */
export interface Row {
  readonly id: string;
  /** How it stood: any word that is another one once it is changed. */
  readonly stamp: string;
  /** What an undo brings along: how it was before. */
  readonly was: string;
}

/** What one form may change: a page of a list, and a log that others write in too. */
export const MOST = 100; // rows

/** How the names of its fields begin, and what else the form has beside what is asked. */
export const ROWS = ["row."];
export const FIELDS = ["shown", "all", "do"] as const;
/** Bytes of a form: two lists of a hundred rows, or one of them with what each was. */
export const MOST_FORM = 600_000;

/** A row as the form brings it along. */
export const valueOf = ({ id, stamp, was = "" }: Pick<Row, "id" | "stamp"> & { was?: string }) =>
  `${id} ${stamp} ${was}`.trim();

const ROW = /^([\w.-]{1,100}) ([\w-]{1,64})(?: (.{0,500}))?$/;

/** Each once, in the order of the list. What is no row is none. */
export function rowsIn(fields: Readonly<Record<string, string>>): readonly Row[] {
  const ticked = Object.entries(fields).filter(([name]) => name.startsWith(ROWS[0]!));
  const shown = fields["all"] === "yes" ? (fields["shown"] ?? "").split("\n") : [];
  const rows = new Map<string, Row>();
  for (const text of [...shown, ...ticked.map(([, value]) => value)]) {
    const [, id, stamp, was = ""] = ROW.exec(text) ?? [];
    if (id !== undefined && stamp !== undefined && !rows.has(id)) rows.set(id, { id, stamp, was });
  }
  return [...rows.values()];
}

/** What became of them. */
export interface Outcome {
  readonly done: readonly (Row & { readonly name: string })[];
  /** How many were so already: sent twice is once. */
  readonly already: number;
  readonly left: readonly { readonly name: string; readonly why: "changed" | "gone" }[];
}
