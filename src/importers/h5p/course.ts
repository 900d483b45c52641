/** From the pieces of a package to the files of a course: lessons that a slow link carries, exercises with ids of their own. */
import { createHash } from "node:crypto";
import { stringify } from "yaml";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { Writable } from "../../platform/folder/canonical.ts";
import { fieldName, misfits } from "../../platform/folder/problem.ts";
import { freeSlug, slugFrom } from "../addresses.ts";
import { forbids } from "../books/arriving.ts";
import { ArrivalError, type LeftOut } from "../site.ts";
import { aboutOf, type Said } from "./about.ts";
import type { Made } from "./asked.ts";
import type { H5p } from "./package.ts";
import { piecesOf, type Piece } from "./parts.ts";
import { wordsIn } from "./words.ts";

export interface ArrivedCourse {
  readonly name: string;
  /** `courses/lamps.md` */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly licence: string;
  readonly lessons: number;
  readonly exercises: number;
  /** What came another way, by part. */
  readonly notes: readonly string[];
  /** Where points differ from those of H5P, by part. */
  readonly scored: readonly string[];
  /** What did not come, by part. */
  readonly leftOut: readonly LeftOut[];
}

const MOST_EXERCISES = 10; // of a lesson: with its style 14,000 bytes, which a slow link carries in one go
const MOST_LETTERS = 6000; // of a lesson, likewise
const MOST_LESSONS = 60; // of a course, as its form has it
const MOST_BYTES = 200_000; // of a course: a record holds 256 kB
const MINUTES = 2; // for an exercise, until somebody says how long it takes

/** @throws ArrivalError where it is no course */
export function courseFrom(
  h5p: H5p,
  how: {
    readonly name: string;
    readonly part: FolderPart;
    readonly taken: ReadonlySet<string>;
  } & Said,
): { readonly written: Writable; readonly told: ArrivedCourse } {
  const { part, name } = how;
  const about = aboutOf(h5p.about, how);
  const walked = piecesOf(h5p.main, wordsIn(about.language));
  const count = walked.pieces.reduce((sum, { exercises }) => sum + exercises.length, 0);
  if (count === 0) throw nothingIn(walked.leftOut);
  const most = MOST_LESSONS * MOST_EXERCISES;
  if (count > most)
    throw new ArrivalError(
      "too-large",
      `Expected at most ${most} exercises, as many as one course holds, found ${count}. In parts it would come.`,
    );
  const lessons = lessonsOf(walked.pieces, about.title);
  const hours = Math.max(0.25, Math.ceil((count * MINUTES) / 15) / 4);
  const fields = {
    title: about.title,
    summary: about.summary || about.title,
    language: about.language,
    hours,
    licence: about.licence,
    ...(about.source !== undefined && {
      sources: [
        {
          title: about.title,
          url: about.source,
          ...(about.authors.length > 0 && { publisher: about.authors.join(", ").slice(0, 500) }),
        },
      ],
    }),
    lessons,
  };
  const wrong = mistakeIn(part, { ...fields, markdown: "" });
  if (wrong !== undefined)
    throw new ArrivalError("unknown-form", `It does not fit a course: ${wrong}`);
  const slug = freeSlug(slugOf(about.title, h5p.said), how.taken);
  const isScore = (note: string) => note.includes(": SCORE: ");
  return {
    written: { part, slug, fields, markdown: "", translations: [] },
    told: {
      name,
      path: `${part.path}/${slug}.md`,
      title: about.title,
      language: about.language,
      licence: about.licence.name,
      lessons: lessons.length,
      exercises: count,
      notes: [
        ...(about.summary === ""
          ? ["its title stands as its summary: say in a sentence what it is about"]
          : []),
        `${hours} hours are reckoned with ${MINUTES} minutes an exercise: say how long it takes`,
        ...about.said,
        ...forbids(about.licence).map((one) => one.replace("translated or signed", "worded anew")),
        ...walked.notes.filter((note) => !isScore(note)),
      ],
      scored: walked.notes.filter(isScore).map((note) => note.replace("SCORE: ", "")),
      leftOut: walked.leftOut,
    },
  };
}

function nothingIn(leftOut: readonly LeftOut[]): ArrivalError {
  const first = leftOut.slice(0, 3).map(({ what, why }) => `${what}: ${why}`);
  return new ArrivalError(
    "unknown-form",
    `Expected a question that a course can ask (TrueFalse, MultiChoice, SingleChoiceSet, Blanks, DragText, MarkTheWords, Dialogcards, alone or in a QuestionSet or a Column), found none. ${first.join("; ")}`.trim(),
  );
}

const slugOf = (title: string, said: string): string => {
  const slug = slugFrom(title).slice(0, 60).replace(/-$/, "");
  return slug.length > 1
    ? slug
    : `course-${createHash("sha256").update(said).digest("hex").slice(0, 8)}`;
};

/** Pieces one after the other; a lesson ends where it would be too heavy, and none of its exercises is parted. */
function lessonsOf(pieces: readonly Piece[], title: string) {
  const ids = new Set<string>();
  const names = new Set(["kept"]); // an address of the course itself
  const lessons: { id: string; title: string; markdown: string }[] = [];
  let now: string[] = [];
  let [asked, letters, own] = [0, 0, ""];
  const close = () => {
    if (now.length === 0) return;
    const n = lessons.length + 1;
    const called = own || (n === 1 ? title : `${title}, ${n}`);
    const id = freeSlug(slugFrom(called).slice(0, 40).replace(/-$/, "") || `lesson-${n}`, names);
    names.add(id);
    lessons.push({ id, title: called, markdown: now.join("\n\n") });
    [now, asked, letters, own] = [[], 0, 0, ""];
  };
  for (const piece of pieces) {
    const blocks = [
      ...(piece.markdown === undefined ? [] : [piece.markdown]),
      ...piece.exercises.map((one) => blockOf(one, ids)),
    ];
    for (const block of blocks) {
      if (now.length > 0 && (asked >= MOST_EXERCISES || letters + block.length > MOST_LETTERS))
        close();
      if (now.length === 0) own = piece.title;
      now.push(block);
      asked += Number(block.startsWith("```exercise\n"));
      letters += block.length;
    }
  }
  close();
  const bytes = lessons.reduce((sum, { markdown }) => sum + Buffer.byteLength(markdown), 0);
  if (lessons.length > MOST_LESSONS || bytes > MOST_BYTES)
    throw new ArrivalError(
      "too-large",
      `Expected what one course holds, ${MOST_LESSONS} lessons and ${MOST_BYTES} bytes, found ${lessons.length} and ${bytes}. In parts it would come.`,
    );
  return lessons;
}

function blockOf(made: Made, ids: Set<string>): string {
  const question = String(Object.values(made)[0]);
  const id = freeSlug(
    slugFrom(question.slice(0, 200)).slice(0, 40).replace(/-$/, "") || "exercise",
    ids,
  );
  ids.add(id);
  const yaml = stringify(
    { id, ...made },
    { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" },
  );
  return `\`\`\`exercise\n${yaml}\`\`\``;
}

/** What its form or its rules say against it. */
function mistakeIn(part: FolderPart, thing: Readonly<Record<string, unknown>>): string | undefined {
  const { markdown: _, lessons, ...front } = thing;
  const [wrong] = misfits(part.schema, { ...front, lessons });
  if (wrong) return `${fieldName(wrong.path)}: ${wrong.message}`;
  let first: string | undefined;
  part.check?.(thing, (field, message) => (first ??= `${field}: ${message}`));
  return first;
}
