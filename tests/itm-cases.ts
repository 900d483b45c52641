/** NTIA's cases, as tests read them. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Siting } from "../src/engines/propagation/itm/area.ts";
import type { ItmOptions } from "../src/engines/propagation/itm/options.ts";

const FOLDER = "tests/data/propagation/itm/";
/** What a case is called by, with its cells. */
export type Row = Readonly<Record<string, string>>;

/** The rows of a file, by the names that its first row gives. */
export function rowsOf(name: string): Row[] {
  const bytes = readFileSync(FOLDER + name);
  const text = name.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
  const [head, ...rows] = text.trim().split(/\r?\n/);
  const names = head!.split(",");
  return rows.map((row) =>
    Object.fromEntries(row.split(",").map((cell, i) => [names[i]!, cell] as const)),
  );
}

/** Profiles in NTIA's form: intervals, spacing, heights. */
export function profilesOf(name: string): { heights: Float64Array; spacing: number }[] {
  const lines = readFileSync(FOLDER + name, "utf8")
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const [intervals, spacing, ...heights] = line.split(",").map(Number);
    if (heights.length !== intervals! + 1) throw new Error(`${name}: ${heights.length} heights`);
    return { heights: Float64Array.from(heights), spacing: spacing! };
  });
}

/** What NTIA's program printed, by name: the first number after it. */
export function printed(name: string): Readonly<Record<string, number>> {
  const lines = readFileSync(FOLDER + name, "utf8").split(/\r?\n/);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const found = /^(\S.*?) {2,}(-?[\d.]+|0x[\dA-F]+)(?: |$)/i.exec(line);
      return found ? [[found[1]!, Number(found[2])] as const] : [];
    }),
  );
}

/** Options by the names of NTIA's files, or those of the cases on real terrain. */
export function optionsOf(row: Row | Readonly<Record<string, number>>): ItmOptions {
  const of = (name: string, other = name) => Number(row[name] ?? row[other]);
  return {
    frequency: of("f__mhz", "f_mhz"),
    polarisation: of("pol") === 1 ? "vertical" : "horizontal",
    climate: of("climate"),
    refractivity: of("N_0"),
    permittivity: of("epsilon"),
    conductivity: of("sigma"),
    mdvar: of("mdvar"),
    time: of("time"),
    location: of("location"),
    situation: of("situation"),
  };
}

export const SITINGS: readonly Siting[] = ["random", "careful", "very careful"];
export const MODES = ["", "line of sight", "diffraction", "troposcatter"] as const;
