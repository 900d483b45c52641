/** Things that are told in chapters: a file of their own, and beside it a folder with a file for each chapter (`FolderPart.chapters`). */
import type { GenericSchema } from "valibot";
import * as v from "valibot";
import { language } from "./fields.ts";
import type { Path } from "./form.ts";
import type { FolderPart } from "./part.ts";
import { found, type FolderProblem } from "./problem.ts";
import { problemIn, type Fields, type Passage, type Thing, type Translation } from "./thing.ts";
import { TreeError } from "./tree.ts";

/** Of a chapter: whose it is, its own name, and the language of a translation. */
interface ChapterName {
  readonly slug: string;
  readonly name: string;
  readonly lang: string | undefined;
}
export interface Chapter extends Passage, ChapterName {}

/** The order of its chapters is that of their names. */
export const CHAPTER_NAME = /^[0-9]{2}-[a-z0-9][a-z0-9-]{0,76}$/;

/** What the name of a chapter's file says; undefined where it is the file of the thing itself. */
export function chapterIn({ path }: FolderPart, file: string): ChapterName | undefined {
  const [slug = "", last, ...more] = file.slice(path.length + 1).split("/");
  if (last === undefined || more.length > 0) return undefined;
  const [, name = "", lang] = /^([^.]*)(?:\.([^.]+))?\.md$/.exec(last) ?? [];
  if (CHAPTER_NAME.test(name) && (lang === undefined || v.is(language, lang)))
    return { slug, name, lang };
  throw new TreeError(
    1,
    `expected a name such as 01-begin.md or 01-begin.fr.md, two digits first, found ${found(last)}`,
  );
}

interface Told {
  readonly things: readonly Thing[];
  readonly translations: readonly (Translation & { readonly slug: string })[];
  readonly problems: readonly FolderProblem[];
}

/** Things and translations with their chapters among their fields; a chapter that belongs to nothing is a problem. */
export function withChapters(
  part: FolderPart,
  told: Pick<Told, "things" | "translations">,
  chapters: readonly Chapter[],
): Told {
  if (!part.chapters) return { ...told, problems: [] };
  const keyOf = ({
    slug,
    lang = "",
  }: {
    readonly slug: string;
    readonly lang?: string | undefined;
  }) => `${slug} ${lang}`;
  const all = Map.groupBy(
    chapters.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    keyOf,
  );
  const known = new Set([...told.things, ...told.translations].map(keyOf));
  const orphans = chapters.filter((one) => !known.has(keyOf(one)));
  const { field } = part.chapters;
  return {
    things: told.things.map((one) => joined(field, one, all.get(keyOf(one)) ?? [])),
    translations: told.translations.map((one) => joined(field, one, all.get(keyOf(one)) ?? [])),
    problems: orphans.map((one) =>
      problemIn(one, [], `expected ${wanted(part, one)} for it to belong to, found none`),
    ),
  };
}

const wanted = ({ path }: FolderPart, { slug, lang }: Chapter): string =>
  `${path}/${slug}${lang === undefined ? "" : `.${lang}`}.md`;

function joined<T extends Passage>(field: string, one: T, chapters: readonly Chapter[]): T {
  const entries = chapters.map(({ name, fields, markdown = "" }) => ({
    id: name,
    ...fields,
    markdown,
  }));
  /** The chapter that a path leads into, and the rest of the path. */
  const into = (path: Path) =>
    path[0] === field && typeof path[1] === "number" ? chapters[path[1]] : undefined;
  return {
    ...one,
    fields: { ...one.fields, ...(entries.length > 0 && { [field]: entries }) },
    lineOf: (path: Path) => (into(path) ?? one).lineOf(into(path) ? path.slice(2) : path),
    fileOf: (path: Path) => (into(path) ?? one).file,
  };
}

/** A file of a thing, and its text. */
type File = [string, string];
interface Written {
  readonly slug: string;
  readonly fields: Fields;
  readonly markdown?: string;
  readonly translations: readonly { lang: string; fields: Fields; markdown?: string }[];
}

/** The files of a thing and of its chapters, in each language. */
export function chapterFiles(
  part: FolderPart,
  { slug, fields, markdown = "", translations }: Written,
  write: (schema: GenericSchema, fields: Fields, markdown: string) => string,
): File[] {
  const { field, schema } = part.chapters!;
  const filesIn = (own: GenericSchema, said: Fields, text: string, lang: string): File[] => {
    const { [field]: chapters = [], ...rest } = said;
    return [
      [`${part.path}/${slug}${lang}.md`, write(own, rest, text)],
      ...(chapters as readonly Chaptered[]).map(({ id, markdown: its, ...front }): File => [
        `${part.path}/${slug}/${id}${lang}.md`,
        write(schema, front, its),
      ]),
    ];
  };
  return [
    ...filesIn(part.schema, fields, markdown, ""),
    ...translations.flatMap((one) =>
      filesIn(part.translation!.schema, one.fields, one.markdown ?? "", `.${one.lang}`),
    ),
  ];
}
interface Chaptered extends Fields {
  readonly id: string;
  readonly markdown: string;
}
