/** Five tones of land: the heavier the line, the fewer people use the Internet. One measure for every country. */

export const TONES = ["t1", "t2", "t3", "t4", "t0"] as const;
type Tone = (typeof TONES)[number];

export function toneOf(percent: number | undefined): Tone {
  if (percent === undefined) return "t0";
  if (percent >= 90) return "t1";
  if (percent >= 75) return "t2";
  return percent >= 50 ? "t3" : "t4";
}
