/** The list of drafts and stories, what begins a draft, and the calendar. Rules W1 and W10. */
import { fieldsOf, type DeskAnswer, type Visit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Draft } from "../../platform/private/drafts.ts";
import { storiesBySubject } from "../stories/feature.ts";
import { toldAt } from "./around.ts";
import { languageIn } from "./check.ts";
import { CalendarPage, type Entry } from "./pages/calendar.tsx";
import { ListPage, type DraftLine, type StandingLine } from "./pages/list.tsx";
import { dayAt, mayTouch, momentAt } from "./room.ts";
import { isSlug, slugOf } from "./slug.ts";
import { dayOf, stateOf, titleOf } from "./states.ts";
import { textOf } from "./typed.ts";
import { wordsIn } from "./words.ts";

const PAGE = 100; // stories; the page stays quick to read through

interface Standing {
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly day: string;
}

/** Every story that stands, the newest first. */
async function standing(db: Db): Promise<Standing[]> {
  const slugs = await addressesIn(db, "stories");
  const stories = await storiesBySubject(db, [...slugs.values()]);
  const all = [...slugs].flatMap(([slug, subject]) => {
    const story = stories.get(subject);
    return story ? [{ slug, title: story.title, lang: story.language, day: story.published }] : [];
  });
  return all.toSorted((a, b) =>
    a.day === b.day ? (a.slug < b.slug ? -1 : 1) : a.day < b.day ? 1 : -1,
  );
}

async function mine({ instance }: Serving, { account }: Visit): Promise<Draft[]> {
  const all = (await instance.log.private("drafts.list", null)) as Draft[];
  return all.filter((draft) => mayTouch(account, draft));
}

export async function listDesk(serving: Serving, visit: Visit): Promise<DeskAnswer> {
  const { instance, now } = serving;
  const { account, search, frame } = visit;
  const words = wordsIn(frame.language);
  const today = dayAt(now());
  const own = await mine(serving, visit);
  const { stories, drafts } = await instance.snapshot(async (db: Db) => {
    const lines: DraftLine[] = [];
    for (const draft of own)
      lines.push({
        id: draft.id,
        title: titleOf(draft.text) || draft.slug,
        ...(draft.kind === "translation" && { into: languageIn(draft.lang) }),
        state: stateOf(draft, await toldAt(db, draft.slug), today),
        author: draft.author,
        when: momentAt(draft.at),
      });
    return { stories: await standing(db), drafts: lines };
  });
  const of = new Map(own.filter(({ kind }) => kind === "story").map(({ slug, id }) => [slug, id]));
  const pages = Math.max(1, Math.ceil(stories.length / PAGE));
  const page = Math.min(pages, Math.max(1, Number(search.get("page")) || 1));
  const shown = stories.slice((page - 1) * PAGE, page * PAGE).map((story): StandingLine => {
    const draft = of.get(story.slug);
    const state = story.day > today ? "scheduled" : "published";
    return { ...story, state, ...(draft !== undefined && { draft }) };
  });
  const main = ListPage({ drafts, stories: shown, page, pages, words });
  return { page: deskPage({ account, part: "/desk/stories", title: words.stories, main }) };
}

/** A new story by its title, or a published one by its address. */
export async function beginDraft(serving: Serving, visit: Visit): Promise<DeskAnswer> {
  const { instance, now } = serving;
  const { account, frame } = visit;
  const form = await fieldsOf(visit.req, ["title", "slug"]);
  if ("refused" in form) return form.refused;
  const { title, slug } = form.fields;
  const today = dayAt(now());
  const create = async (draft: object): Promise<DeskAnswer> => {
    const fresh = { kind: "story", lang: "", by: account.name, at: now(), ...draft };
    const id = (await instance.log.private("drafts.create", fresh)) as string;
    return { to: `/desk/stories/${id}` };
  };
  if (slug !== "") {
    const same = { kind: "story", slug, lang: "" };
    const known = (await instance.log.private("drafts.find", same)) as string | undefined;
    if (known !== undefined) return { to: `/desk/stories/${known}` };
    const told = isSlug(slug) ? await instance.snapshot((db) => toldAt(db, slug)) : undefined;
    const text = told?.files.get("");
    if (!told || text === undefined) return { to: "/desk/stories" };
    return create({ slug: told.slug, text, said: text });
  }
  if (title === "") return { to: "/desk/stories" };
  const typed = { title, language: frame.language, published: today };
  const own = slugOf(title, today);
  const taken = await instance.snapshot((db) => toldAt(db, own));
  return create({ slug: taken ? `${own}-2` : own, text: textOf("story", typed) });
}

export async function calendarDesk(serving: Serving, visit: Visit): Promise<DeskAnswer> {
  const { instance, now } = serving;
  const { account, frame, search } = visit;
  const words = wordsIn(frame.language);
  const today = dayAt(now());
  const asked = search.get("month") ?? "";
  const month = /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : today.slice(0, 7);
  const own = (await mine(serving, visit)).filter(({ kind }) => kind === "story");
  const drafts = new Map(own.map((draft) => [draft.slug, draft]));
  const stories = await instance.snapshot(standing);
  const told = new Set(stories.map(({ slug }) => slug));
  const entries: Entry[] = stories.map(({ slug, title, lang, day }) => {
    const draft = drafts.get(slug);
    const path = draft ? `/desk/stories/${draft.id}` : `/stories/${slug}`;
    return { day, title, lang, path, state: day > today ? "scheduled" : "published" };
  });
  for (const { slug, text, id } of own)
    if (!told.has(slug))
      entries.push({
        day: dayOf(text),
        title: titleOf(text) || slug,
        path: `/desk/stories/${id}`,
        state: "draft",
      });
  const main = CalendarPage({
    month,
    entries: entries
      .filter(({ day }) => day.startsWith(`${month}-`))
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    noDay: entries.filter(({ day }) => day === ""),
    words,
  });
  return { page: deskPage({ account, part: "/desk/calendar", title: words.calendar, main }) };
}
