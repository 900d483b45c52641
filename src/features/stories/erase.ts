/** A story is taken back: it is shown nowhere, every text and picture of it and of its translations is forgotten, and that stays said. Rule S20. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { areForgotten, recordsAbout } from "../../platform/log/reading.ts";
import type { Draft } from "../../platform/private/drafts.ts";
import type { Privately } from "../../platform/private/part.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { eraseTranslations } from "../translations/api.ts";
import { STORY_EDITED, STORY_TOLD, STORY_TRANSLATED, STORY_WITHDRAWN, type By } from "./records.ts";

const TEXTS: readonly string[] = [STORY_TOLD, STORY_EDITED, STORY_TRANSLATED];
const MOST = 5000; // bodies that one erasure may name

const REASONS: Readonly<Record<By, string>> = {
  person: "withdrawn by the person it was about",
  desk: "withdrawn by the desk",
};

interface Eraser {
  readonly speaker: Speaker;
  readonly private: Privately;
}

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
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const bodies = textsIn(said);
  if (bodies.length === 0) return;
  await eraseTranslations(speaker, "stories", subject, reason);
  if (await speaker.snapshot((db) => areForgotten(db, bodies))) return; // it was said already
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  const drafts = [{ kind: STORY_WITHDRAWN, body: { by } as object }];
  for (let i = 0; i < bodies.length; i += MOST)
    drafts.push({
      kind: ERASURE_MADE,
      body: { bodies: bodies.slice(i, i + MOST), reason },
    });
  await sayAll(
    speaker,
    drafts.map(({ kind, body }) =>
      signRecord({ kind, subject, at: at(), body: body as Record<string, string> }, speaker.key),
    ),
  );
}

const textsIn = (said: readonly { readonly kind: string; readonly body: string }[]): string[] => [
  ...new Set(said.filter(({ kind }) => TEXTS.includes(kind)).map(({ body }) => body)),
];

/** After a restore: drafts of stories of which every text was erased since the backup. */
export async function forgetErasedDrafts({ speaker, private: ask }: Eraser): Promise<void> {
  const slugs = new Set(((await ask("drafts.list", null)) as Draft[]).map(({ slug }) => slug));
  for (const slug of slugs) {
    const isErased = await speaker.snapshot(async (db) => {
      const at = await subjectAt(db, "stories", slug);
      const bodies = at ? textsIn(await recordsAbout(db, at.subject)) : [];
      return bodies.length > 0 && (await areForgotten(db, bodies));
    });
    if (isErased) await ask("drafts.forget", { slug });
  }
}
