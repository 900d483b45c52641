/**
 * The Equal Earth projection (Šavrič, Patterson, Jenny: The Equal Earth map projection, International Journal of
 * Geographical Information Science 33:3, 2019), by its parametric latitude.
 */
const RADIANS = Math.PI / 180;
const M = Math.sqrt(3) / 2;
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];

/** Parametric latitude θ in radians: sin θ = √3/2 · sin φ. */
export function parametric(lat: number): number {
  return Math.asin(M * Math.sin(lat * RADIANS));
}

/** y of a parametric latitude on the unit sphere, upwards. */
export function heightAt(theta: number): number {
  const t2 = theta * theta;
  const t6 = t2 ** 3;
  return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

/** Radians of longitude in one unit of x at a parametric latitude. */
export function spreadAt(theta: number): number {
  return (M * slopeAt(theta)) / Math.cos(theta);
}

/** Derivative of heightAt. */
function slopeAt(theta: number): number {
  const t2 = theta * theta;
  const t6 = t2 ** 3;
  return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

/** Parametric latitude of a y, by Newton's method (converges in 4 steps); undefined beyond the poles. */
export function thetaAt(y: number): number | undefined {
  if (Math.abs(y) > heightAt(Math.PI / 3)) return undefined;
  let theta = y / A1;
  for (let step = 0; step < 8; step++) theta -= (heightAt(theta) - y) / slopeAt(theta);
  return theta;
}

/** Latitude in radians of a parametric latitude. */
export function latitudeAt(theta: number): number {
  return Math.asin(Math.sin(theta) / M);
}
