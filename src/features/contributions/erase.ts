/**
 * A story is erased for ever, and what was kept of those who agreed to be in it goes with it, as when one of them takes it back: consents,
 * proofs, and what was sent. The consent of somebody whom another story names still stays, with its proof and its code. Rule T13.
 */
import { everySlugOf } from "../../platform/addresses/addresses.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { askSubmissions } from "../../platform/private/submissions.ts";
import { askUploads } from "./private/uploads.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { eraseTexts, slugsTakenBack, storiesNaming, type By } from "../stories/api.ts";
import { askDrafts } from "../stories/model.ts";
import { ownerOfDraft, TOLD } from "./agreed.ts";
import { DRAFT, type Asked } from "./form.ts";
import { endConsent, erasePerson } from "./commands.ts";
import type { Erasing } from "./remember-erased.ts";

/** Bytes of proofs go with the next sweep. If the machine stops in between, asked again it goes on. */
export async function eraseTold(
  desk: Pick<Desk, "speaker" | "private" | "keepWithdrawn">,
  subject: string,
  by: By,
  reason?: string,
): Promise<void> {
  const { speaker, private: ask, keepWithdrawn } = desk;
  await eraseTexts(speaker, subject, by, reason);
  const slugs = await speaker.snapshot((db) => everySlugOf(db, subject));
  const became = [subject, ...slugs.map((slug) => DRAFT + slug)];
  const sent = await askSubmissions(ask).ofStories(became);
  const own = sent.map(({ secret_hash: hash }) => hash);
  const owners = [...new Set([...own, ...(await ownersOf(desk, slugs))])];
  const rows = await ofEach(askConsents(ask).of, owners);
  const staying = await endPublic(desk, rows, by);
  const stays = [...new Set(staying.map(({ owner }) => owner))];
  const gone = owners.filter((owner) => !stays.includes(owner));
  for (const owner of gone) keepWithdrawn?.(owner);
  const kept = new Set(staying.flatMap((row) => [row.id, askedIn(row).proof]));
  const isOver = ({ id }: { readonly id: string }) => !kept.has(id);
  const files = (await ofEach(askUploads(ask).of, stays)).filter(isOver);
  await askUploads(ask).drop(idsOf(files));
  await askUploads(ask).forget(gone);
  await askSubmissions(ask).forget(own);
  // The code of whoever sent it goes with the last of them.
  await askConsents(ask).end(idsOf(rows.filter(({ n }) => n >= 0).filter(isOver)));
  await askConsents(ask).forget(gone);
  for (const slug of slugs) await askDrafts(ask).forget({ slug, by });
}

/** The same of a story of which no record says anything: what was written of it, what was sent, and who agreed. */
export async function eraseUnsaid(
  { private: ask, keepWithdrawn }: Pick<Desk, "private" | "keepWithdrawn">,
  slug: string,
): Promise<void> {
  const drafts = (await askDrafts(ask).list()).filter((one) => one.slug === slug);
  const sent = drafts.flatMap(({ source }) => source ?? []);
  const came = await Promise.all(sent.map((id) => askSubmissions(ask).byId(id)));
  const own = came.flatMap((one) => one?.secret_hash ?? []);
  const owners = [...own, ...drafts.map(({ id }) => ownerOfDraft(id))];
  for (const owner of owners) keepWithdrawn?.(owner);
  await askUploads(ask).forget(owners);
  await askSubmissions(ask).forget(own);
  await askConsents(ask).forget(owners);
  await askDrafts(ask).forget({ slug });
}

const ofEach = async <T>(of: (owner: string) => Promise<T[]>, owners: readonly string[]) =>
  (await Promise.all(owners.map(of))).flat();
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Of its drafts, and of what was said with it and with every story taken back before: this may be the last that named somebody. */
async function ownersOf(
  { speaker, private: ask }: Pick<Desk, "speaker" | "private">,
  slugs: readonly string[],
): Promise<string[]> {
  const drafts = (await askDrafts(ask).list()).filter(({ slug }) => slugs.includes(slug));
  const all = [...slugs, ...(await speaker.snapshot(slugsTakenBack))];
  const said = await askConsents(ask).ofStories(all);
  return [...drafts.map(({ id }) => ownerOfDraft(id)), ...said.map(({ owner }) => owner)];
}

/** What the log says of them ends, but for those whom a story names or who sign one. @returns the rows of these */
async function endPublic(
  desk: Erasing,
  rows: readonly ConsentRow[],
  by: By,
): Promise<readonly ConsentRow[]> {
  const staying: ConsentRow[] = [];
  for (const row of rows) {
    const { subject: person, id } = row;
    if (person === null) continue;
    if (await stands(desk.speaker, person)) staying.push(row);
    else if (askedIn(row).as?.slug.startsWith(TOLD)) await erasePerson(desk, person, by);
    else await endConsent(desk.speaker, person, id);
  }
  return staying;
}

const stands = (speaker: Speaker, person: string): Promise<boolean> =>
  speaker.snapshot(async (db) => {
    const named = await storiesNaming(db, "person", person);
    return named.size > 0 || (await storiesNaming(db, "author", person)).size > 0;
  });

const askedIn = ({ about }: ConsentRow): Asked => JSON.parse(about) as Asked;
