/** `cnd radio link`: what a link between two places would be, from the ground between them. */
import { MEDIAN_K } from "../engines/propagation/clearance.ts";
import { ITM_DEFAULTS } from "../engines/propagation/itm/options.ts";
import { linkBudget, linkOverGround, type Budget, type Link } from "../engines/propagation/link.ts";
import { standingOf, type Standing } from "../engines/propagation/outage.ts";
import { along, bearing, distanceKm } from "../engines/terrain/great-circle.ts";
import { nearestNode, type LatLon } from "../engines/terrain/grid.ts";
import { profileBetween } from "../engines/terrain/profile.ts";
import { isVoid } from "../engines/terrain/voids.ts";
import { openTerrain } from "../platform/terrain/open-terrain.ts";
import type { Settings } from "./context.ts";
import { radioOptions } from "./radio-arguments.ts";
import { linkText, type Ends } from "./radio-link-text.ts";

export const help = `cnd radio link --tile FILE[,FILE…] --from LAT,LON --to LAT,LON --mast M,M --mhz F
Report the profile between two places: its clearance, the losses from free space, the ground, gases and
rain, and the received level.

  --tile FILE[,FILE…]     .hgt, .asc or .tif, also as .gz or .zip
  --from LAT,LON          degrees, north and east positive
  --to LAT,LON
  --mast M,M              antenna heights at both ends, metres (30,30)
  --mhz F                 frequency (5800)
  --polarisation P        vertical or horizontal (vertical)
  --k K                   effective Earth radius factor (1.3333)
  --power DBM             into the antenna (27)
  --gain DBI,DBI          antennas at both ends (25,25)
  --sensitivity DBM       what the receiver needs (-75)
  --rain MM/H             exceeded for 0.01 % of a year there; without it, rain is left out
  --gradient N/KM         refractivity gradient not exceeded for 1 % of a year (ITU-R P.453), such as -200;
                          without it, multipath is left out
  --json                  the same as one JSON object`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const asked = optionsIn(args);
  const { from, to } = asked;
  const km = distanceKm(from, to);
  if (km < 0.05)
    throw new Error(
      `Expected two places at least 50 m apart, got ${Math.round(km * 1000)} m between --from and --to.`,
    );
  const middle = along(from, to, 0.5);
  const terrain = await openTerrain(asked.tiles, { ...middle, radiusKm: km / 2 + 1 });
  for (const note of terrain.notes) console.error(note);
  for (const [name, end] of [
    ["--from", from],
    ["--to", to],
  ] as const) {
    const node = nearestNode(terrain.grid, end);
    if (!node)
      throw new Error(
        `${name}: expected a place on the terrain, but ${end.lat},${end.lon} is off it.`,
      );
    if (isVoid(terrain, node))
      throw new Error(`${name}: expected measured ground, but ${end.lat},${end.lon} is in a void.`);
  }
  const { heights, spacing } = profileBetween(terrain.grid, from, to);
  if (heights.some(Number.isNaN))
    throw new Error(
      "Expected terrain under the whole path, but part of it is missing. Name the neighbouring tile too.",
    );
  const guessed = heights.filter((_, i) => {
    const node = nearestNode(terrain.grid, along(from, to, i / (heights.length - 1)));
    return node && isVoid(terrain, node);
  }).length;
  if (guessed > 0)
    console.error(
      `${guessed} of ${heights.length} heights are in voids and were not measured; they are filled in from their neighbours.`,
    );
  const [fromMast, toMast] = asked.mast;
  const itm = { ...ITM_DEFAULTS, frequency: asked.mhz, polarisation: asked.polarisation };
  const link: Link = { heights, spacing, fromMast, toMast, k: asked.k, itm };
  const report = linkOverGround(link);
  const budget = linkBudget(link, report, asked.radio, { latitude: middle.lat, ...asked.weather });
  const ends: Ends = { from, to, bearings: [bearing(from, to), bearing(to, from)] };
  console.log(
    asked.json
      ? JSON.stringify({
          ...ends,
          ...report,
          ...budget,
          ...standingFor(budget),
          spacing,
          heights: [...heights],
        })
      : linkText(ends, link, report, budget),
  );
}

/** Only where both that fade it are known. */
function standingFor(budget: Budget): Partial<Standing> {
  const isKnown = budget.rainOutage !== undefined && budget.multipathOutage !== undefined;
  return isKnown ? standingOf(budget) : {};
}

function optionsIn(args: readonly string[]) {
  const text = { type: "string" } as const;
  const values = radioOptions("link", args, {
    tile: text,
    from: text,
    to: text,
    mast: { ...text, default: "30,30" },
    mhz: { ...text, default: "5800" },
    polarisation: { ...text, default: "vertical" },
    k: { ...text, default: String(MEDIAN_K) },
    power: { ...text, default: "27" },
    gain: { ...text, default: "25,25" },
    sensitivity: { ...text, default: "-75" },
    rain: text,
    gradient: text,
    json: { type: "boolean", default: false },
  });
  if (!values.tile) throw new Error("Expected --tile FILE. See cnd radio link --help");
  const mast = pair("--mast", values.mast, 0, 1000, "metres above the ground");
  const gain = pair("--gain", values.gain, -50, 80, "dBi");
  return {
    tiles: values.tile.split(","),
    from: place("--from", values.from),
    to: place("--to", values.to),
    mast,
    polarisation: polarisationOf(values.polarisation),
    mhz: one("--mhz", values.mhz, 20, 100_000, "MHz"),
    k: one("--k", values.k, 0.3, 10, "times the Earth's radius"),
    radio: {
      power: one("--power", values.power, -50, 80, "dBm"),
      fromGain: gain[0],
      toGain: gain[1],
      sensitivity: one("--sensitivity", values.sensitivity, -200, 50, "dBm"),
    },
    weather: {
      ...(values.rain !== undefined && { rain: one("--rain", values.rain, 0, 300, "mm/h") }),
      ...(values.gradient !== undefined && {
        gradient: one("--gradient", values.gradient, -1500, 500, "N-units/km"),
      }),
    },
    json: values.json,
  };
}

function one(name: string, text: string, least: number, most: number, unit: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= least && value <= most))
    throw new Error(`${name}: expected a number from ${least} to ${most} (${unit}), got ${text}.`);
  return value;
}

function pair(
  name: string,
  text: string,
  least: number,
  most: number,
  unit: string,
): [number, number] {
  const parts = text.split(",");
  if (parts.length !== 2)
    throw new Error(`${name}: expected two numbers such as 30,30, got ${text}.`);
  return [one(name, parts[0]!, least, most, unit), one(name, parts[1]!, least, most, unit)];
}

function polarisationOf(polarisation: string): "vertical" | "horizontal" {
  if (polarisation === "vertical" || polarisation === "horizontal") return polarisation;
  throw new Error(`--polarisation: expected vertical or horizontal, got ${polarisation}.`);
}

function place(name: string, text: string | undefined): LatLon {
  const parts = text?.split(",") ?? [];
  if (parts.length !== 2)
    throw new Error(
      `${name}: expected LAT,LON in degrees such as 42.5063,1.5218, got ${text ?? "nothing"}.`,
    );
  return {
    lat: one(name, parts[0]!, -90, 90, "latitude"),
    lon: one(name, parts[1]!, -180, 180, "longitude"),
  };
}
