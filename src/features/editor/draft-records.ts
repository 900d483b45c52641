/** From a draft to records, exactly as `cnd import` would say its file. Rule W6. */
import { sayOne } from "../../platform/folder/one-file.ts";
import type { Thing } from "../../platform/folder/thing.ts";
import type { SignedRecord } from "../../platform/records/record.ts";
import { batchOf, type Speaker } from "../../platform/sent/speaker.ts";
import { namePeople, type SaidPeople } from "../contributions/api.ts";
import type { Ready } from "./draft-context.ts";

interface Signing extends Omit<Ready, "checked"> {
  readonly speaker: Speaker;
  readonly now: () => number;
}

/** The records by which it comes to be said, with those of whom no record names yet. */
export function signDraft(
  thing: Thing,
  { speaker, now, around, told, unsaid }: Signing,
): {
  readonly records: readonly SignedRecord[];
  /** For `consents.said`, before the records. */
  readonly notes: SaidPeople["notes"];
  readonly problems: readonly string[];
} {
  const batch = batchOf(speaker, now);
  const named = (thing.fields["people"] ?? []) as readonly string[];
  const people = named.flatMap((slug) => unsaid.get(slug) ?? []);
  const story = { story: thing.slug, lang: String(thing.fields["language"]) };
  const { subjects, notes } = namePeople(batch, people, story);
  const addresses = new Map(around.addresses);
  addresses.set("people", new Map([...addresses.get("people")!, ...subjects]));
  const problems = sayOne(batch, thing, { ...around, addresses }, told?.known);
  return { records: batch.records, notes, problems: problems.map(({ message }) => message) };
}
