/**
 * What somebody wrote elsewhere, from the HTML in which it comes to plain text: an allow-list says what is kept, and
 * nothing of it is ever shown as HTML. Rules WH1 to WH5 of README.md.
 */
import type { IOptions } from "sanitize-html";
import { tidy } from "../../engines/plaintext/tidy.ts";
import { whenUsed } from "../process/when-used.ts";
import { textOf } from "./text-of-html.ts";

/** Characters of HTML that are read, and what stands behind them is cut: ten times what a long story has. */
const MAX_HTML = 200_000;
const MAX_TAGS = 5000; // what stands behind them is cut, too: the parser takes the square of their depth
const MAX_NESTED = 40; // tags within tags; deeper ones are left out, their words are not

const sanitizer = whenUsed((from) => from("sanitize-html") as typeof import("sanitize-html"));

interface Elsewhere {
  /** As it came. */
  readonly html: string;
  /** What its author puts before it, a content warning or a title: plain text. */
  readonly warning?: string | undefined;
  /** Names of ours, without `@`: where the words begin by calling them they answer us anyway. */
  readonly calls?: readonly string[];
  /** Characters that are kept. */
  readonly most: number;
}

/** Words with their addresses; empty where there are none. */
export function wordsOfHtml({ html, warning = "", calls = [], most }: Elsewhere): string {
  const kept = sanitizer()(beginningOf(html), ALLOWED);
  const plain = withoutCalls(tidy(textOf(kept)).trim(), calls);
  const before = tidy(warning.slice(0, most).replace(/\s+/gu, " ")).trim();
  const all = before === "" || plain.startsWith(before) ? plain : `⚠ ${before}\n\n${plain}`.trim();
  if (all.length <= most) return all;
  return tidy(
    `${all
      .slice(0, most - 2)
      .toWellFormed()
      .replace(/\S{1,100}$/u, "")}…`,
  );
}

function withoutCalls(text: string, calls: readonly string[]): string {
  for (let left = text; ;) {
    const [whole = "", name = ""] = CALL.exec(left) ?? [];
    if (!calls.includes(name.toLowerCase())) return left;
    left = left.slice(whole.length);
  }
}

/** A name at the beginning, with or without its server; bounded: at most 300 characters, from the beginning. */
const CALL = /^@([\w.-]{1,80})(?:@[\w.:-]{1,200})?[,:]?\s{1,4}/;

function beginningOf(html: string): string {
  let end = Math.min(html.length, MAX_HTML);
  for (let at = -1, tags = 0; (at = html.indexOf("<", at + 1)) >= 0 && at < end;)
    if (++tags > MAX_TAGS) end = at;
  const cut = html.slice(0, end).toWellFormed();
  // Half a tag would be read as words.
  const last = cut.lastIndexOf("<");
  return end < html.length && last > cut.lastIndexOf(">") ? cut.slice(0, last) : cut;
}

const ALLOWED: IOptions = {
  allowedTags: ["a", "br", "img", "s", "p", "div", "section", "article", "blockquote", "pre", "hr"]
    .concat(["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"])
    .concat(["table", "tr", "td", "th", "details", "summary", "figure", "figcaption"]),
  allowedAttributes: { a: ["href", "class"], img: ["alt"] },
  allowedSchemes: ["https", "http"],
  allowProtocolRelative: false,
  nonTextTags: [
    "script",
    "style",
    "textarea",
    "option",
    "select",
    "xmp",
    "noscript",
    "template",
  ].concat(["iframe", "object", "video", "audio", "svg", "math", "title", "button"]),
  nestingLimit: MAX_NESTED,
  parseStyleAttributes: false,
  enforceHtmlBoundary: false,
  transformTags: {
    "*": (tagName, attribs) => {
      if (isHidden(attribs)) return { tagName: "template", attribs: {} };
      // Mastodon hides parts of an address so: within a link they belong to it, elsewhere nobody sees them.
      const isInvisible = tagName === "span" && /\binvisible\b/.test(attribs["class"] ?? "");
      return { tagName: isInvisible ? "s" : tagName === "s" ? "span" : tagName, attribs };
    },
  },
};

const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9])/i;
const isHidden = ({ hidden, style = "" }: Readonly<Record<string, string>>): boolean =>
  hidden !== undefined || HIDDEN_STYLE.test(style.slice(0, 500));
