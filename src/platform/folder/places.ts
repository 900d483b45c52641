/** Going to the values at a pattern such as `people[]` or `cover.file`; `[]` walks a list. */
import type { Path } from "./form.ts";
import type { FolderPart } from "./part.ts";

/** The value with what stands at the pattern changed. A value changed to undefined goes, and so does a list that empties. */
export function changeAt(
  value: unknown,
  pattern: string,
  change: (value: unknown, path: Path) => unknown,
): unknown {
  return walk(value, steps(pattern), [], change);
}

/** Everything that stands at the pattern. */
export function valuesAt(value: unknown, pattern: string): { value: unknown; path: Path }[] {
  const all: { value: unknown; path: Path }[] = [];
  changeAt(value, pattern, (at, path) => {
    all.push({ value: at, path });
    return at;
  });
  return all;
}

/** What a thing names of its own space: a slug in its file, a subject in its record. */
export function ownReference(
  { refs, space }: FolderPart,
  value: unknown,
): { name: string; path: Path } | undefined {
  const [pattern] = Object.entries(refs).find(([, to]) => to === space) ?? [];
  const [found] = pattern === undefined ? [] : valuesAt(value, pattern);
  return found && { name: String(found.value), path: found.path };
}

const steps = (pattern: string): string[] => pattern.replaceAll("[]", ".[]").split(".");

function walk(
  value: unknown,
  [step, ...rest]: readonly string[],
  path: Path,
  change: (value: unknown, path: Path) => unknown,
): unknown {
  if (step === undefined) return change(value, path);
  if (step === "[]") {
    if (!Array.isArray(value)) return value;
    const kept = value
      .map((item: unknown, i) => walk(item, rest, [...path, i], change))
      .filter((item) => item !== undefined);
    return kept.length === 0 && value.length > 0 ? undefined : kept;
  }
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return value;
  const { [step]: inner, ...others } = value as Record<string, unknown>;
  const changed = walk(inner, rest, [...path, step], change);
  return changed === undefined ? others : { ...others, [step]: changed };
}
