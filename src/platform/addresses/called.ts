/**
 * What every thing that has an address is called, and which others it names: lists, pickers and "what names this" of the desk
 * are asked of these tables, whatever feature a thing is of. A thing is called by its `name` or `title`.
 */
import type { Db } from "../db/store.ts";
import { integer, table, text, type TablesOf } from "../db/table.ts";
import type { Projection } from "../log/projection.ts";
import { rowProjection } from "../log/row-projection.ts";
import type { Kinds } from "../records/kind.ts";
import type { LogRecord } from "../records/record.ts";
import { SLUG_BOUND } from "./addresses.ts";

const tables = {
  called: table(
    // `isGone`: 1 once it is withdrawn. `at`: of what was said last.
    { subject: text, space: text, name: text, folded: text, gone: integer, at: text },
    { indexes: { called_space: ["space", "gone", "folded"] } },
  ),
  /** The subjects that a thing names, or that what is said beside it names. */
  naming: table(
    { subject: text, named: text },
    { key: ["subject", "named"], indexes: { naming_named: ["named"] } },
  ),
};
type CalledTables = TablesOf<typeof tables>;

/** A thing as lists show it. */
export interface Called {
  readonly subject: string;
  readonly space: string;
  readonly name: string;
  readonly gone: number;
  readonly at: string;
}

/** As it is looked for: small letters without marks, one blank between words. */
export const folded = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * @param kinds of every feature: what can be edited and withdrawn has a name here
 * @param beside kinds by which more is said about such a thing, and others are named
 */
export function calledProjection(kinds: Kinds, beside: readonly string[] = []): Projection {
  const families = Object.keys(kinds).flatMap((kind) => {
    const family = kind.split(".")[0]!;
    const [edited, withdrawn] = [`${family}.edited/1`, `${family}.withdrawn/1`];
    return kinds[kind]!.opens && kinds[edited] && kinds[withdrawn] ? [kind, edited, withdrawn] : [];
  });
  const about = new Set(families);
  const read = [...about, SLUG_BOUND, ...beside];
  return rowProjection({
    name: "called",
    version: 1,
    kinds: Object.fromEntries(read.map((kind) => [kind, kinds[kind]!])),
    tables,
    fold: (records) => calledIn(records, about),
    rows: ({ named, ...called }) => ({
      called: [called],
      naming: named.map((one) => ({ named: one })),
    }),
  });
}

function calledIn(records: readonly LogRecord[], kinds: ReadonlySet<string>) {
  const about = records.filter(({ kind }) => kinds.has(kind));
  const space = fieldOf(records.findLast(({ kind }) => kind === SLUG_BOUND)?.body, "space");
  const words = about.findLast(({ body }) => nameIn(body) !== undefined);
  if (space === undefined || words === undefined) return undefined;
  const name = nameIn(words.body)!;
  const { kind, at } = about.at(-1)!;
  const beside = records.filter((one) => !kinds.has(one.kind) && one.kind !== SLUG_BOUND);
  const named = new Set([words, ...beside].flatMap(({ body }) => [...subjectsIn(body)]));
  named.delete(words.subject);
  const gone = kind.endsWith(".withdrawn/1") ? 1 : 0;
  return { space, name, folded: folded(name), gone, at, named: [...named] };
}

/** What a body is called. */
export const nameIn = (body: unknown): string | undefined =>
  fieldOf(body, "name") ?? fieldOf(body, "title") ?? fieldOf(propertiesOf(body), "name");

const propertiesOf = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "properties" in body ? body.properties : undefined;

function fieldOf(body: unknown, field: string): string | undefined {
  const value: unknown =
    typeof body === "object" && body !== null ? Reflect.get(body, field) : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Everything in it that has the form of a subject; a hash that has it, too, leads nowhere and does no harm. */
function* subjectsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (/^[0-9a-f]{64}$/.test(value)) yield value;
  } else if (typeof value === "object" && value !== null)
    for (const inner of Object.values(value)) yield* subjectsIn(inner);
}

const mine = (db: Db) => db.withTables<CalledTables>();

interface Looking {
  readonly space: string;
  /** Words of the name, in any case; none for all. */
  readonly words?: string;
  /** What was withdrawn in place of what stands. */
  readonly isGone?: boolean;
  readonly order?: "name" | "newest";
  readonly most: number;
  readonly from?: number;
}

const looking = (db: Db, { space, words = "", isGone = false }: Looking) => {
  let asked = mine(db)
    .selectFrom("called")
    .where("space", "=", space)
    .where("gone", "=", isGone ? 1 : 0);
  for (const word of folded(words).split(" ").slice(0, 8))
    if (word !== "") asked = asked.where("folded", "like", `%${word}%`);
  return asked;
};

/** The things of a space whose names hold all these words. */
export const callable = (db: Db, asked: Looking): Promise<Called[]> =>
  looking(db, asked)
    .select(["subject", "space", "name", "gone", "at"])
    .orderBy(asked.order === "newest" ? "at" : "folded", asked.order === "newest" ? "desc" : "asc")
    .orderBy("subject")
    .limit(asked.most)
    .offset(asked.from ?? 0)
    .execute();

export async function howMany(db: Db, asked: Omit<Looking, "most">): Promise<number> {
  const row = await looking(db, { ...asked, most: 1 })
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Those that are called exactly so, whatever the case and the marks; what is withdrawn is left out. */
export async function calledSo(db: Db, space: string, names: readonly string[]): Promise<Called[]> {
  if (names.length === 0) return [];
  return mine(db)
    .selectFrom("called")
    .select(["subject", "space", "name", "gone", "at"])
    .where("space", "=", space)
    .where("gone", "=", 0)
    .where("folded", "in", [...new Set(names.map(folded))])
    .orderBy("subject")
    .execute();
}

/** What these subjects are called, withdrawn or not. */
export async function namesOf(db: Db, subjects: readonly string[]): Promise<Map<string, Called>> {
  if (subjects.length === 0) return new Map();
  const rows = await mine(db)
    .selectFrom("called")
    .select(["subject", "space", "name", "gone", "at"])
    .where("subject", "in", [...new Set(subjects)])
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}

/** What stands and names this subject, by name. */
export const whatNames = (db: Db, subject: string, most: number): Promise<Called[]> =>
  mine(db)
    .selectFrom("naming")
    .innerJoin("called", "called.subject", "naming.subject")
    .select(["called.subject", "space", "name", "gone", "at"])
    .where("naming.named", "=", subject)
    .where("gone", "=", 0)
    .orderBy("folded")
    .orderBy("called.subject")
    .limit(most)
    .execute();
