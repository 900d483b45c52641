/** The page on which a draft is written, and how it will look. Rules W2, W4, W5 and W11. */
import { join } from "node:path";
import { after } from "../../platform/accounts/pages.tsx";
import { LADDER } from "../../platform/media/ladder/ladder.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { Page } from "../../platform/web/route.ts";
import { formatBytes } from "../../platform/web/words.ts";
import { askDrafts, type Draft, type DraftFile } from "../stories/model.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { mediaRefused, noted, strippedIn } from "../contributions/api.ts";
import { languageIn } from "../../platform/web/languages.ts";
import { hourTyped, zoneOf } from "./hours.ts";
import { formNames, openingOf } from "./names.ts";
import { EditPage } from "./pages/edit.tsx";
import { printsOf } from "./prints.ts";
import { PhonePage } from "./pages/phone.tsx";
import { draftContext, mayPublish, momentAt, storyPage, type DraftVisit } from "./draft-context.ts";
import { writingScript } from "./script.ts";
import { besideOf } from "./translate-desk.ts";
import { canonicalText, groupOf, textOf, typedOf, type Typed } from "./typed.ts";
import {
  takeRecording,
  withRecording,
  type NotRecorded,
  type RecordingTyped,
} from "./recording.ts";
import { MAX_PICTURE, standingAs, takePicture, withPicture, type Keeping } from "./uploads.ts";
import { wordsIn } from "./words.ts";

export async function show(at: DraftVisit): Promise<Reply> {
  return { page: await editPage(at) };
}

export async function editPage(
  { serving, visit, draft }: DraftVisit,
  trouble?: string,
  notTaken?: RecordingTyped,
): Promise<Page> {
  const { account, frame } = visit;
  const words = wordsIn(visit.lang);
  const room = await draftContext(serving, visit, draft);
  const typed = typedOf(draft.kind, draft.text);
  const own = typed["language"] ?? frame.language;
  const main = EditPage({
    ...room,
    kind: draft.kind,
    typed: withHour(typed, frame),
    lang: draft.kind === "story" ? own : draft.lang,
    frame,
    ...(await serving.instance.snapshot(async (db) => ({
      ...(await formNames(db, typed, { unsaid: room.unsaid, frame, lang: visit.lang })),
      opening: await openingOf(db, typed),
      prints: await printsOf(db, typed, room.around.media),
    }))),
    words,
    when: momentAt(draft.at, visit.lang),
    mayPublish: mayPublish(account),
    ...(mayPublish(account) && { addsFrom: draft.id }),
    languages:
      draft.said === null || draft.kind === "translation"
        ? []
        : frame.languages
            .filter((one) => one !== own)
            .map((one) => [one, languageIn(one, visit.lang)]),
    beside: await besideOf({ serving, visit, draft }, room.told),
    language: languageIn(draft.lang, visit.lang),
    maxPicture: MAX_PICTURE,
    trouble,
    added: await addedTo({ serving, visit, draft }, typed),
    notTaken,
  });
  return storyPage(visit, { title: room.title, main, script: writingScript.path, frames: "of" });
}

/** By the clock of the campaign. */
function withHour(typed: Typed, frame: Frame): Typed {
  const { hour = "", published: day = "" } = typed;
  return hour === "" ? typed : { ...typed, hour: hourTyped({ hour, day, zone: zoneOf(frame) }) };
}

export async function preview({ serving, visit, draft }: DraftVisit): Promise<Reply> {
  const { page, place } = (await draftContext(serving, visit, draft)).looked;
  const { lang, path } = place;
  return { page: { ...page, frames: "in", unlisted: true }, place: { lang, path } };
}

export async function phone({ serving, visit, draft }: DraftVisit): Promise<Reply> {
  const words = wordsIn(visit.lang);
  const { looked, title } = await draftContext(serving, visit, draft);
  const main = PhonePage({ draft, title, looked, words });
  return { page: storyPage(visit, { title: words.phoneTitle(title), main, frames: "of" }) };
}

export async function picture(at: DraftVisit): Promise<Reply> {
  const { lang, req } = at.visit;
  const taken = await takePicture(req, keepingOf(at), at.draft.slug);
  if (typeof taken === "string" || taken instanceof MediaError) {
    const { pictureWrong, nothingAdded } = wordsIn(lang);
    const why =
      taken instanceof MediaError
        ? mediaRefused(lang, taken)
        : taken === "size"
          ? pictureWrong.size(formatBytes(MAX_PICTURE, lang))
          : pictureWrong.form;
    return { status: 422, page: await editPage(at, `${why} ${nothingAdded}`) };
  }
  const draft = await asItIs(at);
  if (!draft) return { to: "/desk/stories" };
  const before = typedOf(draft.kind, draft.text);
  if (before["file"] !== undefined) return noPlace({ ...at, draft });
  const { media } = taken.file;
  await at.serving.jobs.add(LADDER, media, { media, has: [] }); // so that the meter knows what it weighs
  const beside = await add({ ...at, draft }, [taken.file], withPicture(before, taken));
  if (beside) return beside;
  const said = new URLSearchParams({
    added: taken.file.name,
    without: noted(taken.removed) ?? "",
  });
  return { to: `/desk/stories/${draft.id}?${said}` };
}

export async function recording(at: DraftVisit): Promise<Reply> {
  const taken = await takeRecording(at.visit.req, keepingOf(at), {
    slug: at.draft.slug,
    lang: at.visit.lang,
  });
  if ("wrong" in taken) return notRecorded(at, taken);
  const draft = await asItIs(at);
  if (!draft) return { to: "/desk/stories" };
  const typed = typedOf(draft.kind, draft.text);
  if (typed["file"] !== undefined) return noPlace({ ...at, draft }, taken.typed);
  const added = withRecording(typed, groupOf(draft.kind, typed, "film"), taken);
  if (!added) return notRecorded(at, { wrong: "film", typed: taken.typed });
  const files = [taken.file, ...(taken.captions ? [taken.captions] : [])];
  return (await add({ ...at, draft }, files, added)) ?? after(`/desk/stories/${draft.id}`);
}

/** Minutes may have passed while a file came: what was written meanwhile stays. */
export const asItIs = async ({ serving, draft }: DraftVisit): Promise<Draft | undefined> =>
  await askDrafts(serving.instance.log.private).get(draft.id);

/** A text that cannot be read as a form has no field in which the file could stand. */
export async function noPlace(at: DraftVisit, typed?: RecordingTyped): Promise<Reply> {
  const { fields, nothingAdded } = wordsIn(at.visit.lang);
  return { status: 422, page: await editPage(at, `${fields.fileHint} ${nothingAdded}`, typed) };
}

async function notRecorded(at: DraftVisit, { wrong, typed }: NotRecorded): Promise<Reply> {
  const { lang } = at.visit;
  const words = wordsIn(lang);
  const why = wrong instanceof MediaError ? mediaRefused(lang, wrong) : words.recordingWrong[wrong];
  return { status: 422, page: await editPage(at, `${why} ${words.nothingAdded}`, typed) };
}

const keepingOf = ({ serving: { instance } }: DraftVisit): Keeping => ({
  media: instance.media,
  work: join(instance.folder.dir, "work"),
});

/** The draft may name these files from now on, and does; @returns where both texts stand, if somebody saved meanwhile */
export async function add(
  { serving, visit, draft }: DraftVisit,
  files: readonly DraftFile[],
  typed: Typed,
): Promise<Reply | undefined> {
  const { id, kind, version: base } = draft;
  const ask = serving.instance.log.private;
  for (const file of files) await askDrafts(ask).addFile({ id, ...file });
  const text = canonicalText(kind, textOf(kind, typed));
  const what = { id, base, text, by: visit.account.name, at: serving.now() };
  const done = await askDrafts(ask).save(what);
  return "conflict" in done ? { to: `/desk/stories/${id}/both?mine=${done.kept}` } : undefined;
}

/** The picture that was added a moment ago, and what was taken out of it. */
async function addedTo({ serving, visit, draft }: DraftVisit, typed: Typed) {
  const name = visit.search.get("added");
  const files = await askDrafts(serving.instance.log.private).files(draft.id);
  const file = files.find((one) => one.name === name);
  const stands = file && standingAs(typed, file.name);
  if (!stands) return undefined;
  const without = visit.search.get("without") ?? "";
  return { ...stands, file, stripped: strippedIn(visit.lang, without) };
}
