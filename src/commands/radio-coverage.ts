/** `cnd radio coverage`: what reaches every node of the ground around one mast or several. */
import { rename, rm } from "node:fs/promises";
import { addAntennas } from "../engines/coverage/antenna.ts";
import { bestServer } from "../engines/coverage/best-server.ts";
import { discAround } from "../engines/coverage/disc.ts";
import type { Job } from "../engines/coverage/job.ts";
import { latitudeOf, longitudeOf, nearestNode, type LatLon } from "../engines/terrain/grid.ts";
import { isVoid } from "../engines/terrain/voids.ts";
import type { Layer } from "../platform/coverage/layer.ts";
import { openSweepPool, type SweepPool, type Swept } from "../platform/coverage/sweep-pool.ts";
import { openTerrain, type Terrain } from "../platform/terrain/open-terrain.ts";
import type { Settings } from "./context.ts";
import { readCoverageOptions, type CoverageOptions } from "./radio-coverage-options.ts";

export const help = `cnd radio coverage --tile FILE[,FILE…] --at LAT,LON --mast M --radius KM --mhz F --out FILE.csv|.tif|.png
Write one value for every node within the radius whose ground height was measured: the loss in dB, or with --model los
the lowest receiver height, in metres, at which the mast's top is visible (6553.4 at most). The mast is put on the
node nearest to the place. Prints a JSON line: nodes, computing time in seconds, threads, peak memory.

  --model itm|bullington|los   itm     Longley-Rice; free space and ITU-R P.526 delta-Bullington; line of sight
  --mode fast|exact            fast    along radials that many nodes share, or each node on its own profile
  --receiver M                 2       metres above ground, like --mast
  --threads N                          by default, one per processor
  --repeat N                           the median of N sweeps after three untimed ones
  --at several times                   the best of several masts; a CSV gives its number, from 1
  --polarisation vertical|horizontal   vertical
  --climate 1…7                5       continental temperate
  --refractivity N             301     at sea level, N-units
  --permittivity, --conductivity       of the ground: 15, 0.005 S/m
  --mdvar                      12      mode of variability
  --time, --location, --situation      per cent: 50 each
  --azimuth DEG --beam DEG             a directional antenna; 70° between half-power points
  --tilt DEG --vertical-beam DEG       a tilted antenna; 10°`;

const UNTIMED = 3; // sweeps, with --repeat: by then the machine code is there

/** @throws Error that says what was expected; nothing is written then */
export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const asked = readCoverageOptions(args);
  const terrain = await openTerrain(asked.tiles, around(asked));
  for (const note of terrain.notes) console.error(note);
  const jobs = asked.sites.map((at) => jobAt(terrain, at, asked));
  await using pool = openSweepPool(asked.threads);
  const { swept, seconds, firstRunSeconds } = await timed(pool, jobs, asked.repeat);
  const cut = swept.findIndex(({ isCut }) => isCut);
  if (cut >= 0)
    console.error(
      `${placeName(asked.sites[cut]!)}: ${asked.radius} km reach beyond the terrain; the part outside it is left out.`,
    );
  const layer = layerOf(terrain, jobs, swept, asked);
  const cells = layer.values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0);
  await write(asked.out, layer);
  const nodes = swept.reduce((sum, one) => sum + one.nodes, 0);
  console.log(
    JSON.stringify({
      cells,
      seconds: rounded(seconds),
      cellsPerSecond: Math.round(nodes / seconds),
      firstRunSeconds: rounded(firstRunSeconds),
      threads: pool.threads,
      residentMB: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}

const rounded = (seconds: number): number => Number(seconds.toPrecision(5));
const placeName = ({ lat, lon }: LatLon): string => `${lat},${lon}`;

/** A circle that holds all that is asked for: the terrain outside of it need not be kept. */
function around({ sites, radius }: CoverageOptions) {
  const [first, ...others] = sites;
  return others.length === 0 ? { ...first!, radiusKm: radius } : undefined;
}

function jobAt(terrain: Terrain, at: LatLon, asked: CoverageOptions): Job {
  const { grid } = terrain;
  const site = nearestNode(grid, at);
  if (!site) {
    const [south, east] = [latitudeOf(grid, grid.rows - 1), longitudeOf(grid, grid.columns - 1)];
    const range = [south, grid.north, grid.west, east].map((degrees) => Number(degrees.toFixed(6)));
    throw new Error(
      `--at: expected a place on the terrain (latitudes ${range[0]} to ${range[1]}, longitudes ${range[2]} to ${range[3]}), got ${placeName(at)}.`,
    );
  }
  if (isVoid(terrain, site))
    throw new Error(
      `--at: expected measured ground, but ${placeName(at)} is in a void. Choose a place nearby.`,
    );
  const { mast, receiver, radius, model, mode } = asked;
  return { grid, site, mast, receiver, radius, model, mode };
}

interface Timed {
  readonly swept: readonly Swept[];
  readonly seconds: number;
  readonly firstRunSeconds: number;
}

async function timed(
  pool: SweepPool,
  jobs: readonly Job[],
  repeat: number | undefined,
): Promise<Timed> {
  const times: number[] = [];
  let swept: Swept[] = [];
  for (let i = 0; i < (repeat === undefined ? 1 : UNTIMED + repeat); i++) {
    const before = swept;
    swept = [];
    for (const [j, job] of jobs.entries()) swept.push(await pool.sweep(job, before[j]));
    times.push(swept.reduce((sum, { seconds }) => sum + seconds, 0));
  }
  const counted = times.slice(repeat === undefined ? 0 : UNTIMED).toSorted((a, b) => a - b);
  const [low, high] = [(counted.length - 1) >> 1, counted.length >> 1];
  return { swept, seconds: (counted[low]! + counted[high]!) / 2, firstRunSeconds: times[0]! };
}

function layerOf(
  { grid, voids }: Terrain,
  jobs: readonly Job[],
  swept: readonly Swept[],
  { antenna, model }: CoverageOptions,
): Layer {
  if (antenna)
    for (const [i, job] of jobs.entries())
      addAntennas([antenna], job, discAround(grid, job.site, job.radius), swept[i]!.values);
  const composite = swept.length > 1 ? bestServer(swept) : undefined;
  const { window, values } = composite ?? swept[0]!;
  if (voids)
    for (let row = 0; row < window.rows; row++)
      for (let column = 0; column < window.columns; column++)
        if (voids[(row + window.top) * grid.columns + column + window.left] === 1)
          values[row * window.columns + column] = Number.NaN;
  const unit = model.kind === "los" ? "m" : "dB";
  return { grid, window, values, servers: composite?.servers, unit };
}

/** Under another name first: a file that is there is whole. */
async function write(file: string, layer: Layer): Promise<void> {
  const part = `${file}.part`;
  try {
    if (file.endsWith(".csv"))
      await (await import("../platform/coverage/write-csv.ts")).writeCsv(part, layer);
    else if (file.endsWith(".tif"))
      await (await import("../platform/coverage/write-tif.ts")).writeTif(part, layer);
    else await (await import("../platform/coverage/write-png.ts")).writePng(part, layer);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw new Error(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}
