/** The options of `cnd radio coverage`, read and checked. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { ANTENNA_DEFAULTS, type Antenna } from "../engines/coverage/antenna.ts";
import type { Job, Model } from "../engines/coverage/job.ts";
import { ITM_DEFAULTS } from "../engines/propagation/itm/options.ts";
import type { LatLon } from "../engines/terrain/grid.ts";
import { radioOptions } from "./radio-arguments.ts";

export interface CoverageOptions extends Pick<
  Job,
  "mast" | "receiver" | "radius" | "model" | "mode"
> {
  readonly tiles: readonly string[];
  readonly sites: readonly LatLon[];
  readonly antenna: Antenna | undefined;
  readonly threads: number;
  readonly repeat: number | undefined;
  readonly out: string;
}

const text = { type: "string" } as const;
const OPTIONS = {
  tile: text,
  at: { type: "string", multiple: true },
  mast: text,
  receiver: text,
  radius: text,
  mhz: text,
  model: text,
  mode: text,
  threads: text,
  repeat: text,
  out: text,
  polarisation: text,
  climate: text,
  refractivity: text,
  permittivity: text,
  conductivity: text,
  mdvar: text,
  time: text,
  location: text,
  situation: text,
  azimuth: text,
  beam: text,
  tilt: text,
  "vertical-beam": text,
} as const;
type Values = Partial<Record<Exclude<keyof typeof OPTIONS, "at">, string>> & { at?: string[] };

const MOST_SITES = 1000;

/** @throws Error that names the option, what was expected and what came */
export function readCoverageOptions(args: readonly string[]): CoverageOptions {
  const values: Values = radioOptions("coverage", args, OPTIONS);
  const number = numbersOf(values);
  const tiles = need(values, "tile", "files of terrain").split(",").filter(Boolean);
  const sites = (values.at ?? []).map(placeFrom);
  if (sites.length === 0) throw new Error("--at: expected a place such as 42.5,1.5, got none.");
  if (sites.length > MOST_SITES)
    throw new Error(`--at: expected at most ${MOST_SITES} places, got ${sites.length}.`);
  const mode = oneOf(values, "mode", ["fast", "exact"], "fast");
  const model = modelFrom(values, number);
  const heights = { from: model.kind === "los" ? 0 : 0.5, to: 3000, unit: "metres" };
  const out = need(values, "out", "a file ending in .csv, .tif or .png");
  if (!/\.(?:csv|tif|png)$/.test(out))
    throw new Error(`--out: expected a file ending in .csv, .tif or .png, got ${out}.`);
  if (!existsSync(dirname(out)))
    throw new Error(`--out: expected an existing folder, got ${dirname(out)}.`);
  return {
    tiles,
    sites,
    mast: number("mast", heights),
    receiver: number("receiver", heights, 2),
    radius: number("radius", { from: 0.01, to: 1000, unit: "km" }),
    model,
    mode,
    antenna: antennaFrom(values, number, model),
    threads: number(
      "threads",
      { from: 1, to: 64, unit: "threads", whole: true },
      availableParallelism(),
    ),
    repeat:
      values.repeat === undefined
        ? undefined
        : number("repeat", { from: 1, to: 1000, unit: "sweeps", whole: true }),
    out,
  };
}

function need(values: Values, name: Exclude<keyof Values, "at">, what: string): string {
  const value = values[name];
  if (value === undefined || value === "")
    throw new Error(`--${name}: expected ${what}, got none.`);
  return value;
}

function oneOf<const Choice extends string>(
  values: Values,
  name: Exclude<keyof Values, "at">,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const value = values[name] ?? otherwise;
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new Error(`--${name}: expected ${choices.join(" or ")}, got ${value}.`);
  return found;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  readonly whole?: true;
}
type Numbers = (name: Exclude<keyof Values, "at">, range: Range, otherwise?: number) => number;

function numbersOf(values: Values): Numbers {
  return (name, { from, to, unit, whole }, otherwise) => {
    const said = values[name];
    if (said === undefined && otherwise !== undefined) return otherwise;
    const value = said === undefined || said.trim() === "" ? Number.NaN : Number(said);
    if (!(value >= from && value <= to) || (whole && !Number.isInteger(value)))
      throw new Error(
        `--${name}: expected ${whole ? "a whole number of " : ""}${unit} from ${from} to ${to}, got ${said ?? "none"}.`,
      );
    return value;
  };
}

function placeFrom(said: string): LatLon {
  const [lat, lon, ...more] = said
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isPlace = Math.abs(lat ?? Number.NaN) <= 90 && Math.abs(lon ?? Number.NaN) <= 360;
  if (!isPlace || more.length > 0)
    throw new Error(`--at: expected a latitude and a longitude such as 42.5,1.5, got ${said}.`);
  return { lat: lat!, lon: lon! };
}

function modelFrom(values: Values, number: Numbers): Model {
  const kind = oneOf(values, "model", ["itm", "bullington", "los"], "itm");
  if (kind === "los") return { kind };
  const frequency = number("mhz", { from: 20, to: 20_000, unit: "MHz" });
  if (kind === "bullington") return { kind, frequency };
  const d = ITM_DEFAULTS;
  const share = (name: "time" | "location" | "situation") =>
    number(name, { from: 0.01, to: 99.99, unit: "per cent" }, d[name]);
  return {
    kind,
    frequency,
    polarisation: oneOf(values, "polarisation", ["vertical", "horizontal"], d.polarisation),
    climate: number("climate", { from: 1, to: 7, unit: "ITM's climates", whole: true }, d.climate),
    refractivity: number("refractivity", { from: 250, to: 400, unit: "N-units" }, d.refractivity),
    permittivity: number(
      "permittivity",
      { from: 1, to: 100, unit: "times free space" },
      d.permittivity,
    ),
    conductivity: number("conductivity", { from: 1e-6, to: 100, unit: "S/m" }, d.conductivity),
    mdvar: number("mdvar", { from: 0, to: 33, unit: "ITM's modes", whole: true }, d.mdvar),
    time: share("time"),
    location: share("location"),
    situation: share("situation"),
  };
}

function antennaFrom(values: Values, number: Numbers, model: Model): Antenna | undefined {
  const { azimuth, tilt } = values;
  if (azimuth === undefined && tilt === undefined) {
    for (const name of ["beam", "vertical-beam"] as const)
      if (values[name] !== undefined)
        throw new Error(
          `--${name}: expected it together with --${name === "beam" ? "azimuth" : "tilt"}.`,
        );
    return undefined;
  }
  if (model.kind === "los")
    throw new Error("--azimuth, --tilt: expected a model of loss, got los, which has no antenna.");
  const beam = { from: 0.1, to: 360, unit: "degrees" };
  return {
    azimuth:
      azimuth === undefined
        ? undefined
        : number("azimuth", { from: -360, to: 360, unit: "degrees" }),
    beam: number("beam", beam, ANTENNA_DEFAULTS.beam),
    tilt: tilt === undefined ? undefined : number("tilt", { from: -90, to: 90, unit: "degrees" }),
    verticalBeam: number("vertical-beam", beam, ANTENNA_DEFAULTS.verticalBeam),
  };
}
