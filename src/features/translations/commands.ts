/** What the files of languages say of a thing goes with the thing. Rule TX10 of README.md. */
import { everySlugOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { lastTimeAbout, standingAbout } from "../../platform/log/reading.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { storedSay } from "../../platform/records/record.ts";
import { erasuresOf } from "../../platform/sent/erasing.ts";
import { say, type Speaker } from "../../platform/sent/speaker.ts";
import { TRANSLATIONS_EDITED, TRANSLATIONS_MADE, translationKinds, type Said } from "./records.ts";

/**
 * Of every language each text that was ever said of this thing is forgotten; the last ones are said once more without it.
 * @param space in which it has its addresses: `stories`
 */
export async function eraseTranslations(
  speaker: Speaker,
  space: string,
  subject: string,
  reason: string,
): Promise<void> {
  const slugs = await speaker.snapshot((db) => everySlugOf(db, subject));
  const isOf = ({ key }: { readonly key: string }) =>
    slugs.some((slug) => key.startsWith(`${space}.${slug}.`));
  const languages = await speaker.snapshot((db) =>
    db
      .withTables<LogTables>()
      .selectFrom("record")
      .select("subject")
      .distinct()
      .where("kind", "=", TRANSLATIONS_MADE)
      .execute(),
  );
  // Once more where somebody said them anew in the same moment.
  for (const { subject: language } of languages)
    for (let turn = 0; turn < MOST_TURNS; turn++)
      if (!(await eraseIn(speaker, language, isOf, reason))) break;
}

const MOST_TURNS = 5;

/** @returns whether there was anything */
async function eraseIn(
  speaker: Speaker,
  language: string,
  isOf: (message: Said["messages"][number]) => boolean,
  reason: string,
): Promise<boolean> {
  const { said, standing, time } = await speaker.snapshot(async (db) => ({
    said: await everySaid(db, language),
    standing: await standingAbout(db, language),
    time: await lastTimeAbout(db, language),
  }));
  const bodies = said.flatMap(({ body, hash }) => (messagesOf(body).some(isOf) ? [hash] : []));
  if (bodies.length === 0) return false;
  const own = standing.filter(({ kind }) => kind in translationKinds); // an address and an erasure stand among them
  const last = own.at(-1)?.body;
  const rest = messagesOf(last).filter((one) => !isOf(one));
  const edit =
    rest.length < messagesOf(last).length
      ? [{ kind: TRANSLATIONS_EDITED, body: { ...(last as object), messages: rest } }]
      : [];
  const sentences = [...edit, ...erasuresOf(bodies, reason)];
  await say(
    speaker,
    sentences.map((one) => ({ ...one, subject: language })),
    time,
  );
  return true;
}

/** Also what does not stand, of a key that was revoked, say: it is in the log all the same. */
async function everySaid(db: Db, subject: string) {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["at", "body_hash as hash", "document"])
    .where("subject", "=", subject)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ document, ...row }) => ({
    ...row,
    body: document === null ? null : storedSay(document),
  }));
}

const messagesOf = (body: LogRecord["body"] | undefined): Said["messages"] =>
  ((body ?? {}) as Partial<Said>).messages ?? [];
