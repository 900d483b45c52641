/** Things of one space that each name at most one other of it: the circles among them, and what must come first. */

/** Who names whom. */
type Naming = ReadonlyMap<string, string>;

/** Every circle once, from the smallest of its names on; one that names itself is a circle of one. */
export function circlesIn(naming: Naming): string[][] {
  const seen = new Set<string>();
  const circles: string[][] = [];
  for (const start of naming.keys()) {
    const way = new Map<string, number>();
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      way.set(at, way.size);
      at = naming.get(at);
    }
    const entered = at === undefined ? undefined : way.get(at);
    if (entered !== undefined) circles.push(fromSmallest([...way.keys()].slice(entered)));
  }
  return circles;
}

function fromSmallest(circle: readonly string[]): string[] {
  const first = circle.indexOf(circle.reduce((a, b) => (a < b ? a : b)));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** The same, as if those in a circle named nobody. */
export function withoutCircles(naming: Naming): Map<string, string> {
  const inCircle = new Set(circlesIn(naming).flat());
  return new Map([...naming].filter(([name]) => !inCircle.has(name)));
}

/** What it names, what that one names, and so on to the end; `naming` has no circle. */
export function allAbove(naming: Naming, name: string): string[] {
  const above: string[] = [];
  for (let at = naming.get(name); at !== undefined; at = naming.get(at)) above.push(at);
  return above;
}

/** In the same order, but for what is named by another: it stands before that. */
export function namedFirst<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  naming: Naming,
): T[] {
  const byName = Map.groupBy(things, nameOf);
  const ordered = new Set<string>();
  for (const name of byName.keys()) {
    const chain: string[] = [];
    const waiting = new Set<string>();
    let at: string | undefined = name;
    while (at !== undefined && byName.has(at) && !ordered.has(at) && !waiting.has(at)) {
      chain.push(at);
      waiting.add(at);
      at = naming.get(at);
    }
    for (const one of chain.toReversed()) ordered.add(one);
  }
  return [...ordered].flatMap((name) => byName.get(name)!);
}
