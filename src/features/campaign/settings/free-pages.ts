/** The campaign's free pages, written at the desk: as pages/<slug>.md would say them. Rule C19. */
import * as v from "valibot";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import { freeName } from "../../../platform/addresses/short-name.ts";
import type { Serving } from "../../../platform/feature.ts";
import { slug as slugForm } from "../../../platform/folder/fields.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { FreePage } from "../records.ts";
import { pageAt } from "../queries.ts";
import { PageBody } from "../records.ts";
import {
  baseOf,
  inSettingsTurn as inTurn,
  isTooLong,
  withdrawPage,
  writePage,
} from "./commands.ts";
import { PageForm } from "./pages/page-form.tsx";
import { wordsIn, type SettingsWords } from "./words.ts";

const PART = "/desk/settings";
const MAX_PAGE = 1_300_000; // bytes; 200,000 characters, six bytes each at most in a form
const FIELDS = ["title", "summary", "markdown", "base"] as const;

interface Came {
  readonly typed: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
}

export function freePageAddresses({ door, speaker }: Serving): Readonly<Record<string, Extra>> {
  const pageOf = async (slug: string): Promise<FreePage | undefined> =>
    (await speaker.snapshot((db) => pageAt(db, slug)))?.page;
  /** An old address leads to the page that stood there: what is written to it is written to that page. */
  const presentSlug = async (slug: string): Promise<string> =>
    (await speaker.snapshot((db) => subjectAt(db, "pages", slug)))?.slug ?? slug;

  async function show(visit: DeskVisit, slug: string | undefined, came?: Came) {
    const { account, lang, frame, search } = visit;
    const words = wordsIn(lang);
    const page = slug === undefined ? undefined : await pageOf(slug);
    const main = PageForm({
      words,
      lang,
      own: frame.own,
      slug,
      typed: came?.typed ?? typedOf(page),
      problems: came?.problems ?? {},
      base: baseOf(page),
      isWritten: page !== undefined,
      done: search.get("done") === "saved" ? words.pages.saved : undefined,
      trouble: came?.trouble,
    });
    const title = page?.title ?? slug ?? words.pages.fresh;
    return deskPage({ account, lang, part: PART, title, main });
  }

  async function save(visit: DeskVisit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const asked = slugIn(visit);
    if (!v.is(slugForm, asked)) return { to: `${PART}/new-page` };
    const slug = await presentSlug(asked);
    const words = wordsIn(visit.lang);
    const { base, ...typed } = visit.fields;
    const read = readPage(typed, words);
    if ("problems" in read)
      return { status: 422, page: await show(visit, slug, { typed, problems: read.problems }) };
    return inTurn(async () => {
      const before = await pageOf(slug);
      if (base === baseOf(before)) return say(slug, before, { ...alongOf(before), ...read.page });
      const trouble = words.pages.conflict;
      return { status: 409, page: await show(visit, slug, { typed, trouble }) };
    });
  }

  async function say(slug: string, before: FreePage | undefined, body: FreePage) {
    if (baseOf(before) !== baseOf(body)) await writePage(speaker, slug, body);
    return { to: `${PART}/pages/${slug}?done=saved` };
  }

  const madeFrom = (title: string) => speaker.snapshot((db) => freeName(db, ["pages"], title));

  const create = door.of(
    "settings",
    { fields: [...FIELDS, "slug"], most: MAX_PAGE },
    async (visit) => {
      const words = wordsIn(visit.lang);
      const { base: _, ...typed } = visit.fields;
      const { slug: asked, ...rest } = typed;
      const read = readPage(rest, words);
      return inTurn(async () => {
        const slug = asked === "" ? await madeFrom(rest.title) : asked;
        const isTaken = (await pageOf(slug)) !== undefined || (await presentSlug(slug)) !== slug;
        const problems = {
          ...("problems" in read && read.problems),
          ...(!v.is(slugForm, slug) && { slug: words.pages.slugExpected }),
          ...(isTaken && { slug: words.pages.slugTaken }),
        };
        if ("problems" in read || Object.keys(problems).length > 0)
          return { status: 422, page: await show(visit, undefined, { typed, problems }) };
        return say(slug, undefined, read.page);
      });
    },
  );

  async function withdraw(slug: string): Promise<Reply> {
    const address = await speaker.snapshot((db) => subjectAt(db, "pages", slug));
    if (address && (await pageOf(slug))) await withdrawPage(speaker, address.subject);
    return { to: PART };
  }

  return {
    [`GET ${PART}/new-page`]: door.of("settings", async (visit) => ({
      page: await show(visit, undefined),
    })),
    [`POST ${PART}/new-page`]: create,
    [`GET ${PART}/pages/:slug`]: door.of("settings", async (visit) => {
      const slug = slugIn(visit);
      if (!v.is(slugForm, slug)) return { to: `${PART}/new-page` };
      return { page: await show(visit, await presentSlug(slug)) };
    }),
    [`POST ${PART}/pages/:slug`]: door.of("settings", { fields: FIELDS, most: MAX_PAGE }, save),
    [`POST ${PART}/pages/:slug/withdraw`]: door.of("settings", (visit) => withdraw(slugIn(visit))),
  };
}

/** Also at the address of the form that withdraws it. */
const slugIn = ({ params }: DeskVisit): string => params["slug"]!.split("/")[0]!;

/** What the form does not show, and an edit keeps. */
const alongOf = (page: FreePage | undefined): Partial<FreePage> => ({
  ...(page?.pictures && { pictures: page.pictures }),
  ...(page?.formerly && { formerly: page.formerly }),
});

const typedOf = (page: FreePage | undefined): Typed => ({
  title: page?.title ?? "",
  summary: page?.summary ?? "",
  markdown: page?.markdown ?? "",
});

/** As its record says it, or one line for each field that does not fit. */
function readPage(
  typed: Typed,
  words: SettingsWords,
): { readonly page: FreePage } | { readonly problems: Problems } {
  const { title, summary, markdown = "" } = typed;
  const body = { title, ...(summary !== "" && { summary }), markdown };
  const read = v.safeParse(PageBody, body);
  const problems: Partial<Record<string, string>> = {};
  for (const { path = [], message } of read.issues ?? [])
    problems[String(path[0]?.key)] ??= words.expected(message);
  // What an import would refuse is not said here either: an export has to come back.
  if (read.success && isTooLong(read.output)) problems["markdown"] = words.pages.tooLong;
  if (/\]\(media\//.test(markdown)) problems["markdown"] = words.pages.picture;
  if (!read.success || Object.keys(problems).length > 0) return { problems };
  return { page: read.output };
}
