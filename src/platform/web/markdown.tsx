/** Markdown as safe HTML: raw HTML is shown as text, links and pictures pass an allow-list, sizes are bounded. */
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import MarkdownIt, { type Env, type Token } from "markdown-it";
import type { Ladder } from "../media/ladder/rungs-of.ts";
import { safeLink } from "./links.ts";
import { mediaPath, Picture, type MediaFile } from "./picture.tsx";
import type { Html } from "./route.ts";
import { formatBytes } from "./words.ts";

const MAX_LENGTH = 256_000; // characters; a record's body is no longer, and what is would only waste a reader's data
const MAX_NESTING = 20; // lists in quotes in lists: nobody reads deeper, and parsing time grows with the depth
const MAX_LINE = 20_000; // characters; a run of brackets or stars costs up to its length squared

interface MarkdownProps {
  readonly text: string;
  /** The language of the text, for the words that are added to it. */
  readonly lang?: string;
  /** How many sources the text has; `[^n]` beyond them stays text. */
  readonly sources?: number | readonly unknown[];
  /** Finds a picture by the name it has in the text: `media/x.avif`. One that it does not know is shown as its words. */
  readonly media?: (name: string) => MediaFile | undefined;
  /** Lighter files of its pictures. */
  readonly ladders?: ReadonlyMap<string, Ladder>;
}

export function Markdown(props: MarkdownProps): Html {
  return raw(markdownHtml(props));
}

/** The same as text, for feeds and exports. */
export function markdownHtml(props: MarkdownProps): string {
  const context: Context = {
    sources: typeof props.sources === "number" ? props.sources : (props.sources?.length ?? 0),
    source: SOURCE[(props.lang ?? "en").split("-")[0]!] ?? SOURCE["en"]!,
    media: props.media ?? (() => undefined),
    ladders: props.ladders ?? new Map<string, Ladder>(),
  };
  return parser.render(bounded(props.text), context);
}

/** What the rules below know of the text at hand. */
interface Context extends Env {
  readonly sources: number;
  readonly source: string;
  readonly media: (name: string) => MediaFile | undefined;
  readonly ladders: ReadonlyMap<string, Ladder>;
}

const SOURCE: Readonly<Record<string, string>> = {
  ar: "المصدر",
  en: "Source",
  es: "Fuente",
  fr: "Source",
  pt: "Fonte",
  sw: "Chanzo",
};

function bounded(text: string): string {
  const lines = text.slice(0, MAX_LENGTH).toWellFormed().split("\n");
  return lines.map((line) => line.slice(0, MAX_LINE)).join("\n");
}

const parser = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: MAX_NESTING,
});
parser.validateLink = (url) => safeLink(url) !== undefined || /^media\/[\w.-]+$/.test(url);

parser.inline.ruler.before("link", "source", (state, silent) => {
  const found = /^\[\^([1-9]\d{0,2})\]/.exec(state.src.slice(state.pos, state.pos + 7));
  const number = Number(found?.[1]);
  if (!found || number > (state.env as Context).sources) return false;
  if (!silent) state.push("source", "", 0).content = String(number);
  state.pos += found[0].length;
  return true;
});

parser.core.ruler.push("levels", (state) => {
  const levels = state.tokens.filter((t) => t.type === "heading_open").map((t) => Number(t.tag[1]));
  const top = Math.min(...levels);
  let before = 1; // the page's own title
  for (const token of state.tokens) {
    if (token.type === "heading_open")
      before = Math.min(Number(token.tag[1]) - top + 2, before + 1, 6);
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = `h${before}`;
  }
});

/** A picture that is a paragraph of its own stands behind its button, which no paragraph may hold. */
parser.core.ruler.push("figures", (state) => {
  const { tokens } = state;
  for (let i = 1; i + 1 < tokens.length; i += 1) {
    const [only, ...rest] = tokens[i]!.children ?? [];
    if (only?.type !== "image" || rest.length > 0 || tokens[i - 1]!.type !== "paragraph_open")
      continue;
    if (!pictureOf(only, state.env as Context)) continue;
    only.type = "figure";
    tokens[i - 1]!.hidden = true;
    tokens[i + 1]!.hidden = true;
  }
});

const { escapeHtml } = parser.utils;
parser.renderer.rules["source"] = (tokens, at, _options, env) => {
  const number = tokens[at]!.content;
  const label = escapeHtml((env as Context).source);
  return `<sup><a href="#s${number}" aria-label="${label} ${number}">${number}</a></sup>`;
};
parser.renderer.rules["figure"] = (tokens, at, _options, env) => {
  const token = tokens[at]!;
  const file = pictureOf(token, env as Context)!;
  const title = String(token.attrGet("title") || "Photo");
  const ladder = (env as Context).ladders.get(file.media);
  const html = <Picture picture={{ file, alt: words(token) }} title={title} ladder={ladder} />;
  return (html as HtmlEscapedString).toString();
};
parser.renderer.rules["image"] = (tokens, at, _options, env) => {
  const token = tokens[at]!;
  const alt = escapeHtml(words(token));
  const file = pictureOf(token, env as Context);
  // Inside a link, or unknown: its words are all that can stand here.
  if (!file || insideLink(tokens, at)) return alt;
  return `<a href="${escapeHtml(mediaPath(file))}">${alt || "Photo"}</a> (${formatBytes(file.bytes)})`;
};
parser.renderer.rules["link_open"] = (tokens, at) => {
  const href = safeLink(String(tokens[at]!.attrGet("href") ?? ""));
  return href === undefined ? "<a>" : `<a href="${escapeHtml(href)}">`;
};
parser.renderer.rules["table_open"] = () => '<div class="scroll" tabindex="0"><table>\n';
parser.renderer.rules["table_close"] = () => "</table></div>\n";
for (const cell of ["th_open", "td_open"])
  parser.renderer.rules[cell] = (tokens, at) => {
    // markdown-it aligns by a style attribute, which the page's policy forbids
    const end = tokens[at]!.attrGet("style") === "text-align:right";
    return `<${tokens[at]!.tag}${end ? ' class="n"' : ""}>`;
  };
parser.renderer.rules["fence"] = parser.renderer.rules["code_block"] = (tokens, at) =>
  `<pre tabindex="0"><code>${escapeHtml(tokens[at]!.content)}</code></pre>\n`;

function pictureOf(image: Token, context: Context): MediaFile | undefined {
  const name = String(image.attrGet("src") ?? "");
  return /^media\/[\w.-]+$/.test(name) ? context.media(name) : undefined;
}

function words(image: Token): string {
  return parser.renderer.renderInlineAsText(image.children ?? [], parser.options, {});
}

function insideLink(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i += 1)
    depth += tokens[i]!.type === "link_open" ? 1 : tokens[i]!.type === "link_close" ? -1 : 0;
  return depth > 0;
}
