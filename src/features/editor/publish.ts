/** From a draft to records, exactly as `cnd import` would say its file. Rules W6 and W8. */
import { sayOne } from "../../platform/folder/one-file.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import type { Draft, DraftFile } from "../../platform/private/drafts.ts";
import type { Privately } from "../../platform/private/part.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { SignedRecord } from "../../platform/records/record.ts";
import { sayAll, type Speaker } from "../../platform/sent/speaker.ts";
import { signPeople, type SaidPeople } from "../contributions/api.ts";
import { isHeldBack, toldAt } from "./around.ts";
import type { Ready } from "./draft-context.ts";
import { firstDayOf } from "./states.ts";
import { canonicalText } from "./typed.ts";

export interface Publishing {
  readonly speaker: Speaker;
  readonly private: Privately;
  readonly now: () => number;
}

/** Says it, or lets it wait for its day. @returns what is wrong, where nothing of both was done */
export async function publishDraft(
  draft: Draft,
  thing: Thing,
  { today, ...desk }: Publishing & Omit<Ready, "checked"> & { readonly today: string },
): Promise<readonly string[]> {
  const { told } = desk;
  const day = firstDayOf(draft, told);
  const waits = told && [...told.waits.keys()].some((lang) => lang === "" || lang === draft.lang);
  // What waits already goes the same way when its day is put forward: two ways could say it twice.
  if (waits || (day > today && !(told && isHeldBack(told, today))))
    return letWait(draft, thing, { ...desk, day });
  const { records, notes, problems } = signDraft(thing, desk);
  if (problems.length > 0) return problems;
  for (const note of notes) await desk.private("consents.said", note);
  await sayAll(desk.speaker, records);
  await notePublished(draft, desk);
  return [];
}

async function letWait(
  draft: Draft,
  thing: Thing,
  { day, ...desk }: Publishing & Omit<Ready, "checked"> & { readonly day: string },
): Promise<readonly string[]> {
  const { problems } = signDraft(thing, desk); // what could not be said then is not put off until then
  if (problems.length > 0) return problems;
  const { id, kind, version } = draft;
  const files = (await desk.private("drafts.files", id)) as DraftFile[];
  const text = canonicalText(kind, draft.text);
  const waits = await desk.private("waiting.put", { id, version, day, text, files });
  return waits === true ? [] : [""];
}

/** The records by which it comes to be said, with those of whom no record names yet. */
export function signDraft(
  thing: Thing,
  {
    speaker,
    now,
    around,
    told,
    unsaid,
  }: Pick<Publishing, "speaker" | "now"> & Omit<Ready, "checked">,
): {
  readonly records: readonly SignedRecord[];
  /** For `consents.said`, before the records. */
  readonly notes: SaidPeople["notes"];
  readonly problems: readonly string[];
} {
  const clock = new Clock(now);
  const named = (thing.fields["people"] ?? []) as readonly string[];
  const people = signPeople(
    named.flatMap((slug) => unsaid.get(slug) ?? []),
    { key: speaker.key, clock, story: thing.slug, lang: String(thing.fields["language"]) },
  );
  const addresses = new Map(around.addresses);
  addresses.set("people", new Map([...addresses.get("people")!, ...people.subjects]));
  const speaking = { key: speaker.key, clock, before: told?.known };
  const { records, problems } = sayOne(thing, { ...around, addresses }, speaking);
  return {
    records: [...people.records, ...records],
    notes: people.notes,
    problems: problems.map(({ message }) => message),
  };
}

async function notePublished(draft: Draft, { speaker, private: privately }: Publishing) {
  const { id, version, slug, kind, lang } = draft;
  const told = await speaker.snapshot((db) => toldAt(db, slug));
  const said = told?.files.get(kind === "story" ? "" : lang);
  if (said !== undefined) await privately("drafts.published", { id, version, said });
}
