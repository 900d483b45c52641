/**
 * YAML and JSON as a value and the line of each of its fields. Strict: one document, no aliases, no tags, no
 * key twice; a date is a text. What a file cannot say plainly is refused with its line.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from "yaml";
import { holdsText, inside, type Form, type Path } from "./form.ts";

export interface Tree {
  readonly value: unknown;
  /** The line of a field, or of what it should have stood in. */
  readonly lineOf: (path: Path) => number;
}

export class TreeError extends Error {
  override name = "TreeError";
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

interface TreeOptions {
  readonly format: "yaml" | "json";
  readonly form: Form;
  /** The line of the file on which the text begins. */
  readonly firstLine?: number;
}

/** @throws TreeError "expected …, found …" with the line */
export function parseTree(text: string, { format, form, firstLine = 1 }: TreeOptions): Tree {
  if (format === "json") refuseBadJson(text);
  const counter = new LineCounter();
  const lineAt = (offset: number) => Math.max(counter.linePos(offset).line, 1) + firstLine - 1;
  const document = compose(text, counter, firstLine);
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong) {
    // Thousands of open brackets exhaust the parser's stack, which it tells in the engine's words.
    const said = wrong.message.startsWith("Maximum call stack") ? TOO_DEEP : wrong.message;
    throw new TreeError(lineAt(wrong.pos[0]), `expected plain YAML, found: ${said}`);
  }
  const lineOfNode = (node: Node) => lineAt(node.range?.[0] ?? 0);
  return {
    value: plain(document.contents, form, lineOfNode),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

function refuseBadJson(text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const at = /position ([0-9]+)/.exec(message)?.[1];
    const line = text.slice(0, at === undefined ? text.length : Number(at)).split("\n").length;
    throw new TreeError(line, `expected JSON, found: ${message}`);
  }
}

function compose(text: string, lineCounter: LineCounter, firstLine: number): Document.Parsed {
  try {
    return parseDocument(text, {
      schema: "core", // knows no dates: 2026-11-24 stays the text it is
      version: "1.2",
      strict: true,
      uniqueKeys: true,
      prettyErrors: false,
      lineCounter,
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TreeError(firstLine, `expected plain YAML, found: ${TOO_DEEP}`);
  }
}

const TOO_DEEP = "values nested too deeply";
const MAX_DEPTH = 32; // a record's canonical JSON allows 64

function plain(node: unknown, form: Form, lineOf: (node: Node) => number, depth = 0): unknown {
  if (node === null || node === undefined) return null;
  const line = lineOf(node as Node);
  if (depth > MAX_DEPTH)
    throw new TreeError(line, `expected at most ${MAX_DEPTH} levels, found more`);
  const { tag, anchor } = node as { tag?: string; anchor?: string };
  if (tag !== undefined || anchor !== undefined)
    throw new TreeError(
      line,
      `expected a plain value, found ${tag === undefined ? `the anchor &${anchor}` : `the tag ${tag}`}`,
    );
  if (isAlias(node))
    throw new TreeError(line, `expected the value itself, found the alias *${node.source}`);
  if (isSeq(node))
    return node.items.map((item, i) => plain(item, inside(form, i), lineOf, depth + 1));
  if (isMap(node))
    return Object.fromEntries(
      node.items.map(({ key, value }) => {
        const name = keyName(key, line);
        return [name, plain(value, inside(form, name), lineOf, depth + 1)];
      }),
    );
  if (!isScalar(node)) throw new TreeError(line, "expected a value, found something else");
  const isUnquotedNumber = typeof node.value === "number" && node.source !== undefined;
  return isUnquotedNumber && holdsText(form) ? node.source : node.value;
}

function keyName(key: unknown, line: number): string {
  if (!isScalar(key))
    throw new TreeError(line, "expected the name of a field, found a list or a group");
  const name = String(key.source ?? key.value);
  // Names such as `constructor` are found on every object, so a schema would take them for its own.
  if (name in Object.prototype)
    throw new TreeError(line, `expected another name of a field, found "${name}"`);
  return name;
}

/** Where the field begins; a field of a group at its name, so that the line is the one people look for. */
function offsetOf(root: unknown, path: Path): number {
  let node = root;
  let offset = (root as Node | null)?.range?.[0] ?? 0;
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((p) => isScalar(p.key) && String(p.key.source ?? p.key.value) === key)
      : undefined;
    const item = isSeq(node) && typeof key === "number" ? node.items[key] : undefined;
    const start = (pair?.key ?? item) as Node | null | undefined;
    if (!start) return offset;
    offset = start.range?.[0] ?? offset;
    node = pair ? pair.value : item;
  }
  return offset;
}
