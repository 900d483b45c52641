/** The text of a draft without somebody who left it: names, quotations and files that are linked with the person. Pure. Rule T22. */
import { createHash } from "node:crypto";
import { unfold } from "../../platform/folder/form.ts";
import { joinFrontMatter, splitFrontMatter } from "../../platform/folder/front-matter.ts";
import { changeAt } from "../../platform/folder/places.ts";
import { parseTree, TreeError } from "../../platform/folder/tree.ts";
import { writeYaml } from "../../platform/folder/write.ts";
import { canonical } from "../../platform/records/jcs.ts";
import { storyFolder } from "../stories/api.ts";

const FORM = unfold(storyFolder.schema);

type Fields = Readonly<Record<string, unknown>>;

/** Its front matter and its text; undefined where they cannot be read. */
export function partsOf(
  text: string,
): { readonly fields: Fields; readonly markdown: string } | undefined {
  try {
    const { front, markdown } = splitFrontMatter(text);
    const { value } = parseTree(front, { format: "yaml", form: FORM });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return { fields: value as Fields, markdown };
  } catch (error) {
    if (error instanceof TreeError) return undefined;
    throw error;
  }
}

export const joined = (fields: Fields, markdown: string): string =>
  joinFrontMatter(writeYaml(fields, FORM), markdown);

/** What is agreed to, as a hash: the same whatever the file looks like. */
export function digestOf(text: string): string {
  const parts = partsOf(text);
  return createHash("sha256")
    .update(parts ? canonical({ ...parts }) : text)
    .digest("hex");
}

/** Somebody who leaves, as the draft knows the person. */
export interface Leaver {
  /** Addresses under which the person is named. */
  readonly slugs: ReadonlySet<string>;
  /** Names that the person has in the text and at the desk. */
  readonly names: readonly string[];
  /** The files in which the person is seen or heard, as the text names them. */
  readonly files: ReadonlySet<string>;
}

const GONE = "…"; // where a name stood

/**
 * The same draft with nothing that is linked with whoever left. What only a reader could tell, the desk takes out.
 * @param stays names of those who stay: what they share with a name that goes remains
 * @param renamed those who stay under other addresses, old to new
 */
export function withoutLeaver(
  text: string,
  leaver: Leaver,
  {
    stays,
    renamed,
  }: { readonly stays: readonly string[]; readonly renamed: ReadonlyMap<string, string> },
): string {
  const scrub = scrubber(leaver.names, stays);
  const parts = partsOf(text);
  if (!parts) return scrub(text); // it cannot be read: its names go, and the desk sees to the rest
  const others = (value: unknown) =>
    leaver.slugs.has(String(value)) ? undefined : (renamed.get(String(value)) ?? value);
  let fields: unknown = parts.fields;
  for (const pattern of ["people[]", "authors[]"]) fields = changeAt(fields, pattern, others);
  const isGone = (value: unknown) => filesUnder(value).some((file) => leaver.files.has(file));
  const hidden: string[] = [];
  for (const pattern of ["cover", "film", "sign", "pictures[]"])
    fields = changeAt(fields, pattern, (value) => {
      if (!isGone(value)) return value;
      const { name } = value as Fields;
      if (typeof name === "string") hidden.push(name);
      return undefined;
    });
  const markdown = scrub(withoutPictures(withoutQuotes(parts.markdown, leaver.names), hidden));
  return joined(scrubbed(fields, scrub) as Fields, markdown.trim());
}

/** The files that a picture or a film names. */
function filesUnder(value: unknown): string[] {
  if (typeof value === "string") return value.startsWith("media/") ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(filesUnder);
}

const UNTOUCHED = new Set([
  "people",
  "authors",
  "places",
  "programmes",
  "partners",
  "topics",
  "walk",
]);

/** Words of the front matter without the names; addresses, files and days stay as they are. */
function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === "string") return /^(?:media\/|https?:)/.test(value) ? value : scrub(value);
  if (Array.isArray(value)) return value.map((one) => scrubbed(one, scrub));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      UNTOUCHED.has(name) ? one : scrubbed(one, scrub),
    ]),
  );
}

const SHORTEST = 3; // letters of a part of a name that goes on its own

/** Takes names out, whole and in parts, but for what somebody who stays is called, too. */
function scrubber(names: readonly string[], stays: readonly string[]): (text: string) => string {
  const kept = new Set(stays.flatMap(wordsIn));
  const isPart = (one: string) => one.length >= SHORTEST && !/^\p{Ll}/u.test(one);
  const alone = names.filter((name) => wordsIn(name).length === 1); // however short
  const parts = new Set([...alone, ...names.flatMap(wordsIn).filter(isPart)]);
  const whole = names
    .filter((name) => wordsIn(name).length > 1 && !stays.includes(name))
    .toSorted((one, other) => other.length - one.length);
  return (text) => {
    let left = text;
    for (const name of whole) left = left.replaceAll(name, GONE);
    return left.replaceAll(WORD, (word) => (parts.has(word) && !kept.has(word) ? GONE : word));
  };
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const wordsIn = (name: string): string[] => name.match(WORD) ?? [];

/** Without the quotations whose last line says that one of these speaks. */
function withoutQuotes(markdown: string, names: readonly string[]): string {
  const blocks = markdown.split(/\n{2,}/);
  const isTheirs = (block: string) => {
    const last = block.split("\n").at(-1)!;
    const who = last.startsWith(">") ? last.slice(1).trim() : "";
    return (
      /^(?:\u2014|\u2013|--)/.test(who) && names.some((name) => name !== "" && who.includes(name))
    );
  };
  // A quotation may have several paragraphs, joined by a line that holds its mark alone: that is one block here.
  return blocks.filter((block) => !isTheirs(block)).join("\n\n");
}

/** Without the pictures of these names, wherever they stand in the text. */
function withoutPictures(markdown: string, names: readonly string[]): string {
  let text = markdown;
  for (const name of names.filter((one) => one !== ""))
    text = text.replaceAll(`](picture:${name})`, `](${REMOVED})`);
  const without = text.replaceAll(/!\[[^\]\n]{0,500}\]\(removed\)/g, ""); // bounded: at most 500 characters
  return without.replaceAll(/\n{3,}/g, "\n\n");
}
const REMOVED = "removed";
