/** Things that are told in chapters: a file of their own, and beside it a folder with a file for each chapter (`FolderPart.chapters`). */
import type { GenericSchema } from "valibot";
import * as v from "valibot";
import { language, slug as slugField } from "./fields.ts";
import type { Path } from "./form.ts";
import type { FolderPart } from "./part.ts";
import { found, type FolderProblem } from "./problem.ts";
import { problemIn, type Fields, type Passage, type Thing, type Translation } from "./thing.ts";
import { TreeError } from "./tree.ts";

/** Of a chapter: whose it is, which one, what it is called, and the language of a translation. */
interface ChapterName {
  readonly slug: string;
  readonly number: number;
  readonly id: string;
  readonly lang: string | undefined;
}
export interface Chapter extends Passage, ChapterName {}

/** What the name of a chapter's file says; undefined where it is the file of the thing itself. */
export function chapterIn({ path }: FolderPart, file: string): ChapterName | undefined {
  const [slug = "", last, ...more] = file.slice(path.length + 1).split("/");
  if (last === undefined || more.length > 0) return undefined;
  const [, number, id = "", lang] = /^([0-9]{2})-([^.]*)(?:\.([^.]+))?\.md$/.exec(last) ?? [];
  if (v.is(slugField, id) && (lang === undefined || v.is(language, lang)))
    return { slug, number: Number(number), id, lang };
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
    chapters.toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1)),
    keyOf,
  );
  const known = new Set([...told.things, ...told.translations].map(keyOf));
  const orphans = chapters.filter((one) => !known.has(keyOf(one)));
  const { field } = part.chapters;
  return {
    things: told.things.map((one) => joined(field, one, all.get(keyOf(one)) ?? [])),
    translations: told.translations.map((one) => joined(field, one, all.get(keyOf(one)) ?? [])),
    problems: [
      ...orphans.map((one) =>
        problemIn(one, [], `expected ${wanted(part, one)} for it to belong to, found none`),
      ),
      ...[...all.values()].flatMap(miscounted),
    ],
  };
}

const wanted = ({ path }: FolderPart, { slug, lang }: Chapter): string =>
  `${path}/${slug}${lang === undefined ? "" : `.${lang}`}.md`;

/** The first chapter that has not the number of its place: no two programs would number the rest alike. */
function miscounted(chapters: readonly Chapter[]): FolderProblem[] {
  const at = chapters.findIndex(({ number }, i) => number !== i + 1);
  if (at < 0) return [];
  const expected = `expected ${numbered(at, chapters[at]!.id)}, as it is the ${at + 1}. of them`;
  return [problemIn(chapters[at]!, [], `${expected}, found another number`)];
}

const numbered = (at: number, id: string): string => `${String(at + 1).padStart(2, "0")}-${id}`;

function joined<T extends Passage>(field: string, one: T, chapters: readonly Chapter[]): T {
  const entries = chapters.map(({ id, fields, markdown = "" }) => ({
    id,
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
      ...(chapters as readonly Chaptered[]).map(({ id, markdown: its, ...front }, at): File => [
        `${part.path}/${slug}/${numbered(at, id)}${lang}.md`,
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
