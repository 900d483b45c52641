/** HTML of an earlier site as the Markdown of a story: what Markdown cannot say becomes a link or words, and is noted. */
import TurndownService from "turndown";
import type { Notes } from "./shortcodes.ts";

const MAX_HTML = 1_000_000; // characters; a record holds a quarter of that

export interface Turning {
  /** What the text calls the picture at this address, and its words; undefined where it did not come along. */
  readonly picture: (
    url: string,
    alt: string,
  ) => { readonly address: string; readonly alt: string } | undefined;
  /** Where a link leads now. */
  readonly link: (url: string) => string;
  readonly notes: Notes;
}

/** @throws RangeError where the HTML is longer or nested deeper than any post is */
export function toMarkdown(html: string, turning: Turning): string {
  bound(html);
  const text = service(turning).turndown(html);
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll(/[^\n]+/g, withLineBreak)
    .replaceAll(/\\?\[\\?\^/g, "&#91;^") // not the number of a source
    .replaceAll(/(?![\t\n])\p{Cc}/gu, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

const MAX_DEPTH = 100; // tags within tags; a post has a dozen, and the library takes the square of it
const EMPTY = new Set([
  "br",
  "hr",
  "img",
  "input",
  "wbr",
  "source",
  "col",
  "area",
  "embed",
  "param",
]);

/** @throws RangeError, before anything builds a tree of it */
function bound(html: string): void {
  if (html.length > MAX_HTML)
    throw new RangeError(`expected at most ${MAX_HTML} characters of HTML, found ${html.length}`);
  const open: string[] = [];
  for (const [, close, name = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,40})/gi)) {
    const tag = name.toLowerCase();
    if (EMPTY.has(tag)) continue;
    if (close === "/") {
      const at = open.lastIndexOf(tag);
      if (at >= 0) open.length = at; // what nothing opened closes nothing
    } else if (open.at(-1) !== tag || !CLOSED_BY_THE_NEXT.has(tag)) open.push(tag);
    if (open.length > MAX_DEPTH)
      throw new RangeError(`expected at most ${MAX_DEPTH} tags within one another, found more`);
  }
}
const CLOSED_BY_THE_NEXT = new Set(["p", "li", "td", "th", "tr", "dt", "dd", "option"]);

/** A line without blanks at its end, but for two, which are a line break. */
function withLineBreak(line: string): string {
  const words = line.trimEnd();
  return line.startsWith("  ", words.length) ? `${words}  ` : words;
}

/** The words alone, on one line. @throws RangeError as above */
export function toWords(html: string): string {
  bound(html);
  const text = new TurndownService().remove(["script", "style"]).turndown(html);
  return text
    .replaceAll(/!?\[([^[\]]*)\]\([^)[]*\)/g, "$1")
    .replaceAll(/(?<!\\)(?:[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2})/g, "") // those of Markdown; a word's own is escaped
    .replaceAll(/\\([\\`*_{}[\]()#+\-.!>~|])/g, "$1")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

type Node = TurndownService.Node & Element;

function service(turning: Turning): TurndownService {
  const { notes } = turning;
  const made = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    bulletListMarker: "-",
    emDelimiter: "*",
    hr: "---",
  });
  made.remove(["script", "style", "noscript", "template"]);
  made.addRule("form", {
    filter: ["form", "button", "input", "select", "textarea"] as never,
    replacement: () => {
      notes.add("a form was left out");
      return "";
    },
  });
  made.addRule("picture", {
    filter: "img",
    replacement: (_content, node) => pictureOf(node, turning),
  });
  made.addRule("link", {
    filter: (node) => node.nodeName === "A" && Boolean(node.getAttribute("href")),
    replacement: (content, node) => linkOf(content, node, turning),
  });
  made.addRule("embedded", {
    filter: (node) => ["IFRAME", "VIDEO", "AUDIO", "OBJECT", "EMBED"].includes(node.nodeName),
    replacement: (_content, node) => embedded(node, notes),
  });
  made.addRule("caption", {
    filter: "figcaption",
    replacement: (content) => (content.trim() === "" ? "" : `\n\n${content.trim()}\n\n`),
  });
  made.addRule("pre", {
    filter: (node) => node.nodeName === "PRE" && node.firstChild?.nodeName !== "CODE",
    replacement: (_content, node) => `\n\n\`\`\`\n${node.textContent ?? ""}\n\`\`\`\n\n`,
  });
  made.addRule("table", {
    filter: "table",
    replacement: (_content, node) => tableOf(node, made),
  });
  return made;
}

function pictureOf(node: Node, { picture, notes }: Turning): string {
  const url = node.getAttribute("data-src") ?? node.getAttribute("src") ?? "";
  const alt = oneLine(node.getAttribute("alt") ?? "");
  if (url === "" || url.startsWith("data:")) {
    if (url !== "") notes.add("a picture that was written into the text itself was left out");
    return "";
  }
  const named = picture(url, alt);
  if (named) return `\n\n![${bracketed(oneLine(named.alt))}](${named.address})\n\n`;
  return /^https?:/.test(url) ? `[${bracketed(alt) || lastOf(url)}](${addressed(url)})` : alt;
}

function linkOf(content: string, node: Node, { link }: Turning): string {
  if (/^!\[[^\n]*\]\(picture:[^()]*\)$/.test(content.trim())) return content; // it led to the picture itself
  const words = content.trim();
  const href = link(node.getAttribute("href") ?? "");
  if (words === "" || !/^(?:https?:|mailto:|\/)/.test(href)) return content;
  return `[${words}](${addressed(href)})`;
}

function embedded(node: Node, notes: Notes): string {
  const url = node.getAttribute("src") ?? node.querySelector?.("source")?.getAttribute("src") ?? "";
  const whole = url.startsWith("//") ? `https:${url}` : url;
  if (!/^https?:\/\//.test(whole) || !URL.canParse(whole)) {
    notes.add("something embedded without an address was left out");
    return "";
  }
  const { hostname } = new URL(whole);
  notes.add(`what was embedded from ${hostname} became a link`);
  return `\n\n[${hostname}](${addressed(whole)})\n\n`;
}

function tableOf(node: Node, made: TurndownService): string {
  const rows = listed(node.querySelectorAll("tr")).map((row) =>
    listed(row.children).map((cell) =>
      oneLine(made.turndown(cell.innerHTML)).replaceAll("|", String.raw`\|`),
    ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (!head || width === 0) return "";
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  return `\n\n${[line(head), line(Array.from({ length: width }, () => "---")), ...body.map(line)].join("\n")}\n\n`;
}

/** The document of the converter gives lists that cannot be walked through. */
const listed = (nodes: ArrayLike<Element>): Element[] =>
  Array.from({ length: nodes.length }, (_, i) => nodes[i]!);
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const bracketed = (text: string): string => text.replaceAll(/[\\[\]]/g, String.raw`\$&`);
const addressed = (url: string): string =>
  url
    .trim()
    .replaceAll(/[\s()<>]/g, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
const lastOf = (url: string): string => url.split(/[?#]/)[0]!.split("/").at(-1) ?? url;
