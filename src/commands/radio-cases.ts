/** `cnd radio cases FILE.csv[.gz]`: what the Irregular Terrain Model says of somebody's own paths, for who judges it. */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CsvError, readCsv, type CsvRow } from "../engines/csv/csv.ts";
import { ItmError } from "../engines/propagation/itm/itm-error.ts";
import { itmPointToPoint, type ItmGround } from "../engines/propagation/itm/p2p.ts";
import type { ItmOptions } from "../engines/propagation/itm/options.ts";
import type { Settings } from "./context.ts"; // its type alone: the whole house would have to be loaded

export const help = `cnd radio cases FILE.csv[.gz]
Predict the basic transmission loss of point-to-point paths with the Irregular Terrain Model v1.4 (Longley-Rice), one
path per line, and print CSV in the same order: id,A_db,mode,warnings
  A_db       dB; empty if ITM refuses the path
  mode       1 line of sight, 2 diffraction, 3 troposcatter; 0 if ITM refuses the path
  warnings   the sum of NTIA's bits
The first line of FILE names the columns, in any order; others are ignored:
  id                                a name for the path
  h_tx, h_rx                        antenna heights above ground, m
  f_mhz, pol                        frequency; 0 horizontal, 1 vertical
  climate, N_0, epsilon, sigma      1 to 7; N-units; permittivity; conductivity, S/m
  mdvar, time, location, situation  mode of variability; per cent
  profile, xi_m                     heights from transmitter to receiver, space-separated, m; distance between them, m
  np                                intervals of the profile, if you want them checked
If ITM refuses a path, its line, NTIA's code and the reason go to standard error; the run goes on and ends well.
If a line cannot be read, the run stops and names it.`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith("-"))
    throw new Error("Expected one file: cnd radio cases FILE.csv[.gz]");
  let refused = 0;
  const tell = (line: number, message: string) => {
    refused++;
    if (refused <= TOLD) console.error(`${file}, line ${line}: ${message}`);
  };
  try {
    await pipeline(predictions(bytesOf(file), file, tell), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPIPE") return; // who read had enough
    throw error;
  }
  if (refused > TOLD) console.error(`${file}: ${refused - TOLD} more paths were refused.`);
}

/** Refusals that are told one by one: enough to see what is wrong. */
const TOLD = 100;

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  const stored = createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    if (file.endsWith(".gz")) {
      const unpacked = createGunzip({ chunkSize: 1 << 18 });
      stored.on("error", (error) => unpacked.destroy(error));
      yield* stored.pipe(unpacked);
    } else yield* stored;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const told =
      code === "ENOENT"
        ? `Expected a file, but there is no ${file}.`
        : `${file} cannot be read: ${message}`;
    throw new Error(told, { cause: error });
  }
}

/** The lines to print, some at a time. @throws Error with the line that cannot be read, after what came before it */
async function* predictions(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  tell: (line: number, message: string) => void,
): AsyncGenerator<string> {
  let columns: Columns | undefined;
  let text = "";
  try {
    for await (const rows of readCsv(chunks)) {
      for (const row of rows) {
        if (columns) text += predict(columns, row, tell);
        else {
          columns = columnsOf(row);
          text = "id,A_db,mode,warnings\n";
        }
      }
      yield text;
      text = "";
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield text;
    throw new Error(`${file}, line ${error.line}: ${error.message}.`, { cause: error });
  }
  if (!columns) throw new Error(`${file}: expected a line naming the columns, found none.`);
}

const NUMBERS = [
  "h_tx",
  "h_rx",
  "f_mhz",
  "pol",
  "climate",
  "N_0",
  "epsilon",
  "sigma",
  "mdvar",
  "time",
  "location",
  "situation",
  "xi_m",
] as const;
type Name = "id" | "profile" | "np" | (typeof NUMBERS)[number];
interface Columns {
  readonly count: number;
  readonly at: ReadonlyMap<Name, number>;
}

function columnsOf({ cells, line }: CsvRow): Columns {
  const names = cells.map((cell) => cell.trim());
  const wanted: Name[] = ["id", ...NUMBERS, "profile"];
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0)
    throw new CsvError(
      line,
      `expected the columns ${wanted.join(", ")}, found no ${missing.join(", ")}`,
    );
  const found = [...wanted, "np" as const].filter((name) => names.includes(name));
  return { count: cells.length, at: new Map(found.map((name) => [name, names.indexOf(name)])) };
}

function predict(
  columns: Columns,
  { cells, line }: CsvRow,
  tell: (line: number, message: string) => void,
): string {
  if (cells.length !== columns.count)
    throw new CsvError(line, `expected ${columns.count} cells, found ${cells.length}`);
  const of = (name: Name) => cells[columns.at.get(name)!]!;
  const { ground, options } = pathOf(of, columns.at.has("np"), line);
  const id = quoted(of("id"));
  try {
    const { loss, mode, warnings } = itmPointToPoint(ground, options);
    return `${id},${loss.toFixed(6)},${MODES[mode]},${warnings}\n`;
  } catch (error) {
    if (!(error instanceof ItmError)) throw error;
    tell(line, `path ${of("id")} is refused with code ${error.code}: ${error.message}`);
    return `${id},,0,${error.warnings}\n`;
  }
}

const MODES = { "line of sight": 1, diffraction: 2, troposcatter: 3 } as const;
const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function pathOf(
  of: (name: Name) => string,
  hasCount: boolean,
  line: number,
): { ground: ItmGround; options: ItmOptions } {
  const at = (name: Name) => number(of(name), name, line);
  const heights = heightsOf(of("profile"), line);
  if (hasCount && at("np") !== heights.length - 1)
    throw new CsvError(
      line,
      `expected np to be one less than the number of heights, found ${of("np")} and ${heights.length}`,
    );
  const pol = at("pol");
  return {
    ground: { transmitter: at("h_tx"), receiver: at("h_rx"), heights, spacing: at("xi_m") },
    options: {
      frequency: at("f_mhz"),
      // any other number is ITM's to refuse
      polarisation: pol === 1 ? "vertical" : pol === 0 ? "horizontal" : (of("pol") as "vertical"),
      climate: at("climate"),
      refractivity: at("N_0"),
      permittivity: at("epsilon"),
      conductivity: at("sigma"),
      mdvar: at("mdvar"),
      time: at("time"),
      location: at("location"),
      situation: at("situation"),
    },
  };
}

/** NaN, as programs write what was not measured, is ITM's to refuse; what is no number at all cannot be read. */
function number(text: string, what: string, line: number): number {
  const value = Number(text);
  if (text.trim() === "" || (Number.isNaN(value) && !/^\s*[-+]?nan\s*$/i.test(text)))
    throw new CsvError(
      line,
      `expected a number as ${what}, found ${text === "" ? "nothing" : text}`,
    );
  return value;
}

function heightsOf(text: string, line: number): Float64Array {
  const words = text.trim().split(/\s+/);
  const heights = new Float64Array(words.length);
  for (let i = 0; i < words.length; i++)
    heights[i] = number(words[i]!, `height ${i} of the profile`, line);
  return heights;
}
