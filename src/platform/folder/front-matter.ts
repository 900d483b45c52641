/** A Markdown file: front matter between two lines `---`, then the text. */
import { found } from "./problem.ts";
import { TreeError } from "./tree.ts";

interface Halves {
  readonly front: string;
  /** Without blank lines before it and without blanks after it. */
  readonly markdown: string;
  /** The line of the file on which the Markdown begins. */
  readonly line: number;
}

/** @throws TreeError "expected …, found …" */
export function splitFrontMatter(text: string): Halves {
  const lines = text.split("\n");
  if (lines[0] !== "---")
    throw new TreeError(
      1,
      `expected front matter that begins with the line ---, found ${found(lines[0])}`,
    );
  const end = lines.indexOf("---", 1);
  if (end < 0) throw new TreeError(1, "expected a line --- that ends the front matter, found none");
  const first = lines.findIndex((line, i) => i > end && line.trim() !== "");
  const line = first < 0 ? end + 1 : first;
  return {
    front: lines.slice(1, end).join("\n"),
    markdown: first < 0 ? "" : lines.slice(first).join("\n").trimEnd(),
    line: line + 1,
  };
}

/** A text as Markdown keeps it: line ends as `\n`, no blank lines before its first word, no blanks after its last. */
export function block(value: string): string {
  const text = value.replace(/\r\n?/g, "\n").trimEnd();
  const first = text.search(/\S/);
  return text.slice(text.lastIndexOf("\n", Math.max(first, 0)) + 1);
}

export const joinFrontMatter = (front: string, markdown: string): string =>
  `---\n${front}---\n${markdown === "" ? "" : `${markdown}\n`}`;
