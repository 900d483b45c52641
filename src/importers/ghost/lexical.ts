/** A post as the newer editor of Ghost keeps it (`lexical`): a tree of nodes in JSON, as HTML. */
import { quoted, type Notes } from "../shortcodes.ts";
import { cardHtml, escaped, textIn } from "./cards.ts";

type Node = Readonly<Record<string, unknown>>;

const MOST_DEEP = 100; // nodes within nodes; a post has a dozen
/** Bits of the format of a text, and what they are called in HTML. */
const FORMATS: readonly (readonly [bit: number, tag: string])[] = [
  [16, "code"],
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

/** @throws RangeError where it is no such document, or nested deeper than any post is */
export function fromLexical(json: string, notes: Notes): string {
  const { root } = nodeIn(parsed(json));
  if (!Array.isArray(nodeIn(root)["children"]))
    throw new RangeError("expected a document of Ghost’s editor (lexical), found other JSON");
  return inside(nodeIn(root), notes, 0);
}

export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new RangeError("expected a document of Ghost’s editor in JSON, found a damaged one");
  }
}

const nodeIn = (value: unknown): Node =>
  typeof value === "object" && value !== null ? (value as Node) : {};

function inside({ children }: Node, notes: Notes, deep: number): string {
  if (deep > MOST_DEEP)
    throw new RangeError(`expected at most ${MOST_DEEP} parts within one another, found more`);
  return (Array.isArray(children) ? children : [])
    .map((child) => htmlOf(nodeIn(child), notes, deep + 1))
    .join("");
}

function htmlOf(node: Node, notes: Notes, deep: number): string {
  const type = textIn(node["type"]).replace(/^extended-/, "");
  const held = () => inside(node, notes, deep);
  const as = (tag: string) => `<${tag}>${held()}</${tag}>`;
  if (type === "linebreak") return "<br>";
  if (type === "tab") return " ";
  if (typeof node["text"] === "string" && !Array.isArray(node["children"]))
    return formatted(node["text"], Number(node["format"]) || 0);
  if (type === "heading")
    return as(/^h[1-6]$/.test(textIn(node["tag"])) ? textIn(node["tag"]) : "h2");
  if (type === "list")
    return as(node["listType"] === "number" || node["tag"] === "ol" ? "ol" : "ul");
  if (type === "link" || type === "autolink")
    return `<a href="${quoted(textIn(node["url"]))}">${held()}</a>`;
  if (Object.hasOwn(TAGS, type)) return as(TAGS[type]!);
  if (type === "code") return `<pre><code>${held()}</code></pre>`;
  if (Array.isArray(node["children"])) return held(); // of a kind that is not known: its words
  return cardHtml({ ...node, type }, notes);
}

const TAGS: Readonly<Record<string, string>> = {
  paragraph: "p",
  quote: "blockquote",
  aside: "blockquote",
  listitem: "li",
  table: "table",
  tablerow: "tr",
  tablecell: "td",
};

const formatted = (text: string, format: number): string =>
  FORMATS.reduce(
    (inner, [bit, tag]) => ((format & bit) === 0 ? inner : `<${tag}>${inner}</${tag}>`),
    escaped(text).replaceAll("\n", "<br>"),
  );
