/** A draft is published, its story taken back or erased, itself deleted. Rules W6 to W8 and W14. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { after } from "../../platform/accounts/pages.tsx";
import { askConsents, askUploads, ownerOfDraft, sweepUploads } from "../contributions/api.ts";
import { FIRST_STORY } from "../../platform/folder/init-content.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import type { AskedFile } from "./asked-files.ts";
import { cancelWaiting, eraseStory, publishDraft, withdrawStory } from "./commands.ts";
import { peopleIn } from "./draft-text.ts";
import { editPage } from "./edit-desk.ts";
import { exampleIn, leads } from "./example.ts";
import { PublishPage } from "./pages/publish.tsx";
import { sayDue } from "./due.ts";
import {
  draftContext,
  momentNow,
  storyPage,
  todayAt,
  type DraftVisit,
  type DraftContext,
} from "./draft-context.ts";
import { beginsWords, zoneOf } from "./hours.ts";
import { ASKED, MOST_ANSWERS, pictureWords, readAnswer, typedAnswer } from "../pictures/api.ts";
import { askPictures } from "../pictures/model.ts";
import { printsOf } from "./prints.ts";
import { typedOf } from "./typed.ts";
import { firstBegins } from "./states.ts";
import { wordsIn } from "./words.ts";
import { askDrafts } from "../stories/model.ts";

export const showPublishing = (at: DraftVisit): Promise<Reply> => publishPage(at, []);

/** What was answered about its files, and does not fit. */
interface Answered {
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

async function publishPage(
  at: DraftVisit,
  refused: readonly string[],
  answered?: Answered,
): Promise<Reply> {
  const { serving, visit, draft } = at;
  const words = wordsIn(visit.lang);
  const room = await draftContext(serving, visit, draft);
  const { title, state, looked, checked, told } = room;
  const adds = addsConsents(room);
  const isSame = !adds && (state === "published" || state === "scheduled");
  const today = todayAt(serving);
  const { example, prints } = await serving.instance.snapshot(async (db) => {
    const found = await exampleIn(db);
    return {
      example: found && { title: found.title, isLeading: await leads(db, found, today) },
      prints: await printsOf(db, typedOf(draft.kind, draft.text), room.around.media),
    };
  });
  const main = PublishPage({
    draft,
    title,
    what: adds ? words.addsConsents : whatItDoes(room, momentNow(serving), visit),
    isSame,
    zone: zoneOf(visit.frame),
    waits: told?.waits.get(draft.lang),
    isFresh: visit.search.has("published"),
    address: serving.base + looked.place.path,
    example: draft.slug === FIRST_STORY ? undefined : example,
    looked,
    checked,
    prints,
    typed: answered?.typed ?? together(checked.files.map(answerOf)),
    wrong: answered?.problems ?? {},
    isKept: visit.search.has("answered"),
    refused,
    words,
  });
  const heading =
    isSame && !told?.waits.has(draft.lang)
      ? words.publishedTitle(title)
      : words.publishTitle(title);
  const page = storyPage(visit, { title: heading, main });
  return { page, status: refused.length > 0 || answered ? 422 : 200 };
}

const answerOf = ({ answer: given }: AskedFile) => (given ? typedAnswer(given) : {});
const together = (all: readonly Answered["typed"][]): Answered["typed"] =>
  Object.fromEntries(all.flatMap((one) => Object.entries(one)));

/** Of each of its files who can be recognised there, and who asked them: all of it is kept, or nothing. Rule W40. */
export async function answer(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const form = await readForm(visit.req, [], MOST_ANSWERS, [ASKED]);
  if ("problem" in form) return { unread: form.problem };
  const typed: Answered["typed"] = form.fields;
  const { files } = (await draftContext(serving, visit, draft)).checked;
  const read = files.map(({ media }) => readAnswer(media, typed, pictureWords(visit.lang)));
  const problems = together(read.map((one) => ("problems" in one ? one.problems : {})));
  if (Object.keys(problems).length > 0) return publishPage(at, [], { typed, problems });
  const said = { by: visit.account.name, at: serving.now() };
  const given = read.flatMap((one) => ("media" in one ? [{ ...one, ...said }] : []));
  await askPictures(serving.instance.log.private).answer(given);
  return { to: `/desk/stories/${draft.id}/publish?answered` };
}

/** It stands as it is written, and somebody in it agreed to something since. Rule T20. */
const addsConsents = ({ draft, state, unsaid }: DraftContext): boolean =>
  state === "published" && peopleIn(draft.text).some((slug) => unsaid.has(slug));

/** What publishing does; or, where it is done, the words before the story's address. */
function whatItDoes(
  { draft, told, state }: DraftContext,
  now: string,
  { lang, frame }: DeskVisit,
): string {
  const words = wordsIn(lang);
  const begins = firstBegins(draft, told);
  const day = beginsWords(begins, zoneOf(frame), words);
  if (state === "scheduled") return words.publishedFrom(day);
  if (state === "published") return words.publishedAt;
  if (begins > now) return words.publishLater(draft.slug, day);
  return told ? words.publishAgain(draft.slug) : words.publishNow(draft.slug);
}

export async function publish(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const form = await readForm(visit.req, ["base"]);
  if ("problem" in form) return { unread: form.problem };
  // What was looked at is what is published, and nothing that was saved since.
  if (Number(form.fields.base) !== draft.version)
    return { to: `/desk/stories/${draft.id}/publish` };
  const { checked, ...ready } = await draftContext(serving, visit, draft);
  if (!checked.thing) return publishPage(at, [""]);
  const { speaker, instance, now } = serving;
  const desk = { speaker, private: instance.log.private, now, moment: momentNow(serving) };
  const wrong = await publishDraft(draft, checked.thing, { ...ready, ...desk });
  const { going } = wordsIn(visit.lang).waits;
  if (wrong.length > 0)
    return publishPage(
      at,
      wrong.map((why) => why || going),
    ); // what it says nothing of is on its way
  if (ready.told?.waits.size) await sayDue(serving); // its day may have been put forward to today
  return { to: `/desk/stories/${draft.id}/publish?published` };
}

export async function withdraw(at: DraftVisit): Promise<Reply> {
  return sure(at, async ({ serving, draft }) => {
    await withdrawStory(draft.slug, serving);
    return after(`/desk/stories/${draft.id}`);
  });
}

/** What waits for its day is not said then; the draft stays. */
export async function cancel(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const { speaker, instance } = serving;
  if (!(await cancelWaiting(draft, { speaker, private: instance.log.private })))
    return { status: 422, page: await editPage(at, wordsIn(visit.lang).waits.going) };
  return after(`/desk/stories/${draft.id}`);
}

/** For ever, with its drafts and what was kept of who agreed: there is nothing to go back to. */
export async function erase(at: DraftVisit): Promise<Reply> {
  return sure(at, async ({ serving, draft }) => {
    await eraseStory(draft.slug, serving);
    await sweepUploads(serving);
    return after("/desk/stories");
  });
}

export async function remove(at: DraftVisit): Promise<Reply> {
  return sure(at, async ({ serving, visit, draft }) => {
    const { private: ask } = serving.instance.log;
    const { snapshot } = serving.instance;
    const stands = await snapshot((db) => subjectAt(db, "stories", draft.slug));
    if ((await askDrafts(ask).forget({ id: draft.id })) === undefined)
      return { status: 422, page: await editPage(at, wordsIn(visit.lang).waits.stays) };
    // Who agreed to a story that nobody will read is nobody's business any more; the bytes go with the next sweep.
    // What proves that people agreed to a story that stands stays with it.
    if (draft.said === null || !stands) {
      const owners = [ownerOfDraft(draft.id)];
      await askConsents(ask).forget(owners);
      await askUploads(ask).forget(owners);
    }
    return after("/desk/stories");
  });
}

async function sure(at: DraftVisit, work: (at: DraftVisit) => Promise<Reply>): Promise<Reply> {
  const form = await readForm(at.visit.req, ["sure"]);
  if ("problem" in form) return { unread: form.problem };
  if (form.fields.sure === "yes") return work(at);
  return { status: 422, page: await editPage(at, wordsIn(at.visit.lang).sure) };
}
