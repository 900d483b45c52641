/**
 * The controls of direction in one line (UAX #9): an override never stays, what opens is closed, what holds nothing
 * goes, and embeddings become isolates, which leave the words around them alone.
 */

/** Nobody nests deeper by hand. */
const MAX_DEPTH = 4;

const CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const OPENS: Readonly<Record<string, string>> = {
  "\u202a": "\u2066", // left to right
  "\u202b": "\u2067", // right to left
  "\u2066": "\u2066",
  "\u2067": "\u2067",
  "\u2068": "\u2068", // as its first letter says
};
const CLOSES = /[\u202c\u2069]/;
const MARK = /[\u061c\u200e\u200f]/;
const OVERRIDE = /[\u202d\u202e]/;
const RIGHT_TO_LEFT =
  /(?!\u061c)[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const SEEN = /[^\s\p{DI}]/u;

interface Open {
  /** Where it stands in what is kept; -1 where it was too deep. */
  readonly at: number;
  holds: boolean;
}

export function settleBidi(line: string): string {
  if (!CONTROL.test(line)) return line;
  const needed = RIGHT_TO_LEFT.test(line);
  const kept: string[] = [];
  const open: Open[] = [];
  let depth = 0; // of those that are kept
  const drop = ({ at }: Open) => at >= 0 && (kept[at] = "");
  for (const one of line) {
    const opener = OPENS[one];
    if (!CONTROL.test(one)) {
      kept.push(one);
      if (open.length > 0 && SEEN.test(one)) open.at(-1)!.holds = true;
    } else if (!needed || OVERRIDE.test(one)) {
      if (OVERRIDE.test(one)) open.push({ at: -1, holds: false }); // its end must close nothing else
    } else if (MARK.test(one)) kept.push(one);
    else if (opener !== undefined) {
      const isKept = depth < MAX_DEPTH;
      open.push({ at: isKept ? kept.push(opener) - 1 : -1, holds: false });
      if (isKept) depth += 1;
    } else if (CLOSES.test(one)) {
      const last = open.pop();
      if (!last) continue;
      if (last.at >= 0) depth -= 1;
      if (last.holds && open.length > 0) open.at(-1)!.holds = true;
      if (last.at >= 0 && last.holds) kept.push("\u2069");
      else drop(last);
    }
  }
  for (const one of open) drop(one);
  return kept.join("").replace(/([\u061c\u200e\u200f])[\u061c\u200e\u200f]+/gu, "$1");
}
