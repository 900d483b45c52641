/**
 * A window of the Earth in level rows, country by country: whoever draws it says which tone a country has, and gets
 * one path a tone. Equal Earth projection around the middle of the window, so shaded areas are true to size.
 */
import { countryCellAt, unpackCountries } from "./countries.ts";
import { COUNTRY_CODES, COUNTRY_RUNS } from "./country-mask.ts";
import { heightAt, latitudeAt, parametric, spreadAt, thetaAt } from "./equal-earth.ts";
import { type Row, evenRows, rowsPath, tenth } from "./rows.ts";

const RADIANS = Math.PI / 180;

/** Degrees; `east` is greater than `west`, beyond 180 where the window crosses that meridian. */
export interface Window {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

interface AtlasOptions {
  readonly window: Window;
  /** Of the drawing in px; its height follows from the window. */
  readonly width: number;
  /** Distance of the rows in px. */
  readonly step: number;
}

export interface Atlas<Tone extends string> {
  readonly width: number;
  readonly height: number;
  /** By tone, in no order; a tone without land is absent. */
  readonly paths: ReadonlyMap<Tone, string>;
  /** A place (degrees) on the same drawing, to a tenth of a pixel; undefined outside. */
  readonly project: (lat: number, lon: number) => { x: number; y: number } | undefined;
}

let cells: Uint8Array | undefined; // unpacked on first use: a page without an atlas does not pay for it
const CODES = ["", ...COUNTRY_CODES.split(" ")];

/** @param toneOf by ISO 3166 alpha-2; `ZZ` is land without a code */
export function atlasRows<Tone extends string>(
  { window, width, step }: AtlasOptions,
  toneOf: (country: string) => Tone,
): Atlas<Tone> {
  const { west, east, south, north } = window;
  const meridian = (west + east) / 2;
  const [top, bottom] = [heightAt(parametric(north)), heightAt(parametric(south))];
  const nearest = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  const widest = ((east - west) * RADIANS) / spreadAt(parametric(nearest)); // on the parallel nearest the equator
  const scale = width / widest;
  const height = Math.round((top - bottom) * scale);

  const project = (lat: number, lon: number) => {
    const theta = parametric(lat);
    const across = ((((lon - meridian + 180) % 360) + 360) % 360) - 180;
    const x = tenth(width / 2 + ((across * RADIANS) / spreadAt(theta)) * scale);
    const y = tenth((top - heightAt(theta)) * scale);
    return x < 0 || x > width || y < 0 || y > height ? undefined : { x, y };
  };

  const land = (cells ??= unpackCountries(COUNTRY_RUNS));
  const tones = CODES.map((code, i) => (i === 0 ? undefined : toneOf(code)));
  const latitudes = new Map<number, { readonly lat: number; readonly spread: number }>();
  const rows = evenRows(height, Math.floor(height / step)).flatMap((y): Row[] => {
    const theta = thetaAt(top - y / scale);
    if (theta === undefined) return [];
    const spread = spreadAt(theta);
    latitudes.set(y, { lat: latitudeAt(theta), spread });
    const half = Math.min((Math.PI / spread) * scale, width / 2);
    return [{ y, from: Math.ceil(width / 2 - half), to: Math.floor(width / 2 + half) }];
  });
  const toneAt = (x: number, y: number): Tone | undefined => {
    const { lat, spread } = latitudes.get(y)!;
    const cell = countryCellAt(lat, ((x - width / 2) / scale) * spread + meridian * RADIANS);
    return cell < 0 ? undefined : tones[land[cell]!];
  };
  const paths = new Map<Tone, string>();
  for (const tone of new Set(tones)) {
    if (tone === undefined) continue;
    const path = rowsPath(rows, (x, y) => toneAt(x, y) === tone);
    if (path !== "") paths.set(tone, path);
  }
  return { width, height, paths, project };
}

/** The country (ISO 3166 alpha-2) whose land lies at a point in degrees; undefined at sea and on land without a code. */
export function countryAt(lat: number, lon: number): string | undefined {
  const land = (cells ??= unpackCountries(COUNTRY_RUNS));
  const cell = countryCellAt(lat * RADIANS, lon * RADIANS);
  const code = cell < 0 ? "" : CODES[land[cell]!]!;
  return code === "" || code === "ZZ" ? undefined : code;
}
