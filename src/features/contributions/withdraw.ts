/**
 * A contribution is taken back, by its sender or by anybody in it: in public first, then here. If the machine stops in between, the code
 * still works and goes on where it stopped. Rule T8.
 */
import { slugsOf, subjectAt } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import type { ConsentRow } from "../../platform/private/consents.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import {
  CONSENT_WITHDRAWN,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
  CONSENT_GIVEN,
} from "../people/feature.ts";
import { eraseStory, storiesNaming } from "../stories/feature.ts";
import { DRAFT } from "./form.ts";

/** What of it is public; what is kept here is forgotten by whoever asked. */
export async function takeBackContribution(desk: Desk, submission: Submission): Promise<void> {
  const { speaker, private: ask } = desk;
  const owner = submission.secret_hash;
  const rows = (await ask("consents.of", owner)) as ConsentRow[];
  const people = rows.flatMap(({ subject }) => subject ?? []);
  const stories = await speaker.snapshot(async (db) => {
    const named = await Promise.all(people.map((one) => storiesNaming(db, "person", one)));
    const { subject } = submission;
    const own = subject?.startsWith(DRAFT)
      ? (await subjectAt(db, "stories", subject.slice(DRAFT.length)))?.subject
      : subject;
    return new Set([...named.flatMap((set) => [...set]), ...(own ? [own] : [])]);
  });
  for (const story of stories) await eraseStory(speaker, story, "person");
  for (const person of people) await erasePerson(speaker, person);
  const slugs = await speaker.snapshot((db) => slugsOf(db, [...stories]));
  for (const slug of slugs.values()) await ask("drafts.forget", { slug });
  const draft = submission.subject?.startsWith(DRAFT);
  if (draft) await ask("drafts.forget", { slug: submission.subject!.slice(DRAFT.length) });
  await ask("consents.forget", [owner]);
  await ask("uploads.forget", [owner]);
}

const SAID: readonly string[] = [PERSON_NAMED, PERSON_EDITED];

/** Consents end, the person is shown nowhere, and what was said of the person is forgotten. */
async function erasePerson(speaker: Speaker, subject: string): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  if (said.some(({ kind }) => kind === ERASURE_MADE)) return;
  const bodies = [
    ...new Set(said.filter(({ kind }) => SAID.includes(kind)).map(({ body }) => body)),
  ];
  if (bodies.length === 0) return;
  const clock = new Clock(Date.now);
  const day = new Date().toISOString().slice(0, 10);
  const drafts = [
    ...(said.some(({ kind }) => kind === CONSENT_GIVEN)
      ? [{ kind: CONSENT_WITHDRAWN, body: { day } }]
      : []),
    { kind: PERSON_WITHDRAWN, body: {} },
    { kind: ERASURE_MADE, body: { bodies, reason: "withdrawn by the person" } },
  ];
  await sayAll(
    speaker,
    drafts.map(({ kind, body }) =>
      signRecord({ kind, subject, at: clock.tick(said.at(-1)?.at), body }, speaker.key),
    ),
  );
}
