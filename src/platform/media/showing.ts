/**
 * Which things show a file: what stands of each, as its kind of record says (`files`). From here a file is served, and from
 * nowhere else. Rule M28 of README.md.
 */
import * as v from "valibot";
import type { Db } from "../db/store.ts";
import { table, text, textOf, type TablesOf } from "../db/table.ts";
import type { Projection } from "../log/projection.ts";
import { rowProjection } from "../log/row-projection.ts";
import type { LadderTables } from "../private/ladders.ts";
import { mediaIn } from "../records/jcs.ts";
import type { Files, Kinds } from "../records/kind.ts";
import type { LogRecord } from "../records/record.ts";

const tables = {
  showing: table(
    /** `kind`: of the record that names it. */
    { subject: text, media: text, kind: text, files: textOf<Files>() },
    { key: ["subject", "media"], indexes: { showing_media: ["media"] } },
  ),
};
type ShowingTables = TablesOf<typeof tables>;

/** A thing that stands and names a file. */
export interface Naming {
  readonly subject: string;
  readonly kind: string;
  /** As it is named. */
  readonly media: string;
  /** The one that was asked for: this one, or one made of it. */
  readonly file: string;
}

/** @param kinds all there are; those of an operator’s own may come in before the log is opened */
export function showingProjection(kinds: Kinds): Projection {
  const families = () =>
    new Set(Object.keys(kinds).flatMap((kind) => (kinds[kind]!.files ? [familyOf(kind)] : [])));
  const stated = rowProjection({
    name: "showing",
    version: 1,
    kinds,
    tables,
    fold: (records) => standing(records, kinds),
    rows: ({ kind, body }) => ({
      showing: [...new Set(mediaIn(body))].map((media) => ({
        media,
        kind,
        files: kinds[kind]!.files!,
      })),
    }),
  });
  return {
    ...stated,
    get kinds() {
      const of = families();
      return Object.keys(kinds).filter(
        (kind) => kinds[kind]!.files ?? (isEnd(kind) && of.has(familyOf(kind))),
      );
    },
  };
}

/** The last that was said and fits; nothing after a withdrawal, and nothing where no file was ever named: most name none. */
function standing(records: readonly LogRecord[], kinds: Kinds): LogRecord | undefined {
  if (records.every(({ body }) => mediaIn(body).length === 0)) return undefined;
  const last = records.findLast(({ kind, body }) => isEnd(kind) || v.is(kinds[kind]!.body, body));
  return last && !isEnd(last.kind) ? last : undefined;
}

const familyOf = (kind: string): string => kind.split(".")[0]!;
const isEnd = (kind: string): boolean => /\.withdrawn\//.test(kind);

/** What names this file, or the one that it was made of. */
export async function namingFile(
  db: Db,
  file: string,
): Promise<readonly (Naming & { readonly files: Files })[]> {
  const mine = db.withTables<ShowingTables & LadderTables>();
  const made = await mine.selectFrom("rung").select("media").where("file", "=", file).execute();
  const rows = await mine
    .selectFrom("showing")
    .selectAll()
    .where("media", "in", [file, ...made.map(({ media }) => media)])
    .execute();
  return rows.map((row) => ({ ...row, file }));
}
