/** What a file of H5P says of itself and holds: two texts of its zip. Programs, fonts, pictures and films in it are never unpacked. */
import { readFile, stat } from "node:fs/promises";
import { contentOf, type ZipEntry } from "../books/zip-entries.ts";
import { entriesWithin } from "../books/unpack.ts";
import { ArrivalError } from "../site.ts";

const MAX_PACKED = 100_000_000; // bytes; read as a whole. What is heavier holds films, which no course takes
const MAX_TEXT = 5_000_000; // bytes of its content; a long course has a twentieth of that

/** A part as its main file or another part names it: `H5P.Blanks 1.14` and what that takes. */
export interface Content {
  readonly library: string;
  readonly params: Fields;
  readonly metadata: Fields;
}
export type Fields = Readonly<Record<string, unknown>>;

export interface H5p {
  /** What `h5p.json` says. */
  readonly about: Fields;
  readonly main: Content;
  /** Both texts, by which a second run knows it. */
  readonly said: string;
}

const texts = { about: "h5p.json", content: "content/content.json" };

/** @throws ArrivalError where it is none, or more than any course */
export async function readH5p(file: string): Promise<H5p> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new ArrivalError("not-found", `Expected a file of H5P at ${file}, found none.`);
  if (found.size > MAX_PACKED)
    throw new ArrivalError(
      "too-large",
      `Expected a file of at most ${MAX_PACKED / 1_000_000} MB, found ${Math.ceil(found.size / 1_000_000)} MB; nothing of it was taken. Without its films it may be light enough.`,
    );
  const zip = await readFile(file);
  const entries = entriesWithin(zip, { whole: "a whole .h5p (ZIP)", of: "a course" });
  const about = jsonIn(zip, entries, texts.about);
  const params = jsonIn(zip, entries, texts.content);
  const library = textOf(about["mainLibrary"]);
  if (!/^[A-Za-z]\w*(?:\.\w+)+$/.test(library))
    throw new ArrivalError(
      "unknown-form",
      `Expected mainLibrary in ${texts.about}, such as H5P.QuestionSet, found ${library === "" ? "none" : JSON.stringify(library.slice(0, 80))}.`,
    );
  return {
    about,
    main: { library, params, metadata: about },
    said: JSON.stringify([about, params]),
  };
}

function jsonIn(zip: Buffer, entries: readonly ZipEntry[], path: string): Fields {
  const entry = entries.find((one) => one.path === path);
  if (!entry)
    throw new ArrivalError("unknown-form", `Expected ${path} in a file of H5P, found none.`);
  if (entry.size > MAX_TEXT)
    throw new ArrivalError(
      "too-large",
      `Expected at most ${MAX_TEXT} bytes in ${path}, found ${entry.size}; nothing of it was taken.`,
    );
  try {
    const value: unknown = JSON.parse(contentOf(zip, entry).toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Fields;
  } catch (error) {
    throw new ArrivalError("unreadable", `Expected JSON in ${path}: ${(error as Error).message}`);
  }
  throw new ArrivalError(
    "unreadable",
    `Expected a group of fields in ${path}, found another form.`,
  );
}

/** Fields of a field; none where it is of another form. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Text where there is some; numbers are text, too. */
export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).toWellFormed()
    : "";
/** `H5P.Blanks 1.14` with its own fields, as a part stands in another one; undefined where none does. */
export function contentIn(value: unknown): Content | undefined {
  const { library, params, metadata } = fieldsOf(value);
  const name = textOf(library).split(" ")[0]!;
  return name === ""
    ? undefined
    : { library: name.slice(0, 80), params: fieldsOf(params), metadata: fieldsOf(metadata) };
}
