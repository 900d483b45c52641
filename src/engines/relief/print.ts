/**
 * From light to ink: the two prints, and how the ground dissolves into the page.
 *
 * Aerial perspective after Imhof (Kartographische Geländedarstellung, 1965): high ground is nearer to the eye,
 * so it is drawn with more contrast and warmer light, low ground with less.
 */

type Rgb = readonly [number, number, number];

/** The colours of a print. `level` is flat ground, `page` what multiplies or screens to nothing. */
export interface Tones {
  readonly page: Rgb;
  readonly level: Rgb;
  readonly lit: Rgb;
  readonly warm: Rgb;
  readonly shade: Rgb;
  readonly deep: Rgb;
}

/** Ink and paper of the look: the day print is ink on paper, the night print low light on a dark page. */
export const PRINTS: { readonly day: Tones; readonly night: Tones } = {
  day: {
    page: [255, 255, 255],
    level: [236, 240, 236],
    lit: [255, 255, 253],
    warm: [255, 243, 229],
    shade: [132, 152, 145],
    deep: [26, 46, 40],
  },
  night: {
    page: [0, 0, 0],
    level: [17, 40, 34],
    lit: [112, 112, 95],
    warm: [214, 182, 148],
    shade: [7, 19, 17],
    deep: [0, 2, 2],
  },
};

/** Shares of the width (left, right) and height (top, bottom) over which the ground dissolves. */
export interface Fade {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The part of a fade in which the lowest ground is gone already, and the highest whole. */
const VALLEYS_FIRST = 0.42;

/**
 * How much of the ground is there, 0 to 1 per pixel: gone at the very side, whole where the fade ends, and in
 * between high ground stays longer than low ground, so that the edge follows the valleys.
 */
export function presenceOf(rise: Float32Array, width: number, fade?: Fade): Float32Array {
  const presence = new Float32Array(rise.length).fill(1);
  if (fade === undefined) return presence;
  const height = rise.length / width;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height;
    const vertical = ramp(v, fade.top) * ramp(1 - v, fade.bottom);
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width;
      const inside = vertical * ramp(u, fade.left) * ramp(1 - u, fade.right);
      const i = y * width + x;
      presence[i] = smoothstep((inside - VALLEYS_FIRST * (1 - rise[i]!)) / (1 - VALLEYS_FIRST));
    }
  }
  return presence;
}

/** 0 at the side, 1 from `over` on. */
function ramp(distance: number, over: number): number {
  return over <= 0 ? 1 : Math.min(distance / over, 1);
}

function smoothstep(t: number): number {
  const c = Math.min(Math.max(t, 0), 1);
  return c * c * (3 - 2 * c);
}

const SHADE_GAIN = 5.2; // ink rises as 1 - e^(-gain · shade): forms stay readable in the deepest shadow
const LIT_GAIN = 5.2;
const LOWLAND = 0.34; // contrast of the lowest ground, where the highest has 1

/** Writes one RGBA pixel for a light (see lightOf), a rise 0–1 and a presence 0–1. */
export function inkAt(
  pixels: Uint8Array,
  at: number,
  tones: Tones,
  light: number,
  rise: number,
  presence: number,
): void {
  const near = LOWLAND + (1 - LOWLAND) * rise;
  const inShade = light < 0;
  const strength = 1 - Math.exp(-Math.abs(light) * (inShade ? SHADE_GAIN : LIT_GAIN) * near);
  const half = inShade ? tones.shade : tones.lit;
  const full = inShade ? tones.deep : tones.warm;
  for (let c = 0; c < 3; c++) {
    const page = tones.page[c]!;
    const level = page + (tones.level[c]! - page) * near; // plains are almost page
    const tone = between(level, half[c]!, full[c]!, strength);
    pixels[at + c] = Math.round(page + (tone - page) * presence);
  }
  pixels[at + 3] = 255;
}

/** From `a` by way of `b` (half way) to `c`. */
function between(a: number, b: number, c: number, t: number): number {
  return t < 0.5 ? a + (b - a) * 2 * t : b + (c - b) * (2 * t - 1);
}
