/** The lists of what there is. Rule KO1: asked of the database by page, so that a long one is as quick as a short one. */
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { callable, howMany } from "../../platform/addresses/called.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { timeDay } from "../../platform/records/clock.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { formatDay } from "../../platform/web/words.ts";
import { TopicsForm } from "../../platform/accounts/several/topics.tsx";
import type { Db } from "../../platform/db/store.ts";
import { groundless } from "../people/api.ts";
import { HomePage, SpacePage, type Asked, type HomeGroup, type ThingLine } from "./pages/list.tsx";
import { hasTopics } from "./several-desk.tsx";
import {
  isMadeHere,
  OWN_EDITORS,
  PART,
  pathOfThing,
  type Content,
  type SpaceVisit,
} from "./visit.ts";
import { wordsIn, type ContentWords } from "./words.ts";

type Space = keyof ContentWords["spaces"];
const GROUPS: readonly (readonly [HomeGroup["group"], readonly Space[]])[] = [
  ["who", ["partners", "people", "places"]],
  ["what", ["programmes", "projects", "pledges", "plans", "datasets"]],
  ["words", ["stories", "books", "courses", "pictures", "events", "newsletters", "pages"]],
  ["run", ["campaign", "translations"]],
];
const PAGE = 50; // things; a screen or two

export async function showHome({ serving }: Content, { account, lang }: DeskVisit): Promise<Reply> {
  const words = wordsIn(lang);
  const groups = await serving.instance.snapshot(async (db) => {
    const all: HomeGroup[] = [];
    for (const [group, spaces] of GROUPS) {
      const lines = [];
      for (const space of spaces) {
        const path = OWN_EDITORS[space] ?? `${PART}/${space}`;
        const isOurs = isMadeHere(words, space);
        lines.push({ space, path, ...(isOurs && { count: await howMany(db, { space }) }) });
      }
      all.push({ group, spaces: lines });
    }
    return all;
  });
  const main = HomePage({ words, groups });
  return { page: deskPage({ account, lang, part: PART, title: words.title, main }) };
}

export async function showSpace(at: SpaceVisit): Promise<Reply> {
  const { serving, visit, space, words, part } = at;
  const { search, account, lang, frame } = visit;
  const asked: Asked = {
    q: (search.get("q") ?? "").slice(0, 200),
    which: search.get("which") === "withdrawn" ? "withdrawn" : "standing",
    order: search.get("order") === "newest" ? "newest" : "name",
    page: Math.min(Math.max(Number(search.get("page")) || 1, 1), 100_000),
  };
  const looking = { space, words: asked.q, isGone: asked.which === "withdrawn" };
  const isTicked = hasTopics(part) && asked.which === "standing" && frame.topics.length > 0;
  const { total, things, without } = await serving.instance.snapshot(async (db) => {
    const from = (Math.floor(asked.page) - 1) * PAGE;
    const found = await callable(db, { ...looking, order: asked.order, most: PAGE, from });
    const slugs = await slugsOf(
      db,
      found.map(({ subject }) => subject),
    );
    return {
      without: space === "people" ? await withoutGround(db) : [],
      total: await howMany(db, looking),
      things: found.map(({ subject, name, at: changed }) => ({
        path: pathOfThing(space, slugs.get(subject)!),
        name,
        changed: words.changedOn(formatDay(timeDay(changed), lang)),
        ...(isTicked && { row: { id: slugs.get(subject)!, stamp: changed } }),
      })),
    };
  });
  const title = words.spaces[space];
  const path = `${PART}/${space}`;
  const rows = things.flatMap(({ row }) => (row ? [row] : []));
  const main = SpacePage({
    words,
    title,
    path,
    add: words.add[space],
    things,
    total,
    asked,
    pageSize: PAGE,
    ...(rows.length > 0 && { several: TopicsForm({ space, rows, frame, lang }) }),
    groundless: without,
  });
  const done = doneIn(search, lang);
  return { page: deskPage({ account, lang, part: PART, title, main, done }) };
}

const withoutGround = async (db: Db): Promise<readonly Pick<ThingLine, "path" | "name">[]> =>
  (await groundless(db)).map(({ slug, name }) => ({ path: pathOfThing("people", slug), name }));
