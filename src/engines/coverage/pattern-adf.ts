/**
 * The antenna data format of the NSMA: lines of six letters, a colon, a comma and values. Each cut is a list of angles with
 * what the antenna gives there, as many and as far apart as its maker measured.
 *
 * Source: NSMA WG16.99.050, "Antenna systems: standard format for digitized antenna patterns" (1999). Elevations grow
 * upwards. Azimuths are read clockwise, as bearings are; that matters only where left and right differ.
 */
import { DIPOLE, PatternError, plainNumber, quoted, type Pattern } from "./pattern.ts";

/** One plane at one frequency in one polarisation. */
interface Cut {
  readonly line: number;
  readonly plane: keyof Pick<Pattern, "across" | "upright"> | undefined;
  /** MHz; absent where only the band is said. */
  readonly mhz: number | undefined;
  polarisation: string;
  readonly points: Point[];
}

/** What the file says at an angle: dB, as its units are. */
interface Point {
  readonly line: number;
  readonly angle: number;
  readonly value: number;
}

interface Field {
  readonly line: number;
  readonly value: string;
}

interface Read {
  readonly fields: ReadonlyMap<string, Field>;
  readonly cuts: readonly Cut[];
  /** The last line. */
  readonly end: number;
}

export const isAdf = (text: string): boolean => /^(?:REVNUM|ANTMAN|MODNUM|PATCUT):/imu.test(text);

/**
 * @param mhz of a file with several frequencies the nearest to this one is taken, with vertical polarisation where it has it
 * @throws PatternError
 */
export function parseAdf(text: string, mhz: number): Pattern {
  const file = read(text);
  const { gain, lossOf } = unitsOf(file);
  const pair = pairOf(file, mhz);
  const [across, upright] = pair.map((cut) => resampled(cut, lossOf));
  const said = (key: string) => file.fields.get(key)?.value ?? "";
  return {
    name: [said("ANTMAN"), said("MODNUM")].filter((one) => one !== "").join(" "),
    mhz: pair[0].mhz ?? middleOf(file),
    gain,
    across: across!,
    upright: upright!,
    most: Math.max(...across!, ...upright!),
  };
}

const FIELD = /^([A-Z][A-Z0-9]{5})\s*[:,](.*)$/iu;
const PLANES: Readonly<Record<string, Cut["plane"]>> = {
  AZ: "across",
  H: "across",
  EL: "upright",
  V: "upright",
};

const MOST_CUTS = 200; // each is compared with all

function read(text: string): Read {
  const fields = new Map<string, Field>();
  const cuts: Cut[] = [];
  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|[\r\n]/u);
  let mhz: number | undefined;
  for (const [i, whole] of lines.entries()) {
    const line = i + 1;
    const said = whole.split("!", 1)[0]!.trim(); // what follows is a remark
    if (said === "") continue;
    const [, word, rest = ""] = FIELD.exec(said) ?? [];
    const key = word?.toUpperCase();
    const values = rest.split(",").map((one) => one.trim());
    const value = values.filter((one) => one !== "").join(",");
    const cut = cuts.at(-1);
    if (key === undefined) {
      if (!cut)
        throw new PatternError(
          line,
          `Expected a field such as GUNITS:,DBI/DBR, found ${quoted(whole)}.`,
        );
      cut.points.push(pointOf(said, line, cut));
    } else if (key === "ENDFIL") return { fields, cuts, end: line };
    else if (key === "PATFRE") mhz = numberIn(key, { line, value });
    else if (key === "PATCUT") {
      if (cuts.length === MOST_CUTS)
        throw new PatternError(line, `Expected at most ${MOST_CUTS} cuts, found more.`);
      cuts.push({ line, plane: PLANES[value.toUpperCase()], mhz, polarisation: "", points: [] });
    } else if (key === "POLARI" && cut) cut.polarisation = value.toUpperCase();
    else fields.set(key, { line, value });
  }
  throw new PatternError(lines.length, "Expected a line ENDFIL:,EOF, found none.");
}

function pointOf(said: string, line: number, { points }: Cut): Point {
  const [angle, value] = said.split(/[\s,]+/u).map(plainNumber);
  const before = points.at(-1)?.angle ?? Number.NEGATIVE_INFINITY;
  if (angle === undefined || value === undefined || Math.abs(angle) > 360)
    throw new PatternError(line, `Expected an angle and a number of dB, found ${quoted(said)}.`);
  if (angle <= before)
    throw new PatternError(line, `Expected an angle over ${before}, found ${quoted(said)}.`);
  return { line, angle, value };
}

function numberIn(key: string, { line, value }: Field): number {
  const number = plainNumber(value);
  if (number === undefined)
    throw new PatternError(line, `Expected ${key} as a number, found ${quoted(value)}.`);
  return number;
}

function fieldOf({ fields, end }: Read, ...keys: readonly string[]): readonly [string, Field] {
  for (const key of keys) {
    const field = fields.get(key);
    if (field && field.value !== "") return [key, field];
  }
  throw new PatternError(end, `Expected a line ${keys[0]}, found none.`);
}

const PEAK = 0.5; // dB by which a measured value may lie over the gain that is said

/** The gain in dBi, and the loss that a value means. */
function unitsOf(file: Read) {
  const [, units] = fieldOf(file, "GUNITS");
  const [of, values] = units.value
    .toUpperCase()
    .split("/")
    .map((one) => one.trim());
  if (
    !(of === "DBI" || of === "DBD") ||
    !(values === "DBR" || values === "DBI" || values === "DBD")
  )
    throw new PatternError(
      units.line,
      `Expected GUNITS as DBI or DBD, a slash, and DBR, DBI or DBD, found ${quoted(units.value)}.`,
    );
  const gain =
    numberIn(...fieldOf(file, "MDGAIN", "LWGAIN", "HGGAIN")) + (of === "DBD" ? DIPOLE : 0);
  const zero = { DBR: 0, DBI: gain, DBD: gain - DIPOLE }[values];
  const lossOf = ({ line, value }: Point): number => {
    if (value > zero + PEAK)
      throw new PatternError(
        line,
        `Expected at most ${zero.toFixed(1)} dB, where the antenna gains most, found ${value}.`,
      );
    return Math.max(0, zero - value);
  };
  return { gain, lossOf };
}

/** Two cuts of one frequency and polarisation; what is heard crosswise is no pattern of a link. */
function pairOf({ cuts, end }: Read, mhz: number): readonly [Cut, Cut] {
  const straight = cuts.filter(({ polarisation }) => {
    const [sent, heard] = polarisation.split("/");
    return heard === undefined || sent === heard;
  });
  const pairs = straight.flatMap((one) =>
    straight
      .filter(
        (other) =>
          one.plane === "across" &&
          other.plane === "upright" &&
          other.mhz === one.mhz &&
          other.polarisation === one.polarisation,
      )
      .map((other) => [one, other] as const),
  );
  if (pairs.length === 0)
    throw new PatternError(
      end,
      `Expected a cut PATCUT:,AZ (or H) and one PATCUT:,EL (or V) of one frequency and polarisation, found ${cuts.length === 0 ? "none" : cuts.map(({ line }) => `one at line ${line}`).join(", ")}.`,
    );
  const away = ([cut]: readonly [Cut, Cut]) =>
    Math.abs((cut.mhz ?? mhz) - mhz) + (cut.polarisation === "V/V" ? 0 : 1e-6);
  return pairs.reduce((a, b) => (away(b) < away(a) ? b : a));
}

const LOW = "LOWFRQ";
const middleOf = (file: Read): number =>
  (numberIn(...fieldOf(file, LOW)) + numberIn(...fieldOf(file, "HGHFRQ", LOW))) / 2;

/** Degrees between two angles of a cut: behind the zenith nothing looks at an antenna. */
const WIDEST = { across: 90, upright: 190 };

/** Losses at each degree, straight between the angles that were measured. */
function resampled({ line, plane, points }: Cut, lossOf: (point: Point) => number): number[] {
  const way = plane === "upright" ? -1 : 1;
  const around = points
    .map((point) => ({ angle: turned(way * point.angle), loss: lossOf(point) }))
    .toSorted((a, b) => a.angle - b.angle);
  const gaps = around.map(({ angle }, i) => turned(around[(i + 1) % around.length]!.angle - angle));
  const widest = Math.max(...gaps);
  if (around.length < 2 || widest > WIDEST[plane!])
    throw new PatternError(
      line,
      `Expected a cut with an angle each ${WIDEST[plane!]} degrees or nearer, found ${around.length < 2 ? `${around.length} angles` : `${widest} degrees without one`}.`,
    );
  return Array.from({ length: 360 }, (_, degree) => {
    const last = around.findLastIndex(({ angle }) => angle <= degree);
    const from = around.at(last)!; // before the first lies the last
    const to = around[(last + 1) % around.length]!;
    const [gone, all] = [turned(degree - from.angle), turned(to.angle - from.angle)];
    return all === 0 ? from.loss : from.loss + ((to.loss - from.loss) * gone) / all;
  });
}

const turned = (degrees: number): number => ((degrees % 360) + 360) % 360;
