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

/**
 * The style of a page's HTML, or of its parts above and below the fold.
 * @param inlaid words of what is put in above it
 * @throws RangeError when a colour is none
 */
export function lookOf(
  colour: Frame["colour"],
  above: string,
  below?: string,
  inlaid: readonly ReadonlySet<string>[] = [],
): Style[] {
  const present = [above + (below === undefined ? "" : AT_FOLD), below ?? ""].map(wordsOf);
  for (const words of inlaid) for (const word of words) present[0]!.add(word);
  const used = present.map((words) => SHEET.vocabulary.filter((word) => words.has(word)).join(" "));
  const key = [colour.day, colour.night, below === undefined, ...used].join("\n");
  let look = remembered.get(key);
  if (look) return look;
  const [first, rest] = present as [Set<string>, Set<string>];
  const written = below === undefined ? [sheetFor(first)] : foldedFor(first, rest);
  const [own = "", ...others] = prunedProperties(written);
  look = [coloured(own, colour), ...others].map((css) => ({ css, hash: hashOf(css) }));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, look);
  return look;
}

const remembered = new Map<string, Style[]>();

const hashOf = (css: string): string =>
  `'sha256-${createHash("sha256").update(css).digest("base64")}'`;

/** What stands at the fold until the style is known; in words of people its signs are escaped. */
export const AT_FOLD = styleAtFold("");

/**
 * HTML lets a style stand in its head, and in a drawing wherever that is; it holds for the whole page. There it is read as
 * markup, so that it may hold no `<` and no `&`.
 */
export function styleAtFold(css: string): string {
  return `<svg class="vh" aria-hidden="true"><style>${css}</style></svg>`;
}

/** After the words that a reader is to see first. A page has one, or none; of several the first counts. */
export const Fold = (): Html => raw(AT_FOLD);

const sheetFor = (present: ReadonlySet<string>): string => sheet((need) => isMet(need, present));

/** Above the fold, and what is left for below. */
function foldedFor(above: ReadonlySet<string>, below: ReadonlySet<string>): string[] {
  const whole = new Set([...above, ...below]);
  const isFirst: Wanted = (need, group) => isMet(need, above) && group !== "@media print";
  const rest: Wanted = (need, group) => isMet(need, whole) && !isFirst(need, group);
  return [sheet(isFirst), sheet(rest, RULES)]; // the order of layers is said by the first
}

/** Whether a selector is wanted that stands in such a group. */
type Wanted = (need: Need, group: string) => boolean;

const sheet = (wanted: Wanted, nodes = SHEET.nodes): string =>
  nodes.map((node) => write(node, wanted, "")).join("");

/** Elements as `a`, classes as `.lead`, and the few attributes that the style asks about. */
export function wordsOf(html: string): Set<string> {
  const words = new Set(["html", "body"]);
  for (const [, tag] of html.matchAll(/<([a-z][a-z0-9]*)/g)) words.add(tag!);
  for (const [, classes] of html.matchAll(/ class="([^"]*)"/g))
    for (const name of classes!.split(" ")) words.add(`.${name}`);
  // What a script of the page brings in later: each a class, or an element.
  for (const [, later] of html.matchAll(/ data-later="([^"]*)"/g))
    for (const name of later!.split(" ")) words.add(`.${name}`).add(name);
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
  const matching = node.selectors.filter((need) => wanted(need, group));
  return matching.length === 0 ? "" : `${matching.map(({ text }) => text).join(",")}{${node.body}}`;
}

function isMet(need: Need, present: ReadonlySet<string>): boolean {
  return (
    need.words.every((word) => present.has(word)) &&
    need.groups.every((group) => group.some((alternative) => isMet(alternative, present)))
  );
}

/** Without custom properties that nothing left in any of the styles reads; leaving one out can free another. */
function prunedProperties(styles: readonly string[]): string[] {
  const read = new Set([...styles.join("").matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const fewer = styles.map((css) =>
    css.replace(/(?<=[{;])(--[\w-]+):[^;{}]+;?/g, (all, name: string) =>
      read.has(name) ? all : "",
    ),
  );
  return fewer.every((css, i) => css === styles[i])
    ? // bounded: our own style sheet, once for a campaign
      fewer.map((css) => css.replace(/;\}/g, "}").replace(/[^{}]+\{\}/g, ""))
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
  "parts/books",
  "parts/exercises",
  "parts/learners",
  "parts/signed",
  "parts/cards",
  "parts/desk",
  "parts/board",
  "parts/heard",
  "pages",
  "wide",
  "modes",
] as const;

const read = (name: string): string =>
  readFileSync(new URL(`./look/${name}.css`, import.meta.url), "utf8");

const nodes = joined(SHEETS.flatMap((name) => parseStyle(read(name))));
const SHEET = { nodes, vocabulary: vocabularyOf(nodes) };
const RULES = nodes.filter(({ kind }) => kind !== "statement");
