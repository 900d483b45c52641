/** A place on the Earth as people write it down: decimal degrees, degrees and minutes, a link of a map. */
import { westernDigits } from "../../../platform/web/typed-number.ts";

/** Six decimals are ten centimetres. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0;

/** Latitude first, as people say it. */
export const positionText = ([longitude, latitude]: readonly [number, number]): string =>
  `${latitude}, ${longitude}`;

const NUMBER = String.raw`[-+−]?\d{1,3}(?:[.,]\d{1,12})?`;
/** Degrees, and minutes and seconds where they are given, with the side of the Earth before or after. */
const PART = String.raw`([NSEW])?\s*(${NUMBER})\s*°?\s*(?:(\d{1,2}(?:[.,]\d{1,8})?)\s*['′’]\s*)?(?:(\d{1,2}(?:[.,]\d{1,8})?)\s*(?:["″”]|'')\s*)?([NSEW])?`;
// bounded: at most 300 characters, looked at first
const PAIR = new RegExp(String.raw`^${PART}(?:\s*[,;/]\s*|\s+)${PART}$`, "i");
const IN_LINK = /(?:[@=/]|ll=)([-+]?\d{1,2}\.\d{1,12})[,/]([-+]?\d{1,3}\.\d{1,12})/;
const MAP = /[#&]map=\d{1,2}(?:\.\d{1,4})?\/([-+]?\d{1,2}\.\d{1,12})\/([-+]?\d{1,3}\.\d{1,12})/;

/** `-15.42, 28.28`, `15°25′12″S 28°17′E`, `geo:-15.42,28.28` or the link of a map as [longitude, latitude]. */
export function positionIn(typed: string): [number, number] | undefined {
  const text = westernDigits(typed.trim());
  if (text.length > 300) return undefined;
  if (/^https?:/.test(text)) {
    const found = MAP.exec(text) ?? IN_LINK.exec(text);
    return found ? inRange(Number(found[1]), Number(found[2])) : undefined;
  }
  const place = text.replace(/^geo:/i, "");
  // What a `geo:` adds after the place, such as `;u=35`, is let go.
  const more = place.indexOf(";");
  const plain = more !== -1 && place.includes("=", more) ? place.slice(0, more) : place;
  const found = PAIR.exec(plain);
  if (!found) return undefined;
  const [one, other] = [found.slice(1, 6), found.slice(6, 11)].map(partIn);
  if (!one || !other) return undefined;
  const isTurned = one.side === "EW" || other.side === "NS";
  if (one.side !== "" && one.side === other.side) return undefined;
  return isTurned ? inRange(other.degrees, one.degrees) : inRange(one.degrees, other.degrees);
}

function partIn([before, degrees = "", minutes, seconds, after]: readonly (string | undefined)[]) {
  const side = (before ?? after ?? "").toUpperCase();
  const number = (text = "0") => Number(text.replace("−", "-").replace(",", "."));
  const whole = number(degrees);
  const [m, s] = [number(minutes), number(seconds)];
  if (m >= 60 || s >= 60) return undefined;
  const size = Math.abs(whole) + m / 60 + s / 3600;
  const isBelow = /^[-−]/.test(degrees) !== (side === "S" || side === "W");
  const axis = side === "" ? "" : side === "N" || side === "S" ? "NS" : "EW";
  return { degrees: isBelow ? -size : size, side: axis } as const;
}

function inRange(latitude: number, longitude: number): [number, number] | undefined {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return [rounded(longitude), rounded(latitude)];
}
