/** Pledges in the fediverse: what was promised, and the figure that leads today's page, in the words that are the same for all. */
import {
  SLUG_BOUND,
  slugsOf,
  subjectAt,
  type Address,
} from "../../platform/addresses/addresses.ts";
import { isTakenBack } from "../../platform/addresses/taken-back.ts";
import type { Db } from "../../platform/db/store.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import { hashtagsOf } from "../../platform/federation/hashtags.ts";
import type { Asking, Outlined, Post, Speaks } from "../../platform/federation/speaking.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import { timeIso } from "../../platform/records/clock.ts";
import { formatDay } from "../../platform/web/words.ts";
import { figureWords } from "./amounts.ts";
import { entryOf } from "./goal.ts";
import type { PledgeTables } from "./tables.ts";
import { pledgeAt, type PledgeLine } from "./queries.ts";
import { pledgeKinds } from "./records.ts";
import { stateWord } from "./status.ts";

export const pledgesSpeak: Speaks = {
  kinds: Object.keys(pledgeKinds),
  async at({ db }, path) {
    const [, slug] = /^\/pledges\/([a-z0-9-]+)$/.exec(path) ?? [];
    const address = slug === undefined ? undefined : await subjectAt(db, "pledges", slug);
    return address && { post: address.subject };
  },
  post: async (asking, id) => (/^[0-9a-f]{64}$/.test(id) ? pledgePost(asking, id) : undefined),
  gone: async ({ db }, id) => /^[0-9a-f]{64}$/.test(id) && isTakenBack(db, id),
  outbox: async ({ db }, identifier) => (identifier === CAMPAIGN ? outlined(db) : []),
};

async function pledgePost(asking: Asking, subject: string): Promise<Post | undefined> {
  const { db, frame, today } = asking;
  const slug = (await slugsOf(db, [subject])).get(subject);
  const line = slug === undefined ? undefined : await pledgeAt(db, slug, today, frame.language);
  if (!line || !isLine(line)) return undefined;
  const { pledge, pledger } = line;
  const [outline] = await outlined(db, subject);
  if (!outline) return undefined;
  const lang = frame.language;
  const lead = entryOf(pledge, pledge.lead);
  const figure =
    lead && `${figureWords(lead, lang)}, ${formatDay(lead.asOf, lang)} (${stateWord(lead, lang)})`;
  const paragraphs = [pledger.name, figure].filter((one) => one !== undefined);
  return {
    id: subject,
    kind: "article",
    actor: CAMPAIGN,
    also: [],
    path: `/pledges/${slug}`,
    title: pledge.title,
    summary: pledge.summary,
    html: paragraphs.map((text) => `<p>${escaped(text)}</p>`).join(""),
    lang,
    published: outline.published,
    ...(outline.updated > outline.published && { updated: outline.updated }),
    attachments: [],
    hashtags: hashtagsOf(frame),
  };
}

const isLine = (found: PledgeLine | Address): found is PledgeLine => "pledge" in found;

/** When each was said here, and last: a promise of years ago is news when it is recorded. */
async function outlined(db: Db, only?: string): Promise<(Outlined & { updated: string })[]> {
  let rows = db
    .withTables<PledgeTables & LogTables>()
    .selectFrom("pledge")
    .innerJoin("record", "record.subject", "pledge.subject")
    .where("record.kind", "!=", SLUG_BOUND)
    .select(({ fn }) => [
      "pledge.subject",
      fn.min<string>("record.at").as("first"),
      fn.max<string>("record.at").as("last"),
    ])
    .groupBy("pledge.subject");
  if (only !== undefined) rows = rows.where("pledge.subject", "=", only);
  return (await rows.execute()).map(({ subject, first, last }) => ({
    id: subject,
    published: timeIso(first),
    updated: timeIso(last),
  }));
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
