/** A stage for tests: records said in order, folded into a database, pages asked for by address. */
import { Kysely } from "kysely";
import { addresses, SLUG_BOUND } from "../../platform/addresses/addresses.ts";
import { openSqlite } from "../../platform/db/open-sqlite.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Feature } from "../../platform/feature.ts";
import { formatTime } from "../../platform/records/clock.ts";
import type { Json, JsonObject } from "../../platform/records/jcs.ts";
import { byReadingOrder, sha256, type LogRecord } from "../../platform/records/record.ts";
import { laddersPart } from "../../platform/private/ladders.ts";
import { createPages } from "../../platform/web/pages.ts";
import type { Frame } from "../../platform/web/frame.ts";
import type { Answer, Page, PageRequest, Related } from "../../platform/web/route.ts";
import { documentOf } from "../../platform/web/shell.tsx";
import { picturesModel } from "../pictures/model.ts";

export const BASE = "https://campaign.example";
export const TODAY = "2026-11-24";

export interface Stage extends AsyncDisposable {
  readonly db: Db;
  frame: Frame;
  /** Open a subject and bind its slug. */
  open(kind: string, space: string, slug: string, body: object): Promise<string>;
  say(kind: string, subject: string, body: object): Promise<void>;
  ask(path: string, today?: string): Promise<Answer>;
  /** The whole document, style included; throws where there is no page. */
  page(path: string, today?: string): Promise<{ page: Page; main: string; html: string }>;
}

export async function openStage(features: readonly Feature[]): Promise<Stage> {
  const db: Db = new Kysely({ dialect: openSqlite(":memory:").dialect });
  const own = features.flatMap((f) => f.model?.projections ?? []);
  // Pages of any feature ask what is said of their photos.
  const projections = [...new Set([addresses, ...picturesModel.projections, ...own])];
  for (const projection of projections) await projection.create(db);
  // Pages ask what was made of their pictures, and whether a thread is slow.
  const parts = [laddersPart, ...features.flatMap((f) => f.model?.private ?? [])];
  for (const migrate of parts.flatMap(({ migrations }) => migrations)) await migrate(db);
  const records: LogRecord[] = [];

  async function add(kind: string, body: object, subject?: string): Promise<string> {
    const id = sha256(`${records.length} ${kind}`);
    const at = formatTime(1_795_000_000_000 + records.length, 0);
    const of = subject ?? id;
    records.push({ id, kind, subject: of, at, author: "a", body: body as Json });
    await foldSubject(db, projections, of, records);
    return of;
  }

  const stage: Stage = {
    db,
    frame: FRAME,
    async open(kind, space, slug, body) {
      const subject = await add(kind, body);
      await add(SLUG_BOUND, { space, slug }, subject);
      return subject;
    },
    say: async (kind, subject, body) => void (await add(kind, body, subject)),
    async ask(path, today = TODAY) {
      const { frame } = stage;
      const url = new URL(path, BASE);
      const pages = createPages({
        routes: features.flatMap((f) => f.routes),
        related: [],
        frame: async () => frame,
        frameUses: {},
        freshness: async () => "",
        dev: false,
      });
      const match = pages.match(url.pathname, url.searchParams, frame.languages);
      const request: PageRequest = {
        db,
        frame,
        today,
        remember: (_name, _uses, work) => work(),
        pageAt: async () => undefined,
        readMedia: async () => undefined,
        params: match.params,
        query: match.query,
        lang: match.lang,
        async related(subject) {
          const sections: Related[] = [];
          for (const feature of features) {
            const section = await feature.related?.(request, subject);
            if (section) sections.push(section);
          }
          return sections;
        },
      };
      return match.route?.answer(request);
    },
    async page(path, today = TODAY) {
      const page = await stage.ask(path, today);
      if (page?.kind !== "page") throw new Error(`Expected a page at ${path}.`);
      const { before, after } = await documentOf(page, { frame: stage.frame, lang: "en", path });
      return { page, main: String(await page.main), html: `${before}12.3${after}` };
    },
    [Symbol.asyncDispose]: () => db.destroy(),
  };
  return stage;
}

async function foldSubject(
  db: Db,
  projections: readonly (typeof addresses)[],
  subject: string,
  records: readonly LogRecord[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const projection of projections) {
      const theirs = records.filter(
        (r) => r.subject === subject && projection.kinds.includes(r.kind),
      );
      if (theirs.length === 0) continue;
      const keys = await projection.write(
        tx,
        new Map([[subject, theirs.toSorted(byReadingOrder)]]),
        async () => undefined,
      );
      await projection.view?.(tx, keys);
    }
  });
}

export const FRAME: Frame = {
  base: BASE,
  name: "Hill and Valley",
  claim: "A claim",
  purpose: "A purpose.",
  hashtag: "HillAndValley",
  language: "en",
  languages: ["en", "fr", "es"],
  colour: { day: "#c2350a", night: "#ff8a5c" },
  own: "en",
  independence: "Independent.",
  disclaimer: "Views of those named.",
  legal: [],
  credits: [],
  topics: [{ id: "economy", name: "The economy", question: "What does a month online cost?" }],
  walks: [
    { id: "teacher", one: "Teacher", many: "Teachers" },
    { id: "farmer", one: "Farmer", many: "Farmers" },
  ],
  pages: [],
};

const NOBODY = "0".repeat(64); // an author whom no record names

/** A story as tests need it; anything can be set. */
export const story = (set: JsonObject = {}): JsonObject => ({
  title: "A mast on the hill",
  summary: "How a village reached the town.",
  language: "en",
  category: "Community network",
  published: "2026-11-20",
  authors: [NOBODY],
  markdown: "The first sentence.",
  ...set,
});

export const ROLE = {
  text: "founder",
  source: { title: "A page", url: "https://source.example/a" },
  channels: ["web", "feed", "print", "fediverse", "mail"],
};
export const CONSENT = {
  purposes: ["story"],
  channels: ["web"],
  languages: ["en"],
  until: "2026-12-31",
  method: "signed form",
  given: "2026-11-01",
};
