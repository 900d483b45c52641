/** Flows on a graph whose edges carry as much as a solver's answer says, and the least cuts that bound them. */

export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Infinity for an edge that no cut may take. */
  readonly capacity: Float64Array;
  /** Edges that leave each node, and those that enter it: first of each node, and one more at the end. */
  readonly outAt: Int32Array;
  readonly out: Int32Array;
  readonly intoAt: Int32Array;
  readonly into: Int32Array;
}

export function graphOf(nodes: number, from: readonly number[], to: readonly number[]): Graph {
  const [outAt, out] = grouped(nodes, from);
  const [intoAt, into] = grouped(nodes, to);
  const capacity = new Float64Array(from.length).fill(Number.POSITIVE_INFINITY);
  return {
    nodes,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    capacity,
    outAt,
    out,
    intoAt,
    into,
  };
}

function grouped(nodes: number, ends: readonly number[]): [at: Int32Array, edges: Int32Array] {
  const at = new Int32Array(nodes + 1);
  for (const node of ends) at[node + 1]! += 1;
  for (let node = 0; node < nodes; node++) at[node + 1]! += at[node]!;
  const next = at.slice();
  const edges = new Int32Array(ends.length);
  for (const [edge, node] of ends.entries()) edges[next[node]!++] = edge;
  return [at, edges];
}

const EPS = 1e-9;

interface Cuts {
  /** How much can flow, at most what was wanted. */
  readonly flow: number;
  /** Edges of the least cut nearest to the source, and of the one nearest to the target; empty where all that was wanted flows. */
  readonly near: readonly number[];
  readonly far: readonly number[];
}

/** Edmonds and Karp (1972): the shortest way that still carries something, again and again. */
export function leastCuts(graph: Graph, source: number, target: number, wanted: number): Cuts {
  const flow = new Float64Array(graph.from.length);
  let total = 0;
  while (total < wanted - EPS) {
    const previous = forward(graph, flow, source, target);
    if (previous[target] === 0)
      return { flow: total, near: nearCut(graph, previous), far: farCut(graph, flow, target) };
    total += augment(graph, flow, previous, source, target, wanted - total);
  }
  return { flow: total, near: [], far: [] };
}

/** For each node the edge by which it is reached, plus 1; that below 0 where it is walked against; 0 where it is not reached. */
function forward(graph: Graph, flow: Float64Array, source: number, target: number): Int32Array {
  const { nodes, from, to, capacity, outAt, out, intoAt, into } = graph;
  const previous = new Int32Array(nodes);
  const queue = [source];
  previous[source] = from.length + 1;
  for (let i = 0; i < queue.length && previous[target] === 0; i++) {
    const node = queue[i]!;
    for (let k = outAt[node]!; k < outAt[node + 1]!; k++) {
      const edge = out[k]!;
      if (previous[to[edge]!] !== 0 || capacity[edge]! - flow[edge]! <= EPS) continue;
      previous[to[edge]!] = edge + 1;
      queue.push(to[edge]!);
    }
    for (let k = intoAt[node]!; k < intoAt[node + 1]!; k++) {
      const edge = into[k]!;
      if (flow[edge]! <= EPS || previous[from[edge]!] !== 0) continue;
      previous[from[edge]!] = -edge - 1;
      queue.push(from[edge]!);
    }
  }
  return previous;
}

function augment(
  { from, to, capacity }: Graph,
  flow: Float64Array,
  previous: Int32Array,
  source: number,
  target: number,
  wanted: number,
): number {
  const way: number[] = [];
  for (let node = target; node !== source;) {
    const step = previous[node]!;
    way.push(step);
    node = step > 0 ? from[step - 1]! : to[-step - 1]!;
  }
  const room = way.map((step) =>
    step > 0 ? capacity[step - 1]! - flow[step - 1]! : flow[-step - 1]!,
  );
  const amount = Math.min(wanted, ...room);
  for (const step of way)
    if (step > 0) flow[step - 1]! += amount;
    else flow[-step - 1]! -= amount;
  return amount;
}

function nearCut({ nodes, to, outAt, out }: Graph, previous: Int32Array): number[] {
  const edges: number[] = [];
  for (let node = 0; node < nodes; node++) {
    if (previous[node] === 0) continue;
    for (let k = outAt[node]!; k < outAt[node + 1]!; k++)
      if (previous[to[out[k]!]!] === 0) edges.push(out[k]!);
  }
  return edges;
}

/** What leads into the nodes from which more could flow to the target. */
function farCut(graph: Graph, flow: Float64Array, target: number): number[] {
  const { nodes, from, to, capacity, outAt, out, intoAt, into } = graph;
  const open = new Uint8Array(nodes);
  const queue = [target];
  open[target] = 1;
  const reach = (node: number): void => {
    if (open[node] === 1) return;
    open[node] = 1;
    queue.push(node);
  };
  for (let i = 0; i < queue.length; i++) {
    const node = queue[i]!;
    for (let k = intoAt[node]!; k < intoAt[node + 1]!; k++)
      if (capacity[into[k]!]! - flow[into[k]!]! > EPS) reach(from[into[k]!]!);
    for (let k = outAt[node]!; k < outAt[node + 1]!; k++)
      if (flow[out[k]!]! > EPS) reach(to[out[k]!]!);
  }
  const edges: number[] = [];
  for (const node of queue)
    for (let k = intoAt[node]!; k < intoAt[node + 1]!; k++)
      if (open[from[into[k]!]!] === 0) edges.push(into[k]!);
  return edges;
}
