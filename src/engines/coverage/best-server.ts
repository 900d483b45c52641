/** Coverage of several sites as one: at every node the least value, and the site that gives it. */
import type { Window } from "./job.ts";

export interface Composite {
  readonly window: Window;
  /** NaN where no site reaches. */
  readonly values: Float32Array;
  /** Numbers of the sites as they were given, from 0. */
  readonly servers: Uint16Array;
}

interface Consenting {
  readonly window: Window;
  readonly values: Float32Array;
}

/** @param sites at least one; of two that give the same the first serves */
export function bestServer(sites: readonly Consenting[]): Composite {
  const top = Math.min(...sites.map(({ window }) => window.top));
  const left = Math.min(...sites.map(({ window }) => window.left));
  const rows = Math.max(...sites.map(({ window }) => window.top + window.rows)) - top;
  const columns = Math.max(...sites.map(({ window }) => window.left + window.columns)) - left;
  const values = new Float32Array(rows * columns).fill(Number.NaN);
  const servers = new Uint16Array(rows * columns);
  for (const [number, { window, values: own }] of sites.entries())
    for (let row = 0; row < window.rows; row++) {
      let to = (row + window.top - top) * columns + window.left - left;
      for (let from = row * window.columns; from < (row + 1) * window.columns; from++, to++) {
        if (!(own[from]! < values[to]! || Number.isNaN(values[to]))) continue;
        if (Number.isNaN(own[from])) continue;
        values[to] = own[from]!;
        servers[to] = number;
      }
    }
  return { window: { top, left, rows, columns }, values, servers };
}
