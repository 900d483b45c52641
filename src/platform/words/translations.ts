/** A language's file, `translations/<language>.po`, as gettext's tools read and write it. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Translated } from "./faults.ts";
import { whenUsed } from "../process/when-used.ts";

/** Reads and writes gettext's files. */
export const gettext = whenUsed(
  (from) => from("gettext-parser") as typeof import("gettext-parser"),
);

/** Where the files are, beside `src/` and beside `dist/`. */
const TRANSLATIONS = new URL("../../../translations/", import.meta.url);

export const translationsDir = (): string => fileURLToPath(TRANSLATIONS);

/** Says of a message that a machine made it and nobody who grew up with the language has read it. */
export const MACHINE = "machine";

export interface Translations {
  /** What can be shown, by context; what is fuzzy is not among it. */
  readonly messages: ReadonlyMap<string, Translated>;
  /** Some of it was made by a machine, and nobody has reviewed it. */
  readonly isUnreviewed: boolean;
}

const NONE: Translations = { messages: new Map(), isUnreviewed: false };
const known = new Map<string, Translations>();

/** Read once, when it is first asked for. Without a file, or with one that cannot be read, there is nothing in it. */
export function translationsOf(lang: string): Translations {
  let found = known.get(lang);
  if (!found) known.set(lang, (found = read(lang)));
  return found;
}

/** The languages that were asked for. */
export const languagesRead = (): readonly string[] => [...known.keys()];

/** When one of the files was last changed, in ms: what was made of older ones is made anew. */
export const translatedAt = (): number =>
  Math.max(
    0,
    ...(existsSync(TRANSLATIONS) ? readdirSync(TRANSLATIONS) : [])
      .filter((name) => name.endsWith(".po"))
      .map((name) => statSync(new URL(name, TRANSLATIONS)).mtimeMs),
  );

/** Whether words in this language wait for somebody to review them. */
export const awaitsReview = (lang: string): boolean => translationsOf(lang).isUnreviewed;

function read(lang: string): Translations {
  if (!/^[a-z]{2,3}$/.test(lang) || lang === "en") return NONE;
  try {
    const { unread, ...found } = readTranslations(
      readFileSync(new URL(`${lang}.po`, TRANSLATIONS), "utf8"),
    );
    if (unread > 0) complain(lang, `${unread} messages in it are none`);
    return found;
  } catch (error) {
    complain(lang, String(error));
    return NONE;
  }
}

const complain = (lang: string, why: string): void =>
  console.error(`translations/${lang}.po: ${why}, so English is shown there; see npm run check.`);

/**
 * One message after the other, so that one that cannot be read disturbs no other; it is quicker, too.
 * @param text of a file
 */
export function readTranslations(text: string): Translations & { readonly unread: number } {
  const all: [string, Translated][] = [];
  let [isUnreviewed, unread] = [false, 0];
  for (const part of text.split(/\n\n(?=#|msgctxt )/))
    try {
      for (const [key, entries] of Object.entries(gettext().po.parse(part).translations))
        for (const { msgid, msgid_plural: several, msgstr, comments } of Object.values(entries)) {
          if (key === "" || isFuzzy(comments)) continue;
          isUnreviewed ||= isMachine(comments);
          all.push([
            key,
            { text: msgid, ...(several !== undefined && { several }), texts: msgstr },
          ]);
        }
    } catch {
      unread++;
    }
  // The parser puts each text together letter by letter, which holds ten times its size: written and read, it is whole.
  const messages = new Map(JSON.parse(JSON.stringify(all)) as typeof all);
  return { messages, isUnreviewed, unread };
}

type Comments = { readonly flag?: string; readonly translator?: string } | undefined;
export const isFuzzy = (comments: Comments): boolean => /\bfuzzy\b/.test(comments?.flag ?? "");
export const isMachine = (comments: Comments): boolean =>
  (comments?.translator ?? "").split("\n").includes(MACHINE);
