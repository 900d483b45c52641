/** What pages ask about translations: the campaign's texts in one language. */
import type { Db } from "../../platform/db/store.ts";
import { speaking, type Texts } from "../../platform/texts/view.ts";
import type { Spoken } from "./projection.ts";
import type { TranslationTables } from "./projection.ts";

interface Known {
  readonly version: string;
  readonly texts: Texts;
}

const AT_ONCE = 16; // languages: a text of 40 kB in English takes about 300 kB of memory in each
const known = new Map<string, Known>();

/** A handle that speaks this language, where the campaign's texts are in it; else the same. */
export async function speakingIn(db: Db, lang: string, own: string): Promise<Db> {
  const texts = await textsIn(db, lang, own);
  return texts ? speaking(db, texts) : db;
}

/**
 * Read once for as long as it does not change, and only for a language that somebody asks for.
 * @param own the campaign's own language, of what has no translation
 */
async function textsIn(db: Db, lang: string, own: string): Promise<Texts | undefined> {
  const mine = db.withTables<TranslationTables>().selectFrom("translation");
  const row = await mine
    .select(["subject", "at"])
    .where("language", "=", lang)
    .orderBy("subject")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const version = `${row.subject} ${row.at} ${own}`;
  const kept = known.get(lang);
  if (kept?.version === version) return kept.texts;
  const { state } = await mine
    .select("state")
    .where("subject", "=", row.subject)
    .executeTakeFirstOrThrow();
  const texts = textsFrom(JSON.parse(state) as Spoken, own);
  if (known.size >= AT_ONCE) known.clear();
  known.set(lang, { version, texts });
  return texts;
}

export function textsFrom({ language, texts, isUnreviewed }: Spoken, own: string): Texts {
  const spaces = new Map(Object.entries(texts).map(([space, of]) => [space, new Map(of)] as const));
  return {
    lang: language,
    own,
    isUnreviewed,
    of: (space, text) => spaces.get(space)?.get(text),
  };
}
