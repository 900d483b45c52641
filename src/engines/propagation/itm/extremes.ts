/**
 * The greater and the lesser of two numbers as NTIA's ITM v1.4 takes them: by one comparison, so that of a NaN and a
 * number the second is taken. With odd values ITM meets NaN on its way (the logarithm of a negative distance) and comes
 * out with a number; `Math.max` would not.
 */
export const greater = (a: number, b: number): number => (a > b ? a : b);
export const lesser = (a: number, b: number): number => (a < b ? a : b);
/** How far a lies over b; 0 where it does not. */
export const excess = (a: number, b: number): number => (a > b ? a - b : 0);
