/** From a draft to records, exactly as `cnd import` would say its file; and back off the site. Rules W6 and W8. */
import { sayOne, type Around } from "../../platform/folder/one-file.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import type { Draft } from "../../platform/private/drafts.ts";
import type { Privately } from "../../platform/private/part.ts";
import { Clock } from "../../platform/records/clock.ts";
import { signRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { signPeople, type Unsaid } from "../contributions/feature.ts";
import { STORY_WITHDRAWN } from "../stories/feature.ts";
import { toldAt, type Told } from "./around.ts";

export interface Publishing {
  readonly speaker: Speaker;
  readonly private: Privately;
  readonly now: () => number;
}

/** @returns what is wrong, where nothing was published */
export async function publishDraft(
  draft: Draft,
  thing: Thing,
  {
    around,
    told,
    unsaid,
    ...desk
  }: Publishing & { around: Around; told: Told | undefined; unsaid: ReadonlyMap<string, Unsaid> },
): Promise<readonly string[]> {
  const { speaker, now } = desk;
  const clock = new Clock(now);
  const named = (thing.fields["people"] ?? []) as readonly string[];
  const people = signPeople(
    named.flatMap((slug) => unsaid.get(slug) ?? []),
    { key: speaker.key, clock, story: draft.slug, lang: String(thing.fields["language"]) },
  );
  const addresses = new Map(around.addresses);
  addresses.set("people", new Map([...addresses.get("people")!, ...people.subjects]));
  const speaking = { key: speaker.key, clock, before: told?.known };
  const { records, problems } = sayOne(thing, { ...around, addresses }, speaking);
  if (problems.length > 0) return problems.map(({ message }) => message);
  for (const note of people.notes) await desk.private("consents.said", note);
  await sayAll(speaker, [...people.records, ...records]);
  await notePublished(draft, desk);
  return [];
}

async function notePublished(draft: Draft, { speaker, private: privately }: Publishing) {
  const { id, version, slug, kind, lang } = draft;
  const told = await speaker.snapshot((db) => toldAt(db, slug));
  const said = told?.files.get(kind === "story" ? "" : lang);
  if (said !== undefined) await privately("drafts.published", { id, version, said });
}

/** The story goes from pages, lists and feeds; its draft stays. @returns whether it stood */
export async function withdrawStory(slug: string, { speaker, now }: Publishing): Promise<boolean> {
  const told = await speaker.snapshot((db) => toldAt(db, slug));
  if (!told || told.known.isWithdrawn) return false;
  const { subject, at: after } = told.known;
  const at = new Clock(now).tick(after);
  await sayAll(speaker, [
    signRecord({ kind: STORY_WITHDRAWN, subject, at, body: {} }, speaker.key),
  ]);
  return true;
}
