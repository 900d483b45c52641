/** How far a colour is from the paper, as WCAG 2.2 reckons it. */

/** The paper of the style sheet (platform/web/look/tokens.css), by day and by night. */
export const PAPER = { day: "#f4f4ee", night: "#0f1614" } as const;
export const FOR_LINES = 3;
export const FOR_WORDS = 4.5;

/** @param a @param b such as `#c2350a` @returns from 1 to 21 */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Rounded down, so that what is said is never more than what is. */
export const ratioText = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
