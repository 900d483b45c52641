/** Earlier versions of the campaign's words and of its free pages: listed, compared with today, brought back. Rule C33. */
import * as v from "valibot";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import type { Serving } from "../../../platform/feature.ts";
import { toFields } from "../../../platform/folder/body.ts";
import { canonicalFiles } from "../../../platform/folder/canonical.ts";
import type { FolderPart } from "../../../platform/folder/part.ts";
import { historyOf, minuteOf } from "../../../platform/log/history.ts";
import type { JsonObject } from "../../../platform/records/jcs.ts";
import type { Kinds } from "../../../platform/records/kind.ts";
import type { Speaker } from "../../../platform/sent/speaker.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import { campaignFolder, pagesFolder } from "../folder.ts";
import { openedCampaign } from "../queries.ts";
import { CampaignBody, campaignKinds, PAGE_TRANSLATED, PageBody, pageKinds } from "../records.ts";
import { baseOf, editCampaign, inSettingsTurn, writePage } from "./commands.ts";
import { frontWordsIn } from "./front-words.ts";
import { VersionsPage, type VersionLine } from "./pages/versions.tsx";
import { stillUsed } from "./still-used.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/settings";

/** What is listed, compared and brought back in one way. */
interface Versioned {
  readonly part: FolderPart;
  readonly slug: string;
  readonly subject: string;
  readonly kinds: Kinds;
  readonly body: v.GenericSchema<unknown, object>;
  readonly path: string;
  readonly title: string;
}
interface Version {
  readonly id: string;
  readonly at: string;
  /** As its record says it; undefined where it was erased, or took the thing back. */
  readonly said: JsonObject | undefined;
  readonly isEnd: boolean;
}

export function versionAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, speaker } = serving;

  const campaignOf = async (): Promise<Versioned | undefined> => {
    const found = await speaker.snapshot(openedCampaign);
    return (
      found && {
        part: campaignFolder,
        slug: found.campaign.id,
        subject: found.subject,
        kinds: campaignKinds,
        body: CampaignBody,
        path: `${PART}/versions`,
        title: found.campaign.name,
      }
    );
  };
  const pageOf = async ({ params }: DeskVisit): Promise<Versioned | undefined> => {
    const slug = params["slug"]!.split("/")[0]!;
    const found = await speaker.snapshot((db) => subjectAt(db, "pages", slug));
    const { [PAGE_TRANSLATED]: _, ...kinds } = pageKinds;
    return (
      found && {
        part: pagesFolder,
        slug: found.slug,
        subject: found.subject,
        kinds,
        body: PageBody,
        path: `${PART}/pages/${found.slug}/versions`,
        title: `/pages/${found.slug}`,
      }
    );
  };

  async function show(
    visit: DeskVisit,
    of: Versioned | undefined,
    trouble?: string,
  ): Promise<Reply> {
    if (!of) return lost(visit);
    const { account, lang, search } = visit;
    const words = frontWordsIn(lang);
    const all = await versionsOf(speaker, of);
    const [today] = all;
    const asked = all.find(({ id }) => id === search.get("of"));
    const lines = all.map(({ id, at, said, isEnd }, i): VersionLine => {
      const is = isEnd ? "end" : !said ? "gone" : i === 0 ? "now" : "earlier";
      return { id, when: minuteOf(at, lang), is };
    });
    const main = VersionsPage({
      words,
      lang,
      path: of.path,
      title: of.title,
      isPage: of.part === pagesFolder,
      lines,
      base: today?.id ?? "",
      trouble,
      done: search.has("back") ? words.broughtBack : undefined,
      compared: asked?.said && {
        when: minuteOf(asked.at, lang),
        before: today?.said ? textOf(of, today.said) : "",
        after: textOf(of, asked.said),
      },
    });
    const page = deskPage({ account, lang, part: PART, title: words.versions, main });
    return { page, ...(trouble !== undefined && { status: 409 }) };
  }

  async function bringBack(
    visit: DeskVisit & Fields<"id" | "base">,
    find: () => Promise<Versioned | undefined>,
  ): Promise<Reply> {
    return inSettingsTurn(async () => {
      const of = await find();
      if (!of) return lost(visit);
      const words = frontWordsIn(visit.lang);
      const { id, base } = visit.fields;
      const all = await versionsOf(speaker, of);
      const said = all.find((one) => one.id === id)?.said;
      if (base !== all[0]?.id) return show(visit, of, words.savedSince);
      const trouble = await sayAgain(speaker, of, said, visit.lang);
      return trouble === undefined ? { to: `${of.path}?back` } : show(visit, of, trouble);
    });
  }

  const fields = ["id", "base"] as const;
  return {
    [`GET ${PART}/versions`]: door.of("settings", async (visit) => show(visit, await campaignOf())),
    [`POST ${PART}/versions`]: door.of("settings", fields, (visit) => bringBack(visit, campaignOf)),
    [`GET ${PART}/pages/:slug/versions`]: door.of("settings", async (visit) =>
      show(visit, await pageOf(visit)),
    ),
    [`POST ${PART}/pages/:slug/versions`]: door.of("settings", fields, (visit) =>
      bringBack(visit, () => pageOf(visit)),
    ),
  };
}

/** The newest first. */
async function versionsOf(
  { snapshot }: Speaker,
  { subject, kinds, part }: Versioned,
): Promise<readonly Version[]> {
  const said = await snapshot((db) => historyOf(db, subject, kinds));
  return said
    .filter(({ kind, text }) => kind in kinds && text.is !== "idle")
    .map(({ id, at, kind, text }) => ({
      id,
      at,
      isEnd: kind === part.withdrawal,
      said: text.is === "here" && kind !== part.withdrawal ? (text.body as JsonObject) : undefined,
    }))
    .toReversed();
}

/** @returns why not */
async function sayAgain(
  speaker: Speaker,
  of: Versioned,
  said: JsonObject | undefined,
  lang: string,
) {
  const words = frontWordsIn(lang);
  if (of.part === pagesFolder) {
    const page = v.safeParse(PageBody, said);
    if (!page.success) return words.outdated;
    await writePage(speaker, of.slug, page.output);
    return undefined;
  }
  const campaign = v.safeParse(CampaignBody, said);
  const now = await speaker.snapshot(openedCampaign);
  if (!campaign.success || !now) return words.outdated;
  const used = await stillUsed(speaker, now.campaign, campaign.output, wordsIn(lang));
  if (Object.keys(used).length > 0) return words.namesUsed;
  if (baseOf(now.campaign) !== baseOf(campaign.output))
    await editCampaign(speaker, of.subject, campaign.output);
  return undefined;
}

/** As its file of the campaign folder says it. */
function textOf({ part, slug }: Versioned, body: JsonObject): string {
  const written = toFields(part, slug, body, {
    slugOf: () => undefined,
    pathOf: ({ name }) => name,
  });
  const [text = ""] = canonicalFiles([{ part, slug, translations: [], ...written }]).values();
  return text;
}
