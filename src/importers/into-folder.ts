/** The campaign folder into which something comes: as it stands, or made where there is none. */
import { readdir } from "node:fs/promises";
import { initFolder, questions, type Answers } from "../platform/folder/init.ts";
import type { FolderPart } from "../platform/folder/part.ts";
import { problemLine } from "../platform/folder/problem.ts";
import { readFolder, type Folder } from "../platform/folder/read.ts";
import { ArrivalError } from "./site.ts";

/** As it stands; without a thing where there is none yet. @throws ArrivalError where it has mistakes */
export async function folderAt(
  into: string,
  parts: readonly FolderPart[],
): Promise<Pick<Folder, "things">> {
  if ((await readdir(into).catch(() => [])).length === 0) return { things: [] };
  const folder = await readFolder(into, parts);
  if (folder.problems.length === 0) return folder;
  throw new ArrivalError(
    "bad-folder",
    `${folder.problems.slice(0, 10).map(problemLine).join("\n")}\nExpected a folder without mistakes in ${into}; nothing was written.`,
  );
}

/** With neutral answers: what it is called is a matter of its campaign.yaml. */
export async function newFolder(
  into: string,
  parts: readonly FolderPart[],
  today: string,
): Promise<void> {
  const answers = questions.reduce<Partial<Answers>>(
    (earlier, { id, default: none }) => ({ ...earlier, [id]: none(earlier) }),
    {},
  );
  await initFolder(into, { answers: answers as Answers, parts, today });
}
