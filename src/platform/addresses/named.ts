/** Several things of a space as somebody types them in one field: by their names, with commas between. */
import type { Db } from "../db/store.ts";
import { folded, subjectAt } from "./addresses.ts";
import { calledSo } from "./called.ts";
import { choicesOf, nearOnes } from "./choices.ts";

const MOST = 100; // names of one field

/** Each one's subject, and the names that nobody or several have. */
export async function thingsTyped(
  db: Db,
  space: string,
  text: string,
): Promise<{ readonly subjects: readonly string[]; readonly unknown: readonly string[] }> {
  const whole = await subjectNamed(db, space, text.trim()); // a name may have commas of its own
  if (whole !== undefined) return { subjects: [whole], unknown: [] };
  const names = text
    .split(/[,，،、;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const subjects = new Set<string>();
  const unknown: string[] = [];
  for (const name of names.slice(0, MOST)) {
    const found = await subjectNamed(db, space, name);
    if (found === undefined) unknown.push(name);
    else subjects.add(found);
  }
  return { subjects: [...subjects], unknown: [...unknown, ...names.slice(MOST)] };
}

async function subjectNamed(db: Db, space: string, name: string): Promise<string | undefined> {
  if (folded(name) === "") return undefined;
  const same = await choicesOf(db, await calledSo(db, space, [name]));
  if (same.length > 1) return undefined;
  const near =
    same.length === 1 || folded(name).length < 3 ? same : await nearOnes(db, space, name);
  const slug = near.length === 1 ? near[0]!.slug : name;
  return (await subjectAt(db, space, slug))?.subject;
}
