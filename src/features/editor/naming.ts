/**
 * People, places, partners and programmes of a story by their names, as its form has them; its file has their addresses.
 * Rule W26.
 */
import { addressesIn, folded, subjectAt } from "../../platform/addresses/addresses.ts";
import { calledSo, namesOf as calledAs } from "../../platform/addresses/called.ts";
import { choicesOf, nearOnes, type Choice } from "../../platform/addresses/choices.ts";
import type { Db } from "../../platform/db/store.ts";
import { itemsIn, linesIn, type Typed } from "./typed.ts";

/** Fields that name things of a space. */
export const NAMED = {
  people: "people",
  authors: "people",
  places: "places",
  programmes: "programmes",
  partners: "partners",
} as const;
export type NamedField = keyof typeof NAMED;
export const NAMED_FIELDS = Object.keys(NAMED) as readonly NamedField[];
export const isNamed = (field: string): field is NamedField => field in NAMED;

export const MOST_NAMED = 200; // rows of one field; more of them stand in the form as they are, out of sight

/** One thing as the form names it. */
export interface Row {
  readonly name: string;
  /** None where nobody is known by that name. */
  readonly slug?: string;
  /** Who or what could be meant by a name that is not known. */
  readonly choices: readonly Choice[];
}
export type Rows = Readonly<Partial<Record<NamedField, readonly Row[]>>>;

/** Whom no record names yet, by their addresses. */
type Unsaid = ReadonlyMap<string, { readonly card: { readonly name: string } }>;

export async function rowsOf(db: Db, typed: Typed, unsaid: Unsaid): Promise<Rows> {
  const rows: Partial<Record<NamedField, readonly Row[]>> = {};
  for (const field of NAMED_FIELDS) {
    const items = linesIn(typed[field] ?? "");
    if (items.length > 0 && items.length <= MOST_NAMED)
      rows[field] = await rowsIn(db, NAMED[field], items, unsaid);
  }
  return rows;
}

async function rowsIn(db: Db, space: string, items: readonly string[], unsaid: Unsaid) {
  const addresses = await addressesIn(db, space);
  const subjects = items.flatMap((slug) => addresses.get(slug) ?? []);
  const called = await calledAs(db, subjects);
  const nameOf = (slug: string) => {
    const subject = addresses.get(slug);
    const own = subject === undefined ? undefined : called.get(subject)?.name;
    return own ?? (space === "people" ? unsaid.get(slug)?.card.name : undefined);
  };
  const names = items.map(nameOf);
  const alike = await calledSo(
    db,
    space,
    names.filter((name) => name !== undefined),
  );
  const many = (name: string) =>
    alike.filter((one) => folded(one.name) === folded(name)).length > 1 ||
    names.filter((one) => one !== undefined && folded(one) === folded(name)).length > 1;
  const rows: Row[] = [];
  for (const [i, slug] of items.entries()) {
    const name = names[i];
    if (name !== undefined)
      rows.push({ name: many(name) ? labelOf({ slug, name }) : name, slug, choices: [] });
    else if (addresses.has(slug)) rows.push({ name: slug, slug, choices: [] });
    else rows.push({ name: slug, choices: await couldBe(db, space, slug) });
  }
  return rows;
}

/** Of several that are called the same, each is told by its address. */
export const labelOf = ({ slug, name }: Choice): string => `${name} (${slug})`;

async function couldBe(db: Db, space: string, name: string): Promise<readonly Choice[]> {
  const same = await choicesOf(db, await calledSo(db, space, [name]));
  return same.length > 0 ? same : nearOnes(db, space, name);
}

/** How the names of the fields begin that the form has for each. */
export const ROWS: readonly string[] = [...NAMED_FIELDS, "topics"].map((field) => `${field}.`);

interface Posted {
  readonly fields: Readonly<Record<string, string>>;
  /** What the form showed. */
  readonly shown: Rows;
}

/** What the form named, as the file has it, an address or what was typed a line. */
export async function slugsTyped(db: Db, { fields, shown }: Posted): Promise<Typed> {
  const typed: Record<string, string> = {};
  for (const field of NAMED_FIELDS) {
    const said = namesIn(fields, field);
    const slugs: string[] = [];
    for (const { name, pick } of said)
      slugs.push(await slugFor(db, NAMED[field], { name, pick, rows: shown[field] ?? [] }));
    typed[field] = slugs.join("\n");
  }
  return typed;
}

/** A field of its own for each, and all of them in one, as programs and earlier forms send them. */
function namesIn(fields: Posted["fields"], field: NamedField) {
  const each = Array.from({ length: MOST_NAMED }, (_, i) => ({
    name: fields[`${field}.${i}`] ?? "",
    pick: fields[`${field}.${i}.pick`] ?? "",
  }));
  const all = itemsIn(fields[field] ?? "").map((name) => ({ name, pick: "" }));
  return [...each, ...all].filter(({ name }) => name !== "");
}

interface Meant {
  readonly name: string;
  readonly pick: string;
  readonly rows: readonly Row[];
}

async function slugFor(db: Db, space: string, { name, pick, rows }: Meant): Promise<string> {
  const shown = rows.find((row) => row.slug !== undefined && row.name === name);
  if (shown) return shown.slug!;
  const choices = await couldBe(db, space, name);
  if (choices.some(({ slug }) => slug === pick)) return pick;
  const asked = /^(.*) \(([a-z0-9-]+)\)$/s.exec(name)?.[2] ?? name;
  const address = await subjectAt(db, space, asked);
  if (address) return address.slug;
  const [one] = choices;
  return choices.length === 1 && one && isWhole(name, one.name) ? one.slug : name;
}

/** Whole words of a name name it where nothing else can be meant; of half a word nobody can know who is to come. */
function isWhole(typed: string, name: string): boolean {
  const words = new Set(folded(name).split(" "));
  const those = folded(typed).split(" ");
  return those.join("").length > 2 && those.every((word) => words.has(word));
}

/** Ticked topics in the order in which the file had them, new ones behind. */
export function ticked(
  field: string,
  posted: Posted["fields"],
  { before, known }: { readonly before: string; readonly known: readonly string[] },
): string {
  const ids = new Set([...linesIn(before), ...known]);
  const said = new Set(itemsIn(posted[field] ?? ""));
  const chosen = [...ids].filter((id) => posted[`${field}.${id}`] === "yes" || said.has(id));
  return [...chosen, ...[...said].filter((id) => !ids.has(id))].join("\n");
}
