/** The shortest way from one text to another: pieces kept, removed and added, in reading order. Rule DF1. */

export interface Piece {
  readonly is: "kept" | "removed" | "added";
  readonly text: string;
}

const MAX_STEPS = 1500; // removed and added pieces; memory grows with their square

/** By lines, each with its end; lines that differ are compared word by word. */
export function diffWords(before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== "" && added !== "") pieces.push(...diff(wordsOf(removed), wordsOf(added)));
    else if (removed !== "") pieces.push({ is: "removed", text: removed });
    else if (added !== "") pieces.push({ is: "added", text: added });
    removed = added = "";
  };
  for (const { is, text } of diffLines(before, after)) {
    if (is === "removed") removed += text;
    else if (is === "added") added += text;
    else {
      close();
      pieces.push({ is, text });
    }
  }
  close();
  return joined(pieces);
}

export const diffLines = (before: string, after: string): Piece[] =>
  joined(diff(linesOf(before), linesOf(after)));

/** Each line with its end. */
export const linesOf = (text: string): string[] => text.match(/[^\n]+\n?|\n/g) ?? [];

/** Words with the blanks after them; a script without blanks is compared sign by sign. */
const wordsOf = (text: string): string[] =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+|\s+|./gsu,
  ) ?? [];

/** The same for any two lists of pieces: one entry a piece. */
export function diff(before: readonly string[], after: readonly string[]): Piece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [a, b] = [before.length, after.length];
  while (a > start && b > start && before[a - 1] === after[b - 1]) [a, b] = [a - 1, b - 1];
  return [
    ...before.slice(0, start).map((text) => ({ is: "kept" as const, text })),
    ...changed(before.slice(start, a), after.slice(start, b)),
    ...before.slice(a).map((text) => ({ is: "kept" as const, text })),
  ];
}

/** Myers' greedy way: `reach[k]` is how far along the first list the diagonal k has come after d steps. */
function changed(a: readonly string[], b: readonly string[]): Piece[] {
  const trail: Int32Array[] = [];
  let reach = new Int32Array(3);
  for (let d = 0; d <= Math.min(a.length + b.length, MAX_STEPS); d++) {
    const next = new Int32Array(2 * d + 3); // diagonal k stands at k + d + 1
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(reach, k - 1, d - 1) < at(reach, k + 1, d - 1));
      let x = d === 0 ? 0 : down ? at(reach, k + 1, d - 1) : at(reach, k - 1, d - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next[k + d + 1] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, [...trail, next]);
    }
    trail.push(next);
    reach = next;
  }
  return [
    ...a.map((text) => ({ is: "removed" as const, text })),
    ...b.map((text) => ({ is: "added" as const, text })),
  ];
}

const at = (reach: Int32Array, k: number, d: number): number => reach[k + d + 1] ?? 0;

function walkBack(a: readonly string[], b: readonly string[], trail: Int32Array[]): Piece[] {
  const back: Piece[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trail.length - 1; d > 0; d--) {
    const reach = trail[d - 1]!;
    const k = x - y;
    const down = k === -d || (k !== d && at(reach, k - 1, d - 1) < at(reach, k + 1, d - 1));
    const from = down ? at(reach, k + 1, d - 1) : at(reach, k - 1, d - 1);
    const [fromX, fromY] = [from, from - (down ? k + 1 : k - 1)];
    const [stepX, stepY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    for (; x > stepX && y > stepY; x--, y--) back.push({ is: "kept", text: a[x - 1]! });
    back.push(down ? { is: "added", text: b[fromY]! } : { is: "removed", text: a[fromX]! });
    [x, y] = [fromX, fromY];
  }
  for (; x > 0; x--) back.push({ is: "kept", text: a[x - 1]! });
  return back.toReversed();
}

/** Neighbours of one sort as one piece; of a change what goes stands before what comes. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  let removed = "";
  let added = "";
  const close = () => {
    if (removed !== "") found.push({ is: "removed", text: removed });
    if (added !== "") found.push({ is: "added", text: added });
    removed = added = "";
  };
  for (const { is, text } of pieces) {
    if (is === "removed") removed += text;
    else if (is === "added") added += text;
    else {
      close();
      const last = found.at(-1);
      if (last?.is === "kept") found[found.length - 1] = { is, text: last.text + text };
      else found.push({ is, text });
    }
  }
  close();
  return found;
}
