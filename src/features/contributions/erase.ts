/**
 * A story is erased for ever, and what was kept of those who agreed to be in it goes with it, as when one of them takes it back: consents,
 * proofs, and what was sent. The consent of somebody whom another story names still stays, with its proof and its code. Rule T13.
 */
import { everySlugOf } from "../../platform/addresses/addresses.ts";
import type { ConsentRow } from "../../platform/private/consents.ts";
import type { Draft } from "../../platform/private/drafts.ts";
import type { Privately } from "../../platform/private/part.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import type { Upload } from "../../platform/private/uploads.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import type { Speaker } from "../../platform/sent/speaker.ts";
import { eraseTexts, slugsTakenBack, storiesNaming, type By } from "../stories/api.ts";
import { ownerOfDraft, TOLD } from "./agreed.ts";
import { DRAFT, type Asked } from "./form.ts";
import { endConsent, erasePerson } from "./commands.ts";

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
  const sent = (await ask("submissions.ofStories", became)) as Submission[];
  const own = sent.map(({ secret_hash: hash }) => hash);
  const owners = [...new Set([...own, ...(await ownersOf(desk, slugs))])];
  const rows = await ofEach<ConsentRow>(ask, "consents.of", owners);
  const staying = await endPublic(speaker, rows, by);
  const stays = [...new Set(staying.map(({ owner }) => owner))];
  const gone = owners.filter((owner) => !stays.includes(owner));
  for (const owner of gone) keepWithdrawn?.(owner);
  const kept = new Set(staying.flatMap((row) => [row.id, askedIn(row).proof]));
  const isOver = ({ id }: { readonly id: string }) => !kept.has(id);
  const files = (await ofEach<Upload>(ask, "uploads.of", stays)).filter(isOver);
  await ask("uploads.drop", idsOf(files));
  await ask("uploads.forget", gone);
  await ask("submissions.forget", own);
  // The code of whoever sent it goes with the last of them.
  await ask("consents.end", idsOf(rows.filter(({ n }) => n >= 0).filter(isOver)));
  await ask("consents.forget", gone);
  for (const slug of slugs) await ask("drafts.forget", { slug, by });
}

/** The same of a story of which no record says anything: what was written of it, what was sent, and who agreed. */
export async function eraseUnsaid(
  { private: ask, keepWithdrawn }: Pick<Desk, "private" | "keepWithdrawn">,
  slug: string,
): Promise<void> {
  const drafts = ((await ask("drafts.list", null)) as Draft[]).filter((one) => one.slug === slug);
  const sent = drafts.flatMap(({ source }) => source ?? []);
  const came = await Promise.all(sent.map((id) => ask("submissions.byId", id)));
  const own = (came as (Submission | undefined)[]).flatMap((one) => one?.secret_hash ?? []);
  const owners = [...own, ...drafts.map(({ id }) => ownerOfDraft(id))];
  for (const owner of owners) keepWithdrawn?.(owner);
  await ask("uploads.forget", owners);
  await ask("submissions.forget", own);
  await ask("consents.forget", owners);
  await ask("drafts.forget", { slug });
}

async function ofEach<T>(
  ask: Privately,
  operation: string,
  owners: readonly string[],
): Promise<readonly T[]> {
  return ((await Promise.all(owners.map((owner) => ask(operation, owner)))) as T[][]).flat();
}
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Of its drafts, and of what was said with it and with every story taken back before: this may be the last that named somebody. */
async function ownersOf(
  { speaker, private: ask }: Pick<Desk, "speaker" | "private">,
  slugs: readonly string[],
): Promise<string[]> {
  const drafts = ((await ask("drafts.list", null)) as Draft[]).filter(({ slug }) =>
    slugs.includes(slug),
  );
  const all = [...slugs, ...(await speaker.snapshot(slugsTakenBack))];
  const said = (await ask("consents.ofStories", all)) as ConsentRow[];
  return [...drafts.map(({ id }) => ownerOfDraft(id)), ...said.map(({ owner }) => owner)];
}

/** What the log says of them ends, but for those whom a story names or who sign one. @returns the rows of these */
async function endPublic(
  speaker: Speaker,
  rows: readonly ConsentRow[],
  by: By,
): Promise<readonly ConsentRow[]> {
  const staying: ConsentRow[] = [];
  for (const row of rows) {
    const { subject: person, id } = row;
    if (person === null) continue;
    if (await stands(speaker, person)) staying.push(row);
    else if (askedIn(row).as?.slug.startsWith(TOLD)) await erasePerson(speaker, person, by);
    else await endConsent(speaker, person, id);
  }
  return staying;
}

const stands = (speaker: Speaker, person: string): Promise<boolean> =>
  speaker.snapshot(async (db) => {
    const named = await storiesNaming(db, "person", person);
    return named.size > 0 || (await storiesNaming(db, "author", person)).size > 0;
  });

const askedIn = ({ about }: ConsentRow): Asked => JSON.parse(about) as Asked;
