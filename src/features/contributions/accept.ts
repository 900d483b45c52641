/**
 * The desk takes a contribution up: it becomes a draft, its files become media of the instance, and the draft knows who agreed to what.
 * Nothing is published by this, of the story or of anybody in it. Rule T9.
 */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import type { Media } from "../../platform/media/media.ts";
import { type Submission, askSubmissions } from "../../platform/private/submissions.ts";
import { submissionAt, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { addressOf } from "./agreed.ts";
import { isProof } from "./bounds.ts";
import { fileOf, filled, suggested, type Kept } from "./draft.ts";
import { DRAFT, type Asked, type Contribution } from "./form.ts";
import { uploadPath } from "./upload-files.ts";
import { takeBackContribution } from "./withdraw.ts";
import { wordsIn } from "./words.ts";
import { type ConsentRow, askConsents } from "./private/consents.ts";
import { SENT_IN, askDrafts } from "../stories/model.ts";

/** @returns the path of its draft, what does not fit, or why it was not done, in words for the desk */
export const acceptContribution = (
  desk: Desk,
  { id }: Pick<Submission, "id">,
  typed: Typed,
  lang: string,
): Promise<string | Problems | Refusal> =>
  takeUp(desk, id, (submission) => makeDraft(desk, submission, typed, lang));

/**
 * Somebody leaves a story that the desk has not taken up yet, and others stay: it is made a draft first, so that theirs is not lost.
 * @returns it as it is then; undefined where it is not known any more
 */
export async function takenUp(desk: Desk, submission: Submission): Promise<Submission | undefined> {
  const { id, about, state } = submission;
  const told = JSON.parse(about) as Partial<Contribution>;
  const isOpen = state === "received" || state === "reading";
  if (!isOpen || !desk.files || (told.people?.length ?? 0) < 2) return submission;
  await makeDraft(desk, submission, { slug: `sent-${id}` }, told.lang ?? "en");
  return askSubmissions(desk.private).byId(id);
}

async function makeDraft(
  desk: Desk,
  submission: Submission,
  typed: Typed,
  lang: string,
): Promise<string | Problems | Refusal> {
  const { id } = submission;
  const words = wordsIn(lang).accept;
  const { files } = desk;
  if (!files)
    return new Refusal("Expected the running instance: accept it at its desk, /desk/queue.");
  const told = JSON.parse(submission.about) as Contribution;
  const came = { ...suggested(told, id), ...filled(typed) };
  const asked = { ...came, language: languageTyped(came.language, lang) ?? came.language };
  if (!v.is(slugForm, asked.slug)) return { slug: words.slug };
  if (typed["language"] === "" && asked.language === "") return { language: words.languageUnsaid };
  const stands = await desk.speaker.snapshot((db) => subjectAt(db, "stories", asked.slug));
  const same = { kind: "story" as const, slug: asked.slug, lang: "" };
  const written = await askDrafts(desk.private).find(same);
  if (stands || written !== undefined) return { slug: words.taken };
  const rows = await askConsents(desk.private).of(submission.secret_hash);
  // As it was sent: where the machine stopped on the way before, the rows name files of a draft.
  const agreed = told.people.flatMap((one) =>
    rows.filter(({ n }) => n === one.n).map((row) => ({ row, asked: one })),
  );
  const people = agreed.map(({ row }) => addressOf(id, row.n));
  const media = await keepMedia(files.media, files.dir, told);
  const shown = media.filter((one) => mayBeShown(one, agreed));
  const text = fileOf({ ...asked, day: submission.received, people, media: shown }, told);
  const kind = "story" as const;
  const draft = { kind, slug: asked.slug, lang: "", text, by: SENT_IN, from: id };
  const draftId = await askDrafts(desk.private).create(draft);
  await knowPeople(desk, id, told, { agreed, draft: draftId, media });
  for (const { name, file } of media)
    await askDrafts(desk.private).addFile({ id: draftId, name, ...NO_SIZE, ...file });
  const { slug } = (await askDrafts(desk.private).get(draftId))!; // another draft may have come first
  const became = { space: "stories", subject: DRAFT + slug };
  const settled = await askSubmissions(desk.private).settle({ id, state: "accepted", became });
  if (!settled) {
    const now = await submissionAt(desk, id);
    if (now instanceof Refusal) return now;
    const { state } = now;
    if (state === "withdrawn") await takeBackContribution(desk, submission);
    else await askDrafts(desk.private).forget({ id: draftId });
    return new Refusal(`${id} is ${state} already; nothing of it is shown.`);
  }
  return `/desk/stories/${draftId}`;
}

/** One person of the contribution, and where the consent is kept. */
interface Agreed {
  readonly row: ConsentRow;
  readonly asked: Asked;
}

const PURPOSE = { photo: "photo", voice: "voice", film: "film", sign: "film" } as const;

/**
 * Somebody who is in it agreed to that, or nobody is said to be in it; a voice or somebody who signs is always of somebody.
 * Another who is in it and has not agreed is named when it is to be published.
 */
function mayBeShown({ upload, what }: Kept, agreed: readonly Agreed[]): boolean {
  const purpose = PURPOSE[what as keyof typeof PURPOSE];
  const seen = agreed.filter(({ asked }) => asked.files.includes(upload));
  if (seen.length === 0) return what === "photo" || what === "film";
  return seen.some(({ asked }) => asked.purposes.includes(purpose));
}

const NO_SIZE = { width: null, height: null };

/** Each person who agreed is known to the draft from now on; nothing of them is said. */
async function knowPeople(
  { private: ask }: Desk,
  id: string,
  told: Contribution,
  { agreed, draft, media }: { agreed: readonly Agreed[]; draft: string; media: readonly Kept[] },
): Promise<void> {
  const names = new Map(media.map(({ upload, name }) => [upload, name]));
  for (const { row, asked } of agreed) {
    const isTeller = row.n === 0;
    const name = (isTeller ? told.name : undefined) ?? wordsIn(told.lang ?? "en").accept.unnamed;
    const isChosen = isTeller && told.naming === "chosen";
    const as = { slug: addressOf(id, row.n), name, ...(isChosen && { chosen: true }), draft };
    const files = asked.files.flatMap((upload) => names.get(upload) ?? []);
    const about = JSON.stringify({ ...asked, files, as });
    await askConsents(ask).revise({ id: row.id, about });
  }
}

async function keepMedia(media: Media, dir: string, told: Contribution): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { id, what } of told.files) {
    if (isProof(what)) continue; // for the desk alone
    const file = await media.put(uploadPath(dir, id));
    const name = `media/${what === "voice" ? "voice-" : ""}${file.media}`;
    kept.push({ upload: id, what, name, file });
  }
  return kept;
}
