/** The texts that may be found on a day: every language of every story that may be shown. Rule Q2 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { freshness } from "../../platform/log/state.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { LIST_USES, shownStories, type Shown } from "../stories/api.ts";
import type { SearchTables } from "./indexing.ts";

export interface ShownText {
  readonly story: Shown;
  readonly lang: string;
  /** Its place in the list of all stories, the newest first. */
  readonly order: number;
}
export interface ShownTexts {
  readonly byId: ReadonlyMap<number, ShownText>;
  /** The texts of each story. */
  readonly ofStory: ReadonlyMap<string, readonly ShownText[]>;
  /** Languages in which there is a text, by their tag. */
  readonly languages: readonly string[];
}

export type ReadTexts = (
  db: Db,
  context: { readonly frame: Frame; readonly today: string },
) => Promise<ShownTexts>;

const USES = { projections: [...LIST_USES, "campaign", "search"] };

/** Worked out once after each change: 10,000 stories take about 100 ms, a question should not. */
export function rememberTexts(): ReadTexts {
  let known: { readonly version: string; readonly texts: ShownTexts } | undefined;
  return async (db, { frame, today }) => {
    const version = `${today} ${await freshness(db, USES)}`;
    if (known?.version !== version) known = { version, texts: await readTexts(db, frame, today) };
    return known.texts;
  };
}

async function readTexts(db: Db, frame: Frame, today: string): Promise<ShownTexts> {
  const { stories, readsIn } = await shownStories(db, today);
  const order = new Map(stories.map((story, i) => [story.subject, { story, order: i }]));
  const rows = await db
    .withTables<SearchTables>()
    .selectFrom("search_doc")
    .select(["id", "subject", "lang"])
    .execute();
  const byId = new Map<number, ShownText>();
  for (const { id, subject, lang } of rows) {
    const shown = order.get(subject);
    if (!shown) continue;
    // A translation stands at an address only where its language is one of the campaign's.
    const isRead = frame.languages.includes(lang) && readsIn(subject, lang);
    if (lang === shown.story.language || isRead) byId.set(id, { ...shown, lang });
  }
  const languages = [...new Set([...byId.values()].map((text) => text.lang))].toSorted();
  const ofStory = Map.groupBy(byId.values(), ({ story }) => story.subject);
  return { byId, ofStory, languages };
}
