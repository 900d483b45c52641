/** What stands in the way of publishing a draft, and what to look at before. Rules W6 and W7 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { readOne, type Around } from "../../platform/folder/one-file.ts";
import { dottedPath } from "../../platform/folder/problem.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import { listedWords } from "../../platform/words/inline.tsx";
import { languageIn } from "../../platform/web/languages.ts";
import { formatDay } from "../../platform/web/words.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import { tellWords, type Agreed } from "../contributions/api.ts";
import { peopleBySubject, mayBeShown, type PersonCard } from "../people/api.ts";
import { storyFolder } from "../stories/api.ts";
import type { Draft } from "../stories/model.ts";
import type { StandingStory } from "./around.ts";
import { askedFiles, purposeOf, type AskedFile } from "./asked-files.ts";
import { dayOf, hourOf } from "./file-lines.ts";
import { hourProblem } from "./hours.ts";
import { isNamed, NAMED } from "./naming.ts";
import { linesIn, typedOf, yamlProblems } from "./typed.ts";
import { rowFieldOf, withinIn } from "./within.ts";
import type { WritingWords } from "./words.ts";

export interface Checked {
  /** What the file holds, where nothing is wrong with it. */
  readonly thing?: Thing;
  /** Nothing is published while there is one: field and sentence. */
  readonly problems: readonly Finding[];
  readonly warnings: readonly string[];
  /** What the desk is asked about before it is published. */
  readonly files: readonly AskedFile[];
}
export interface Finding {
  /** A field of the form; empty for the whole. */
  readonly field: string;
  /** Of a row, the field within it: `questions.0.again`. */
  readonly at?: string | undefined;
  readonly message: string;
  /** Where the answer is given; not said there. */
  readonly where?: string;
}

interface CheckOptions {
  readonly db: Db;
  readonly today: string;
  /** By whose clock the campaign goes. */
  readonly zone: string;
  readonly around: Around;
  readonly told: StandingStory | undefined;
  readonly words: WritingWords;
  /** Who agreed to be in it, and those of them whom no record names yet. */
  readonly agreed: readonly Agreed[];
  readonly people: ReadonlyMap<string, PersonCard>;
  /** The desk publishes it, and is asked about its files; what waits or was imported is only said on its day. */
  readonly asks: boolean;
}

export async function checkDraft(draft: Draft, options: CheckOptions): Promise<Checked> {
  const { told, around, words } = options;
  const problems: Finding[] = [];
  const { kind, slug, text, said } = draft;
  if (kind === "translation" && told?.files.get("") === undefined)
    return { problems: [{ field: "", message: words.original }], warnings: [], files: [] };
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
    if (field === "hour" && kind === "story") {
      const local = { hour: hourOf(text), day: dayOf(text), zone: options.zone };
      problems.push({ field, message: hourProblem(local, words) ?? message });
      continue;
    }
    const row = /^\D+(\d+)\D?$/.exec(field)?.[1];
    if (isNamed(name) && row !== undefined) {
      const typed = linesIn(typedOf(kind, text)[name] ?? "")[Number(row)];
      const isKnown = around.addresses.get(NAMED[name])?.has(typed ?? "");
      if (typed !== undefined && isKnown === false) {
        problems.push({ field: name, message: words.naming.unknown(typed) });
        continue;
      }
    }
    const inside = withinIn(field, words);
    const why = message.endsWith("found nothing") ? words.missing : message;
    const sentence = inside === "" ? message : `${inside}: ${why}`;
    problems.push({ field: name, at: rowFieldOf(field), message: sentence });
  }
  if (kind === "story" && draft.source !== null && options.agreed.length === 0)
    problems.push({ field: "people", message: tellWords(words.lang).accept.nobody });
  problems.push(...unheardOf(options));
  const named = thing ? await findUncovered(draft, thing, options) : { missing: [], warnings: [] };
  problems.push(...named.missing.map((message) => ({ field: "people", message })));
  const asked =
    thing && kind === "story"
      ? await askedFiles(thing, {
          db: options.db,
          day: readOn(thing, options.today),
          media: around.media,
          asks: options.asks,
          words,
        })
      : { files: [], problems: [] };
  problems.push(...asked.problems.map((one) => ({ field: "", ...one })));
  const behind = isBehind(draft, told) ? [words.behind] : [];
  return {
    ...(thing && problems.length === 0 && { thing }),
    problems,
    warnings: [...behind, ...named.warnings],
    files: asked.files,
  };
}

/** Those in it who have not agreed themselves, each once. Rule W30. */
function unheardOf({ agreed, words: { lang } }: CheckOptions): Finding[] {
  const { agreeing } = tellWords(lang);
  const waiting = new Map(agreed.filter(({ waits }) => waits).map((one) => [one.as.slug, one]));
  return [...waiting.values()].map(({ asked: { name }, waits }) => {
    const { ends } = waits!;
    const message =
      ends === undefined
        ? agreeing.missing(name, "/agree")
        : agreeing.missingRest(name, "/agree", formatDay(ends, lang));
    return { field: "people", message };
  });
}

/** The log says something else than what the draft was begun from, or last published as. */
export function isBehind({ lang, kind, said }: Draft, told: StandingStory | undefined): boolean {
  const now = told?.files.get(kind === "story" ? "" : lang);
  return said !== null && now !== undefined && now !== said;
}

/** The day on which it is first read. */
function readOn({ fields }: Thing, today: string): string {
  const published = String(fields["published"]);
  return published > today ? published : today;
}

const OTHERS = ["photo", "voice", "film"] as const;

/** Who is named without a role or a consent, on the day on which the story is first read. */
async function findUncovered(
  draft: Draft,
  thing: Thing,
  { db, today, around, words, agreed, people: unsaid }: CheckOptions,
) {
  const lang = draft.kind === "story" ? String(thing.fields["language"]) : draft.lang;
  const day = readOn(thing, today);
  const slugs = (thing.fields["people"] ?? []) as readonly string[];
  const subjects = new Map(
    slugs.flatMap((slug) => {
      const subject = around.addresses.get("people")?.get(slug);
      return subject === undefined ? [] : [[slug, subject] as const];
    }),
  );
  const people = new Map<string, PersonCard>([
    ...(await peopleBySubject(db, [...subjects.values()])),
    ...[...unsaid.values()].map((card) => [card.subject, card] as const),
  ]);
  const missing: string[] = [];
  const warnings: string[] = [];
  const film = thing.fields["film"] as { readonly file?: string } | undefined;
  const heardOrSeen = purposeOf(film?.file ?? "") === "voice" ? "voice" : "film";
  for (const [slug, subject] of subjects) {
    const person = people.get(subject);
    if (!person) {
      missing.push(words.withdrawnPerson(slug));
      continue;
    }
    if (!mayBeShown(person, "story", lang, day)) {
      const when = [languageIn(lang, words.lang), formatDay(day, words.lang)] as const;
      const alone = OTHERS.filter((purpose) => mayBeShown(person, purpose, lang, day));
      const named = listedWords(
        alone.map((purpose) => words.purposes[purpose]),
        words.lang,
      );
      missing.push(
        alone.length > 0
          ? words.agreedElse(person.name, named, ...when)
          : words.uncovered(person.name, ...when),
      );
    }
    if (showsPhotos(thing.fields) && !mayBeShown(person, "photo", lang, day))
      warnings.push(words.noPhoto(person.name));
    if (film !== undefined && !mayBeShown(person, heardOrSeen, lang, day))
      warnings.push((heardOrSeen === "voice" ? words.noVoice : words.noFilm)(person.name));
  }
  const shown = new Set(
    storyFolder.media
      .flatMap((pattern) => valuesAt(thing.fields, pattern))
      .map(({ value }) => value),
  );
  for (const { asked, as } of agreed)
    for (const file of asked.files.filter((one) => shown.has(one))) {
      const subject = subjects.get(as.slug);
      const person = subject === undefined ? undefined : people.get(subject);
      const purpose = purposeOf(file);
      if (!person) missing.push(words.seenUnnamed(as.slug, file));
      else if (!mayBeShown(person, purpose, lang, day))
        missing.push(words.seenUncovered(person.name, file, words.purposes[purpose]));
    }
  return { missing, warnings };
}

/** A drawing has a print for the night; it is of a place, and nobody is in it. */
function showsPhotos({ cover, pictures = [] }: Thing["fields"]): boolean {
  const shown = [...(cover === undefined ? [] : [cover]), ...(pictures as readonly unknown[])];
  return shown.some((one) => (one as { readonly night?: unknown }).night === undefined);
}

/** Whether a tag is a language that has a name. */
export const isLanguage = (tag: string): boolean => languageIn(tag, "en") !== tag;
