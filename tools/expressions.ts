/**
 * The regular expressions of the sources, found by a parser: literals, and those that `RegExp` makes of text. What
 * meets strangers' text must take time in proportion to it: `check-expressions.ts` looks at each, and
 * `tests/expressions.test.ts` attacks each.
 */
import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor, type Expression as Node, type Argument } from "oxc-parser";

export interface Expression {
  /** `src/x.ts:12`. */
  readonly place: string;
  /** Undefined where it is put together from parts that only the running program knows. */
  readonly pattern: string | undefined;
  readonly flags: string;
  /** What bounds the text that it meets, as `// bounded: …` on its line or right above says; undefined without. */
  readonly bounded: string | undefined;
}

/** What runs on a server or a reader's device: no test, no benchmark. */
export const sources = (): string[] =>
  globSync(["src/**/*.ts", "src/**/*.tsx"])
    .filter((file) => !/\.(?:test|bench|test\.kit)\.tsx?$/.test(file))
    .toSorted();

/** @throws Error where a source cannot be parsed: nothing is passed over */
export const expressionsOf = (files: readonly string[]): Expression[] =>
  files.flatMap((file) => expressionsIn(file, readFileSync(file, "utf8")));

export function expressionsIn(file: string, text: string): Expression[] {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const lineOf = linesBefore(text);
  const bounds = new Map(
    comments
      .map(({ start, value }) => [lineOf(start), /^ bounded: (.{10,})$/.exec(value)?.[1]] as const)
      .filter(([, bound]) => bound !== undefined),
  );
  const found: Expression[] = [];
  const add = (start: number, pattern: string | undefined, flags: string) => {
    const line = lineOf(start);
    const bounded = bounds.get(line) ?? bounds.get(line - 1);
    found.push({ place: `${file}:${line}`, pattern, flags, bounded });
  };
  const made = ({ callee, arguments: [pattern, flags], start }: Made) => {
    if (callee.type !== "Identifier" || callee.name !== "RegExp") return;
    add(start, textIn(pattern), textIn(flags) ?? "");
  };
  new Visitor({
    Literal: (node) => {
      if ("regex" in node) add(node.start, node.regex.pattern, node.regex.flags);
    },
    NewExpression: made,
    CallExpression: made,
  }).visit(program);
  return found;
}

interface Made {
  readonly callee: Node;
  readonly arguments: readonly Argument[];
  readonly start: number;
}

/** Of a text that is written out whole; undefined where it has parts. */
function textIn(node: Argument | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0)
    return node.quasis[0]!.value.cooked ?? undefined;
  return undefined;
}

/** The line on which an offset stands, counted from 1. */
function linesBefore(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
