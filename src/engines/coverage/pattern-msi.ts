/**
 * An antenna as its maker measured it, in a file of the MSI Planet format: losses at each degree around it and, in the plane
 * ahead, at each degree of elevation.
 *
 * Source: "Description of Planet antenna database" (2000): lines of a keyword and its value, then `HORIZONTAL 360` and
 * `VERTICAL 360`, each followed by lines of an angle in degrees and a loss in dB, which is positive. A gain without a unit
 * is in dBd. Horizontal angles go clockwise from where the antenna looks; vertical ones from the horizon down to the
 * ground at 90, the horizon behind at 180, and the zenith at 270.
 */

import { DIPOLE, PatternError, plainNumber, quoted, type Pattern } from "./pattern.ts";

const CUTS = ["HORIZONTAL", "VERTICAL"] as const;
type Cut = (typeof CUTS)[number];
/** Makers add keywords of their own, which are passed over. */
const READ = new Set<string>(["NAME", "FREQUENCY", "GAIN", ...CUTS]);

/** @throws PatternError */
export function parseMsi(text: string): Pattern {
  const lines = text.split(/\r\n|[\r\n]/u);
  const fields = new Map<string, Field>();
  const cuts = new Map<Cut, number[]>();
  for (let i = 0; i < lines.length; i++) {
    const words = lines[i]!.trim().split(/\s+/u);
    const key = words[0]!.toUpperCase();
    if (key === "") continue;
    if (!/^[A-Z]/u.test(key))
      throw new PatternError(i + 1, `Expected a keyword, found ${quoted(lines[i]!.trim())}.`);
    if (!READ.has(key)) continue;
    if (fields.has(key)) throw new PatternError(i + 1, `Expected one line ${key}, found two.`);
    fields.set(key, { line: i + 1, words: words.slice(1) });
    const cut = CUTS.find((one) => one === key);
    if (!cut) continue;
    if (Number(words[1]) !== 360)
      throw new PatternError(i + 1, `Expected ${cut} 360, found ${quoted(lines[i]!.trim())}.`);
    cuts.set(cut, lossesIn(lines, i + 1, cut));
    i += 360;
  }
  const end = lines.length;
  const [across, upright] = CUTS.map((cut) => cuts.get(cut) ?? missing(`${cut} 360`, end));
  const gain = numberOf(fields, "GAIN", end, { DBD: DIPOLE, DBI: 0 });
  const mhz = numberOf(fields, "FREQUENCY", end, { MHZ: 1, GHZ: 1000 });
  return {
    name: fields.get("NAME")?.words.join(" ") ?? "",
    mhz: mhz.value * mhz.unit,
    gain: gain.value + gain.unit,
    across: across!,
    upright: upright!,
    most: Math.max(...across!, ...upright!),
  };
}

interface Field {
  readonly line: number;
  readonly words: readonly string[];
}

function missing(what: string, line: number): never {
  throw new PatternError(line, `Expected a line ${what}, found none.`);
}

/** The 360 lines after that of a cut. */
function lossesIn(lines: readonly string[], from: number, cut: Cut): number[] {
  return Array.from({ length: 360 }, (_, degree) => {
    const text = lines[from + degree]?.trim();
    const words = text?.split(/\s+/u) ?? [];
    const [angle, loss] = words.map(plainNumber);
    if (words.length !== 2 || angle !== degree || loss === undefined || loss < 0)
      throw new PatternError(
        Math.min(from + degree + 1, lines.length),
        `Expected ${degree} degrees of ${cut} and a loss in dB from 0, found ${text ? quoted(text) : "nothing"}.`,
      );
    return loss;
  });
}

/** @param units what each means, the first where none is said; a unit may stand right after the number */
function numberOf(
  fields: ReadonlyMap<string, Field>,
  key: string,
  end: number,
  units: Readonly<Record<string, number>>,
): { readonly value: number; readonly unit: number } {
  const field = fields.get(key) ?? missing(key, end);
  const said = field.words.join("").toUpperCase();
  const name = Object.keys(units).find((one) => said.endsWith(one));
  const value = plainNumber(name === undefined ? said : said.slice(0, -name.length));
  if (value === undefined || (key === "FREQUENCY" && value <= 0))
    throw new PatternError(
      field.line,
      `Expected ${key} as a number${key === "FREQUENCY" ? " over 0" : ""}, with ${Object.keys(units).join(" or ")} or no unit, found ${quoted(field.words.join(" "))}.`,
    );
  return { value, unit: units[name ?? Object.keys(units)[0]!]! };
}
