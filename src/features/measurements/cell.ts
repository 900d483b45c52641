/**
 * The cell of a place: a square of half a degree, some 50 km wide, named by its south-west corner. Everything
 * that knows the form of a cell is in this file.
 */
const SIZE = 0.5; // degrees
const CELL = /^g([+-]\d\d\.\d)([+-]\d{3}\.\d)$/;

export function cellAt(lat: number, lon: number): string {
  const corner = (degrees: number, limit: number) =>
    Math.min(Math.floor(degrees / SIZE) * SIZE, limit - SIZE); // the pole and the date line lie in the last cell
  return `g${signed(corner(lat, 90), 2)}${signed(corner(lon, 180), 3)}`;
}

export function isCell(name: string): boolean {
  const centre = centreOf(name);
  return centre !== undefined && cellAt(centre.lat, centre.lon) === name;
}

/** The middle of a cell; undefined where the name is none. */
export function centreOf(name: string): { readonly lat: number; readonly lon: number } | undefined {
  const [, lat, lon] = CELL.exec(name) ?? [];
  if (lat === undefined || lon === undefined) return undefined;
  const centre = { lat: Number(lat) + SIZE / 2, lon: Number(lon) + SIZE / 2 };
  return Math.abs(centre.lat) < 90 && Math.abs(centre.lon) < 180 ? centre : undefined;
}

const signed = (degrees: number, digits: number): string =>
  `${degrees < 0 ? "-" : "+"}${Math.abs(degrees)
    .toFixed(1)
    .padStart(digits + 2, "0")}`;
