/** The region file of a region at the desk, with its places, as `cnd plan` reads them. Rule PN94. */
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { PlanningError } from "./planning/region.ts";
import type { Order } from "./planning/write-plan.ts";
import { filesPath, outPath, readRegion, runPath } from "./regions-store.ts";
import { readPlaces, type TablePlace } from "./regions-table.ts";

/** The same files for the same settings, so that a run goes on. @param today UTC @throws PlanningError */
export async function writtenRegion(dir: string, id: string, today: string): Promise<Order> {
  const { files = [], settings, slug = "" } = readRegion(dir, id) ?? {};
  const table = files.find(({ kind }) => kind === "places");
  if (!settings || !table) throw new PlanningError("Expected settings and places, found none.");
  const { places } = await readPlaces(join(filesPath(dir, id), table.name));
  const kept = places.filter(({ people = 0 }) => people >= settings.fewest);
  await mkdir(runPath(dir, id), { recursive: true, mode: 0o700 });
  await writeFile(join(runPath(dir, id), "places.csv"), tableOf(kept));
  const file = join(runPath(dir, id), `${slug}.yaml`);
  await writeFile(file, JSON.stringify(settings.fields, undefined, 1));
  const threads = Math.max(1, availableParallelism() - 1); // a processor is left to the pages
  return { file, slug, out: outPath(dir, id), threads, today };
}

const tableOf = (places: readonly TablePlace[]): string =>
  [
    ["name", "lat", "lon", "people", "connected", "traits"],
    ...places.map(({ name, lat, lon, people = "", connected = "", traits = [] }) =>
      [name, lat, lon, people, connected, traits.join(" ")].map(
        (cell) => `"${String(cell).replaceAll('"', '""')}"`,
      ),
    ),
  ]
    .map((row) => `${row.join(",")}\n`)
    .join("");
