/** What a single sharp edge in the way takes. */

/** Below it an edge takes nothing (and the approximation would go under 0 dB). */
const CLEAR = -0.78;

/**
 * dB over free space, by the approximation of ITU-R P.526-15, eq. (31): 0.02 dB at most from the Fresnel integrals.
 * @param nu the edge's height over the line of sight, measured against the Fresnel zone: h·√(2d / λd₁d₂); negative below it
 */
export function knifeEdgeLoss(nu: number): number {
  if (nu <= CLEAR) return 0;
  const v = nu - 0.1;
  return 6.9 + 20 * Math.log10(Math.sqrt(v * v + 1) + v);
}
