/** A story is taken back: it is shown nowhere, every text and picture of it and of its translations is forgotten, and that stays said. Rule S20. */
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { STORY_EDITED, STORY_TOLD, STORY_TRANSLATED, STORY_WITHDRAWN, type By } from "./records.ts";

const TEXTS: readonly string[] = [STORY_TOLD, STORY_EDITED, STORY_TRANSLATED];
const MOST = 5000; // bodies that one erasure may name

const REASONS: Readonly<Record<By, string>> = {
  person: "withdrawn by the person it was about",
  desk: "withdrawn by the desk",
};

/** @param by who wanted it: the page that is left says so */
export async function eraseStory(speaker: Speaker, subject: string, by: By): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const bodies = [
    ...new Set(said.filter(({ kind }) => TEXTS.includes(kind)).map(({ body }) => body)),
  ];
  if (bodies.length === 0) return;
  const clock = new Clock(Date.now);
  const at = () => clock.tick(said.at(-1)?.at);
  const drafts = [{ kind: STORY_WITHDRAWN, body: { by } as object }];
  for (let i = 0; i < bodies.length; i += MOST)
    drafts.push({
      kind: ERASURE_MADE,
      body: { bodies: bodies.slice(i, i + MOST), reason: REASONS[by] },
    });
  await sayAll(
    speaker,
    drafts.map(({ kind, body }) =>
      signRecord({ kind, subject, at: at(), body: body as Record<string, string> }, speaker.key),
    ),
  );
}
