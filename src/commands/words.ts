/** `cnd words DIR`: what a campaign says in short goes into the files of its translators, and how much of it is done. */
import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { folderParts } from "../folder-parts.ts";
import { parsePo, writePo, type PoFields } from "../platform/folder/po.ts";
import { readFolder } from "../platform/folder/read.ts";
import { writeInto } from "../platform/folder/write-into.ts";
import { textsOf } from "../platform/texts/wording.ts";
import { updated, type English } from "../platform/words/update.ts";
import { CommandError, requireCampaign, switches, type Settings } from "./context.ts";
import { refusal } from "./import.ts";

export const help = `cnd words DIR
Add a campaign folder's short texts to its translations/<language>.po, one file for each of the campaign's other
languages, and say how much of each is done. A reworded text is marked fuzzy and not shown until someone has checked it;
a text that only moved keeps its translation; deleted texts are dropped, and so are comments and headers added by
gettext's tools. The files are in gettext format: Poedit, Weblate and any editor can read them. Nothing is imported.`;

export async function run(_: Settings, args: readonly string[]): Promise<void> {
  const { rest } = switches("words", args, []);
  const [dir, ...others] = rest;
  if (!dir || others.length > 0)
    throw new CommandError("Expected one campaign folder: cnd words DIR");
  requireCampaign(dir);
  const { root, things, problems } = await readFolder(dir, folderParts);
  if (problems.length > 0) throw refusal(dir, problems);
  const campaign = things.find(({ part }) => part.form === "yaml")!.fields as {
    readonly language: string;
    readonly languages: readonly string[];
  };
  const texts: English[] = things.flatMap(({ part, slug, fields }) => {
    const { language } = fields as { readonly language?: string };
    if (!part.wording || (language ?? campaign.language) !== campaign.language) return [];
    const of = part.form === "yaml" ? "" : slug;
    return textsOf(part.wording, of, fields).map(([context, text]) => ({ context, text }));
  });
  await mkdir(join(root, "translations"), { recursive: true });
  for (const lang of campaign.languages.filter((one) => one !== campaign.language)) {
    const path = `translations/${lang}.po`;
    const before = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
    const now = updated(before, lang, texts);
    await writeInto(root, path, canonical(now.text, lang));
    console.log(
      `${lang}: ${now.translated} of ${texts.length} translated, ${now.stale} stale, ${now.unreviewed} by a machine and unreviewed`,
    );
  }
}

const canonical = (text: string, language: string): string => {
  const { fields } = parsePo(text);
  return writePo({ ...fields, language } satisfies PoFields);
};
