/** A draft is saved: by hand, by itself, or as another version of it. Rules W2, W3 and W12. */
import { after } from "../../platform/accounts/pages.tsx";
import { STORY_BUDGET } from "../../platform/web/wire.ts";
import { askDrafts, MAX_TEXT } from "../stories/model.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { pageMeant } from "../../platform/web/pages-by-name.tsx";
import type { Reply } from "../../platform/web/reply.ts";
import { editPage } from "./edit-desk.ts";
import { findingWords, weightWords } from "./pages/meter.tsx";
import { draftContext, MAX_FORM, unsaidIn, type DraftVisit } from "./draft-context.ts";
import { withOffset, zoneOf } from "./hours.ts";
import { isSlug } from "./slug.ts";
import { pagesNamed } from "./names.ts";
import { rowsOf, ROWS, slugsTyped, ticked } from "./naming.ts";
import { MEDIA_ROWS, mediaTyped } from "./media-rows.ts";
import { LIST_ROWS, listsTyped } from "./list-rows.ts";
import { namesOf, textOf, typedOf, type Typed } from "./typed.ts";
import { wordsIn } from "./words.ts";

export async function save(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const form = await readTyped(at);
  if ("problem" in form) return { unread: form.problem };
  const { base, next, address, text } = form;
  const { id, kind } = draft;
  const path = `/desk/stories/${id}`;
  const by = visit.account.name;
  const what = { id, base, text, by, at: serving.now() };
  const done = await askDrafts(serving.instance.log.private).save(what);
  if ("conflict" in done) return { to: `${path}/both?mine=${done.kept}` };
  if (address !== "" && address !== draft.slug && kind === "story") {
    const free =
      isSlug(address) &&
      (await askDrafts(serving.instance.log.private).rename({ id, slug: address }));
    const { taken, addressExpected } = wordsIn(visit.lang);
    const why = isSlug(address) ? taken(address) : addressExpected;
    if (!free) return { status: 422, page: await editPage(await again(at), why) };
  }
  if (next === "cover" || next === "picture") return { to: `${path}/photos?as=${next}` };
  return next === "publish" || next === "phone" ? { to: `${path}/${next}` } : after(path);
}

/** What the page's script sends while somebody writes; the answer is for that script. */
export async function autosave(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const form = await readTyped(at);
  if ("problem" in form) return { unread: form.problem };
  const { base, text } = form;
  const what = { id: draft.id, base, text, by: visit.account.name };
  const saved = { ...what, auto: true, at: serving.now() };
  const done = await askDrafts(serving.instance.log.private).save(saved);
  if ("conflict" in done) return { json: { conflict: done.kept } };
  const words = wordsIn(visit.lang);
  const { looked, checked } = await draftContext(serving, visit, (await again(at)).draft);
  const { line, trim } = weightWords(looked, words);
  const share = Math.min(1, looked.bytes / STORY_BUDGET);
  const problems = checked.problems.map((one) => findingWords(one, words));
  return { json: { version: done.version, line, trim, share, problems } };
}

export async function takeUp({ serving, visit, draft }: DraftVisit): Promise<Reply> {
  const form = await readForm(visit.req, ["base", "version"]);
  if ("problem" in form) return { unread: form.problem };
  const { id } = draft;
  const { log } = serving.instance;
  const asked = { id, version: numberIn(form.fields.version) };
  const found = await askDrafts(log.private).version(asked);
  const path = `/desk/stories/${id}`;
  if (!found) return { to: `${path}/history` };
  const by = visit.account.name;
  const base = numberIn(form.fields.base);
  const what = { id, base, text: found.text, by, at: serving.now() };
  const done = await askDrafts(log.private).save(what);
  return "conflict" in done ? { to: `${path}/both?mine=${done.kept}` } : after(path);
}

const OWN = ["base", "next", "address"] as const;

async function readTyped(at: DraftVisit) {
  const { visit, draft } = at;
  const names = [...OWN, ...namesOf(draft.kind)];
  const isStory = draft.kind === "story";
  const rows = isStory ? [...ROWS, ...LIST_ROWS, ...MEDIA_ROWS] : [];
  const form = await readForm(visit.req, names, MAX_FORM, rows);
  if ("problem" in form) return form;
  const { base = "", next = "", address = "", ...fields } = form.fields;
  const typed = isStory ? await withSlugs(at, numberIn(base), fields) : fields;
  const { hour = "", published: day = "" } = typed;
  const zone = zoneOf(visit.frame);
  const own = hour === "" ? typed : { ...typed, hour: withOffset({ hour, day, zone }) };
  const text = textOf(draft.kind, own);
  if (text.length > MAX_TEXT) {
    const message = `Expected a text of at most ${MAX_TEXT} characters, got ${text.length}.`;
    return { problem: { status: 413, message } } as const;
  }
  return { base: numberIn(base), next, address, text };
}

/** Names that the form named as the file has them: addresses, and what nobody is known by as it was typed. Rule W26. */
async function withSlugs(at: DraftVisit, base: number, fields: Typed): Promise<Typed> {
  const { serving, visit, draft } = at;
  const { log, snapshot } = serving.instance;
  const id = draft.id;
  const over =
    base === draft.version ? draft : await askDrafts(log.private).version({ id, version: base });
  const before = typedOf(draft.kind, over?.text ?? draft.text);
  const unsaid = await unsaidIn(serving, visit.frame, draft);
  const { frame, lang } = visit;
  const { ask_to: to = "" } = fields;
  const isAddress = to === "" || to.startsWith("/");
  const [named, pages] = await snapshot(async (db) => [
    await slugsTyped(db, { fields, shown: await rowsOf(db, before, unsaid) }),
    isAddress ? undefined : await pagesNamed(db, { frame, lang }),
  ]);
  const leads = { ask_to: pages ? pageMeant(pages, to) : to };
  const known = visit.frame.topics.map(({ id: topic }) => topic);
  const topics = ticked("topics", fields, { before: before["topics"] ?? "", known });
  const media = mediaTyped(fields, visit.lang);
  return { ...fields, ...named, ...leads, topics, ...listsTyped(fields), ...media };
}

/** The number of a version; 0 for what is none, over which nothing was ever written. */
const numberIn = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** The draft as it is after what was just done. */
async function again(at: DraftVisit): Promise<DraftVisit> {
  const draft = (await askDrafts(at.serving.instance.log.private).get(at.draft.id))!;
  return { ...at, draft };
}
