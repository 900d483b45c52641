/** Two changes of one text laid over each other, line by line. Rule DF2. */
import { diff, linesOf } from "./diff.ts";

interface Merged {
  readonly text: string;
  /** How many passages both changed, each in its own way; there both stand, `theirs` first. */
  readonly both: number;
}

/** What one change makes of the lines of the base: for each line whether it stays, and what comes before it. */
interface Change {
  readonly kept: readonly boolean[];
  readonly before: readonly string[];
}

export function merge(base: string, theirs: string, mine: string): Merged {
  const lines = linesOf(ended(base));
  const [a, b] = [changeOf(lines, theirs), changeOf(lines, mine)];
  let text = "";
  let both = 0;
  for (let i = 0; i <= lines.length;) {
    if (a.before[i] === "" && b.before[i] === "" && a.kept[i] && b.kept[i]) {
      text += lines[i++]!;
      continue;
    }
    let end = i;
    while (end < lines.length && !(a.kept[end] && b.kept[end])) end++;
    const [one, other] = [passage(a, lines, i, end), passage(b, lines, i, end)];
    const was = lines.slice(i, end).join("");
    if (one === other || other === was) text += one;
    else if (one === was) text += other;
    else {
      both++;
      text += one + other;
    }
    if (end < lines.length) text += lines[end]!;
    i = end + 1;
  }
  return { text: text.replace(/\n$/, ""), both };
}

function passage(
  { kept, before }: Change,
  lines: readonly string[],
  from: number,
  to: number,
): string {
  let text = "";
  for (let i = from; i <= to; i++) text += before[i]! + (i < to && kept[i] ? lines[i]! : "");
  return text;
}

function changeOf(lines: readonly string[], text: string): Change {
  const kept: boolean[] = lines.map(() => false);
  const before: string[] = [...lines, ""].map(() => "");
  let i = 0;
  for (const { is, text: line } of diff(lines, linesOf(ended(text)))) {
    if (is === "kept") kept[i++] = true;
    else if (is === "removed") i++;
    else before[i]! += line;
  }
  return { kept, before };
}

/** So that a last line is the same with and without its end. */
const ended = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
