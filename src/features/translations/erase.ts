/** What the files of languages say of a thing goes with the thing. Rule TX10 of README.md. */
import { everySlugOf } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
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
  for (const { subject: language } of languages) {
    const said = await speaker.snapshot((db) => standingAbout(db, language));
    const bodies = said.flatMap(({ body, bodyHash }) =>
      messagesOf(body).some(isOf) && bodyHash ? [bodyHash] : [],
    );
    if (bodies.length === 0) continue;
    const clock = new Clock(Date.now);
    const say = (kind: string, body: JsonObject) =>
      signRecord({ kind, subject: language, at: clock.tick(said.at(-1)?.at), body }, speaker.key);
    const own = said.filter(({ kind }) => kind in translationKinds); // an address and an erasure stand among them
    const last = own.at(-1)?.body as JsonObject | null | undefined;
    const rest = messagesOf(last).filter((one) => !isOf(one));
    await sayAll(speaker, [
      ...(last && rest.length < messagesOf(last).length
        ? [say(TRANSLATIONS_EDITED, { ...last, messages: rest as unknown as JsonObject[] })]
        : []),
      say(ERASURE_MADE, { bodies: [...new Set(bodies)], reason }),
    ]);
  }
}

const messagesOf = (body: LogRecord["body"] | undefined): Said["messages"] =>
  ((body ?? {}) as Partial<Said>).messages ?? [];
