/**
 * What is said in several languages is a map, and some servers take its first language for that of the words: the one in
 * which the plain words stand goes first, in every map beside them. Signatures do not see the order.
 */
const MAP = /^(.+)Map$/;

/** @param value JSON of ours */
export function ownLanguageFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownLanguageFirst);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  const own = ownLanguageOf(object);
  return Object.fromEntries(
    Object.entries(object).map(([name, one]) => [
      name,
      MAP.test(name) ? sorted(one as object, own) : ownLanguageFirst(one),
    ]),
  );
}

/** The language whose words stand beside a map without a language. */
function ownLanguageOf(object: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, map] of Object.entries(object)) {
    const plain = object[MAP.exec(name)?.[1] ?? ""];
    if (plain === undefined) continue;
    const [lang] = Object.entries(map as object).find(([, words]) => words === plain) ?? [];
    if (lang !== undefined) return lang;
  }
  return undefined;
}

function sorted(map: object, own: string | undefined): object {
  const all = Object.entries(map);
  return Object.fromEntries([
    ...all.filter(([lang]) => lang === own),
    ...all.filter(([lang]) => lang !== own),
  ]);
}
