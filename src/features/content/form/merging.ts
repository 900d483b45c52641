/** Two people changed one thing: what does not meet is put together, and where it meets both are shown. */
import { canonical } from "../../../platform/records/jcs.ts";

type Group = Readonly<Record<string, unknown>>;

interface Merged {
  readonly value: Group;
  /** The places at which both said something else: `summary`, `photo.credit`. */
  readonly clashes: readonly string[];
}

/** @param was what both began with @returns theirs with what was changed in mine; where both changed the same, mine */
export function merged(was: Group, theirs: Group, mine: Group): Merged {
  const clashes: string[] = [];
  const value = group(was, theirs, mine, "", clashes);
  return { value, clashes };
}

function group(was: Group, theirs: Group, mine: Group, at: string, clashes: string[]): Group {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const place = at === "" ? key : `${at}.${key}`;
      const one = both(was[key], theirs[key], mine[key], place, clashes);
      return one === undefined ? [] : [[key, one]];
    }),
  );
}

function both(
  was: unknown,
  theirs: unknown,
  mine: unknown,
  at: string,
  clashes: string[],
): unknown {
  if (isSame(theirs, mine) || isSame(mine, was)) return theirs;
  if (isSame(theirs, was)) return mine;
  if (isGroup(theirs) && isGroup(mine))
    return group(isGroup(was) ? was : {}, theirs, mine, at, clashes);
  if (Array.isArray(theirs) && Array.isArray(mine))
    return list(Array.isArray(was) ? was : [], theirs, mine, at, clashes);
  clashes.push(at);
  return mine;
}

/** Entries by their id, or by all that they hold: what either added is there, what either took out is not. */
function list(
  was: readonly unknown[],
  theirs: readonly unknown[],
  mine: readonly unknown[],
  at: string,
  clashes: string[],
): unknown {
  const [old, one, other] = [was, theirs, mine].map(
    (entries) => new Map(entries.map((entry) => [nameOf(entry), entry])),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const kept = [...new Set([...one.keys(), ...other.keys()])].flatMap((name) => {
    if (old.has(name) && (!one.has(name) || !other.has(name))) return []; // one of both took it out
    const [a, b] = [one.get(name), other.get(name)];
    if (a === undefined || b === undefined) return [a ?? b];
    return [both(old.get(name), a, b, `${at}.${name}`, clashes)];
  });
  return kept.length === 0 ? undefined : kept;
}

const nameOf = (entry: unknown): string => {
  const id = isGroup(entry) ? entry["id"] : undefined;
  return typeof id === "string" ? id : canonical(entry);
};
const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));
