/**
 * The letters of cards: Noto, under the OFL, as it comes by npm, in pieces by ranges of characters. What a text needs is
 * unpacked once and kept. What no piece has is found before it is drawn, for a box would stand in its place. Decision 0037.
 */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { unpackWoff2 } from "./woff2.ts";

/** In the order in which a character is looked for: Latin, Greek, Cyrillic and Devanagari; Arabic; Chinese. */
const PACKAGES = ["noto-sans", "noto-sans-arabic", "noto-sans-sc"] as const;
/** By which the one is found that has a character. */
export const FAMILIES = "Noto Sans, Noto Sans Arabic, Noto Sans SC";

interface Letters {
  /** Fonts that have what the text needs, as files. */
  readonly fonts: readonly string[];
  /** The text without signs that no font has (an emoji); undefined where a letter or a number is missing. */
  readonly text: string | undefined;
}

/** @param dir where unpacked fonts are kept */
export function lettersOf(text: string, dir: string): Letters {
  const fonts = new Set<string>();
  let drawn = "";
  let isWhole = true;
  for (const sign of text.normalize("NFC")) {
    const code = sign.codePointAt(0)!;
    const font = /\s/.test(sign) ? undefined : fontWith(code, dir);
    if (font !== undefined) fonts.add(font);
    if (font !== undefined || /\s/.test(sign)) drawn += sign;
    else if (/[\p{L}\p{N}\p{M}]/u.test(sign) && !isPaint(code)) isWhole = false;
  }
  const said = drawn.replaceAll(/\s+/g, " ").trim();
  return { fonts: [...fonts], text: isWhole && said !== "" ? said : undefined };
}

/** U+FE00 to U+FE0F choose how the sign before them is painted. */
const isPaint = (code: number): boolean => code >= 0xfe00 && code <= 0xfe0f;

interface Piece {
  readonly name: string;
  readonly packed: string;
  readonly ranges: Ranges;
}
type Ranges = readonly (readonly [from: number, to: number])[];

let pieces: readonly Piece[] | undefined;

/** The file of the first font that really has it; what a piece lists is not all that is in it. */
function fontWith(code: number, dir: string): string | undefined {
  pieces ??= PACKAGES.flatMap(piecesOf);
  for (const piece of pieces) {
    if (!isIn(piece.ranges, code)) continue;
    const file = join(dir, `${piece.name}.ttf`);
    if (isIn(charactersOf(file, piece), code)) return file;
  }
  return undefined;
}

const isIn = (ranges: Ranges, code: number): boolean =>
  ranges.some(([from, to]) => from <= code && code <= to);

function piecesOf(family: string): Piece[] {
  const list = createRequire(import.meta.url).resolve(
    `@fontsource-variable/${family}/unicode.json`,
  );
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const { version } = read(join(dirname(list), "package.json"));
  return Object.entries(read(list)).map(([subset, listed]) => {
    const name = `${family}-${subset.replaceAll(/[[\]]/g, "")}`;
    return {
      name: `${name}-${version}`,
      packed: join(dirname(list), "files", `${name}-wght-normal.woff2`),
      ranges: listed.split(",").map((range) => {
        const [from = "", to = from] = range.replace("U+", "").split("-");
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
      }),
    };
  });
}

const known = new Map<string, Ranges>();

/** What is in a font, which is unpacked where it has not been. */
function charactersOf(file: string, { packed }: Piece): Ranges {
  let found = known.get(file);
  if (found) return found;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const whole = `${file}.${randomUUID()}`; // the other process may unpack it as well
    writeFileSync(whole, unpackWoff2(readFileSync(packed)));
    renameSync(whole, file);
  }
  found = mapped(readFileSync(file));
  known.set(file, found);
  return found;
}

/** The ranges of a font's `cmap` (OpenType 1.9): of form 12 where it has one, else of form 4. */
function mapped(font: Buffer): Ranges {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const at = tables.find((entry) => font.toString("latin1", entry, entry + 4) === "cmap");
  if (at === undefined) return [];
  const cmap = font.subarray(font.readUInt32BE(at + 8));
  const maps = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.subarray(cmap.readUInt32BE(8 + 8 * i)),
  );
  const long = maps.find((map) => map.readUInt16BE(0) === 12);
  if (long)
    return Array.from({ length: long.readUInt32BE(12) }, (_, i) => [
      long.readUInt32BE(16 + 12 * i),
      long.readUInt32BE(20 + 12 * i),
    ]);
  const short = maps.find((map) => map.readUInt16BE(0) === 4);
  if (!short) return [];
  const doubled = short.readUInt16BE(6);
  return Array.from({ length: doubled / 2 }, (_, i) => [
    short.readUInt16BE(16 + doubled + 2 * i),
    short.readUInt16BE(14 + 2 * i),
  ]);
}
