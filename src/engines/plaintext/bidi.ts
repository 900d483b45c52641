/**
 * The controls of direction in one line (UAX #9): an override never stays, what opens is closed, what holds nothing
 * goes, and embeddings become isolates, which leave the words around them alone.
 */

/** Nobody nests deeper by hand. */
const MAX_DEPTH = 4;

const LINE = /[^\n]+/g;
const CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const OPENS: Readonly<Record<number, string>> = {
  0x202a: "\u2066", // left to right
  0x202b: "\u2067", // right to left
  0x2066: "\u2066",
  0x2067: "\u2067",
  0x2068: "\u2068", // as its first letter says
};
const isMark = (code: number): boolean => code === 0x61c || code === 0x200e || code === 0x200f;
const isControl = (code: number): boolean =>
  isMark(code) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
const RIGHT_TO_LEFT =
  /(?!\u061c)[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const SEVERAL_MARKS = /([\u061c\u200e\u200f])[\u061c\u200e\u200f]+/g;
const SEEN = /[^\s\p{DI}]/u;

interface Open {
  /** Its place in what controls become; -1 where it does not stay: it was too deep, or an override. */
  readonly entry: number;
  holds: boolean;
}

/** Line by line. */
export function settleBidi(text: string): string {
  return CONTROL.test(text) ? text.replace(LINE, settleLine) : text;
}

function settleLine(line: string): string {
  const first = line.search(CONTROL);
  if (first < 0) return line;
  const needed = RIGHT_TO_LEFT.test(line);
  const [places, became]: [number[], string[]] = [[], []]; // of the controls that open or do not stay, in order
  const put = (at: number, by: string): number => became.push(by) && places.push(at) - 1;
  const open: Open[] = [];
  let [depth, words] = [0, first]; // of those that are kept; where words began
  for (let at = first; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (!isControl(code)) continue;
    const within = open.at(-1);
    if (within && words < at) within.holds ||= SEEN.test(line.slice(words, at));
    words = at + 1;
    const opener = OPENS[code];
    if (code === 0x202d || code === 0x202e) {
      open.push({ entry: -1, holds: false }); // an override: its end must close nothing else
      put(at, "");
    } else if (!needed) put(at, "");
    else if (opener !== undefined) {
      const isKept = depth < MAX_DEPTH;
      const entry = put(at, isKept ? opener : "");
      open.push({ entry: isKept ? entry : -1, holds: false });
      if (isKept) depth += 1;
    } else if (!isMark(code)) {
      const last = open.pop();
      const isKept = last !== undefined && last.entry >= 0;
      if (isKept) depth -= 1;
      if (last?.holds && open.length > 0) open.at(-1)!.holds = true;
      if (isKept && !last.holds) became[last.entry] = "";
      put(at, isKept && last.holds ? "\u2069" : "");
    }
  }
  for (const { entry } of open) if (entry >= 0) became[entry] = "";
  let [text, from] = ["", 0];
  for (const [i, at] of places.entries()) {
    text += line.slice(from, at) + became[i]!;
    from = at + 1;
  }
  text += line.slice(from);
  return text.replace(SEVERAL_MARKS, "$1");
}
