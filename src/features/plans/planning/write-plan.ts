/** Everything that a plan leaves behind: its file, its pictures, exports to take along, a report to print. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { unfold } from "../../../platform/folder/form.ts";
import { writeInto } from "../../../platform/folder/write-into.ts";
import { writeYaml } from "../../../platform/folder/write.ts";
import { writeTif } from "../../../platform/coverage/write-tif.ts";
import { antennasCsv } from "../exports-antennas.ts";
import { planKml } from "../exports-kml.ts";
import { featureCollection, materialsCsv, planFeatures } from "../exports.ts";
import type { Plan } from "../records.ts";
import { isServed, type Coverage } from "./coverage.ts";
import type { Found } from "./found.ts";
import type { Frame } from "./frame.ts";
import { coverageOf, groundOf, reliefOf } from "./pictures.ts";
import { PlanFile, planOf, type PlanFields } from "./plan-of.ts";
import { reportOf } from "./report.tsx";

export interface Order {
  readonly file: string;
  readonly slug: string;
  /** Folders: for all that is made, and a campaign's. */
  readonly out: string;
  readonly into?: string;
  readonly threads: number;
  /** UTC. */
  readonly today: string;
}

export async function writePlan(of: {
  readonly order: Order;
  readonly found: Found;
  readonly frame: Frame;
  readonly coverage: Coverage;
}): Promise<{ plan: PlanFields; files: string[] }> {
  const { order, found, frame, coverage } = of;
  const { slug, out, into } = order;
  const { day, night } = await reliefOf(found.terrain, frame);
  const ground = await groundOf(found.terrain, frame);
  const hatched = await coverageOf(frame, (lat, lon) => isServed(coverage, lat, lon));
  const media = {
    [`plan-${slug}-day.webp`]: day,
    [`plan-${slug}-night.webp`]: night,
    [`plan-${slug}-coverage.webp`]: hatched,
    [`plan-${slug}-ground.webp`]: ground.bytes,
  };
  const path = (what: string) => `media/plan-${slug}-${what}.webp`;
  const plan = planOf(found, {
    map: { day: path("day"), night: path("night"), coverage: path("coverage") },
    ground: path("ground"),
  });
  const yaml = writeYaml(plan, unfold(PlanFile));
  // As if a log held it: exports and drawings name neither media nor the subjects of places.
  const body = {
    ...plan,
    map: undefined,
    ground: undefined,
    places: plan.places.map((one) => ({ ...one, place: undefined })),
  } as Plan;
  const card = { slug, subject: "", plan: body };
  const files: Record<string, string | Uint8Array> = {
    [`${slug}.yaml`]: yaml,
    [`${slug}.geojson`]: featureCollection(planFeatures(card, "")),
    [`${slug}.kml`]: planKml(card, ""),
    [`${slug}-antennas.csv`]: antennasCsv(card),
    [`${slug}-materials.csv`]: materialsCsv(card),
    [`${slug}-coverage.png`]: await sharp(hatched).png().toBuffer(),
    [`${slug}-report.html`]: reportOf(body, { day, coverage: hatched }),
    ...media,
  };
  await mkdir(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(out, name), content);
  const tif = join(out, `${slug}-coverage.tif`);
  if (!coverage.best) await rm(tif, { force: true }); // an earlier plan's
  else
    await writeTif(tif, {
      ...coverage.best,
      grid: coverage.grid,
      servers: undefined,
      unit: "dB",
      says: bandOf(found, coverage),
    });
  if (into !== undefined) {
    await mkdir(join(into, "media"), { recursive: true });
    for (const [name, bytes] of Object.entries(media))
      await writeFile(join(into, "media", name), bytes);
    await writeInto(into, `plans/${slug}.yaml`, yaml); // last: the pictures that it names are there
  }
  return {
    plan,
    files: [
      ...Object.keys(files).map((name) => join(out, name)),
      ...(coverage.best ? [tif] : []),
      ...(into === undefined ? [] : [join(into, `plans/${slug}.yaml`)]),
    ],
  };
}

const bandOf = ({ region, radio }: Found, { most }: Coverage): string =>
  `Loss at ${radio.mhz} MHz to an antenna ${region.access.receiver} m over the ground from the sector that loses least, with its pattern and gases, without gains; connected up to ${Math.round(most * 10) / 10} dB`;
