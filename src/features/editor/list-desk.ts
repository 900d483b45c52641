/** The list of drafts and stories, what begins a draft, and the calendar. Rules W1 and W10. */
import * as v from "valibot";
import { daysAfter } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { TopicsForm } from "../../platform/accounts/several/topics.tsx";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Db } from "../../platform/db/store.ts";
import { day } from "../../platform/folder/fields.ts";
import { DESK } from "../../platform/folder/init-content.ts";
import type { Account } from "../../platform/accounts/account.ts";
import type { Serving, Waiting } from "../../platform/feature.ts";
import type { Fields } from "../../platform/web/handler.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { askDrafts, type Draft, type NewDraft, readWaiting } from "../stories/model.ts";
import { standingStory } from "./around.ts";
import { languageIn } from "../../platform/web/languages.ts";
import { CalendarPage, type Entry } from "./pages/calendar.tsx";
import { ListPage, type DraftLine, type LapsingLine, type StandingLine } from "./pages/list.tsx";
import {
  newestFirst,
  storyAt,
  type StoryLine,
  storyLines,
  storyLinesBetween,
  storyLinesNamed,
} from "../stories/api.ts";
import { mayPublish, mayTouch, momentAt, momentNow, todayAt } from "./draft-context.ts";
import { isSlug, slugOf } from "./slug.ts";
import { beginsIn, dayOf, languageOf, titleOf } from "./file-lines.ts";
import { beginsWords, isDay, localOf, zoneOf } from "./hours.ts";
import { firstBegins, stateOf } from "./states.ts";
import { consentsLapse, lapsing } from "./lapsing.ts";
import { lately, takenBackLately } from "./taken-back.tsx";
import { textOf } from "./typed.ts";
import { authorIn } from "./author.ts";
import { wordsIn } from "./words.ts";

const PAGE = 100; // stories; the page stays quick to read through

interface Standing extends Omit<StoryLine, "lang" | "subject"> {
  /** Of what the log speaks of. */
  readonly subject?: string;
  readonly lang: string | undefined;
  /** The draft of which all waits for its day. */
  readonly draft?: string;
}

/** Stories of which no record says anything yet: all of each waits for its day. */
async function waitingStories(db: Db): Promise<Standing[]> {
  const waits = (await readWaiting(db)).filter(({ lang }) => lang === "");
  const all: Standing[] = [];
  for (const { slug, text, day: begins, draft } of waits)
    if (!(await storyAt(db, slug)))
      all.push({
        slug,
        title: titleOf(text),
        lang: languageOf(text),
        day: dayOf(text),
        begins,
        draft,
      });
  return all;
}

async function mine({ instance }: Serving, { account }: DeskVisit): Promise<Draft[]> {
  const all = await askDrafts(instance.log.private).list();
  return all.filter((draft) => mayTouch(account, draft));
}

export async function listDesk(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const { instance } = serving;
  const { account, lang, search } = visit;
  const words = wordsIn(lang);
  const now = momentNow(serving);
  const own = await mine(serving, visit);
  const find = (search.get("q") ?? "").slice(0, 200);
  const asked = Math.min(1_000_000, Math.max(1, Math.floor(Number(search.get("page"))) || 1));
  const { stories, rows, waiting, drafts, translations } = await instance.snapshot(
    async (db: Db) => {
      const lines: DraftLine[] = [];
      const translated: (Pick<DraftLine, "id"> & {
        readonly slug: string;
        readonly into: string;
      })[] = [];
      for (const draft of own) {
        const told = await standingStory(db, draft.slug);
        const state = stateOf(draft, told, now);
        // What is published as it is written stands below, and nobody is writing it.
        if (state === "published") {
          if (draft.kind === "translation")
            translated.push({ id: draft.id, slug: draft.slug, into: languageIn(draft.lang, lang) });
          continue;
        }
        lines.push({
          id: draft.id,
          title: titleOf(draft.text) || draft.slug,
          lang: draft.kind === "story" ? languageOf(draft.text) : draft.lang,
          ...(draft.kind === "translation" && { into: languageIn(draft.lang, lang) }),
          state,
          author: authorIn(words, draft.author),
          when: momentAt(draft.at, lang),
          begins: beginsWords(firstBegins(draft, told), zoneOf(visit.frame), words),
        });
      }
      const by = { page: asked, size: PAGE };
      const found = await (find === "" ? storyLines(db, by) : storyLinesNamed(db, find, by));
      return {
        stories: found,
        rows: mayPublish(account) ? await stampsOf(db, found.lines) : new Map<string, string>(),
        waiting: find === "" && asked === 1 ? await waitingStories(db) : [],
        drafts: lines,
        translations: Map.groupBy(translated, ({ slug }) => slug),
      };
    },
  );
  const of = new Map(own.filter(({ kind }) => kind === "story").map(({ slug, id }) => [slug, id]));
  const isWaiting = ({ draft, begins }: Standing) => draft !== undefined || begins > now;
  // What waits stands among the drafts, where it is one of theirs, and not among what is published.
  const standing: readonly Standing[] = [...waiting.toSorted(newestFirst), ...stories.lines];
  const shown = standing
    .filter((story) => !isWaiting(story) || !of.has(story.slug))
    .map((story): StandingLine => {
      const draft = of.get(story.slug) ?? story.draft;
      const state = isWaiting(story) ? "scheduled" : "published";
      const stamp = rows.get(story.subject ?? "");
      return {
        ...story,
        state,
        translated: translations.get(story.slug) ?? [],
        ...(draft !== undefined && { draft }),
        ...(stamp !== undefined && { row: { id: story.slug, stamp } }),
      };
    });
  const ticked = shown.flatMap(({ row }) => (row ? [row] : []));
  const { frame } = visit;
  const pages = Math.max(1, Math.ceil(stories.total / PAGE));
  const page = Math.min(pages, asked);
  const gone = await lately(serving, account);
  const lapse = (await lapsing(serving, account)).map((one): LapsingLine => {
    const draft = one.stories.flatMap(({ slug }) => of.get(slug) ?? [])[0];
    const path =
      draft === undefined
        ? `/desk/content/people/${one.slug}`
        : `/desk/stories/${draft}/consents?person=${one.slug}#add`;
    return { ...one, path };
  });
  const several =
    ticked.length > 0 && frame.topics.length > 0
      ? TopicsForm({ space: "stories", rows: ticked, frame, lang })
      : undefined;
  const main = ListPage({ drafts, gone, lapse, stories: shown, find, page, pages, words, several });
  const done = doneIn(search, lang);
  return {
    page: deskPage({ account, lang, part: "/desk/stories", title: words.stories, main, done }),
  };
}

/** How each stands, by which is known whether somebody changed it since. */
async function stampsOf(db: Db, lines: readonly StoryLine[]): Promise<Map<string, string>> {
  const called = await namesOf(
    db,
    lines.map(({ subject }) => subject),
  );
  return new Map([...called].map(([subject, { at }]) => [subject, at]));
}

/** A new story by its title, or a published one by its address. */
export async function beginDraft(
  serving: Serving,
  visit: DeskVisit & Fields<"title" | "slug">,
): Promise<Reply> {
  const { instance, now } = serving;
  const { account, frame } = visit;
  const { title, slug } = visit.fields;
  const today = todayAt(serving);
  const create = async (
    draft: Pick<NewDraft, "slug" | "text"> & { readonly said?: string },
  ): Promise<Reply> => {
    const fresh = { kind: "story" as const, lang: "", by: account.name, at: now(), ...draft };
    const id = await askDrafts(instance.log.private).create(fresh);
    return { to: `/desk/stories/${id}` };
  };
  if (slug !== "") {
    const same = { kind: "story" as const, slug, lang: "" };
    const known = await askDrafts(instance.log.private).find(same);
    if (known !== undefined) return { to: `/desk/stories/${known}` };
    const told = isSlug(slug)
      ? await instance.snapshot((db) => standingStory(db, slug))
      : undefined;
    const text = told?.files.get("");
    if (!told || text === undefined) return { to: "/desk/stories" };
    return create({ slug: told.slug, text, said: text });
  }
  if (title === "") return { to: "/desk/stories" };
  const own = slugOf(title, today);
  const [taken, desk] = await instance.snapshot(async (db) => [
    await standingStory(db, own),
    await subjectAt(db, "people", DESK),
  ]);
  const typed = {
    title,
    language: frame.language,
    published: today,
    ...(desk && { authors: desk.slug }),
  };
  return create({ slug: taken ? `${own}-2` : own, text: textOf("story", typed) });
}

/** What the first page tells those who may publish. */
export const storiesWait = async (
  ...asked: Parameters<typeof lateStories>
): Promise<readonly Waiting[]> => [
  ...(await consentsLapse(...asked)),
  ...(await lateStories(...asked)),
  ...(await takenBackLately(...asked)),
];

/** What could not be published on its day waits for somebody who may publish. */
async function lateStories(
  { instance }: Serving,
  account: Account,
  lang: string,
): Promise<readonly Waiting[]> {
  if (!mayPublish(account)) return [];
  const all = await instance.snapshot((db) => readWaiting(db));
  const count = all.filter(({ trouble }) => trouble !== null).length;
  return count === 0 ? [] : [{ words: wordsIn(lang).waits.late, count, path: "/desk/stories" }];
}

export async function calendarDesk(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const { instance } = serving;
  const { account, search } = visit;
  const words = wordsIn(visit.lang);
  const today = todayAt(serving);
  const asked = search.get("month") ?? "";
  const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const own = (await mine(serving, visit)).filter(({ kind }) => kind === "story");
  const drafts = new Map(own.map((draft) => [draft.slug, draft]));
  const { stories, told } = await instance.snapshot(async (db) => {
    // By the campaign's clock an hour may fall on the day before or after.
    const first = `${month}-01`;
    const waiting = await waitingStories(db);
    const within = await storyLinesBetween(db, daysAfter(first, -1), daysAfter(first, 32));
    const known = new Set([...waiting, ...within].map(({ slug }) => slug));
    for (const { slug } of own) if (!known.has(slug) && (await storyAt(db, slug))) known.add(slug);
    const all: readonly Standing[] = [...waiting, ...within];
    return { stories: all, told: known };
  });
  const zone = zoneOf(visit.frame);
  const entries: Entry[] = stories.map(({ slug, title, lang, day: on, begins, draft: waits }) => {
    const draft = drafts.get(slug)?.id ?? waits;
    const path = draft ? `/desk/stories/${draft}` : `/stories/${slug}`;
    const state = waits || begins > momentNow(serving) ? "scheduled" : "published";
    return { ...(isDay(begins) ? { day: on } : localOf(begins, zone)), title, lang, path, state };
  });
  for (const { slug, text, id } of own)
    if (!told.has(slug))
      entries.push({
        ...(isDay(beginsIn(text))
          ? { day: v.is(day, dayOf(text)) ? dayOf(text) : "" } // what is half typed is no day yet
          : localOf(beginsIn(text), zone)),
        title: titleOf(text) || slug,
        lang: languageOf(text),
        path: `/desk/stories/${id}`,
        state: "draft",
      });
  const main = CalendarPage({
    month,
    entries: entries
      .filter((entry) => entry.day.startsWith(`${month}-`))
      .toSorted((a, b) => {
        const [one, other] = [a, b].map(({ day: on, clock = "" }) => `${on} ${clock}`);
        return one! < other! ? -1 : one! > other! ? 1 : 0;
      }),
    noDay: entries.filter((entry) => entry.day === ""),
    zone,
    words,
  });
  return {
    page: deskPage({
      account,
      lang: visit.lang,
      part: "/desk/calendar",
      title: words.calendar,
      main,
    }),
  };
}
