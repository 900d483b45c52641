/** From a book of another system to the files of a campaign folder. */
import type { Writable } from "../../platform/folder/canonical.ts";
import { fieldName, misfits } from "../../platform/folder/problem.ts";
import type { Fields } from "../../platform/folder/thing.ts";
import type { LeftOut } from "../site.ts";
import { forbids, type ArrivedBook, type ArrivingBook, type BookText } from "./arriving.ts";
import { filmsOf, type Converting } from "./films.ts";

export interface Converted {
  readonly told: ArrivedBook;
  readonly written: readonly Writable[];
  /** Path in the folder to where it lies now. */
  readonly files: ReadonlyMap<string, string>;
  /** Path in the folder to what it holds. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function convert(book: ArrivingBook, how: Converting): Promise<Converted | LeftOut> {
  const { slug, parts, files } = how;
  const part = parts.find(({ space }) => space === "books")!;
  const notes = [...book.notes, ...forbids(book.licence)];
  const made = new Map<string, string>();
  const [own, ...others] = book.texts;
  const shown = async (one: ArrivingBook["cover"], name: string, alt: string, where: string) => {
    if (!one) return undefined;
    const found = await files.picture(one.path);
    if ("why" in found) {
      notes.push(`${where}: its picture was left out: ${found.why}`);
      return undefined;
    }
    const file = `media/books/${slug}-${name}.${found.kind}`;
    made.set(file, found.path);
    return { file, alt: one.alt ?? alt };
  };
  const cover = await shown(book.cover, "cover", own.title, "cover");
  const pages: Fields[] = [];
  const bare: number[] = [];
  for (const [i, { lines }] of own.pages.entries()) {
    const n = i + 1;
    const picture = await shown(
      book.pictures[i],
      String(n).padStart(2, "0"),
      `${own.title}, ${n}`,
      `page ${n}`,
    );
    if (!picture && lines.length === 0) bare.push(n);
    pages.push({
      ...(picture && { picture }),
      lines: !picture && lines.length === 0 ? ["…"] : [...lines],
    });
  }
  if (bare.length > 0)
    notes.push(
      `page ${bare.join(", ")} has neither words nor a picture here: three dots stand there`,
    );
  const unsaid = book.pictures.flatMap((one, i) => (one && one.alt === undefined ? [i + 1] : []));
  if (unsaid.length > 0)
    notes.push(
      `no words say what the picture shows on page ${unsaid.join(", ")}: say it at the desk`,
    );
  const { credits, licence, source } = book;
  const fields: Fields = {
    title: own.title,
    language: own.language,
    credits: { ...credits },
    licence: { ...licence },
    ...(source !== undefined && { source }),
    ...(cover && { cover }),
    pages,
  };
  const translations = others.map(translationOf);
  const [wrong] = [
    ...misfits(part.schema, fields),
    ...translations.flatMap((one) => misfits(part.translation!.schema, one.fields)),
  ];
  if (wrong)
    return {
      what: book.name,
      why: `it does not fit a book: ${fieldName(wrong.path)}: ${wrong.message}`,
    };
  const filmed = await filmsOf(book, how, notes);
  for (const [path, from] of filmed.files) made.set(path, from);
  return {
    told: {
      name: book.name,
      path: `${part.path}/${slug}.yaml`,
      pages: pages.length,
      languages: book.texts.map(({ language }) => language),
      pictures: [...made.keys()].filter(
        (path) => path.startsWith("media/books/") && !path.endsWith(".mp4"),
      ).length,
      licence: licence.name,
      notes,
    },
    written: [{ part, slug, fields, translations }, ...filmed.written],
    files: made,
    texts: filmed.texts,
  };
}

const translationOf = ({ language, title, translator, pages }: BookText) => ({
  lang: language,
  fields: {
    title,
    state: "person",
    ...(translator !== undefined && { translator }),
    pages: pages.map(({ lines, alt }) => ({
      ...(alt !== undefined && { alt }),
      lines: [...lines],
    })),
  },
});
