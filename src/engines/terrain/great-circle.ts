/** Ways along the great circles of a sphere. Every engine of radio measures the Earth by it. */
import type { LatLon } from "./grid.ts";

/** km: the mean radius of the Earth (IUGG). */
export const EARTH_RADIUS = 6371.0088;
const RAD = Math.PI / 180;

/** km, by the haversine. */
export function distanceKm(a: LatLon, b: LatLon): number {
  const [north, east] = [(b.lat - a.lat) * RAD, (b.lon - a.lon) * RAD];
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Degrees from north through east, 0 up to 360, at `a` towards `b`. */
export function bearing(a: LatLon, b: LatLon): number {
  const [from, to, east] = [a.lat * RAD, b.lat * RAD, (b.lon - a.lon) * RAD];
  const y = Math.sin(east) * Math.cos(to);
  const x = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(east);
  return (Math.atan2(y, x) / RAD + 360) % 360;
}

/** The place at a share 0 … 1 of the way, along the shorter great circle; longitude is not turned back at 180. */
export function along(a: LatLon, b: LatLon, share: number): LatLon {
  const angle = distanceKm(a, b) / EARTH_RADIUS;
  if (angle === 0) return a;
  const [from, to] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
  const [la, lb, east] = [a.lat * RAD, b.lat * RAD, (b.lon - a.lon) * RAD];
  const x = from * Math.cos(la) + to * Math.cos(lb) * Math.cos(east);
  const y = to * Math.cos(lb) * Math.sin(east);
  const z = from * Math.sin(la) + to * Math.sin(lb);
  return {
    lat: Math.atan2(z, Math.hypot(x, y)) / RAD,
    lon: a.lon + Math.atan2(y, x) / RAD,
  };
}
