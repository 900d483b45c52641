/** The rows of one file, summed by cell as they are read. Rule N7: what a map shows is worked out once, not for each page. */
import { cellOfPoint, cellOfTile } from "./grid.ts";
import type { Values } from "./read-rows.ts";
import type { Dataset } from "./records.ts";

/** A cell of tiles: the means are those of its tests, since a tile's own is that too. */
export interface TileCell {
  readonly tiles: number;
  readonly tests: number;
  /** kbit/s, kbit/s, ms; whole. */
  readonly down: number;
  readonly up: number;
  readonly latency: number;
}
/** A cell of schools, by what the list says of each. */
export interface SchoolCell {
  readonly schools: number;
  readonly connected: number;
  readonly unconnected: number;
}

interface Summing {
  add(values: Values): void;
  /** By the names of the cells, so that both databases and every rebuild hold the same. */
  cells(): (readonly [cell: string, sum: TileCell | SchoolCell])[];
}

/** @returns undefined for a kind that lies in no cell */
export function summingOf(kind: Dataset["kind"]): Summing | undefined {
  if (kind === "tiles") return sumTiles();
  return kind === "schools" ? sumSchools() : undefined;
}

function sumTiles(): Summing {
  const sums = new Map<string, [tiles: number, tests: number, ...means: number[]]>();
  return {
    add([quadkey, down, up, latency, tests]) {
      const cell = cellOfTile(String(quadkey));
      const n = Number(tests);
      const sum = sums.get(cell) ?? [0, 0, 0, 0, 0];
      const added = [down, up, latency].map((mean, i) => sum[i + 2]! + Number(mean) * n);
      sums.set(cell, [sum[0] + 1, sum[1] + n, ...added]);
    },
    cells: () =>
      sorted(sums)
        .filter(([, [, tests]]) => tests > 0) // a mean of nothing is none
        .map(([cell, [tiles, tests, ...products]]) => {
          const [down, up, latency] = products.map((product) => Math.round(product / tests));
          return [cell, { tiles, tests, down: down!, up: up!, latency: latency! }];
        }),
  };
}

const [YES, NO] = [/^(?:yes|true|1|connected)$/i, /^(?:no|false|0|not connected|unconnected)$/i];

function sumSchools(): Summing {
  const sums = new Map<string, SchoolCell>();
  return {
    add([, , lat, lon, connectivity]) {
      const cell = cellOfPoint(Number(lat), Number(lon));
      const { schools, connected, unconnected } = sums.get(cell) ?? NONE;
      const said = String(connectivity ?? "").trim();
      sums.set(cell, {
        schools: schools + 1,
        connected: connected + Number(YES.test(said)),
        unconnected: unconnected + Number(NO.test(said)),
      });
    },
    cells: () => sorted(sums),
  };
}
const NONE: SchoolCell = { schools: 0, connected: 0, unconnected: 0 };

const sorted = <T>(sums: ReadonlyMap<string, T>): [string, T][] =>
  [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1));
