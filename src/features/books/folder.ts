/** `books/<slug>.yaml`, `books/<slug>.<language>.yaml` and `signings/<book>.<language>.yaml` of the campaign folder. */
import { readFile, stat } from "node:fs/promises";
import * as v from "valibot";
import { inFile, mediaPath } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { cueProblems, MOST_CUE_BYTES, readSignCues } from "./cues.ts";
import {
  BOOK_EDITED,
  BOOK_OPENED,
  BOOK_TRANSLATED,
  BOOK_WITHDRAWN,
  bookForm,
  bookTextForm,
  inBookFile,
  SIGNING_ADDED,
  SIGNING_EDITED,
  SIGNING_WITHDRAWN,
  signingForm,
} from "./records.ts";

const BookFile = v.strictObject(bookForm(inBookFile));
const SigningFile = v.strictObject(signingForm({ ...inFile, media: mediaPath }));
const TextFile = v.strictObject(bookTextForm);

export const bookFolder: FolderPart = {
  space: "books",
  form: "yaml-files",
  path: "books",
  schema: BookFile,
  opening: BOOK_OPENED,
  edit: BOOK_EDITED,
  withdrawal: BOOK_WITHDRAWN,
  translation: { kind: BOOK_TRANSLATED, schema: TextFile },
  refs: { programme: "programmes" },
  media: ["cover.file", "pages[].picture.file"],

  check(thing, problem) {
    for (const [i, page] of (thing as v.InferOutput<typeof BookFile>).pages.entries())
      if (page.lines.length === 0 && !page.picture)
        problem(`pages.${i}`, "expected a picture or a sentence, found neither");
  },
  checkTranslation(thing, text, problem) {
    const { pages } = thing as v.InferOutput<typeof BookFile>;
    const { pages: translated } = text as v.InferOutput<typeof TextFile>;
    if (translated.length !== pages.length)
      problem(
        "pages",
        `expected the ${pages.length} pages of the book, found ${translated.length}`,
      );
  },
};

export const signingFolder: FolderPart = {
  space: "signings",
  form: "yaml-files",
  pair: ["book", "language"],
  path: "signings",
  schema: SigningFile,
  opening: SIGNING_ADDED,
  edit: SIGNING_EDITED,
  withdrawal: SIGNING_WITHDRAWN,
  refs: { book: "books", signer: "people" },
  media: ["film.file", "cues"],
  restsOn: "books",

  /** PB21: its cues are those of the book in the language that it follows. */
  async checkFiles(thing, pathOf, problem, other) {
    const { book, follows, film, cues: file } = thing as v.InferOutput<typeof SigningFile>;
    const original = other("books", book);
    if (!original) return; // what refers nowhere is told elsewhere
    const text = original["language"] === follows ? original : other("books", book, follows);
    if (!text) {
      problem("follows", `expected a language of the book, found ${follows}`);
      return;
    }
    const { size } = await stat(pathOf(file));
    const cues =
      size > MOST_CUE_BYTES ? undefined : readSignCues(await readFile(pathOf(file), "utf8"));
    if (!cues) {
      problem(
        "cues",
        `expected WebVTT of at most ${MOST_CUE_BYTES} bytes, found something else in ${file}`,
      );
      return;
    }
    const { pages } = text as Pick<v.InferOutput<typeof TextFile>, "pages">;
    for (const { cue, message } of cueProblems(cues, { pages }, film.seconds))
      problem("cues", `${file}, cue ${cue}: ${message}`);
  },
};
