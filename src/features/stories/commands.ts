/** A story is taken back: it is shown nowhere, every text and picture of it and of its translations is forgotten, and that stays said. Rule S20. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { bodiesOf, endAndErase } from "../../platform/sent/erasing.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { eraseTranslations } from "../translations/api.ts";
import { STORY_EDITED, STORY_TOLD, STORY_TRANSLATED, STORY_WITHDRAWN, type By } from "./records.ts";
import { askDrafts } from "./private/drafts.ts";

const TEXTS = [STORY_TOLD, STORY_EDITED, STORY_TRANSLATED];

const REASONS: Readonly<Record<By, string>> = {
  person: "withdrawn by the person it was about",
  desk: "withdrawn by the desk",
};

/**
 * The one way in which what a story says is erased, whoever wants it; who asks forgets what is private of it.
 * @param by who wanted it: the page that is left says so
 */
export async function eraseTexts(
  speaker: Speaker,
  subject: string,
  by: By,
  reason: string = REASONS[by],
): Promise<void> {
  await eraseTranslations(speaker, "stories", subject, reason);
  await endAndErase(speaker, subject, {
    end: { kind: STORY_WITHDRAWN, body: { by } },
    texts: TEXTS,
    reason,
  });
}

/** After a restore: drafts of stories of which every text was erased since the backup. */
export async function forgetErasedDrafts({ speaker, private: ask }: Desk): Promise<void> {
  const slugs = new Set((await askDrafts(ask).list()).map(({ slug }) => slug));
  for (const slug of slugs) {
    const isErased = await speaker.snapshot(async (db) => {
      const at = await subjectAt(db, "stories", slug);
      const bodies = at ? bodiesOf(await recordsAbout(db, at.subject), TEXTS) : [];
      return bodies.length > 0 && (await areForgotten(db, bodies));
    });
    if (isErased) await askDrafts(ask).forget({ slug });
  }
}
