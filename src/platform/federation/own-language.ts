/**
 * What is said in several languages is a map, and some servers take its first language for that of the words: the one in
 * which the plain words stand goes first. Signatures do not see the order.
 */
const MAP = /^(.+)Map$/;

/** @param value JSON of ours */
export function ownLanguageFirst(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ownLanguageFirst);
  if (typeof value !== "object" || value === null) return value;
  const object = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(object).map(([name, one]) => {
      const [, plain = ""] = MAP.exec(name) ?? [];
      return [name, plain === "" ? ownLanguageFirst(one) : sorted(one as object, object[plain])];
    }),
  );
}

function sorted(map: object, own: unknown): object {
  const all = Object.entries(map);
  return Object.fromEntries([
    ...all.filter(([, v]) => v === own),
    ...all.filter(([, v]) => v !== own),
  ]);
}
