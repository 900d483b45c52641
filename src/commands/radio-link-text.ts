/** A link's report as text that an engineer reads on a terminal. */
import { bulge, fresnelRadius, MEDIAN_K } from "../engines/propagation/clearance.ts";
import { areApart, groundLosses, ROOM, type GroundLosses } from "../engines/propagation/doubt.ts";
import type { Budget, Link, LinkReport } from "../engines/propagation/link.ts";
import { warningsIn } from "../engines/propagation/itm/warnings.ts";
import { hoursWithout, standingOf } from "../engines/propagation/outage.ts";
import type { LatLon } from "../engines/terrain/grid.ts";

export interface Ends {
  readonly from: LatLon;
  readonly to: LatLon;
  /** Degrees at the first end towards the second, and back. */
  readonly bearings: readonly [number, number];
}

export function linkText(ends: Ends, link: Link, report: LinkReport, budget: Budget): string {
  const { clearance, itm, diffraction } = report;
  const ground = groundLosses(report);
  const last = link.heights.length - 1;
  const where = (clearance.at * link.spacing) / 1000;
  const rows: readonly (readonly [string, string])[] = [
    ["from", end(ends.from, link.heights[0]!, link.fromMast, ends.bearings[0])],
    ["to", end(ends.to, link.heights[last]!, link.toMast, ends.bearings[1])],
    ["distance", `${report.km.toFixed(3)} km in ${last} steps of ${link.spacing.toFixed(1)} m`],
    [
      "frequency",
      `${link.itm.frequency} MHz, ${link.itm.polarisation}; k ${(link.k ?? MEDIAN_K).toFixed(3)}`,
    ],
    [
      "clearance",
      `${clearance.worst.toFixed(2)} of the first Fresnel zone at ${where.toFixed(2)} km: the ray passes ${Math.abs(clearance.metres).toFixed(1)} m ${clearance.metres < 0 ? "below" : "above"} the ground`,
    ],
    ...(clearance.worst < ROOM ? [["", TOO_LITTLE] as const] : []),
    ["line of sight", clearance.metres > 0 ? "yes" : "no"],
    ["free space", decibels(report.freeSpace)],
    ["diffraction", `${decibels(diffraction.loss)} (delta-Bullington, P.526)`],
    [
      "gases",
      link.itm.frequency < 1000
        ? "not calculated below 1 GHz"
        : `${decibels(report.gases)} (P.676, standard air)`,
    ],
    [
      "ITM",
      typeof itm === "string" ? itm : `${decibels(itm.loss)} in total, by its ${itm.mode} formulas`,
    ],
    ...(areApart(ground) ? [["", apart(ground)] as const] : []),
    ...(typeof itm === "string" ? [] : warningsIn(itm.warnings)).map(
      (warning, i) => [i === 0 ? "ITM warns" : "", warning] as const,
    ),
    ["received", `${budget.received.toFixed(1)} dBm by free space, diffraction and gases`],
    ["margin", decibels(budget.margin)],
    ["rain", outage(budget.rainOutage, "add --rain to calculate")],
    ["multipath", outage(budget.multipathOutage, "add --gradient to calculate")],
    ["availability", available(budget)],
  ];
  return [drawing(link), ...rows.map(([name, value]) => `${name.padEnd(14)}${value}`)].join("\n");
}

const TOO_LITTLE = `under ${ROOM} of the first Fresnel zone: links are planned with more (P.530)`;
const apart = ({ p526, itm }: GroundLosses): string =>
  `the models disagree: the ground adds ${decibels(p526)} by P.526, ${decibels(itm!)} by ITM. Plan for the larger loss, and measure before you build`;
const decibels = (value: number): string => `${value.toFixed(1)} dB`;
const outage = (percent: number | undefined, otherwise: string): string =>
  percent === undefined
    ? otherwise
    : percent === 100
      ? "no margin to begin with"
      : `fades deeper for ${percent <= 0.001 ? "at most 0.001" : percent >= 1 ? "at least 1" : percent.toPrecision(2)} % of an average year (P.530)`;
function available(budget: Budget): string {
  if (budget.rainOutage === undefined || budget.multipathOutage === undefined)
    return "add --rain and --gradient to calculate";
  const { availability, below } = standingOf(budget);
  const hours = hoursWithout(availability);
  return below
    ? `below ${availability} % of an average year, more than ${Math.floor(hours)} hours without (the law of rain of P.530 ends there)`
    : `${availability} % of an average year, about ${hours.toPrecision(2)} hours without`;
}
const end = ({ lat, lon }: LatLon, ground: number, mast: number, bearing: number): string =>
  `${lat.toFixed(6)},${lon.toFixed(6)}, ground ${ground.toFixed(0)} m, mast ${mast} m, points to ${bearing.toFixed(1)}°`;

const WIDTH = 72;
const HEIGHT = 16;

/** The ground with the Earth's bulge, the ray, and the lower edge of the first Fresnel zone. */
function drawing({ heights, spacing, fromMast, toMast, itm, k = MEDIAN_K }: Link): string {
  const last = heights.length - 1;
  const columns = Array.from({ length: WIDTH }, (_, column) => {
    const at = (column / (WIDTH - 1)) * last;
    const [low, high] = [Math.floor(at), Math.min(last, Math.ceil(at))];
    const [from, to] = [at * spacing, (last - at) * spacing];
    const ground = Math.max(heights[low]!, heights[high]!) + bulge(from, to, k);
    const ray =
      heights[0]! + fromMast + ((heights[last]! + toMast - heights[0]! - fromMast) * at) / last;
    return { ground, ray, zone: ray - fresnelRadius(from, to, itm.frequency) };
  });
  const bottom = Math.min(...columns.map(({ ground }) => ground));
  const top = Math.max(...columns.map(({ ground, ray }) => Math.max(ground, ray)));
  const rowOf = (height: number) =>
    Math.round(((height - bottom) / (top - bottom || 1)) * (HEIGHT - 1));
  const rows = Array.from({ length: HEIGHT }, (_, i) => {
    const row = HEIGHT - 1 - i;
    const signs = columns.map(({ ground, ray, zone }) =>
      rowOf(ray) === row ? "─" : rowOf(ground) >= row ? "█" : rowOf(zone) === row ? "·" : " ",
    );
    const scale = i === 0 ? top : row === 0 ? bottom : undefined;
    return `${(scale === undefined ? "" : `${scale.toFixed(0)} m`).padStart(8)} ${signs.join("")}`;
  });
  return [
    ...rows,
    `${" ".repeat(9)}─ ray, · edge of the first Fresnel zone, █ ground and the Earth's bulge`,
    "",
  ].join("\n");
}
