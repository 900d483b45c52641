/** The day of a class, the same on all of its pages: at the desk, on the board and on a card. */

/** By the clock on the wall where the instance stands: a class that begins at seven in the morning in Manila is on its own day, not on that of Greenwich. */
export function wallDay(now: number): string {
  const at = new Date(now);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
