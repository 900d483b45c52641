/** What stands in the way of publishing a draft, and what to look at before. Rules W6 and W7 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { readOne, type Around } from "../../platform/folder/one-file.ts";
import { fieldName, dottedPath } from "../../platform/folder/problem.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import type { Draft } from "../../platform/private/drafts.ts";
import { formatDay } from "../../platform/web/words.ts";
import { peopleBySubject, personCovers } from "../people/feature.ts";
import { storyFolder } from "../stories/feature.ts";
import type { Told } from "./around.ts";
import { typedOf, yamlProblems } from "./typed.ts";
import type { WritingWords } from "./words/en.ts";

export interface Checked {
  /** What the file holds, where nothing is wrong with it. */
  readonly thing?: Thing;
  /** Nothing is published while there is one: field and sentence. */
  readonly problems: readonly Finding[];
  readonly warnings: readonly string[];
}
export interface Finding {
  /** A field of the form; empty for the whole. */
  readonly field: string;
  readonly message: string;
}

export interface CheckOptions {
  readonly db: Db;
  readonly today: string;
  readonly around: Around;
  readonly told: Told | undefined;
  readonly words: WritingWords;
}

export async function checkDraft(draft: Draft, options: CheckOptions): Promise<Checked> {
  const { told, around, words } = options;
  const problems: Finding[] = [];
  const { kind, slug, text, said } = draft;
  if (kind === "translation" && told?.known.body === undefined)
    return { problems: [{ field: "", message: words.original }], warnings: [] };
  const mine = told?.slug === slug && (said !== null || kind === "translation");
  if (told && !mine) problems.push({ field: "address", message: words.taken(slug) });
  const yaml = yamlProblems(kind, typedOf(kind, text));
  for (const [field, message] of Object.entries(yaml)) problems.push({ field, message });
  const original = told?.files.get("");
  const { thing, problems: wrong } = readOne(
    {
      part: storyFolder,
      slug,
      text,
      ...(kind === "translation" && { lang: draft.lang, original: original ?? "" }),
    },
    around,
  );
  for (const { field, message } of wrong) {
    const [name = ""] = dottedPath(field.replaceAll(/\[(\d+)\]/g, ".$1")).map(String);
    if (yaml[name] !== undefined) continue; // said already, with its line
    if (message.endsWith("found nothing") && field === name) {
      problems.push({ field, message: words.missing });
      continue;
    }
    const inside = field.slice(name.length).replace(/^\./, "");
    problems.push({ field: name, message: inside === "" ? message : `${inside}: ${message}` });
  }
  const named = thing ? await findUncovered(draft, thing, options) : { missing: [], warnings: [] };
  problems.push(...named.missing.map((message) => ({ field: "people", message })));
  const behind = isBehind(draft, told) ? [words.behind] : [];
  return {
    ...(thing && problems.length === 0 && { thing }),
    problems,
    warnings: [...behind, ...named.warnings],
  };
}

/** The log says something else than what the draft was begun from, or last published as. */
export function isBehind({ lang, kind, said }: Draft, told: Told | undefined): boolean {
  const now = told?.files.get(kind === "story" ? "" : lang);
  return said !== null && now !== undefined && now !== said;
}

/** Who is named without a role or a consent, on the day on which the story is first read. */
async function findUncovered(
  draft: Draft,
  thing: Thing,
  { db, today, around, words }: CheckOptions,
) {
  const lang = draft.kind === "story" ? String(thing.fields["language"]) : draft.lang;
  const published = String(thing.fields["published"]);
  const day = published > today ? published : today;
  const slugs = (thing.fields["people"] ?? []) as readonly string[];
  const subjects = new Map(
    slugs.flatMap((slug) => {
      const subject = around.addresses.get("people")?.get(slug);
      return subject === undefined ? [] : [[slug, subject] as const];
    }),
  );
  const people = await peopleBySubject(db, [...subjects.values()]);
  const missing: string[] = [];
  const warnings: string[] = [];
  for (const [slug, subject] of subjects) {
    const person = people.get(subject);
    if (!person) {
      missing.push(words.withdrawnPerson(slug));
      continue;
    }
    if (!personCovers(person, "story", lang, day))
      missing.push(words.uncovered(person.name, languageIn(lang), formatDay(day, "en")));
    if (thing.fields["pictures"] !== undefined && !personCovers(person, "photo", lang, day))
      warnings.push(words.noPhoto(person.name));
    if (thing.fields["film"] !== undefined && !personCovers(person, "film", lang, day))
      warnings.push(words.noFilm(person.name));
  }
  return { missing, warnings };
}

/** A language as these pages name it. */
export function languageIn(lang: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang; // not a tag yet: somebody is typing it
  }
}

/** A problem's place in words: `sources[0].url`. */
export const fieldOf = (field: string): string => fieldName(dottedPath(field));
