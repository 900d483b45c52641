/** HTML of an earlier site as the Markdown of a story: what Markdown cannot say becomes a link or words, and is noted. */
import sanitize from "sanitize-html";
import TurndownService from "turndown";
import type { Notes } from "./shortcodes.ts";

const MAX_HTML = 1_000_000; // characters; a record holds a quarter of that
const MAX_TAGS = 20_000; // a long post has a tenth of that

interface Turning {
  /** What the text calls the picture at this address, and its words; undefined where it did not come along. */
  readonly picture: (
    url: string,
    alt: string,
  ) => { readonly address: string; readonly alt: string } | undefined;
  /** Whether the sound at this address came along and stands beside the text. */
  readonly sound?: (url: string) => boolean;
  /** Where a link leads now. */
  readonly link: (url: string) => string;
  readonly notes: Notes;
}

/** @throws RangeError where the HTML is longer than any post is */
export function toMarkdown(html: string, turning: Turning): string {
  const text = service(turning).turndown(bounded(html));
  return text
    .replaceAll("\u00a0", " ")
    .replaceAll(/[^\n]+/g, withLineBreak)
    .replaceAll(/\\?\[\\?\^/g, "&#91;^") // not the number of a source
    .replaceAll(/(?![\t\n])\p{Cc}/gu, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

// bounded: looks at a hundred characters from each
const BLANKS = /\s{100,}/g;
/**
 * Tags that are closed, and none deeper than any post has them, for the converter takes the square of their depth, of
 * their number and of blanks in a row. Words that stand deeper stay.
 * @throws RangeError
 */
function bounded(html: string): string {
  if (html.length > MAX_HTML)
    throw new RangeError(`expected at most ${MAX_HTML} characters of HTML, found ${html.length}`);
  let tags = 0;
  const onOpenTag = () => {
    tags += 1;
    if (tags > MAX_TAGS) throw new RangeError(`expected at most ${MAX_TAGS} tags, found more`);
  };
  // What a mark of XML holds would be gone as a remark is.
  const shown = html.replaceAll(/<!\[CDATA\[|\]\]>/g, "");
  return sanitize(shown, { ...BOUNDED, onOpenTag })
    .replace(BLANKS, (run) => run.slice(0, 100))
    .replaceAll(TOUCHING, "</a> <");
}
/** Two links that a style alone keeps apart. */
const TOUCHING = /<\/a><(?=a\b)/g;
const BOUNDED: sanitize.IOptions = {
  nestingLimit: 100, // tags within tags; a post has a dozen
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true, // the converter leaves them out
  allowedSchemes: ["http", "https", "mailto", "tel", "data"],
};

/** A line without blanks at its end, but for two, which are a line break. */
function withLineBreak(line: string): string {
  const words = line.trimEnd();
  return line.startsWith("  ", words.length) ? `${words}  ` : words;
}

/** Tags between which words of two lines meet; a tag within a word, as <b> may be, joins nothing. */
// bounded: one name of a tag
const APART =
  /<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|iframe|img|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio)\b/gi;

/** The words alone, on one line, without a mark of any kind. @throws RangeError as above */
export function toWords(html: string): string {
  const text = sanitize(bounded(html).replace(APART, " $&"), {
    allowedTags: [],
    allowedAttributes: {},
  });
  return text
    .replaceAll(/&(amp|lt|gt|quot);/g, (_all, name: string) => SIGNS[name]!)
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

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
    replacement: (_content, node) => embedded(node, turning),
  });
  made.addRule("caption", {
    filter: "figcaption",
    replacement: (content) => (content.trim() === "" ? "" : `\n\n${content.trim()}\n\n`),
  });
  made.addRule("pre", { filter: "pre", replacement: (_content, node) => codeOf(node) });
  made.addRule("cell", { filter: ["td", "th"], replacement: (content) => content + CELL_END });
  made.addRule("row", { filter: "tr", replacement: (content) => content + ROW_END });
  made.addRule("title", { filter: "caption", replacement: (content) => content + TITLE_END });
  made.addRule("table", { filter: "table", replacement: tableOf });
  return made;
}

/** Its lines as they stand, whether a line ends by its own sign or by a tag. */
function codeOf(node: Node): string {
  const text = linesOf(node).replace(/^\n|\n$/g, "");
  const ticks = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(ticks + 1);
  const named = `${node.className} ${node.querySelector?.("code")?.className ?? ""}`;
  const [, language = ""] = /\blang(?:uage)?-([\w+#-]+)/.exec(named) ?? [];
  return `\n\n${fence}${language}\n${text}\n${fence}\n\n`;
}

function linesOf(node: TurndownService.Node): string {
  const { nodeName, childNodes, nodeValue } = node as globalThis.Node;
  if (nodeName === "BR") return "\n";
  if (nodeName === "#text") return nodeValue ?? "";
  const inner = [...childNodes].map((one) => linesOf(one as TurndownService.Node)).join("");
  return /^(?:P|DIV|LI|H[1-6])$/.test(nodeName) && !inner.endsWith("\n") ? `${inner}\n` : inner;
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

function embedded(node: Node, { sound, notes }: Turning): string {
  const url = node.getAttribute("src") ?? node.querySelector?.("source")?.getAttribute("src") ?? "";
  if (node.nodeName === "AUDIO" && sound?.(url)) return "";
  const whole = url.startsWith("//") ? `https:${url}` : url;
  const address = /^https?:\/\//.test(whole) ? URL.parse(whole) : null;
  if (!address) {
    notes.add("something embedded without an address was left out");
    return "";
  }
  const { hostname } = address;
  notes.add(`what was embedded from ${hostname} became a link`);
  return `\n\n[${hostname}](${addressed(whole)})\n\n`;
}

/** Where a cell, a row and the title end, until their table is put together; no text has these. */
const [CELL_END, ROW_END, TITLE_END] = ["\u001f", "\u001e", "\u001d"];

function tableOf(content: string): string {
  const [title, body] = content.includes(TITLE_END) ? content.split(TITLE_END, 2) : ["", content];
  const rows = body!
    .split(ROW_END)
    .slice(0, -1)
    .map((row) =>
      row
        .split(CELL_END)
        .slice(0, -1)
        .map((cell) => oneLine(cell).replaceAll("|", String.raw`\|`)),
    );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...others] = rows;
  if (!head || width === 0) return "";
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? "").join(" | ")} |`;
  return `\n\n${oneLine(title!)}\n\n${[line(head), line(Array.from({ length: width }, () => "---")), ...others.map(line)].join("\n")}\n\n`;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const bracketed = (text: string): string => text.replaceAll(/[\\[\]]/g, String.raw`\$&`);
export const addressed = (url: string): string =>
  url
    .trim()
    .replaceAll(/[\s()<>]/g, encodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
export const lastOf = (url: string): string => url.split(/[?#]/)[0]!.split("/").at(-1) ?? url;
