/**
 * The look: of the sheets in look/ a page carries only the rules that can match it, because every byte of it
 * travels over 2G with each page. A page with a fold carries in its head only what stands above it; the rest, and how it
 * prints, comes at the fold, so that the first words are drawn before that is here.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { raw } from "hono/html";
import type { Frame } from "./frame.ts";
import type { Html } from "./route.ts";
import { joined, parseStyle, vocabularyOf, type Need, type Node } from "./stylesheet.ts";

/** A style sheet and its hash as the page's policy names it: `'sha256-…'`. */
export interface Style {
  readonly css: string;
  readonly hash: string;
}

const MAX_REMEMBERED = 200; // pages of one kind share a style; more kinds than this are computed anew

/** The style of a page's HTML, or of its parts above and below the fold. @throws RangeError when a colour is none */
export function lookOf(colour: Frame["colour"], above: string, below?: string): Style[] {
  const present = (below === undefined ? [above] : [above, below]).map(wordsOf);
  const used = present.map((words) => SHEET.vocabulary.filter((word) => words.has(word)).join(" "));
  const key = [colour.day, colour.night, ...used].join("\n");
  let look = remembered.get(key);
  if (look) return look;
  look = cssFor(present).map((whole) => {
    const css = coloured(prunedProperties(whole), colour);
    return { css, hash: `'sha256-${createHash("sha256").update(css).digest("base64")}'` };
  });
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, look);
  return look;
}

const remembered = new Map<string, Style[]>();

/** What stands at the fold until the style is known; nobody's words can hold it, since their signs are escaped. */
export const AT_FOLD = styleAtFold("");

/** HTML lets a style stand in its head, and in a drawing wherever that is; it holds for the whole page. */
export function styleAtFold(css: string): string {
  return `<svg class="vh" aria-hidden="true"><style>${css}</style></svg>`;
}

/** After the words that a reader is to see first. A page has one, or none. */
export const Fold = (): Html => raw(AT_FOLD);

function cssFor([above, below]: readonly ReadonlySet<string>[]): string[] {
  if (!below) return [sheet((need) => isMet(need, above!))];
  const whole = new Set([...above!, ...below]);
  const isFirst: Wanted = (need, { group, body }) =>
    isMet(need, above!) && (group !== "@media print" || setsProperties(body));
  return [
    sheet(isFirst),
    sheet(
      (need, rule) => isMet(need, whole) && (setsProperties(rule.body) || !isFirst(need, rule)),
    ),
  ];
}

/** Custom properties, which later rules read: each of two sheets has those that it reads itself. */
const setsProperties = (body: string): boolean => /(?:^|;)--/.test(body);

/** Whether what a rule of such a group says of a selector is wanted. */
type Wanted = (need: Need, rule: { readonly group: string; readonly body: string }) => boolean;

const sheet = (wanted: Wanted): string =>
  SHEET.nodes.map((node) => write(node, wanted, "")).join("");

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

function write(node: Node, wanted: Wanted, group: string): string {
  if (node.kind === "statement") return node.text;
  if (node.kind === "group") {
    const inner = node.children.map((child) => write(child, wanted, node.prelude)).join("");
    return inner === "" ? "" : `${node.prelude}{${inner}}`;
  }
  const { selectors, body } = node;
  const matching = selectors.filter((need) => wanted(need, { group, body }));
  return matching.length === 0 ? "" : `${matching.map(({ text }) => text).join(",")}{${body}}`;
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
