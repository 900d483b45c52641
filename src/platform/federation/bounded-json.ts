/** Whether a body is JSON of a size that may be read: looked at byte by byte, before anything builds a value of it. */

interface Bounds {
  readonly depth: number;
  readonly nodes: number;
}

/** Its value, or what is wrong with it. */
export function readBounded(
  body: Uint8Array,
  bounds: Bounds,
): { readonly value: unknown } | { readonly problem: string } {
  const problem = outgrown(body, bounds);
  if (problem !== undefined) return { problem };
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown };
  } catch {
    return { problem: "Expected JSON in UTF-8" };
  }
}

const [QUOTE, ESCAPE, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function outgrown(body: Uint8Array, { depth: most, nodes: many }: Bounds): string | undefined {
  let [depth, nodes, inText] = [0, 0, false];
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]!;
    if (inText) {
      if (byte === ESCAPE) i += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > most) return `Expected JSON at most ${most} levels deep`;
      nodes += 1;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    else if ((byte === COMMA || byte === COLON) && ++nodes > many)
      return `Expected JSON of at most ${many} parts`;
  }
  return undefined;
}

/** The addresses that its `@context`s name, on every level: each may have to be fetched before it can be read. */
export function contextsOf(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const left: unknown[] = [value];
  while (left.length > 0) {
    const at = left.pop();
    if (typeof at !== "object" || at === null) continue;
    left.push(...(Object.values(at) as unknown[]));
    const context = (at as { "@context"?: unknown })["@context"];
    for (const one of Array.isArray(context) ? (context as unknown[]) : [context])
      if (typeof one === "string") found.add(one);
  }
  return found;
}
