/** A maker's file of an antenna's pattern, in the MSI Planet format or in that of the NSMA. */
import { isAdf, parseAdf } from "./pattern-adf.ts";
import { parseMsi } from "./pattern-msi.ts";
import { PatternError, type Pattern } from "./pattern.ts";

/** Characters: a file of the NSMA with 720 angles a cut, four cuts and three frequencies has some 130,000. */
const MOST = 400_000;

/**
 * @param mhz of a file that has patterns of several frequencies, the nearest to this one
 * @throws PatternError
 */
export function parsePattern(text: string, mhz: number): Pattern {
  if (text.length > MOST)
    throw new PatternError(1, `Expected at most ${MOST} characters, found ${text.length}.`);
  return isAdf(text) ? parseAdf(text, mhz) : parseMsi(text);
}
