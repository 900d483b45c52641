/**
 * Which fields of a thing are words that a campaign says in several languages, and where each of them stands. One list a
 * feature, for the campaign folder (what is there to translate) and for pages (what is shown in the reader's language).
 */

export interface Wording {
  /** The space of addresses of these things: `places`. */
  readonly space: string;
  /** Fields that hold words, each by the end of its path: `summary`, `topics.name`. */
  readonly texts: readonly string[];
  /** Fields that hold names which other languages may write otherwise, as those of places. */
  readonly called?: readonly string[];
  /** Fields that hold names which stay as they are. */
  readonly names?: readonly string[];
  /** Words that the interface says in every language. */
  readonly known?: readonly string[];
}

/** What others said or wrote stays in its own words, and so does what is noted about it. */
const QUOTED = new Set(["source", "sources", "wordings", "evidence", "disputes", "answers"]);
const SAID: Ends = new Map(
  ["title", "publisher", "note", "text", "by"].map((end) => [end, "name"] as const),
);
const LETTER = /\p{L}/u;

type Kind = "text" | "called" | "name";
type Take = (text: string, kind: Kind, path: readonly (string | number)[]) => string;

/** The thing with each of its words and names as `take` gives it back. */
export const reworded = <T>(wording: Wording, thing: T, take: Take): T =>
  walk(thing, [], "", endsOf(wording), new Set(wording.known), take) as T;

/**
 * Every text of a thing by its key: `places.nangi.name`, `campaign.topics.privacy.question`; one that it says again, once.
 * @param slug empty for the one thing of its space
 */
export function textsOf(wording: Wording, slug: string, thing: unknown): [string, string][] {
  const found: [string, string][] = [];
  const said = new Set<string>();
  const begin = slug === "" ? [wording.space] : [wording.space, slug];
  reworded(wording, thing, (text, kind, path) => {
    if (kind !== "name" && !said.has(text)) found.push([[...begin, ...path].join("."), text]);
    if (kind !== "name") said.add(text);
    return text;
  });
  return found;
}

type Ends = ReadonlyMap<string, Kind>;
const ends = new WeakMap<Wording, Ends>();

function endsOf(wording: Wording): Ends {
  let known = ends.get(wording);
  if (!known) {
    const { texts, called = [], names = [] } = wording;
    known = new Map<string, Kind>([
      ...texts.map((end) => [end, "text"] as const),
      ...called.map((end) => [end, "called"] as const),
      ...names.map((end) => [end, "name"] as const),
    ]);
    ends.set(wording, known);
  }
  return known;
}

/** @param path as a key has it: an entry of a list by its `id`, where it has one @param fields the same without entries */
function walk(
  value: unknown,
  path: readonly (string | number)[],
  fields: string,
  named: Ends,
  known: ReadonlySet<string>,
  take: Take,
): unknown {
  if (typeof value === "string") {
    const kind = kindOf(fields, named);
    return kind && LETTER.test(value) && !known.has(value) ? take(value, kind, path) : value;
  }
  if (Array.isArray(value))
    return value.map((one: unknown, i) =>
      walk(one, [...path, idOf(one) ?? i], fields, named, known, take),
    );
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (QUOTED.has(name)) return [name, walk(one, path, name, SAID, known, take)];
      const inner = name === "properties" ? path : [...path, name]; // of a Feature, which says nothing else
      return [
        name,
        walk(one, inner, fields === "" ? name : `${fields}.${name}`, named, known, take),
      ];
    }),
  );
}

function kindOf(fields: string, named: Ends): Kind | undefined {
  for (let at = 0; at >= 0;) {
    const found = named.get(fields.slice(at));
    if (found) return found;
    const dot = fields.indexOf(".", at);
    at = dot < 0 ? -1 : dot + 1;
  }
  return undefined;
}

function idOf(one: unknown): string | undefined {
  const id = typeof one === "object" && one !== null ? (one as { id?: unknown }).id : undefined;
  return typeof id === "string" ? id : undefined;
}
