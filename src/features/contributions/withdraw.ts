/**
 * A contribution is taken back, by its sender or by anybody in it: in public first, then here. If the machine stops in between, the code
 * still works and goes on where it stopped. Rule T8.
 */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { recordsAbout } from "../../platform/log/reading.ts";
import type { ConsentRow } from "../../platform/private/consents.ts";
import type { Draft } from "../../platform/private/drafts.ts";
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
import { ownerOfDraft, TOLD } from "./agreed.ts";
import { DRAFT, type Asked } from "./form.ts";

/** All that somebody takes back at once: what was sent, the draft made of it, and everybody in both. */
interface TakenBack {
  /** Hashes under which consents and files are kept here; last the one under which a stop can be gone on from. */
  readonly owners: readonly string[];
  readonly rows: readonly ConsentRow[];
  /** The address of the draft or the story made of it. */
  readonly slug?: string | undefined;
  /** What it became, where that is no draft. */
  readonly story?: string | undefined;
  readonly forget?: Forget | undefined;
}

/** Forgets what was sent and notes it for a restore, while the code is still known. @param hashes of its secret, or of the draft */
type Forget = (hashes: readonly string[]) => Promise<void>;

/** What of it is public, its drafts, consents and files; its words are forgotten by whoever asked. */
export async function takeBackContribution(
  desk: Desk,
  submission: Submission,
  { last = submission.secret_hash, forget }: { last?: string; forget?: Forget } = {},
): Promise<void> {
  const { private: ask } = desk;
  const { subject, secret_hash: own } = submission;
  const slug = subject?.startsWith(DRAFT) ? subject.slice(DRAFT.length) : undefined;
  const named = slug !== undefined && { kind: "story", slug, lang: "" };
  const draft = named ? ((await ask("drafts.find", named)) as string | undefined) : undefined;
  const all = [own, ...(draft === undefined ? [] : [ownerOfDraft(draft)])];
  const owners = [...all.filter((one) => one !== last), ...all.filter((one) => one === last)];
  const rows = (await Promise.all(owners.map((owner) => ask("consents.of", owner)))).flat();
  const story = slug === undefined ? (subject ?? undefined) : undefined;
  return takeBack(desk, { owners, rows: rows as ConsentRow[], slug, story, forget });
}

/** @param found under a code: of a contribution, or taken down at the desk */
export async function takeBackConsent(
  desk: Desk,
  found: ConsentRow,
  forget: Forget,
): Promise<void> {
  const { private: ask } = desk;
  const { owner } = found;
  const sent = (await ask("submissions.byHash", owner)) as Submission | undefined;
  if (sent) return takeBackContribution(desk, sent, { forget });
  const { as } = JSON.parse(found.about) as Asked;
  const draft = as && ((await ask("drafts.get", as.draft)) as Draft | undefined);
  const source = draft?.source ?? undefined;
  const from = source && ((await ask("submissions.byId", source)) as Submission | undefined);
  if (from) return takeBackContribution(desk, from, { last: owner, forget });
  const rows = (await ask("consents.of", owner)) as ConsentRow[];
  return takeBack(desk, { owners: [owner], rows, slug: draft?.slug ?? as?.story, forget });
}

async function takeBack(
  desk: Desk,
  { owners, rows, slug, story, forget }: TakenBack,
): Promise<void> {
  const { speaker, private: ask } = desk;
  const said = rows.flatMap((row) => (row.subject === null ? [] : [{ ...row, on: row.subject }]));
  const isOwn = ({ about }: ConsentRow) => (JSON.parse(about) as Asked).as?.slug.startsWith(TOLD);
  const people = new Set(said.filter(isOwn).map(({ on }) => on));
  const stories = await speaker.snapshot(async (db) => {
    const named = await Promise.all([...people].map((one) => storiesNaming(db, "person", one)));
    const own = slug === undefined ? story : (await subjectAt(db, "stories", slug))?.subject;
    return new Set([...named.flatMap((set) => [...set]), ...(own ? [own] : [])]);
  });
  for (const one of stories) await eraseStory(desk, one, "person");
  for (const person of people) await erasePerson(speaker, person);
  // Somebody who stands in other stories too takes back what was agreed for this one.
  for (const { on, id } of said) if (!people.has(on)) await endConsent(speaker, on, id);
  // What leads to the rest is forgotten last: asked again after a stop, it goes on.
  const others = owners.slice(0, -1);
  await ask("uploads.forget", owners);
  await ask("consents.forget", others);
  await forget?.(owners);
  if (slug !== undefined) await ask("drafts.forget", { slug });
  await ask("drafts.withdrawn", owners); // also one that it was on the way to become
  await ask("consents.forget", owners);
}

async function endConsent(speaker: Speaker, subject: string, id: string): Promise<void> {
  const said = await speaker.snapshot((db) => recordsAbout(db, subject));
  const at = new Clock(Date.now).tick(said.at(-1)?.at);
  const body = { id, day: new Date().toISOString().slice(0, 10) };
  await sayAll(speaker, [signRecord({ kind: CONSENT_WITHDRAWN, subject, at, body }, speaker.key)]);
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
