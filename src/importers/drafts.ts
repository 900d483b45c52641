/** Drafts stand beside the parts of the campaign folder, in the form of what they would be. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { readText } from "../platform/folder/files.ts";
import { parseFile } from "../platform/folder/parse.ts";
import type { FolderPart } from "../platform/folder/part.ts";
import type { Thing } from "../platform/folder/thing.ts";

const DRAFTS = "drafts";
export const draftPart = (part: FolderPart): FolderPart => ({
  ...part,
  path: `${DRAFTS}/${part.path}`,
});

/** What came as a draft at an earlier time; one that cannot be read any more came, all the same, from somebody's hands. */
export async function draftsIn(root: string, parts: readonly FolderPart[]): Promise<Thing[]> {
  const drafts: Thing[] = [];
  for (const space of ["stories", "pages"]) {
    const part = draftPart(parts.find((one) => one.space === space)!);
    const names: string[] = await readdir(join(root, part.path)).catch(() => []);
    for (const name of names.filter((one) => one.endsWith(".md"))) {
      const file = `${part.path}/${name}`;
      drafts.push(...parseFile(part, file, await readText(root, file)).things);
    }
  }
  return drafts;
}
