/** Positions as people write them: `28.2096`, `28,2096`, `28.2096 N`, `28°12′34″N`; two of them are a point. */
import type { LatLon } from "./grid.ts";

type Axis = "lat" | "lon";

const LONGEST = 80; // characters: more are no position

const ANGLE =
  // bounded: at most 80 characters, looked at first
  /^([NSEW])?\s*([-+−])?(\d{1,3}(?:[.,]\d{1,15})?)\s*[°º]?(?:\s*(\d{1,2}(?:[.,]\d{1,15})?)\s*['′’])?(?:\s*(\d{1,2}(?:[.,]\d{1,15})?)\s*(?:["″”]|['′’]{2}))?\s*([NSEW])?$/i;
const LETTERS = { lat: "NS", lon: "EW" } as const;

/** @returns degrees, north and east positive, of whatever size; undefined for what is none of that axis */
export function degreesFrom(text: string, axis: Axis): number | undefined {
  if (text.length > LONGEST) return undefined;
  const [all, before, sign, degrees, minutes, seconds, after] = ANGLE.exec(text.trim()) ?? [];
  const letter = before ?? after;
  if (all === undefined || (before && after) || (letter && sign)) return undefined;
  const half = letter ? LETTERS[axis].indexOf(letter.toUpperCase()) : sign && sign !== "+" ? 1 : 0;
  const [whole, ...parts] = [degrees, minutes, seconds].map((part) =>
    part === undefined ? undefined : Number(part.replace(",", ".")),
  );
  const isSplit = parts.some((part) => part !== undefined);
  const fits = parts.every((part) => part === undefined || part < 60);
  if (half < 0 || !fits || (isSplit && !Number.isInteger(whole))) return undefined;
  const size = whole! + (parts[0] ?? 0) / 60 + (parts[1] ?? 0) / 3600;
  return half === 1 ? -size : size;
}

const FURTHEST = 540; // degrees: a map across the date line counts on

/** Latitude, then longitude, parted by a comma, a semicolon or blanks; undefined for what is none. */
export function pointFrom(text: string): LatLon | undefined {
  if (text.length > LONGEST) return undefined;
  const typed = text.trim();
  for (const { 0: gap, index } of typed.matchAll(/[\s,;]+/g)) {
    const lat = degreesFrom(typed.slice(0, index), "lat");
    const lon = degreesFrom(typed.slice(index + gap.length), "lon");
    if (lat === undefined || lon === undefined) continue;
    return Math.abs(lat) <= 90 && Math.abs(lon) <= FURTHEST ? { lat, lon } : undefined;
  }
  return undefined;
}
