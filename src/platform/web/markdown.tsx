/** Markdown as safe HTML: raw HTML is shown as text, links and pictures pass an allow-list, sizes are bounded. */
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import MarkdownIt, { type Env, type Token } from "markdown-it";
import type { Ladder } from "../media/ladder/rungs-of.ts";
import { safeLink } from "./links.ts";
import { mediaPath, Picture, PicturePair, type MediaFile, type PictureFile } from "./picture.tsx";
import { OpenPair, OpenPicture } from "./stills.tsx";
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
  /** Finds a picture of the thing's own list: `picture:well` asks for `well`. */
  readonly picture?: (name: string) => PictureFile | undefined;
  /** Draws a place: `map:mankosi` asks for `mankosi`. */
  readonly map?: (place: string) => Html | undefined;
  /** Where a link to a path of this site leads: to the page in the reader's language. */
  readonly to?: (path: string) => string;
  /** Lighter files of its pictures. */
  readonly ladders?: ReadonlyMap<string, Ladder>;
  /** Its pictures are shown at once, as light as they can be. */
  readonly open?: boolean | undefined;
}

export function Markdown(props: MarkdownProps): Html {
  return raw(markdownHtml(props));
}

/** The same as text, for feeds and exports. */
export function markdownHtml(props: MarkdownProps): string {
  const context: Context = {
    sources: typeof props.sources === "number" ? props.sources : (props.sources?.length ?? 0),
    lang: props.lang ?? "en",
    words: WORDS[(props.lang ?? "en").split("-")[0]!] ?? WORDS["en"]!,
    picture: (image) => {
      const [, own] = /^picture:([a-z0-9-]+)$/.exec(image) ?? [];
      if (own !== undefined) return props.picture?.(own);
      const file = /^media\/[\w.-]+$/.test(image) ? props.media?.(image) : undefined;
      return file && { file, alt: "" };
    },
    map: props.map ?? (() => undefined),
    to: props.to ?? ((path) => path),
    ladders: props.ladders ?? new Map<string, Ladder>(),
    open: props.open === true,
  };
  return parser.render(bounded(props.text), context);
}

/** What the rules below know of the text at hand. */
interface Context extends Env {
  readonly sources: number;
  readonly words: Added;
  readonly lang: string;
  readonly picture: (address: string) => PictureFile | undefined;
  readonly map: (place: string) => Html | undefined;
  readonly to: (path: string) => string;
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly open: boolean;
}

/** The words that are added to a text. */
interface Added {
  readonly source: string;
  readonly photo: string;
  readonly photos: string;
}

const WORDS: Readonly<Record<string, Added>> = {
  ar: { source: "المصدر", photo: "صورة", photos: "صورتان" },
  en: { source: "Source", photo: "Photo", photos: "Two photos" },
  es: { source: "Fuente", photo: "Foto", photos: "Dos fotos" },
  hi: { source: "स्रोत", photo: "फ़ोटो", photos: "दो फ़ोटो" },
  fr: { source: "Source", photo: "Photo", photos: "Deux photos" },
  pt: { source: "Fonte", photo: "Foto", photos: "Duas fotos" },
  sw: { source: "Chanzo", photo: "Picha", photos: "Picha mbili" },
  zh: { source: "来源", photo: "照片", photos: "两张照片" },
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
parser.validateLink = (url) =>
  safeLink(url) !== undefined || /^(?:media\/[\w.-]+|(?:picture|map):[a-z0-9-]+)$/.test(url);

/** What stands too deep is a paragraph, with its marks as they were typed: the parser itself would leave it out. */
parser.block.ruler.before("table", "deep", (state, start, end, silent) => {
  if (state.level < MAX_NESTING - 2) return false; // a list in a list is two deeper
  if (silent) return true;
  state.push("paragraph_open", "p", 1).map = [start, end];
  const inline = state.push("inline", "", 0);
  inline.content = state.getLines(start, end, state.blkIndent, false).trim();
  inline.map = [start, end];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = end;
  return true;
});

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

/** A picture, two pictures or a map that are a paragraph of their own: what they become may stand in no paragraph. */
parser.core.ruler.push("figures", (state) => {
  const { tokens } = state;
  const context = state.env as Context;
  for (let i = 1; i + 1 < tokens.length; i += 1) {
    if (tokens[i - 1]!.type !== "paragraph_open") continue;
    const images = (tokens[i]!.children ?? []).filter(
      ({ type, content }) => type !== "softbreak" && !(type === "text" && content.trim() === ""),
    );
    const [first, second] = images;
    if (!first || images.length > 2 || images.some(({ type }) => type !== "image")) continue;
    if (images.every((image) => context.picture(addressOf(image)))) {
      first.type = second ? "pair" : "figure";
      first.meta = second ? { second } : null;
    } else if (!second && mapOf(first, context) !== undefined) first.type = "map";
    else continue;
    tokens[i]!.children = [first];
    tokens[i - 1]!.hidden = true;
    tokens[i + 1]!.hidden = true;
  }
});

/** A quotation whose last line says who speaks, `— Amina`, is drawn out of the text. */
parser.core.ruler.push("pull", (state) => {
  const { tokens } = state;
  const opened: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (tokens[i]!.type === "blockquote_open") opened.push(tokens[i]!);
    if (tokens[i]!.type !== "blockquote_close") continue;
    const open = opened.pop()!;
    const [start, said, end] = tokens.slice(i - 3, i);
    if (opened.length > 0 || start?.type !== "paragraph_open" || !said?.children) continue;
    const cut = said.children.findLastIndex(({ type }) => /^(?:soft|hard)break$/.test(type));
    const who = said.children.slice(cut + 1);
    if (who[0]?.type !== "text" || !/^(?:\u2014|\u2013|--) *\S/.test(who[0].content)) continue;
    if (cut < 0 && tokens.indexOf(start) === tokens.indexOf(open) + 1) continue; // nothing was said
    who[0].content = who[0].content.replace(/^(?:\u2014|\u2013|--) */, "");
    said.children = cut < 0 ? [] : said.children.slice(0, cut);
    if (cut < 0) start.hidden = end!.hidden = true;
    open.type = "pull_open";
    tokens[i]!.type = "pull_close";
    tokens[i]!.children = who;
  }
});

const { escapeHtml } = parser.utils;
parser.renderer.rules["source"] = (tokens, at, _options, env) => {
  const number = tokens[at]!.content;
  const label = escapeHtml((env as Context).words.source);
  return `<sup><a href="#s${number}" aria-label="${label} ${number}">[${number}]</a></sup>`;
};
parser.renderer.rules["figure"] = (tokens, at, _options, env) => {
  const token = tokens[at]!;
  const context = env as Context;
  const title = String(token.attrGet("title") || context.words.photo);
  const picture = shown(token, context);
  const ladder = context.ladders.get(picture.file.media);
  const props = { picture, title, lang: context.lang, ladder };
  const html = context.open ? <OpenPicture {...props} /> : <Picture {...props} />;
  return (html as HtmlEscapedString).toString();
};
parser.renderer.rules["pair"] = (tokens, at, _options, env) => {
  const token = tokens[at]!;
  const context = env as Context;
  const pictures = [
    shown(token, context),
    shown((token.meta as { second: Token }).second, context),
  ];
  const title = String(token.attrGet("title") || context.words.photos);
  const props = { pictures, title, lang: context.lang, ladders: context.ladders };
  const pair = context.open ? <OpenPair {...props} /> : <PicturePair {...props} />;
  return (pair as HtmlEscapedString).toString();
};
parser.renderer.rules["map"] = (tokens, at, _options, env) => {
  const drawn = (mapOf(tokens[at]!, env as Context) as HtmlEscapedString).toString();
  const caption = escapeHtml(words(tokens[at]!));
  return `<figure>${drawn}${caption && `<figcaption class="small">${caption}</figcaption>`}</figure>\n`;
};
parser.renderer.rules["pull_open"] = () => '<figure class="pull"><blockquote>\n';
parser.renderer.rules["pull_close"] = (tokens, at, options, env) => {
  const who = parser.renderer.renderInline(tokens[at]!.children ?? [], options, env);
  return `</blockquote><figcaption>${who}</figcaption></figure>\n`;
};
parser.renderer.rules["image"] = (tokens, at, _options, env) => {
  const token = tokens[at]!;
  const context = env as Context;
  const picture = context.picture(addressOf(token));
  const alt = escapeHtml(words(token) || (picture?.alt ?? ""));
  // Inside a link, or unknown: its words are all that can stand here.
  if (!picture || insideLink(tokens, at)) return alt;
  const { file } = picture;
  return `<a href="${escapeHtml(mediaPath(file))}">${alt || context.words.photo}</a> (${formatBytes(file.bytes, (env as Context).lang)})`;
};
parser.renderer.rules["link_open"] = (tokens, at, _options, env) => {
  const href = safeLink(String(tokens[at]!.attrGet("href") ?? ""));
  if (href === undefined) return "<a>";
  const to = href.startsWith("/") ? (env as Context).to(href) : href;
  return `<a href="${escapeHtml(to)}">`;
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

const addressOf = (image: Token): string => String(image.attrGet("src") ?? "");

/** The picture with the words that the text has for it, which a translation words anew. */
function shown(image: Token, context: Context): PictureFile {
  const picture = context.picture(addressOf(image))!;
  return { ...picture, alt: words(image) || picture.alt };
}

function mapOf(image: Token, { map }: Context): Html | undefined {
  const [, place] = /^map:([a-z0-9-]+)$/.exec(addressOf(image)) ?? [];
  return place === undefined ? undefined : map(place);
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
