/** HTML of a package as words or as Markdown: no script, no drawing, no address of another kind, and no exercise of its own. */
import sanitize from "sanitize-html";
import type { Notes } from "../shortcodes.ts";
import { toMarkdown, toWords } from "../to-markdown.ts";
import { textOf } from "./package.ts";

const ALLOWED =
  "a p div span br hr strong em b i u s del sub sup small code pre blockquote ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr th td img figure figcaption".split(
    " ",
  );
const PROGRAM = /<script\b|<svg\b|<iframe\b|<object\b|<embed\b|\son\w{3,30}\s*=|javascript\s*:/i;
/** What words alone cannot say. */
const RICH = /<(?:ul|ol|table|pre|a|img)\b/i;

/** What may stay, with what was not taken noted. @throws RangeError where it is longer than any post */
function clean(html: string, notes: Notes): string {
  if (PROGRAM.test(html)) notes.add("a script, a drawing or a frame in its text was left out");
  return sanitize(html, {
    allowedTags: ALLOWED,
    allowedAttributes: { a: ["href"], img: ["src", "alt"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesAppliedToAttributes: ["href"],
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "svg", "iframe", "object"],
    nestingLimit: 100,
  });
}

/** On one line. */
export function words(html: string, notes: Notes): string {
  if (RICH.test(html)) notes.add("a list, a table, a link or a picture in it became plain words");
  if (/\\\(|\$\$|\\\[/.test(html)) notes.add("a formula stays as it was typed");
  return toWords(withAlt(clean(html, notes)))
    .replaceAll(/\p{Cf}/gu, (sign) => (JOINS.has(sign) ? sign : ""))
    .toWellFormed();
}
const JOINS = new Set("\u200c \u200d \u200e \u200f \u061c \u2066 \u2067 \u2068 \u2069".split(" ")); // without which words of some languages are spelled wrong

/** A title or a name: words, whatever signs its makers put in. */
export function plainly(said: unknown): string {
  try {
    return words(textOf(said).slice(0, 5000), new Set());
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

/** A picture's own words in its place, of HTML that was cleaned: no attribute holds a sign of a tag there. */
const withAlt = (html: string): string =>
  html.replaceAll(/<img\b[^<>]*>/g, (tag) => ` ${/ alt="([^"<>]*)"/.exec(tag)?.[1] ?? ""} `);

export function markdown(html: string, notes: Notes): string {
  const text = toMarkdown(clean(html, notes), {
    picture: (url, alt) => {
      notes.add(
        `picture ${url.slice(0, 80)}${alt === "" ? "" : ` (${alt.slice(0, 200)})`}: left out, as a course holds none`,
      );
      return undefined;
    },
    link: (url) => {
      if (/^(?:https?|mailto):/.test(url)) return url;
      notes.add("a link that leads into the package became plain words");
      return "";
    },
    notes,
  });
  return text.replaceAll(/^(?=`{3,}exercise)/gm, " "); // at the beginning of a line it would be one
}
