/** A new campaign folder: five answers, and neutral words for the rest, to be replaced one by one. */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { canonicalFiles, type Writable } from "./canonical.ts";
import { FolderError } from "./files.ts";
import { firstContent, type FirstWords } from "./init-content.ts";
import type { FolderPart } from "./part.ts";
import { fieldName, misfits } from "./problem.ts";
import { writeInto } from "./write-into.ts";

export type Answers = FirstWords;

interface Question {
  readonly id: keyof Answers;
  readonly text: string;
  /** What an empty answer means, which may follow from earlier answers. */
  readonly default: (earlier: Partial<Answers>) => string;
}

/** In the order in which they are asked. */
export const questions: readonly Question[] = [
  { id: "name", text: "What is the campaign called?", default: () => "Our Campaign" },
  {
    id: "claim",
    text: "What does it claim, in one line?",
    default: () => "Everybody should be able to connect",
  },
  {
    id: "purpose",
    text: "What is it for, in one or two sentences?",
    default: () =>
      "We find out who is without a secure, affordable connection, help them to get one, and tell what they do with it.",
  },
  {
    id: "hashtag",
    text: "Which hashtag, without #?",
    default: ({ name = "" }) => hashtagOf(name) || "OurCampaign",
  },
  { id: "language", text: "In which language (en, fr, sw, …)?", default: () => "en" },
];

/** Each word with a capital, so that a screen reader reads them as words. */
const hashtagOf = (name: string): string =>
  (name.replaceAll(/['’]/g, "").match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [])
    .map((word) => word.replace(/^./u, (first) => first.toUpperCase()))
    .join("");

/**
 * Write the folder.
 * @param today UTC day, on which the example story is published
 * @returns the paths of its files
 * @throws FolderError when the folder is not empty, or when an answer does not fit
 */
export async function initFolder(
  dir: string,
  { answers, parts, today }: { answers: Answers; parts: readonly FolderPart[]; today: string },
): Promise<string[]> {
  const things = firstContent(answers, today).map(({ space, ...thing }): Writable => {
    const part = parts.find((p) => p.space === space);
    if (!part) throw new Error(`Expected a part of the folder for ${space}, got none.`);
    const [wrong] = misfits(part.schema, thing.fields);
    if (wrong) throw new FolderError("bad-answer", `${fieldName(wrong.path)}: ${wrong.message}`);
    return { ...thing, part, translations: [] };
  });
  await mkdir(dir, { recursive: true });
  const before = await readdir(dir);
  if (before.length > 0)
    throw new FolderError("not-empty", `Expected ${dir} to be empty, found ${before[0]} in it.`);
  await mkdir(join(dir, "media"));
  const files = canonicalFiles(things);
  for (const [path, text] of files) await writeInto(dir, path, text);
  return [...files.keys()];
}
