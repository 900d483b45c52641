/** What pages ask about the campaign and its free pages. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { bySlug, withSlugs } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LongTexts } from "../../platform/records/last-said.ts";
import { inLongText, type Told } from "../../platform/texts/long.ts";
import { localised, textsOf } from "../../platform/texts/view.ts";
import { timeIso } from "../../platform/records/clock.ts";
import { originalOf } from "../../platform/web/address.ts";
import { inOwnWords } from "../../platform/words/fallback.ts";
import type { Campaign, FreePage } from "./records.ts";
import type { CampaignTables } from "./projection.ts";
import { CAMPAIGN_WORDING } from "./records.ts";

/** The campaign of this instance; `undefined` before one was opened. */
export async function theCampaign(db: Db): Promise<Campaign | undefined> {
  return (await openedCampaign(db))?.campaign;
}

/** The campaign with the permanent id of its opening record, and the moment of that, ISO 8601. */
export async function openedCampaign(
  db: Db,
): Promise<
  { readonly subject: string; readonly campaign: Campaign; readonly opened: string } | undefined
> {
  const row = await db
    .withTables<CampaignTables>()
    .selectFrom("campaign")
    .select(["subject", "state", "opened"])
    .orderBy("opened")
    .orderBy("subject")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      subject: row.subject,
      campaign: localised(db, CAMPAIGN_WORDING, JSON.parse(row.state) as Campaign),
      opened: timeIso(row.opened),
    }
  );
}

/** The campaign’s name before the `@`, as servers write names: letters, digits and a line below. */
export const usernameOf = (id: string): string => id.replaceAll("-", "");

/** The path of the page, its picture or the topic that stood at one of these addresses of an earlier site. */
export async function formerOf(db: Db, addresses: readonly string[]): Promise<string | undefined> {
  return (await formerPage(db, addresses)) ?? formerTopic(db, addresses);
}

async function formerPage(db: Db, addresses: readonly string[]): Promise<string | undefined> {
  const tried = [...new Set([...addresses, ...addresses.map(originalOf)])];
  const rows = await db
    .withTables<CampaignTables>()
    .selectFrom("page_former")
    .selectAll()
    .where("key", "in", tried)
    .orderBy("subject")
    .execute();
  const found = tried.flatMap((address) => rows.find(({ key }) => key === address) ?? [])[0];
  if (!found) return undefined;
  if (found.media !== "") return `/media/${found.media}`;
  const slug = (await slugsOf(db, [found.subject])).get(found.subject);
  return slug === undefined ? undefined : `/pages/${slug}`;
}

async function formerTopic(db: Db, addresses: readonly string[]): Promise<string | undefined> {
  const topics = (await theCampaign(db))?.topics ?? [];
  const found = topics.find(({ formerly = [] }) => formerly.some((one) => addresses.includes(one)));
  return found && `/topics/${found.id}`;
}

/** Every free page, by slug, its title in the language that the handle speaks where it is translated. */
export async function pageList(db: Db): Promise<(Address & { title: string })[]> {
  const rows = await db
    .withTables<CampaignTables>()
    .selectFrom("page")
    .select(["subject", "title", "titles"])
    .execute();
  const lang = textsOf(db)?.lang;
  const own = textsOf(db)?.own;
  return (await withSlugs(db, rows))
    .map(({ subject, slug, title: original, titles }) => {
      if (lang === undefined || own === undefined) return { subject, slug, title: original };
      const said = (JSON.parse(titles) as Record<string, string>)[lang];
      return { subject, slug, title: said ?? inOwnWords(original, own) };
    })
    .toSorted(bySlug);
}

/** A free page in other languages, by language, as its translations say it. */
export async function pageTexts(db: Db, subject: string): Promise<LongTexts> {
  const row = await db
    .withTables<CampaignTables>()
    .selectFrom("page")
    .select("translations")
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row ? (JSON.parse(row.translations) as LongTexts) : {};
}

export interface PageThere extends Address, Told {
  readonly page: FreePage;
}

/**
 * A free page by address; an old slug gives the present one.
 * @param lang in which it is asked for; where it is not translated, and where none is named, it is the original
 */
export async function pageAt(db: Db, slug: string, lang?: string): Promise<PageThere | undefined> {
  const address = await subjectAt(db, "pages", slug);
  if (!address) return undefined;
  const row = await db
    .withTables<CampaignTables>()
    .selectFrom("page")
    .select(["state", "translations"])
    .where("subject", "=", address.subject)
    .executeTakeFirst();
  if (!row) return undefined;
  const texts = JSON.parse(row.translations) as LongTexts;
  const original = JSON.parse(row.state) as FreePage;
  const bare: FreePage = { ...original, summary: undefined }; // it would stand in the wrong language
  const { thing, told } = inLongText(bare, texts, lang);
  return { ...address, page: told.lang === undefined ? original : thing, ...told };
}
