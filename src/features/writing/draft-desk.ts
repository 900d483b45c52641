/** The addresses of one draft: write, look, publish, compare, translate. Rules W2 to W9. */
import { join } from "node:path";
import { fieldsOf, type DeskAnswer, type Visit } from "../../platform/accounts/door.ts";
import { closedPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import type { Draft, DraftSaved, DraftVersion } from "../../platform/private/drafts.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Page } from "../../platform/web/route.ts";
import { formatDay } from "../../platform/web/words.ts";
import { STORY_BUDGET } from "../../platform/web/wire.ts";
import { languageIn } from "./check.ts";
import { formNames } from "./names.ts";
import { mergedForm } from "./merging.ts";
import { BothPage } from "./pages/both.tsx";
import { EditPage } from "./pages/edit.tsx";
import { HistoryPage, type Compared } from "./pages/history.tsx";
import { findingWords, weightWords } from "./pages/meter.tsx";
import { PhonePage } from "./pages/phone.tsx";
import { PublishPage } from "./pages/publish.tsx";
import { publishDraft, withdrawStory } from "./publish.ts";
import {
  dayAt,
  enterRoom,
  MAX_FORM,
  mayPublish,
  mayTouch,
  momentAt,
  storyPage,
  type DraftVisit,
  type Room,
} from "./room.ts";
import { writingScript } from "./script.ts";
import { isSlug } from "./slug.ts";
import { dayOf } from "./states.ts";
import { canonicalText, namesOf, textOf, typedOf, type Typed } from "./typed.ts";
import { MAX_PICTURE, takePicture, withPicture } from "./uploads.ts";
import { wordsIn } from "./words.ts";
import { showTranslation, saveTranslation } from "./translate-desk.ts";

type Work = (at: DraftVisit, rest: string) => Promise<DeskAnswer>;

const SHOWS: Readonly<Record<string, Work>> = {
  "": show,
  preview,
  phone,
  publish: (at) => publishPage(at, []),
  history,
  both,
  translate: showTranslation,
};
const DOES: Readonly<Record<string, Work>> = {
  "": save,
  autosave,
  publish,
  picture,
  "take-up": takeUp,
  withdraw,
  delete: remove,
  translate: saveTranslation,
};
const FOR_PUBLISHERS = new Set(["publish", "withdraw"]);

/** `/desk/stories/<id>`, `…/<what>` and `…/<what>/<rest>`. */
export async function draftDesk(
  serving: Serving,
  visit: Visit,
  does: "shows" | "does",
): Promise<DeskAnswer> {
  const [id = "", what = "", rest = "", more] = visit.path
    .slice("/desk/stories/".length)
    .split("/");
  const works = does === "shows" ? SHOWS : DOES;
  const work = Object.hasOwn(works, what) ? works[what] : undefined;
  const draft = /^[0-9a-f]{12}$/.test(id)
    ? ((await serving.instance.log.private("drafts.get", id)) as Draft | undefined)
    : undefined;
  if (!draft || !work || more !== undefined)
    return { status: 404, page: notePage(visit.frame.language, "lost") };
  const { account } = visit;
  const mayDo = mayTouch(account, draft) && (!FOR_PUBLISHERS.has(what) || mayPublish(account));
  if (!mayDo) return { status: 403, page: closedPage("role") };
  return work({ serving, visit, draft }, rest);
}

async function show(at: DraftVisit): Promise<DeskAnswer> {
  return { page: await editPage(at) };
}

async function editPage({ serving, visit, draft }: DraftVisit, trouble?: string): Promise<Page> {
  const { account, frame } = visit;
  const words = wordsIn(frame.language);
  const room = await enterRoom(serving, visit, draft);
  const typed = typedOf(draft.kind, draft.text);
  const own = typed["language"] ?? frame.language;
  const main = EditPage({
    ...room,
    kind: draft.kind,
    typed,
    lang: draft.kind === "story" ? own : draft.lang,
    frame,
    names: await serving.instance.snapshot((db) => formNames(db, frame)),
    words,
    when: momentAt(draft.at),
    mayPublish: mayPublish(account),
    languages:
      draft.said === null
        ? []
        : frame.languages.filter((one) => one !== own).map((one) => [one, languageIn(one)]),
    maxPicture: MAX_PICTURE,
    trouble,
  });
  return storyPage(visit, { title: room.title, main, script: writingScript().path, frames: "of" });
}

async function preview({ serving, visit, draft }: DraftVisit): Promise<DeskAnswer> {
  const { page, place } = (await enterRoom(serving, visit, draft)).looked;
  const { lang, path } = place;
  return { page: { ...page, frames: "in", unlisted: true }, place: { lang, path } };
}

async function phone({ serving, visit, draft }: DraftVisit): Promise<DeskAnswer> {
  const words = wordsIn(visit.frame.language);
  const { looked, title } = await enterRoom(serving, visit, draft);
  const main = PhonePage({ draft, title, looked, words });
  return { page: storyPage(visit, { title: words.phoneTitle(title), main, frames: "of" }) };
}

async function readTyped({ visit, draft }: DraftVisit) {
  const names = ["base", "next", "address", ...namesOf(draft.kind)];
  const form = await fieldsOf(visit.req, names, MAX_FORM);
  if ("refused" in form) return form;
  const { base, next, address, ...typed } = form.fields as Typed & Record<string, string>;
  return { base: Number(base), next: next ?? "", address: address ?? "", typed: typed as Typed };
}

async function save(at: DraftVisit): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const form = await readTyped(at);
  if ("refused" in form) return form.refused;
  const { base, next, address, typed } = form;
  const { id, kind } = draft;
  const path = `/desk/stories/${id}`;
  const by = visit.account.name;
  const what = { id, base, text: textOf(kind, typed), by, at: serving.now() };
  const done = (await serving.instance.log.private("drafts.save", what)) as DraftSaved;
  if ("conflict" in done) return { to: `${path}/both?mine=${done.kept}` };
  if (address !== "" && address !== draft.slug && kind === "story") {
    const free =
      isSlug(address) &&
      (await serving.instance.log.private("drafts.rename", { id, slug: address })) === true;
    const { taken } = wordsIn(visit.frame.language);
    if (!free) return { status: 422, page: await editPage(await again(at), taken(address)) };
  }
  return { to: next === "publish" || next === "phone" ? `${path}/${next}` : path };
}

/** The draft as it is after what was just done. */
async function again(at: DraftVisit): Promise<DraftVisit> {
  const draft = (await at.serving.instance.log.private("drafts.get", at.draft.id)) as Draft;
  return { ...at, draft };
}

/** What the page's script sends while somebody writes; the answer is for that script. */
async function autosave(at: DraftVisit): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const form = await readTyped(at);
  if ("refused" in form) return form.refused;
  const { id, kind } = draft;
  const what = { id, base: form.base, text: textOf(kind, form.typed), by: visit.account.name };
  const saved = { ...what, auto: true, at: serving.now() };
  const done = (await serving.instance.log.private("drafts.save", saved)) as DraftSaved;
  if ("conflict" in done) return { json: { conflict: done.kept } };
  const words = wordsIn(visit.frame.language);
  const { looked, checked } = await enterRoom(serving, visit, (await again(at)).draft);
  const { line, trim } = weightWords(looked, words);
  const share = Math.min(1, looked.bytes / STORY_BUDGET);
  const problems = checked.problems.map((one) => findingWords(one, words));
  return { json: { version: done.version, line, trim, share, problems } };
}

async function publishPage(at: DraftVisit, refused: readonly string[]): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const words = wordsIn(visit.frame.language);
  const room = await enterRoom(serving, visit, draft);
  const { title, state, looked, checked } = room;
  const isSame = state === "published" || state === "scheduled";
  const main = PublishPage({
    draft,
    title,
    what: isSame ? words.publishSame : whatItDoes(room, dayAt(serving.now()), visit),
    isSame,
    looked,
    checked,
    refused,
    words,
  });
  const page = storyPage(visit, { title: words.publishTitle(title), main });
  return { page, status: refused.length > 0 ? 422 : 200 };
}

function whatItDoes({ draft, told }: Room, today: string, { frame }: Visit): string {
  const words = wordsIn(frame.language);
  const day = draft.kind === "story" ? dayOf(draft.text) : "";
  if (day > today) return words.publishLater(draft.slug, formatDay(day, "en"));
  return told ? words.publishAgain(draft.slug) : words.publishNow(draft.slug);
}

async function publish(at: DraftVisit): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const form = await fieldsOf(visit.req, ["base"]);
  if ("refused" in form) return form.refused;
  // What was looked at is what is published, and nothing that was saved since.
  if (Number(form.fields.base) !== draft.version)
    return { to: `/desk/stories/${draft.id}/publish` };
  const { around, told, checked } = await enterRoom(serving, visit, draft);
  if (!checked.thing) return publishPage(at, [""]);
  const { speaker, instance, now } = serving;
  const desk = { speaker, private: instance.log.private, now };
  const wrong = await publishDraft(draft, checked.thing, { ...desk, around, told });
  if (wrong.length > 0) return publishPage(at, wrong);
  return { to: `/desk/stories/${draft.id}/publish` };
}

async function history({ serving, visit, draft }: DraftVisit): Promise<DeskAnswer> {
  const words = wordsIn(visit.frame.language);
  const { log } = serving.instance;
  const versions = (await log.private("drafts.versions", draft.id)) as DraftVersion[];
  const { title, told } = await enterRoom(serving, visit, draft);
  const { search } = visit;
  const [a, b] = ["a", "b"].map((name) =>
    versions.find(({ version }) => String(version) === search.get(name)),
  );
  let compared: Compared | undefined;
  if (a && b)
    compared = {
      title: words.compareTitle(a.version, b.version),
      before: a.text,
      after: b.text,
    };
  else if (search.has("log"))
    compared = {
      title: words.compareLog,
      before: draft.said ?? "",
      after: told?.files.get(draft.kind === "story" ? "" : draft.lang) ?? "",
    };
  const lines = versions.map((one) => ({ ...one, when: momentAt(one.at) }));
  const main = HistoryPage({ draft, title, versions: lines, compared, words });
  return { page: storyPage(visit, { title: words.historyTitle(title), main }) };
}

async function takeUp({ serving, visit, draft }: DraftVisit): Promise<DeskAnswer> {
  const form = await fieldsOf(visit.req, ["base", "version"]);
  if ("refused" in form) return form.refused;
  const { id } = draft;
  const { log } = serving.instance;
  const asked = { id, version: Number(form.fields.version) };
  const found = (await log.private("drafts.version", asked)) as DraftVersion | undefined;
  const path = `/desk/stories/${id}`;
  if (!found) return { to: `${path}/history` };
  const by = visit.account.name;
  const what = { id, base: Number(form.fields.base), text: found.text, by, at: serving.now() };
  const done = (await log.private("drafts.save", what)) as DraftSaved;
  return { to: "conflict" in done ? `${path}/both?mine=${done.kept}` : path };
}

async function both({ serving, visit, draft }: DraftVisit): Promise<DeskAnswer> {
  const { id, kind } = draft;
  const { account, frame } = visit;
  const words = wordsIn(frame.language);
  const { log, snapshot } = serving.instance;
  const versions = (await log.private("drafts.versions", id)) as DraftVersion[];
  const mine = versions.find(({ version }) => String(version) === visit.search.get("mine"));
  if (!mine) return { to: `/desk/stories/${id}/history` };
  const base = versions.find(({ version }) => version === mine.base)?.text ?? "";
  const { typed, clashes } = mergedForm(kind, base, draft.text, mine.text);
  const fields = words.fields as Readonly<Record<string, unknown>>;
  const main = BothPage({
    draft,
    mine,
    base,
    clashes: clashes.map((name) => String(fields[name])),
    kind,
    typed,
    lang: typed["language"] ?? draft.lang,
    frame,
    names: await snapshot((db) => formNames(db, frame)),
    problems: [],
    words,
    mayPublish: mayPublish(account),
  });
  return { page: storyPage(visit, { title: words.bothTitle, main }) };
}

async function picture(at: DraftVisit): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const { id, kind, slug, version, text } = draft;
  const { log, media, folder } = serving.instance;
  const work = join(folder.dir, "work");
  const taken = await takePicture(visit.req, { media, work }, slug);
  if (typeof taken === "string") {
    const words = wordsIn(visit.frame.language).pictureWrong;
    const trouble = taken === "size" ? words.size(Math.round(MAX_PICTURE / 1000)) : words[taken];
    return { status: 422, page: await editPage(at, trouble) };
  }
  await log.private("drafts.addFile", { id, ...taken.file });
  const added = textOf(kind, withPicture(typedOf(kind, text), taken));
  const by = visit.account.name;
  await log.private("drafts.save", {
    id,
    base: version,
    text: canonicalText(kind, added),
    by,
    at: serving.now(),
  });
  return { to: `/desk/stories/${id}` };
}

async function withdraw(at: DraftVisit): Promise<DeskAnswer> {
  return sure(at, async ({ serving: { speaker, instance, now }, draft }) => {
    await withdrawStory(draft.slug, { speaker, private: instance.log.private, now });
    return { to: `/desk/stories/${draft.id}` };
  });
}

async function remove(at: DraftVisit): Promise<DeskAnswer> {
  return sure(at, async ({ serving, draft }) => {
    await serving.instance.log.private("drafts.forget", { id: draft.id });
    return { to: "/desk/stories" };
  });
}

async function sure(
  at: DraftVisit,
  work: (at: DraftVisit) => Promise<DeskAnswer>,
): Promise<DeskAnswer> {
  const form = await fieldsOf(at.visit.req, ["sure"]);
  if ("refused" in form) return form.refused;
  if (form.fields.sure === "yes") return work(at);
  return { status: 422, page: await editPage(at, wordsIn(at.visit.frame.language).sure) };
}
