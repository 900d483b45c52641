/**
 * Somebody leaves a story for good and others stand in it: before its texts go, what the others said becomes a draft that only the desk
 * and they can read. Rule T25.
 */
import { createHmac } from "node:crypto";
import { everySlugOf, slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { askSubmissions } from "../../platform/private/submissions.ts";
import { keyToPem } from "../../platform/records/keys.ts";
import type { Desk } from "../../platform/sent/desk.ts";
import { storiesBySubject, storiesNaming, type By } from "../stories/api.ts";
import { isTold } from "./agreed.ts";
import { endConsent, erasePerson } from "./commands.ts";
import { DRAFT, type Asked } from "./form.ts";
import { keepRest, offerRest, partingOf } from "./offer-rest.ts";
import { askConsents, type ConsentRow } from "./private/consents.ts";
import { namesSaid } from "./remember-erased.ts";

interface Leaves {
  /** The subjects of whoever leaves. */
  readonly people: ReadonlySet<string>;
  /** All stories that go with them: none of them is a reason for somebody else to stay. */
  readonly going: ReadonlySet<string>;
  readonly by: By;
  /** The log keeps it. */
  readonly reason?: string | undefined;
}

/** What is public of the story is erased by whoever asks, afterwards. If the machine stops in between, asked again it goes on. */
export async function leaveStory(
  desk: Pick<Desk, "speaker" | "private">,
  story: string,
  { people, going, by, reason }: Leaves,
): Promise<void> {
  const { speaker, private: ask } = desk;
  const { staying, slugs, known } = await speaker.snapshot(async (db) => {
    const { people: all = [] } = (await storiesBySubject(db, [story])).get(story) ?? {};
    const stays = all.filter((one) => !people.has(one));
    return {
      staying: stays,
      slugs: await presentFirst(db, story),
      known: { ...(await knownOf(db, people)), stays: (await knownOf(db, stays)).names },
    };
  });
  const [slug] = slugs;
  if (slug === undefined || staying.length === 0) return;
  const said = await askConsents(ask).ofStories(slugs);
  const owners = new Set(said.map(({ owner }) => owner));
  const rows = (await Promise.all([...owners].map((one) => askConsents(ask).of(one)))).flat();
  const isGoing = (row: ConsentRow) =>
    people.has(row.subject ?? "") || known.slugs.has(addressIn(row) ?? "");
  const parting = partingOf(rows, isGoing);
  const [sent] = await askSubmissions(ask).ofStories([story, ...slugs.map((one) => DRAFT + one)]);
  const elsewhere = new Set<string>();
  for (const row of parting.stays)
    if (row.subject !== null && (await isNamedBeside(desk, row.subject, going)))
      elsewhere.add(addressIn(row)!);
  const contact = sent?.contact ?? null;
  const part = partOf(desk, story);
  const rest = await offerRest(desk, {
    ...parting,
    slug,
    own: story,
    contact,
    elsewhere,
    part,
    known,
  });
  for (const row of parting.stays) {
    const { subject, id } = row;
    if (subject === null) continue;
    const slugOf = addressIn(row)!;
    if (isTold(slugOf) && !elsewhere.has(slugOf)) await erasePerson(desk, subject, by, reason);
    else await endConsent(speaker, subject, id);
  }
  if (rest) await keepRest(desk, rest);
}

const addressIn = ({ about }: ConsentRow): string | undefined =>
  (JSON.parse(about) as Asked).as?.slug;

/** Every address and name that the log has of them. */
async function knownOf(db: Db, people: Iterable<string>) {
  const slugs = new Set<string>();
  const names: string[] = [];
  for (const one of people) {
    for (const slug of await everySlugOf(db, one)) slugs.add(slug);
    names.push(...(await namesSaid(db, one)));
  }
  return { slugs, names };
}

/** Its addresses, that of today first. */
async function presentFirst(db: Db, story: string): Promise<string[]> {
  const now = (await slugsOf(db, [story])).get(story);
  const all = await everySlugOf(db, story);
  return now === undefined ? all : [now, ...all.filter((one) => one !== now)];
}

/** Nobody can work out from the address of the draft which story it is left of. */
const partOf = ({ speaker }: Pick<Desk, "speaker">, story: string): string =>
  createHmac("sha256", keyToPem(speaker.key)).update(`rest ${story}`).digest("hex").slice(0, 8);

/** Whether another story that stays names this person. */
export async function isNamedBeside(
  { speaker }: Pick<Desk, "speaker">,
  person: string,
  going: ReadonlySet<string>,
): Promise<boolean> {
  const named = await speaker.snapshot((db) => storiesNaming(db, "person", person));
  return [...named].some((one) => !going.has(one));
}
