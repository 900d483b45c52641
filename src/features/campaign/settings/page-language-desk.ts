/** A free page beside its translation into one language. Rule C34. */
import * as v from "valibot";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import type { Serving } from "../../../platform/feature.ts";
import { LongTextBody } from "../../../platform/records/last-said.ts";
import { sayAbout } from "../../../platform/sent/speaker.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import { openedCampaign, pageAt, pageTexts } from "../queries.ts";
import { PAGE_TRANSLATED } from "../records.ts";
import { baseOf, inSettingsTurn, isTooLong } from "./commands.ts";
import { languageWordsIn } from "./language-words.ts";
import { PageInLanguage } from "./pages/language.tsx";
import { wordsIn } from "./words.ts";

const PART = "/desk/settings";
const MAX_PAGE = 1_300_000; // bytes; 200,000 characters, six bytes each at most in a form
const PAGE_FIELDS = ["base", "title", "summary", "markdown", "state", "translator"] as const;

interface Came {
  readonly typed?: Typed;
  readonly problems?: Problems;
  readonly trouble?: string;
}

export function pageLanguageAddresses({ door, speaker }: Serving): Readonly<Record<string, Extra>> {
  const pageIn = (slug: string, lang: string) =>
    speaker.snapshot(async (db) => {
      const campaign = (await openedCampaign(db))?.campaign;
      const found = await pageAt(db, slug);
      if (!found || !campaign || lang === campaign.language || !campaign.languages.includes(lang))
        return undefined;
      const told = (await pageTexts(db, found.subject))[lang];
      return { ...found, into: lang, own: campaign.language, text: told };
    });
  type InLanguage = NonNullable<Awaited<ReturnType<typeof pageIn>>>;
  const pageBase = ({ page, text }: InLanguage): string => baseOf([page, text ?? null]);

  function showPage(visit: DeskVisit, found: InLanguage, came: Came = {}) {
    const { account, lang, search } = visit;
    const { slug, page, text, into, own } = found;
    const words = languageWordsIn(lang);
    const {
      title = "",
      summary = "",
      markdown = "",
      state = "person",
      translator = "",
    } = text ?? {};
    const main = PageInLanguage({
      words,
      lang,
      into,
      own,
      slug,
      page,
      isBehind: text?.behind === true,
      isThere: text !== undefined,
      typed: came.typed ?? { title, summary, markdown, state, translator },
      problems: came.problems ?? {},
      base: pageBase(found),
      trouble: came.trouble,
      done: search.has("done") ? words.savedPage : undefined,
    });
    return deskPage({ account, lang, part: PART, title: page.title, main });
  }

  async function savePage(visit: DeskVisit & Fields<(typeof PAGE_FIELDS)[number]>): Promise<Reply> {
    const { base, ...typed } = visit.fields;
    const { title, summary, markdown, state, translator } = typed;
    const words = languageWordsIn(visit.lang);
    return inSettingsTurn(async () => {
      const found = await pageIn(slugIn(visit), langIn(visit));
      if (!found) return lost(visit);
      const body = {
        title,
        ...(summary !== "" && { summary }),
        state,
        ...(translator !== "" && { translator }),
        lang: found.into,
        markdown,
      };
      const read = v.safeParse(LongTextBody, body);
      const problems: Partial<Record<string, string>> = {};
      for (const { path = [], message } of read.issues ?? [])
        problems[String(path[0]?.key)] ??= words.expected(message);
      if (read.success && isTooLong(read.output)) problems["markdown"] = words.tooLong;
      // What an import would refuse is not said here either: an export has to come back.
      if (/\]\(media\//.test(markdown)) problems["markdown"] = wordsIn(visit.lang).pages.picture;
      if (!read.success || problems["markdown"] !== undefined)
        return { status: 422, page: showPage(visit, found, { typed, problems }) };
      if (base !== pageBase(found))
        return { status: 409, page: showPage(visit, found, { typed, trouble: words.conflict }) };
      const { behind: _, ...before } = { ...found.text, lang: found.into };
      if (found.text?.behind || baseOf(before) !== baseOf(read.output))
        await sayAbout(speaker, found.subject, { kind: PAGE_TRANSLATED, body: read.output });
      return { to: `${PART}/pages/${found.slug}/languages/${found.into}?done` };
    });
  }

  return {
    [`GET ${PART}/pages/:slug/languages/:lang`]: door.of("settings", async (visit) => {
      const found = await pageIn(slugIn(visit), langIn(visit));
      return found ? { page: showPage(visit, found) } : lost(visit);
    }),
    [`POST ${PART}/pages/:slug/languages/:lang`]: door.of(
      "settings",
      { fields: PAGE_FIELDS, most: MAX_PAGE },
      savePage,
    ),
  };
}

const langIn = ({ params }: DeskVisit): string => params["lang"]!.split("/")[0]!;
const slugIn = ({ params }: DeskVisit): string => params["slug"]!.split("/")[0]!;
