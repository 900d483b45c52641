/**
 * The desk takes a contribution up: it becomes a draft, its files become media of the instance, and who agreed stands in public under a
 * random id, so that the draft can name them. Nothing of the story is published by this. Rule T9.
 */
import { createHash } from "node:crypto";
import * as v from "valibot";
import { SLUG_BOUND, subjectAt } from "../../platform/addresses/addresses.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import type { Media, MediaFile } from "../../platform/media/media.ts";
import type { ConsentRow } from "../../platform/private/consents.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { Clock } from "../../platform/records/clock.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { signRecord } from "../../platform/records/record.ts";
import { openSubmission, type Desk } from "../../platform/sent/desk.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { sayAll } from "../../platform/sent/speaker.ts";
import { CONSENT_GIVEN, PERSON_NAMED } from "../people/feature.ts";
import { fileOf, filled, suggested, type Kept } from "./draft.ts";
import { DRAFT, type Asked, type Told } from "./form.ts";
import { uploadPath } from "./store.ts";
import { takeBackContribution } from "./withdraw.ts";
import { en } from "./words/en.ts";

/** @returns the path of its draft, or what does not fit @throws Error in words for the desk */
export async function acceptContribution(
  desk: Desk,
  { id }: Pick<Submission, "id">,
  typed: Typed,
): Promise<string | Problems> {
  const submission = await openSubmission(desk, id);
  const { files } = desk;
  if (!files) throw new Error("Expected the running instance: accept it at its desk, /desk/queue.");
  const told = JSON.parse(submission.about) as Told;
  const asked = { ...suggested(told, id), ...filled(typed) };
  if (!v.is(slugForm, asked.slug)) return { slug: en.accept.slug };
  if (told.people.length === 0) return { slug: en.accept.nobody };
  const stands = await desk.speaker.snapshot((db) => subjectAt(db, "stories", asked.slug));
  const same = { kind: "story", slug: asked.slug, lang: "" };
  const written = await desk.private("drafts.find", same);
  if (stands || written !== undefined) return { slug: en.accept.taken };
  const rows = (await desk.private("consents.of", submission.secret_hash)) as ConsentRow[];
  const agreed = rows.filter((row) => row.n >= 0);
  const people = await sayPeople(desk, submission, told, agreed);
  const media = await keepMedia(files.media, files.dir, told);
  const text = fileOf({ ...asked, day: submission.received, people, media }, told);
  const kind = "story";
  const draft = { kind, slug: asked.slug, lang: "", text, by: "sent in", from: id };
  const draftId = (await desk.private("drafts.create", draft)) as string;
  for (const { name, file } of media)
    await desk.private("drafts.addFile", { id: draftId, name, ...NO_SIZE, ...file });
  const became = { space: "stories", subject: DRAFT + asked.slug };
  const settled = await desk.private("submissions.settle", { id, state: "accepted", became });
  if (settled !== true) {
    await takeBackContribution(desk, submission);
    throw new Error(`${id} was withdrawn just now; nothing of it is shown.`);
  }
  return `/desk/stories/${draftId}`;
}

const NO_SIZE = { width: null, height: null };

/** Each person who agreed, under the name that was chosen; said before, they are the same. @returns their slugs */
async function sayPeople(
  { speaker, private: ask }: Desk,
  { id }: Submission,
  told: Told,
  rows: readonly ConsentRow[],
): Promise<string[]> {
  const slugs: string[] = [];
  for (const row of rows) {
    const asked = JSON.parse(row.about) as Asked;
    const slug = `told-${id}-${row.n}`;
    slugs.push(slug);
    if (await speaker.snapshot((db) => subjectAt(db, "people", slug))) continue;
    const isTeller = row.n === 0;
    const name = (isTeller ? told.name : undefined) ?? en.accept.unnamed;
    const isChosen = isTeller && told.naming === "chosen";
    const clock = new Clock(Date.now);
    const sign = (kind: string, body: JsonObject, subject?: string) =>
      signRecord({ kind, at: clock.tick(), body, ...(subject && { subject }) }, speaker.key);
    const person = sign(PERSON_NAMED, { name, ...(isChosen && { chosen: true }) });
    const given = sign(CONSENT_GIVEN, consentOf(row, asked, told), person.id);
    const bound = sign(SLUG_BOUND, { space: "people", slug }, person.id);
    await ask("consents.said", { id: row.id, subject: person.id }); // first, so that a code always finds what is public
    await sayAll(speaker, [person, given, bound]);
  }
  return slugs;
}

function consentOf(row: ConsentRow, asked: Asked, told: Told): JsonObject {
  const { purposes, channels, languages, until, how } = asked;
  const all = languages.length > 0 ? languages : [told.lang ?? "en"];
  return {
    id: row.id,
    purposes: [...purposes],
    channels: [...channels],
    languages: [...all],
    until,
    method: how,
    given: row.given,
    proof: createHash("sha256").update(`${row.salt} ${row.about}`).digest("hex"),
  };
}

async function keepMedia(media: Media, dir: string, told: Told): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { id, what } of told.files) {
    if (what === "proof") continue; // for the desk alone
    const file = await media.put(uploadPath(dir, id));
    kept.push({ what, name: `media/${file.media}`, file });
  }
  return kept;
}
