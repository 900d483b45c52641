/**
 * The look: of the sheets in look/ a page carries only the rules that can match it, because every byte of it
 * travels over 2G with each page.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Frame } from "./frame.ts";
import { joined, parseStyle, vocabularyOf, type Need, type Node } from "./stylesheet.ts";

export interface Look {
  readonly css: string;
  /** The style's hash as the page's policy names it: `sha256-…`. */
  readonly hash: string;
}

const MAX_REMEMBERED = 200; // pages of one kind share a style; more kinds than this are computed anew

/** The style for a page's HTML. @throws RangeError when a colour of the frame is none */
export function lookOf(html: string, colour: Frame["colour"]): Look {
  const present = wordsOf(html);
  const used = SHEET.vocabulary.filter((word) => present.has(word));
  const key = [colour.day, colour.night, ...used].join(" ");
  let look = remembered.get(key);
  if (look) return look;
  const css = coloured(
    prunedProperties(SHEET.nodes.map((node) => write(node, present)).join("")),
    colour,
  );
  look = { css, hash: `sha256-${createHash("sha256").update(css).digest("base64")}` };
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, look);
  return look;
}

const remembered = new Map<string, Look>();

/** Elements as `a`, classes as `.lead`, and the few attributes that the style asks about. */
function wordsOf(html: string): Set<string> {
  const words = new Set(["html", "body"]);
  for (const [, tag] of html.matchAll(/<([a-z][a-z0-9]*)/g)) words.add(tag!);
  for (const [, classes] of html.matchAll(/ class="([^"]*)"/g))
    for (const name of classes!.split(" ")) words.add(`.${name}`);
  for (const [, name, value] of html.matchAll(/ (dir|lang)="([a-z]*)/g))
    words.add(`[${name}=${value}]`);
  return words;
}

function write(node: Node, present: ReadonlySet<string>): string {
  if (node.kind === "statement") return node.text;
  if (node.kind === "group") {
    const inner = node.children.map((child) => write(child, present)).join("");
    return inner === "" ? "" : `${node.prelude}{${inner}}`;
  }
  const matching = node.selectors.filter((need) => isMet(need, present));
  return matching.length === 0 ? "" : `${matching.map(({ text }) => text).join(",")}{${node.body}}`;
}

function isMet(need: Need, present: ReadonlySet<string>): boolean {
  return (
    need.words.every((word) => present.has(word)) &&
    need.groups.every((group) => group.some((alternative) => isMet(alternative, present)))
  );
}

/** Custom properties that nothing left in the style reads; leaving one out can free another. */
function prunedProperties(css: string): string {
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const fewer = css.replace(/(?<=[{;])(--[\w-]+):[^;{}]+;?/g, (all, name: string) =>
    read.has(name) ? all : "",
  );
  return fewer === css
    ? // bounded: our own style sheet, once for a campaign
      css.replace(/;\}/g, "}").replace(/[^{}]+\{\}/g, "")
    : prunedProperties(fewer);
}

function coloured(css: string, { day, night }: Frame["colour"]): string {
  for (const colour of [day, night])
    if (!/^#[0-9a-f]{6}$/i.test(colour))
      throw new RangeError(`Expected a colour such as #c2350a, got ${JSON.stringify(colour)}.`);
  return css.replace("#c2350a", day).replace("#ff8a5c", night);
}

/** In the order in which they apply: layer by layer, and the parts in the order of a page. */
const SHEETS = [
  "tokens",
  "base",
  "frame",
  "parts/drawings",
  "parts/sureness",
  "parts/controls",
  "parts/lists",
  "parts/charts",
  "parts/forms",
  "parts/writing",
  "parts/talk",
  "pages",
  "wide",
  "modes",
] as const;

const read = (name: string): string =>
  readFileSync(new URL(`./look/${name}.css`, import.meta.url), "utf8");

const nodes = joined(SHEETS.flatMap((name) => parseStyle(read(name))));
const SHEET = { nodes, vocabulary: vocabularyOf(nodes) };
