/** The file that a draft is, as the database has it. */
import { DatabaseSync } from "node:sqlite";
import { schemaOf } from "../src/features/editor/typed.ts";
import { unfold } from "../src/platform/folder/form.ts";
import { splitFrontMatter } from "../src/platform/folder/front-matter.ts";
import { parseTree } from "../src/platform/folder/tree.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

/** @param data the instance's folder @param url where the draft is written */
export function draftFile(data: string, url: string): string {
  const id = new URL(url).pathname.split("/").at(-1) ?? "";
  using db = new DatabaseSync(dataPaths(data).database, { readOnly: true });
  const asked = db.prepare(
    "select text from draft_version where draft = ? and aside = 0 order by version desc limit 1",
  );
  return String(asked.get(id)!["text"]);
}

/** The fields at the head of the draft of a story. */
export function draftFields(data: string, url: string): Readonly<Record<string, unknown>> {
  const form = unfold(schemaOf("story"));
  const { front } = splitFrontMatter(draftFile(data, url));
  return parseTree(front, { format: "yaml", form }).value as Readonly<Record<string, unknown>>;
}
