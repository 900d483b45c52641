/**
 * Lambert's azimuthal equal-area projection of the sphere (Snyder, Map Projections: A Working Manual, USGS Professional Paper
 * 1395, 1987, pp. 182–190): a square kilometre is as large at one end of a picture as at the other, and at 70° N as at the
 * equator.
 */
const RADIANS = Math.PI / 180;

/** Degrees; north and east count up. */
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** Units of the radius of the Earth: right and up from the middle. */
interface Plane {
  readonly x: number;
  readonly y: number;
}

interface Azimuthal {
  /** @returns undefined for the point opposite the middle, which lies everywhere on the rim */
  readonly forward: (place: LatLon) => Plane | undefined;
  /** @returns undefined beyond the rim, 2 units from the middle; a longitude of -180 up to 180 */
  readonly inverse: (at: Plane) => LatLon | undefined;
}

/** How far from the middle a place lies that is so many degrees of arc away from it. */
export const distanceOf = (degrees: number): number => 2 * Math.sin((degrees * RADIANS) / 2);

/** @throws RangeError for a middle that is nowhere */
export function azimuthal(middle: LatLon): Azimuthal {
  if (!(Math.abs(middle.lat) <= 90))
    throw new RangeError(`Expected a latitude of -90 to 90, got ${middle.lat}.`);
  if (!(Math.abs(middle.lon) <= 180))
    throw new RangeError(`Expected a longitude of -180 to 180, got ${middle.lon}.`);
  const sin0 = Math.sin(middle.lat * RADIANS);
  const cos0 = Math.cos(middle.lat * RADIANS);
  return {
    forward({ lat, lon }) {
      const [sin, cos] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
      const east = (lon - middle.lon) * RADIANS;
      const towards = 1 + sin0 * sin + cos0 * cos * Math.cos(east);
      if (towards < 1e-12) return undefined;
      const k = Math.sqrt(2 / towards);
      return { x: k * cos * Math.sin(east), y: k * (cos0 * sin - sin0 * cos * Math.cos(east)) };
    },
    inverse({ x, y }) {
      const rho = Math.hypot(x, y);
      if (rho > 2) return undefined;
      if (rho === 0) return { lat: middle.lat, lon: wrapped(middle.lon) };
      const c = 2 * Math.asin(rho / 2);
      const [sinC, cosC] = [Math.sin(c), Math.cos(c)];
      const north = cosC * sin0 + (y * sinC * cos0) / rho;
      const east = Math.atan2(x * sinC, rho * cos0 * cosC - y * sin0 * sinC);
      return {
        lat: Math.asin(Math.min(1, Math.max(-1, north))) / RADIANS,
        lon: wrapped(middle.lon + east / RADIANS),
      };
    },
  };
}

const wrapped = (lon: number): number => (((lon % 360) + 540) % 360) - 180;
