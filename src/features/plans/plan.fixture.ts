/** The sample plan of docs/protocol/valid/plan, as a record's body. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Plan } from "./records.ts";

const FILE = join(import.meta.dirname, "../../../docs/protocol/valid/plan/plans/cerdanya.yaml");

const stored = (name: string, width: number, height: number, bytes: number) => ({
  media: `${"0".repeat(63)}${name.length % 10}.webp`,
  name,
  width,
  height,
  bytes,
});

/** @param set what is said otherwise; `undefined` leaves it out */
export function samplePlan(set: Readonly<Partial<Record<keyof Plan, unknown>>> = {}): Plan {
  const file = parse(readFileSync(FILE, "utf8")) as Plan;
  const plan = {
    ...file,
    places: file.places.map(({ place: _place, ...more }) => more),
    map: {
      day: stored("media/cerdanya-day.webp", 720, 418, 13_000),
      night: stored("media/cerdanya-night.webp", 720, 418, 13_000),
      coverage: stored("media/cerdanya-coverage.webp", 480, 279, 3000),
    },
    ground: { ...stored("media/cerdanya-ground.png", 224, 97, 35_000) },
    ...set,
  };
  return JSON.parse(JSON.stringify(plan)) as Plan;
}
