/** A package as what is read and what is asked, in order: sets and columns within each other, each part named as it stands there. */
import type { LeftOut } from "../site.ts";
import { licenceSaid } from "./about.ts";
import type { Made } from "./asked.ts";
import { markdown, plainly, words } from "./html.ts";
import { contentIn, fieldsOf, listOf, textOf, type Content } from "./package.ts";
import { QUESTIONS } from "./questions.ts";
import type { CourseWords } from "./words.ts";

const MOST_DEPTH = 8; // sets within columns within rows; H5P itself lets three
const MOST_PARTS = 2000;

/** What is read, or what is asked. */
export interface Piece {
  /** What its makers call it; empty where they do not. */
  readonly title: string;
  readonly markdown?: string;
  readonly exercises: readonly Made[];
}

export interface Walked {
  readonly pieces: readonly Piece[];
  /** By part: what came another way, and what is scored another way. */
  readonly notes: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export function piecesOf(main: Content, own: CourseWords): Walked {
  const pieces: Piece[] = [];
  const notes: string[] = [];
  const leftOut: LeftOut[] = [];
  let parts = 0;

  function walk(content: Content | undefined, place: readonly number[]): void {
    const where = nameOf(content, place);
    const leave = (why: string) => leftOut.push({ what: where, why });
    parts += 1;
    if (!content) return void leave("it names no library");
    if (parts > MOST_PARTS || place.length > MOST_DEPTH)
      return void (
        parts <= MOST_PARTS + 1 &&
        leave("there are more parts than any course has, or they stand too deep")
      );
    const { library, params, metadata } = content;
    const said = new Set<string>();
    const title = titleOf(metadata);
    const within = (list: readonly unknown[]) =>
      list.forEach((one, i) => walk(contentIn(one), [...place, i + 1]));
    const read = (html: string) => {
      const text = limited(() => markdown(html, said));
      if (text !== "") pieces.push({ title, markdown: text, exercises: [] });
    };
    const limited = (turn: () => string): string => {
      try {
        return turn();
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        leave(error.message);
        return "";
      }
    };
    const ask = QUESTIONS.get(library);
    if (ask) {
      const alt = mediaOf(params, said);
      if (alt !== "") pieces.push({ title, markdown: alt, exercises: [] });
      try {
        const came = ask({ params, words: own, notes: said });
        if (typeof came === "string") leave(came);
        else pieces.push({ title, exercises: came });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        leave(error.message);
      }
    } else if (library === "H5P.QuestionSet") {
      read(introOf(params));
      within(listOf(params["questions"]));
      for (const note of setNotes(params)) said.add(note);
    } else if (library === "H5P.Column")
      within(listOf(params["content"]).map((one) => fieldsOf(one)["content"]));
    else if (library === "H5P.Row")
      within(listOf(params["columns"]).map((one) => fieldsOf(one)["content"]));
    else if (library === "H5P.RowColumn")
      within(listOf(params["content"]).map((one) => fieldsOf(one)["content"]));
    else if (TEXTS.has(library)) read(textOf(params["text"]));
    else if (library === "H5P.Image") {
      const alt = words(textOf(params["alt"]), said);
      leave(
        `a course holds no pictures yet${alt === "" ? "" : `; it shows: ${alt.slice(0, 300)}`}`,
      );
    } else leave("a course has nothing of this kind");
    if (place.length > 0) for (const note of rightsOf(content)) said.add(note);
    for (const note of said) notes.push(`${where}: ${note}`);
  }

  walk(main, []);
  return { pieces, notes, leftOut };
}

/** Parts that are read. */
const TEXTS = new Set(["H5P.AdvancedText", "H5P.Text", "H5P.Table"]);

/** `2.1 MultiChoice “Lamps”` */
function nameOf(content: Content | undefined, place: readonly number[]): string {
  const title = place.length === 0 ? "" : titleOf(content?.metadata ?? {});
  const kind = (content?.library ?? "a part").replace(/^H5P\./, "");
  return `${place.length === 0 ? "" : `${place.join(".")} `}${kind}${title === "" ? "" : ` “${title}”`}`;
}

const titleOf = ({ title }: Content["metadata"]): string => {
  const said = plainly(title).slice(0, 200).trim();
  return /^Untitled\b/.test(said) ? "" : said;
};

function introOf(params: Content["params"]): string {
  const { showIntroPage, introduction } = fieldsOf(params["introPage"]);
  return showIntroPage === true ? textOf(introduction) : "";
}

function setNotes(params: Content["params"]): string[] {
  const pool = Number(params["poolSize"]);
  const pass = Number(params["passPercentage"] ?? Number.NaN);
  return [
    ...(pool > 0 && pool < listOf(params["questions"]).length
      ? [`SCORE: H5P asks ${pool} of its questions, chosen by chance; here all of them are asked`]
      : []),
    ...(params["randomQuestions"] === true ? ["its questions stand in one order here"] : []),
    ...(Number.isNaN(pass)
      ? []
      : [`in H5P ${pass} % of its points are enough: a badge of the course may say so (pass)`]),
  ];
}

const MEDIA = new Map([
  ["H5P.Image", "picture"],
  ["H5P.Video", "film"],
  ["H5P.Audio", "sound"],
]);

/** The picture, film or sound above a question: it is told, and its words stand in its place. */
function mediaOf({ media }: Content["params"], notes: Set<string>): string {
  const held = contentIn(fieldsOf(media)["type"]);
  if (!held) return "";
  const kind = MEDIA.get(held.library);
  const { file, sources, files, alt } = held.params;
  const first = [fieldsOf(file), ...[...listOf(sources), ...listOf(files)].map(fieldsOf)].find(
    ({ path }) => textOf(path) !== "",
  );
  if (!first) return "";
  const shown = words(textOf(alt), notes).slice(0, 500);
  notes.add(
    `${kind ?? "something"} ${plainly(first["path"]).slice(0, 80)}: left out, as a course holds none${shown === "" ? "; see whether the question can do without" : ", and its words stand in its place"}`,
  );
  return shown === "" ? "" : markdown(escaped(shown), notes);
}
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A part of other people, under another licence. */
function rightsOf({ metadata }: Content): string[] {
  const names = listOf(metadata["authors"]).map((one) => plainly(fieldsOf(one)["name"]));
  const licence = licenceSaid(metadata);
  const source = plainly(metadata["source"]);
  const said = [names.filter((one) => one !== "").join(", "), licence?.name ?? "", source];
  const own = said.filter((one) => one !== "").join(", ");
  return own === "" ? [] : [`made by others, see that they are named: ${own.slice(0, 500)}`];
}
