/** What the campaign's records, and those of its free pages, say. Rules C1 and C2 of README.md. */
import * as v from "valibot";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  CAMPAIGN_WITHDRAWN,
  CampaignBody,
  PAGE_TRANSLATED,
  PAGE_WITHDRAWN,
  PageBody,
  PageTranslationBody,
} from "./records.ts";

export type Campaign = Readonly<v.InferOutput<typeof CampaignBody>>;
export type FreePage = Readonly<v.InferOutput<typeof PageBody>>;

/** Fold the campaign's records, in reading order; `undefined` when it is withdrawn or was never opened. */
export const foldCampaign = (records: readonly LogRecord[]): Campaign | undefined =>
  lastSaid(records, CampaignBody, CAMPAIGN_WITHDRAWN);

export interface PageTranslation extends Readonly<
  Omit<v.InferOutput<typeof PageTranslationBody>, "lang">
> {
  /** The page was worded anew after this translation. */
  readonly behind?: true;
}

/** C30: the last translation of a free page into each language. */
export function foldPageTranslations(
  records: readonly LogRecord[],
): Readonly<Record<string, PageTranslation>> {
  let translations: Record<string, PageTranslation> = {};
  let last: FreePage | undefined;
  for (const { kind, body } of records)
    if (kind === PAGE_TRANSLATED) {
      const said = v.safeParse(PageTranslationBody, body);
      if (!said.success) continue; // a newer instance's record
      const { lang, ...translation } = said.output;
      translations = { ...translations, [lang]: translation };
    } else {
      const said = v.safeParse(PageBody, body);
      if (!said.success) continue;
      if (last && isWordedAnew(last, said.output))
        translations = Object.fromEntries(
          Object.entries(translations).map(([lang, one]) => [lang, { ...one, behind: true }]),
        );
      last = said.output;
    }
  return translations;
}

const isWordedAnew = (a: FreePage, b: FreePage): boolean =>
  a.title !== b.title || a.summary !== b.summary || a.markdown !== b.markdown;

/** Fold one free page's records, in reading order. */
export const foldPage = (records: readonly LogRecord[]): FreePage | undefined =>
  lastSaid(records, PageBody, PAGE_WITHDRAWN);
