/** A language's texts as somebody writes them at the desk, beside the campaign's own. Rule TX11 of README.md. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import { sayUnder } from "../../platform/sent/opening.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import {
  TRANSLATIONS_EDITED,
  TRANSLATIONS_MADE,
  TRANSLATIONS_WITHDRAWN,
  TranslationsBody,
  type Said,
} from "./records.ts";

const SPACE = "translations";
/** Of a language's thing: its tag in small letters, as the folder has it. */
const slugOf = (lang: string): string => lang.toLowerCase();

/** What is said in a language today; undefined where nothing is. */
export async function saidIn(db: Db, lang: string): Promise<Said | undefined> {
  const address = await subjectAt(db, SPACE, slugOf(lang));
  if (!address) return undefined;
  const records = await standingAbout(db, address.subject);
  const own = [TRANSLATIONS_MADE, TRANSLATIONS_EDITED, TRANSLATIONS_WITHDRAWN];
  return lastSaid(
    records.filter(({ kind }) => own.includes(kind)),
    TranslationsBody,
    TRANSLATIONS_WITHDRAWN,
  );
}

/** A text of the campaign by its key, and what is said for it; empty where nothing is. */
export interface Translated {
  readonly key: string;
  readonly text: string;
  readonly said: string;
}

/**
 * What a language says once these are worded so: each in the place of the message of its key, a new one after those of its
 * space. Whoever wrote it has looked at it: it is neither a machine's nor out of date. What is as it was stays so.
 */
export function withTexts(
  before: Said | undefined,
  language: string,
  texts: readonly Translated[],
): Said {
  const messages = [...(before?.messages ?? [])];
  for (const { key, text, said } of texts) {
    const at = messages.findIndex((one) => one.key === key);
    const known = messages[at];
    if (known ? known.said === said && known.text === text : said === "") continue;
    if (known) messages[at] = { key, text, said };
    else messages.splice(endOf(messages, key), 0, { key, text, said });
  }
  return { ...before, language, messages };
}

/** Where the messages of its space end; the end of all where there are none. */
function endOf(messages: Said["messages"], key: string): number {
  const space = `${key.split(".", 1)[0]!}.`;
  const last = messages.findLastIndex((one) => one.key.startsWith(space));
  return last < 0 ? messages.length : last + 1;
}

/** One record, which an export writes as the language's file. */
export const sayLanguage = (speaker: Speaker, body: Said): Promise<void> =>
  sayUnder(speaker, {
    space: SPACE,
    slug: slugOf(body.language),
    kind: TRANSLATIONS_MADE,
    edit: TRANSLATIONS_EDITED,
    body,
  });
