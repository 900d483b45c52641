/** Which thing is meant where a name was typed: the one of that name, several that could be meant, or none. */
import { subjectAt, folded } from "../../../platform/addresses/addresses.ts";
import { calledSo, namesOf } from "../../../platform/addresses/called.ts";
import { choicesOf, nearOnes, type Choice } from "../../../platform/addresses/choices.ts";
import type { Db } from "../../../platform/db/store.ts";
import { standsNow } from "../led.ts";
import type { Field } from "./shape.ts";
import { rowsIn, under, type Typed } from "./typed.ts";

interface Unpicked {
  /** The field's name. */
  readonly at: string;
  readonly space: string;
  readonly name: string;
  /** What could be meant; none where it is not known here. */
  readonly choices: readonly Choice[];
  /** It was chosen, and was withdrawn since. */
  readonly isGone?: boolean;
}
export interface Picked {
  readonly slugAt: ReadonlyMap<string, string>;
  readonly unpicked: readonly Unpicked[];
}

interface Asked {
  readonly at: string;
  readonly space: string;
}

/** Every field of the form that names a thing, with something typed in it. */
export function namedIn(fields: readonly Field[], typed: Typed, prefix = ""): Asked[] {
  return fields.flatMap((field) => {
    const name = under(prefix, field.key);
    if (field.is === "group") return namedIn(field.fields, typed, name);
    if (field.is === "rows")
      return rowsIn(typed, name).flatMap((i) => namedIn(field.fields, typed, `${name}.${i}`));
    if (field.is !== "ref") return [];
    const all = field.many ? rowsIn(typed, name).map((i) => `${name}.${i}`) : [name];
    return all.filter((at) => typed[at]).map((at) => ({ at, space: field.space }));
  });
}

export async function pick(db: Db, fields: readonly Field[], typed: Typed): Promise<Picked> {
  const slugAt = new Map<string, string>();
  const unpicked: Unpicked[] = [];
  for (const [space, asked] of Map.groupBy(namedIn(fields, typed), (one) => one.space)) {
    const found = await calledSo(
      db,
      space,
      asked.map(({ at }) => typed[at]!),
    );
    const choices = await choicesOf(db, found);
    for (const { at } of asked) {
      const name = typed[at]!;
      const chosen = await chosenAt(db, space, name, typed[`${at}.pick`]);
      const same = choices.filter((one) => folded(one.name) === folded(name));
      if (chosen === GONE) unpicked.push({ at, space, name, choices: [], isGone: true });
      else if (chosen !== undefined) slugAt.set(at, chosen);
      else if (same.length === 1) slugAt.set(at, same[0]!.slug);
      else {
        const near = same.length > 0 ? same : await nearOnes(db, space, name);
        // Of a name half typed, the only one that it can be is meant.
        if (near.length === 1 && folded(name).length > 2) slugAt.set(at, near[0]!.slug);
        else unpicked.push({ at, space, name, choices: near });
      }
    }
  }
  return { slugAt, unpicked };
}

const GONE = Symbol("gone");

/** What was chosen among several, or what has become of it since, as long as the name beside it is still that one's. */
async function chosenAt(db: Db, space: string, name: string, slug: string | undefined) {
  if (!slug) return undefined;
  const address = await subjectAt(db, space, slug);
  if (!address) return undefined;
  const called = (await namesOf(db, [address.subject])).get(address.subject);
  const isSame =
    called && (folded(called.name) === folded(name) || folded(called.name).includes(folded(name)));
  if (!isSame && name !== slug) return undefined;
  return (await standsNow(db, space, address.slug))?.slug ?? GONE;
}
