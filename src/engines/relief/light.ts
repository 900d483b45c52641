/**
 * How steep the ground is, which way it faces, and how much light of three suns falls on it.
 *
 * Gradient: Horn (Hill Shading and the Reflectance Map, Proceedings of the IEEE 69:1, 1981), the third-order
 * difference weighted 1-2-1 over eight neighbours. Light: Lambert's cosine law.
 */

/** Rise per metre towards east and towards north. */
interface Gradient {
  readonly east: number;
  readonly north: number;
}

/** A light: azimuth in degrees clockwise from north, altitude in degrees above the horizon, share of all light. */
interface Sun {
  readonly azimuth: number;
  readonly altitude: number;
  readonly share: number;
}

/**
 * The three suns. The key light stands north-west, where readers expect it (light from below turns hills into
 * valleys); the second shows ridges that run along the key light; the third, high in the north-east, opens
 * the deepest shadows. Shares add up to 1.
 */
export const SUNS: readonly Sun[] = [
  { azimuth: 318, altitude: 34, share: 0.64 },
  { azimuth: 252, altitude: 40, share: 0.24 },
  { azimuth: 25, altitude: 58, share: 0.12 },
];

/** Horn's gradient at one inner or edge sample; spacings in metres. At the border the nearest inner sample answers. */
export function gradientAt(
  heights: Float32Array,
  width: number,
  x: number,
  y: number,
  spacing: { readonly x: number; readonly y: number },
): Gradient {
  const height = heights.length / width;
  const i = Math.min(Math.max(y, 1), height - 2) * width + Math.min(Math.max(x, 1), width - 2);
  const [nw, n, ne] = [heights[i - width - 1]!, heights[i - width]!, heights[i - width + 1]!];
  const [w, e] = [heights[i - 1]!, heights[i + 1]!];
  const [sw, s, se] = [heights[i + width - 1]!, heights[i + width]!, heights[i + width + 1]!];
  return {
    east: (ne + 2 * e + se - nw - 2 * w - sw) / (8 * spacing.x),
    north: (nw + 2 * n + ne - sw - 2 * s - se) / (8 * spacing.y),
  };
}

/** Steepness in degrees, 0 for level ground. */
export function slopeDegrees({ east, north }: Gradient): number {
  return (Math.atan(Math.hypot(east, north)) * 180) / Math.PI;
}

/** The way the ground faces (downhill), degrees clockwise from north; undefined on level ground. */
export function aspectDegrees({ east, north }: Gradient): number | undefined {
  if (east === 0 && north === 0) return undefined;
  return ((Math.atan2(-east, -north) * 180) / Math.PI + 360) % 360;
}

/**
 * Light on every sample relative to level ground: 0 as level, above it lit, below it in shade.
 * The whole range is -Σ share · sin(altitude) to Σ share · (1 - sin(altitude)).
 */
export function lightOf(
  heights: Float32Array,
  width: number,
  spacing: { readonly x: number; readonly y: number },
  suns: readonly Sun[] = SUNS,
): Float32Array {
  const height = heights.length / width;
  const light = new Float32Array(heights.length);
  const beams = suns.map(beamOf);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const { east, north } = gradientAt(heights, width, x, y, spacing);
      const steep = Math.sqrt(1 + east * east + north * north);
      let sum = 0;
      for (const beam of beams) {
        const cosine = (beam.up - beam.east * east - beam.north * north) / steep;
        sum += beam.share * (Math.max(0, cosine) - beam.up);
      }
      light[y * width + x] = sum;
    }
  }
  return light;
}

/** Unit vector towards a sun. */
function beamOf({ azimuth, altitude, share }: Sun) {
  const a = (azimuth * Math.PI) / 180;
  const h = (altitude * Math.PI) / 180;
  return {
    east: Math.sin(a) * Math.cos(h),
    north: Math.cos(a) * Math.cos(h),
    up: Math.sin(h),
    share,
  };
}
