/**
 * A contribution is taken back, by its sender or by anybody in it: in public first, then here. If the machine stops in between, the code
 * still works and goes on where it stopped. Rule T8.
 */
import { everySlugOf, subjectAt } from "../../platform/addresses/addresses.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import type { Privately } from "../../platform/private/part.ts";
import { askSubmissions, type Submission } from "../../platform/private/submissions.ts";
import { askUploads } from "./private/uploads.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { eraseTexts, storiesNaming } from "../stories/api.ts";
import { askDrafts } from "../stories/model.ts";
import { ownerOfDraft, TOLD } from "./agreed.ts";
import { eraseTold } from "./erase.ts";
import { DRAFT, type Asked } from "./form.ts";
import { endConsent, erasePerson } from "./commands.ts";
import { isNamedBeside, leaveStory } from "./leave-story.ts";
import { keepRest, offerRest, partingOf } from "./offer-rest.ts";

/** All that goes at once where nobody else stands in it: what was sent, the draft made of it, and everybody in both. */
interface TakenBack {
  /** Hashes under which consents and files are kept here; last the one under which a stop can be gone on from. */
  readonly owners: readonly string[];
  /** The address of the draft or the story made of it. */
  readonly slug?: string | undefined;
  /** What it became, where that is no draft. */
  readonly story?: string | undefined;
  readonly forget?: Forget | undefined;
  /** Of the consents: who takes back what is theirs. Others in it stay, as a draft (rule T22). */
  readonly isGoing: (row: ConsentRow) => boolean;
  /** The draft that stood there. */
  readonly draft?: string | undefined;
  /** How whoever sent it can be reached. */
  readonly contact?: string | null;
}

/** Forgets what was sent, while the code is still known. @param hashes of its secret, or of the draft */
type Forget = (hashes: readonly string[]) => Promise<void>;

/** What of it is public, its drafts, consents and files; its words are forgotten by whoever asked. */
export async function takeBackContribution(
  desk: Desk,
  submission: Submission,
  { last = submission.secret_hash, forget }: { last?: string; forget?: Forget } = {},
): Promise<void> {
  const { secret_hash: own } = submission;
  // Whoever sent it, and the person whose story it is: as a rule they are one, and a helper acts for the other.
  const isGoing = ({ owner, n }: ConsentRow) => owner === own && n <= 0;
  return takeBack(desk, { ...(await wholeOf(desk.private, submission, last)), isGoing, forget });
}

type Whole = Omit<TakenBack, "isGoing" | "forget">;

async function wholeOf(
  ask: Privately,
  submission: Submission,
  last = submission.secret_hash,
): Promise<Whole> {
  const { subject, secret_hash: own, contact } = submission;
  const slug = subject?.startsWith(DRAFT) ? subject.slice(DRAFT.length) : undefined;
  const named = slug !== undefined && { kind: "story" as const, slug, lang: "" };
  const draft = named ? await askDrafts(ask).find(named) : undefined;
  const all = [own, ...(draft === undefined ? [] : [ownerOfDraft(draft)])];
  const owners = [...all.filter((one) => one !== last), ...all.filter((one) => one === last)];
  const story = slug === undefined ? (subject ?? undefined) : undefined;
  return { owners, slug, story, draft, contact };
}

/** @param found under a code: of a contribution, or taken down at the desk */
export async function takeBackConsent(
  desk: Desk,
  found: ConsentRow,
  forget: Forget,
): Promise<void> {
  return takeBack(desk, { ...(await withConsent(desk.private, found)), forget });
}

/** The code of whoever sent it takes back what the secret address does. */
const goingBy =
  (found: ConsentRow): TakenBack["isGoing"] =>
  ({ id, owner, n }) =>
    id === found.id || (found.n < 0 && owner === found.owner && n <= 0);

/** What goes with a consent that is taken back, by the names of the log, and who stays because another story names them. */
export async function goingWith(desk: Pick<Desk, "speaker" | "private">, found: ConsentRow) {
  return reachOf(desk, await withConsent(desk.private, found));
}

async function withConsent(ask: Privately, found: ConsentRow): Promise<Omit<TakenBack, "forget">> {
  const { owner } = found;
  const isGoing = goingBy(found);
  const sent = await askSubmissions(ask).byHash(owner);
  if (sent) return { ...(await wholeOf(ask, sent)), isGoing };
  const { as } = JSON.parse(found.about) as Asked;
  const draft = as && (await askDrafts(ask).get(as.draft));
  const source = draft?.source ?? undefined;
  const from = source && (await askSubmissions(ask).byId(source));
  if (from) return { ...(await wholeOf(ask, from, owner)), isGoing };
  const rest = draft && (await askConsents(ask).rest(draft.id));
  const contact = rest?.contact ?? null;
  return { owners: [owner], slug: draft?.slug ?? as?.story, isGoing, contact, draft: draft?.id };
}

async function reachOf(
  { speaker, private: ask }: Pick<Desk, "speaker" | "private">,
  { owners: given, slug, story, isGoing }: Omit<TakenBack, "forget">,
) {
  const last = given.at(-1)!;
  // Said with the story for a draft that is gone: it is taken back with the rest.
  const others = new Set([...(await ownersOf(ask, slug)), ...given]);
  others.delete(last);
  const owners = [...others, last];
  const of = owners.map((owner) => askConsents(ask).of(owner));
  const rows = (await Promise.all(of)).flat();
  const parting = partingOf(rows, isGoing);
  const stays = new Set(parting.stays);
  const said = rows.flatMap((row) => (row.subject === null ? [] : [{ ...row, on: row.subject }]));
  const isOwn = ({ about }: ConsentRow) => (JSON.parse(about) as Asked).as?.slug.startsWith(TOLD);
  const own = await speaker.snapshot(async (db) =>
    slug === undefined ? story : (await subjectAt(db, "stories", slug))?.subject,
  );
  const [people, leaving, elsewhere] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const naming = new Set<string>();
  const known = rows.flatMap((row) =>
    row.subject !== null && isOwn(row) ? [{ row, person: row.subject }] : [],
  );
  for (const { row, person } of known) {
    if (stays.has(row)) continue;
    people.add(person);
    leaving.add(person);
    const stories = await speaker.snapshot((db) => storiesNaming(db, "person", person));
    for (const one of stories) if (one !== own) naming.add(one);
  }
  const going = new Set([...naming, ...(own === undefined ? [] : [own])]);
  for (const { row, person } of known) {
    if (!stays.has(row)) continue;
    // Another story rests on what somebody who stays agreed to: the person stays, too.
    if (await isNamedBeside({ speaker }, person, going))
      elsewhere.add((JSON.parse(row.about) as Asked).as!.slug);
    else people.add(person);
  }
  const reached = { people, leaving, own, naming, going, elsewhere };
  return { others, owners, rows, said, ...reached, ...parting };
}

async function takeBack(desk: Desk, whole: TakenBack): Promise<void> {
  const { speaker, private: ask, keepWithdrawn } = desk;
  const { slug, forget, contact = null } = whole;
  const reach = await reachOf(desk, whole);
  const { others, owners, said, people, own, naming, going } = reach;
  const part = reach.goes[0]?.id.slice(0, 8);
  const rest =
    slug === undefined || part === undefined || reach.stays.length === 0
      ? undefined
      : await offerRest(desk, { ...reach, slug, contact, part });
  const leaves = { people: reach.leaving, going, by: "person" } as const;
  for (const one of naming) await leaveStory(desk, one, leaves);
  // Somebody who stands in other stories too takes back what was agreed for this one.
  for (const { on, id } of said) if (!people.has(on)) await endConsent(speaker, on, id);
  for (const one of going) await eraseTexts(speaker, one, "person");
  for (const person of people) await erasePerson(desk, person, "person");
  const slugs = own ? await speaker.snapshot((db) => everySlugOf(db, own)) : [];
  // What leads to the rest is forgotten last: asked again after a stop, it goes on.
  for (const owner of owners) keepWithdrawn?.(owner);
  if (rest) await keepRest(desk, rest);
  await askUploads(ask).forget(owners);
  await askConsents(ask).forget([...others]);
  await forget?.(owners);
  for (const one of new Set([...slugs, ...(slug === undefined ? [] : [slug])]))
    await askDrafts(ask).forget({ slug: one, by: "person" });
  await askDrafts(ask).withdrawn(owners); // also one that it was on the way to become
  if (whole.draft !== undefined) await askConsents(ask).settled(whole.draft);
  for (const one of naming) await eraseTold(desk, one, "person"); // consents and files of those
  await askConsents(ask).forget(owners);
}

async function ownersOf(ask: Privately, slug: string | undefined): Promise<string[]> {
  if (slug === undefined) return [];
  return (await askConsents(ask).ofStories([slug])).map(({ owner }) => owner);
}
