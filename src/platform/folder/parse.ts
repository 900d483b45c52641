/** From the text of one file to the things it holds, or to what is wrong with it. */
import * as v from "valibot";
import { language, markdown as markdownField, slug as slugField } from "./fields.ts";
import { unfold, type Path } from "./form.ts";
import type { FolderPart } from "./part.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { chapterIn, type Chapter } from "./chapters.ts";
import { parsePo } from "./po.ts";
import { found, misfits, type FolderProblem } from "./problem.ts";
import {
  problemIn,
  type Fields,
  type Passage,
  type Thing,
  type Translation,
  type Unfit,
} from "./thing.ts";
import { parseTree, TreeError, type Tree } from "./tree.ts";

export interface Parsed {
  readonly things: Thing[];
  readonly unfit: Unfit[];
  readonly translations: (Translation & { readonly slug: string })[];
  /** Of things in chapters (chapters.ts). */
  readonly chapters?: readonly Chapter[];
  /** Every slug that the file gives, also of things that have problems. */
  readonly slugs: string[];
  readonly problems: FolderProblem[];
}

/** @throws TreeError when the file cannot be read at all */
export function parseFile(part: FolderPart, file: string, text: string): Parsed {
  return PARSERS[part.form](part, file, text);
}

const PARSERS: Readonly<
  Record<FolderPart["form"], (part: FolderPart, file: string, text: string) => Parsed>
> = {
  yaml: parseOne,
  "yaml-list": parseList,
  geojson: parseFeatures,
  "yaml-files": parseNamed,
  "markdown-files": parseMarkdown,
  "po-files": parseLanguage,
};

function parseOne(part: FolderPart, file: string, text: string): Parsed {
  const tree = parseTree(text, { format: "yaml", form: unfold(part.schema) });
  return collect(part, [{ file, base: [], fields: asFields(tree), lineOf: tree.lineOf }]);
}

function parseList(part: FolderPart, file: string, text: string): Parsed {
  const form = unfold(v.array(part.schema));
  const { value, lineOf } = parseTree(text, { format: "yaml", form });
  const items = value ?? []; // a file of comments only
  if (!Array.isArray(items)) throw new TreeError(1, `expected a list, found ${found(value)}`);
  return collect(
    part,
    items.map((fields, i) => ({ file, base: [i], fields, lineOf })),
  );
}

function parseFeatures(part: FolderPart, file: string, text: string): Parsed {
  const tree = parseTree(text, { format: "json", form: unfold(collection(part.schema)) });
  const whole: Passage = { file, base: [], fields: {}, lineOf: tree.lineOf };
  const wrong = misfits(collection(v.unknown()), tree.value);
  if (wrong.length > 0)
    return {
      ...collect(part, []),
      problems: wrong.map(({ path, message }) => problemIn(whole, path, message)),
    };
  const { features } = tree.value as { features: Fields[] };
  return collect(
    part,
    features.map((fields, i) => ({
      file,
      base: ["features", i],
      fields: roundPosition(fields),
      lineOf: tree.lineOf,
    })),
  );
}

const collection = (feature: v.GenericSchema) =>
  v.strictObject({
    type: v.literal("FeatureCollection", "a FeatureCollection"),
    features: v.array(feature, "a list of Features"),
  });

/** Six decimals are ten centimetres; more are noise that no two programs write alike. */
function roundPosition(fields: Fields): Fields {
  const geometry = fields?.["geometry"] as { coordinates?: unknown } | undefined;
  if (!Array.isArray(geometry?.coordinates)) return fields;
  const coordinates = geometry.coordinates.map((x: unknown) =>
    typeof x === "number" ? Math.round(x * 1e6) / 1e6 + 0 : x,
  );
  return { ...fields, geometry: { ...geometry, coordinates } };
}

function parseNamed(part: FolderPart, file: string, text: string): Parsed {
  const { slug, lang } = part.pair ? pairIn(file) : nameIn(part, file, "yaml");
  const schema = lang === undefined ? part.schema : part.translation!.schema;
  const { value, lineOf } = parseTree(text, { format: "yaml", form: unfold(schema) });
  return collectOne(part, { file, base: [], fields: asFields({ value }), lineOf }, { slug, lang });
}

/** `signings/two-hills.xki.yaml` is `two-hills--xki`. */
function pairIn(file: string): { readonly slug: string; readonly lang?: undefined } {
  const slug = /\/([^/.]+\.[^/.]+)\.yaml$/.exec(file)?.[1]?.replace(".", "--").toLowerCase();
  if (slug !== undefined && v.is(slugField, slug)) return { slug };
  throw new TreeError(
    1,
    `expected a name <slug>.<language>.yaml of at most 80 letters (a slug is a-z, 0-9 and -), found ${found(nameOf(file))}`,
  );
}

/** What the name of a file says: the slug, and the language of a translation. */
function nameIn(
  part: FolderPart,
  file: string,
  ending: "md" | "yaml",
): { readonly slug: string; readonly lang: string | undefined } {
  const [, slug = "", lang, end] = /\/([^/.]*)(?:\.([^/.]+))?\.(md|yaml)$/.exec(file) ?? [];
  const isNamed =
    end === ending && v.is(slugField, slug) && (lang === undefined || v.is(language, lang));
  if (isNamed && (lang === undefined || part.translation)) return { slug, lang };
  const names = part.translation
    ? `<slug>.${ending} or <slug>.<language>.${ending}`
    : `<slug>.${ending}`;
  throw new TreeError(
    1,
    `expected a name ${names} (a slug is a-z, 0-9 and -), found ${found(nameOf(file))}`,
  );
}

function parseMarkdown(part: FolderPart, file: string, text: string): Parsed {
  const of = part.chapters && chapterIn(part, file);
  const { slug, lang } = of ?? nameIn(part, file, "md");
  const { front, markdown, line } = splitFrontMatter(text);
  const schema = of
    ? part.chapters.schema
    : lang === undefined
      ? part.schema
      : part.translation!.schema;
  const tree = parseTree(front, { format: "yaml", form: unfold(schema), firstLine: 2 });
  const fields = asFields(tree);
  const { field } = part.chapters ?? {};
  if (!of && field !== undefined && Object.hasOwn(fields ?? {}, field))
    throw new TreeError(
      tree.lineOf([field]),
      `expected ${field} in files of their own in the folder ${file.replace(/(\.[^/.]+)?\.md$/, "/")}, found them here`,
    );
  const passage = {
    file,
    base: [],
    fields,
    markdown,
    lineOf: (path: Path) => (path[0] === "markdown" ? line : tree.lineOf(path)),
  };
  if (!of) return collectOne(part, passage, { slug, lang });
  const problems = problemsOf(passage, schema);
  const chapters = problems.length === 0 ? [{ ...passage, ...of }] : [];
  return { things: [], unfit: [], translations: [], chapters, slugs: [], problems };
}

/** The thing of a file, or its text in another language. */
function collectOne(
  part: FolderPart,
  passage: Passage,
  { slug, lang }: { readonly slug: string; readonly lang: string | undefined },
): Parsed {
  if (lang === undefined) return collect(part, [passage], slug);
  const problems = problemsOf(passage, part.translation!.schema);
  const translations = problems.length === 0 ? [{ ...passage, slug, lang }] : [];
  return { things: [], unfit: [], translations, slugs: [], problems };
}

/** A file of a language's texts; its slug is the language, as addresses are written. */
function parseLanguage(part: FolderPart, file: string, text: string): Parsed {
  const lang = /\/([^/]*)\.po$/.exec(file)?.[1];
  if (lang === undefined || !v.is(language, lang))
    throw new TreeError(
      1,
      `expected a name <language>.po such as fr.po or pt-BR.po, found ${found(nameOf(file))}`,
    );
  const { fields, lineOf } = parsePo(text);
  if (fields.language !== lang)
    throw new TreeError(
      1,
      `expected Language: ${lang} in the file's header, found ${found(fields.language)}`,
    );
  return collect(part, [{ file, base: [], fields: { ...fields }, lineOf }], lang.toLowerCase());
}

const nameOf = (file: string): string => file.slice(file.lastIndexOf("/") + 1);
function asFields({ value }: Pick<Tree, "value">): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new TreeError(1, `expected fields such as title: …, found ${found(value)}`);
}

/** Things from passages; `slug` where the file's name gives it, otherwise the field `id` does. */
function collect(part: FolderPart, passages: readonly Passage[], slug?: string): Parsed {
  const parsed: Parsed = { things: [], unfit: [], translations: [], slugs: [], problems: [] };
  const firstLines = new Map<string, number>();
  for (const passage of passages) {
    const name = slug ?? passage.fields?.["id"];
    const problems = problemsOf(passage, part.schema);
    if (typeof name === "string") {
      const first = firstLines.get(name);
      if (first !== undefined)
        problems.push(
          problemIn(
            passage,
            ["id"],
            `expected an id of its own, found ${found(name)}, which line ${first} has already`,
          ),
        );
      firstLines.set(name, first ?? passage.lineOf([...passage.base, "id"]));
      parsed.slugs.push(name);
    }
    parsed.problems.push(...problems);
    if (problems.length > 0) parsed.unfit.push({ ...passage, part });
    if (problems.length === 0 && typeof name === "string")
      parsed.things.push({ ...passage, part, slug: name, translations: [] });
  }
  return parsed;
}

function problemsOf(passage: Passage, schema: v.GenericSchema): FolderProblem[] {
  const wrong = misfits(schema, passage.fields);
  if (passage.markdown !== undefined)
    for (const { message } of misfits(markdownField, passage.markdown))
      wrong.push({ path: ["markdown"], message });
  return wrong.map(({ path, message }) => problemIn(passage, path, message));
}
