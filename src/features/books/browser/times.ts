/** Times of marks by frames: pure, for the script and its test. */

/** The beginning of the frame that is shown at this time. @param ms @param rate frames in 1,000 seconds */
export const frameAt = (ms: number, rate: number): number =>
  Math.floor((ms * rate) / 1_000_000 + 0.02); // a frame's own time is given in a few digits

/** When a frame begins, in whole milliseconds, rounded up so that it is shown then. */
export const frameStart = (frame: number, rate: number): number =>
  Math.ceil((Math.max(0, frame) * 1_000_000) / rate - 0.001);

/** So many frames later, or earlier, never before the film begins. */
export const nudged = (ms: number, frames: number, rate: number): number =>
  frameStart(frameAt(ms, rate) + frames, rate);

/** `00:12.480` or `12.48` in milliseconds; NaN where it is no time. */
export function msIn(text: string): number {
  const said = text.trim().replace(",", ".");
  if (!/^[\d:.]+$/.test(said)) return Number.NaN;
  return Math.round(said.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}

/** As the form writes it: `00:12.480`, and `01:02:03.400` where there are hours. */
export function written(ms: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const whole = Math.floor(ms / 1000);
  const hours = Math.floor(whole / 3600);
  const part = String(ms % 1000).padStart(3, "0");
  return `${hours > 0 ? `${two(hours)}:` : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${part}`;
}
