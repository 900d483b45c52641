/**
 * What the bulge of a smooth Earth takes. Source: ITU-R P.526-15, sections 3.1.1 and 3.2 (P.1812-7, sections 4.3.2 and
 * 4.3.3); the series is cut after its first term, which holds beyond the horizon and is shaded off before it.
 */
import { roundedWavelength, type DiffractionOptions } from "./path.ts";

/** What many ways over one Earth have in common. */
interface Sphere {
  /** km, as the bent ray sees it. */
  readonly radius: number;
  /** Metres. */
  readonly wavelength: number;
  /** Normalised surface admittance of land and sea for a radius of 1 km: it falls with the cube root. */
  readonly land: number;
  readonly water: number;
  /** The share of the way that is over sea. */
  readonly sea: number;
  /** Normalised distance of a km and height of a metre for a radius of 1 km, without β. */
  readonly distance: number;
  readonly height: number;
}

export function sphereFor(options: DiffractionOptions): Sphere {
  const { frequency, radius, sea = 0 } = options;
  const f = frequency / 1000; // GHz
  return {
    radius,
    wavelength: roundedWavelength(frequency),
    land: admittance(options, f, options.polarisation),
    water: admittance({ permittivity: 80, conductivity: 5 }, f, options.polarisation),
    sea,
    distance: 21.88 * Math.cbrt(f),
    height: 0.9575 * Math.cbrt(f ** 2),
  };
}

/** Eq. (16) and (16a), times the cube root of the radius in km. */
function admittance(
  { permittivity, conductivity }: Pick<DiffractionOptions, "permittivity" | "conductivity">,
  f: number,
  polarisation: "horizontal" | "vertical",
): number {
  const lossy = (18 * conductivity) / f;
  const k = 0.036 * Math.cbrt(1 / f) * ((permittivity - 1) ** 2 + lossy ** 2) ** (-1 / 4);
  return polarisation === "horizontal" ? k : k * Math.hypot(permittivity, lossy);
}

/**
 * dB over free space, 0 or more.
 * @param d km
 * @param one metres of the antennas over the smooth ground, 0 or more
 */
export function sphereLoss(sphere: Sphere, d: number, one: number, two: number): number {
  const { radius } = sphere;
  const roots = Math.sqrt(one) + Math.sqrt(two);
  if (d >= Math.sqrt(radius / 500) * roots)
    return Math.max(0, firstTerm(sphere, d, one, two, radius));
  const at = lowestAt(d, one, two, radius);
  const rest = d - at;
  const bulge = 500 / radius;
  const clearance = ((one - bulge * at * at) * rest + (two - bulge * rest * rest) * at) / d;
  const needed = 17.456 * Math.sqrt((at * rest * sphere.wavelength) / d);
  if (clearance > needed) return 0;
  const touching = 500 * (d / roots) ** 2; // km: the Earth that would just hide them
  const loss = firstTerm(sphere, d, one, two, touching);
  const clear = needed > 0 ? clearance / needed : 0; // an antenna on the very ground stands where the ray is nearest
  return loss < 0 ? 0 : (1 - clear) * loss;
}

/** Eq. (24), (25): km from the first antenna to where the ray is nearest to the sphere. */
function lowestAt(d: number, one: number, two: number, radius: number): number {
  const c = (one - two) / (one + two);
  const m = (250 * d * d) / (radius * (one + two));
  const cosine = 1.5 * c * Math.sqrt((3 * m) / ((m + 1) * (m + 1) * (m + 1)));
  const turn = Math.acos(Math.max(-1, Math.min(1, cosine))); // rounded, it may lie beyond 1
  const b = 2 * Math.sqrt((m + 1) / (3 * m)) * Math.cos((Math.PI + turn) / 3);
  return (d / 2) * (1 + b);
}

/** Eq. (13)-(20): dB, and below 0 where the first term alone does not hold. */
function firstTerm(sphere: Sphere, d: number, one: number, two: number, radius: number): number {
  const root = Math.cbrt(radius);
  const { land, water, sea } = sphere;
  if (sea === 0) return firstTermOver(sphere, land, d, one, two, root);
  const overWater = firstTermOver(sphere, water, d, one, two, root);
  return sea * overWater + (1 - sea) * firstTermOver(sphere, land, d, one, two, root);
}

function firstTermOver(
  { distance, height }: Sphere,
  admittanceThere: number,
  d: number,
  one: number,
  two: number,
  root: number,
): number {
  const k = admittanceThere / root;
  const k2 = k * k;
  const beta = (1 + k2 * (1.6 + 0.67 * k2)) / (1 + k2 * (4.5 + 1.53 * k2));
  const x = (beta * distance * d) / (root * root);
  const b = (beta * beta * height) / root; // of a metre
  const least = 2 + DECIBEL * Math.log(k);
  return -distanceGain(x) - heightGain(b * one, least) - heightGain(b * two, least);
}

/** 20 / ln 10: natural logarithms take half the time of decimal ones. */
const DECIBEL = 20 / Math.LN10;

/** dB at the normalised distance. */
const distanceGain = (x: number): number =>
  x >= 1.6
    ? 11 + 0.5 * DECIBEL * Math.log(x) - 17.6 * x
    : -DECIBEL * Math.log(x) - 5.6488 * x ** 1.425;

/** dB at the normalised height times β. */
const heightGain = (b: number, least: number): number =>
  Math.max(
    least,
    b > 2
      ? 17.6 * Math.sqrt(b - 1.1) - 0.25 * DECIBEL * Math.log(b - 1.1) - 8
      : DECIBEL * Math.log(b + 0.1 * b * b * b),
  );
