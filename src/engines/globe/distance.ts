/** How far two points of the Earth are from one another, along the ground of a sphere. */

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

const RADIUS = 6371.0088; // km, the mean radius of the Earth (IUGG)
const RAD = Math.PI / 180;

/** Kilometres along the great circle, by the haversine; off from the ellipsoid by at most 0.6 %. */
export function greatCircleKm(a: Point, b: Point): number {
  const [north, east] = [(b.lat - a.lat) * RAD, (b.lon - a.lon) * RAD];
  const h =
    Math.sin(north / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(east / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
