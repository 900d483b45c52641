/**
 * What lies below a name of a form: which entries a list has, which fields stand there, whether anything is typed in them.
 * Looked up once for a form: a list of some hundred entries is asked for each field of each.
 */

interface Below {
  /** The fields of this name and below it, in the order of the form. */
  readonly keys: string[];
  /** The numbers of its entries. */
  readonly rows: Set<number>;
  isFilled: boolean;
}
type Names = Readonly<Record<string, string>>;

const known = new WeakMap<Names, ReadonlyMap<string, Below>>();

/** @param typed is not changed any more */
export const lying = (typed: Names, name: string): Readonly<Below> | undefined =>
  belowEach(typed).get(name);

function belowEach(typed: Names): ReadonlyMap<string, Below> {
  const before = known.get(typed);
  if (before) return before;
  const all = new Map<string, Below>();
  for (const [key, value] of Object.entries(typed)) {
    let end = key.indexOf(".");
    while (end !== -1) {
      const next = key.indexOf(".", end + 1);
      const below = at(all, key.slice(0, end));
      const part = key.slice(end + 1, next === -1 ? undefined : next);
      below.keys.push(key);
      if (/^\d{1,4}$/.test(part)) below.rows.add(Number(part));
      // Which one is meant is nothing without its name.
      below.isFilled ||= value !== "" && !key.endsWith(".pick");
      end = next;
    }
    const own = at(all, key);
    own.keys.push(key);
    own.isFilled ||= value !== "";
  }
  known.set(typed, all);
  return all;
}

function at(all: Map<string, Below>, name: string): Below {
  const found = all.get(name) ?? { keys: [], rows: new Set<number>(), isFilled: false };
  all.set(name, found);
  return found;
}
