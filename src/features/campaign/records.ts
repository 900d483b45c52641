/** What can be said of the campaign itself, and its free pages. */
import * as v from "valibot";
import {
  amount,
  colour,
  date,
  day,
  formerAddress,
  hashtag,
  inBody,
  language,
  languages,
  line,
  lines,
  listOf,
  markdown,
  mediaPath,
  organisationReference,
  paragraph,
  sector,
  slug,
  storedMedia,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import { filmOver } from "../../platform/folder/film-fields.ts";
import { skyView } from "../../platform/folder/sky-fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import { LongTextBody } from "../../platform/records/last-said.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const CAMPAIGN_OPENED = "campaign.opened/1";
export const CAMPAIGN_EDITED = "campaign.edited/1";
export const CAMPAIGN_WITHDRAWN = "campaign.withdrawn/1";
export const PAGE_WRITTEN = "page.written/1";
export const PAGE_EDITED = "page.edited/1";
export const PAGE_WITHDRAWN = "page.withdrawn/1";
export const PAGE_TRANSLATED = "page.translated/1";

const topic = v.strictObject({
  id: slug,
  name: line,
  question: line,
  /** Where an earlier site listed it. */
  formerly: v.optional(listOf(formerAddress)),
});
const walk = v.strictObject({ id: slug, one: line, many: line });
const listed = <S extends v.GenericSchema<unknown, { readonly id: string }>>(item: S) =>
  v.pipe(
    v.array(item, "a list"),
    v.minLength(1, "at least one entry"),
    v.maxLength(60, "at most 60 entries"), // each stands on the front page
    v.check((list) => new Set(list.map(({ id }) => id)).size === list.length, "every id once"),
  );

/** The parts of the main navigation, by the address of each. */
export const PARTS = ["stories", "do-good", "pledges", "conversation", "take-part"] as const;
const parts = v.pipe(
  v.array(v.picklist(PARTS, `one of ${PARTS.join(", ")}`), "a list"),
  v.minLength(1, "at least one part; all of them where the list is absent"),
  v.check((list) => new Set(list).size === list.length, "every part once"),
);

/** The form of `campaign.yaml` over one side: a path in the file, a stored file in the record. */
const campaignForm = <Media extends v.GenericSchema>(media: Media) => ({
  id: slug,
  name: line,
  claim: line,
  purpose: paragraph,
  hashtag,
  language,
  languages,
  colour: v.optional(v.strictObject({ day: colour, night: colour })),
  /** Beside the name, on every page. */
  logo: v.optional(media),
  goal: v.optional(
    v.strictObject({
      statement: line,
      metric: line,
      unit: line,
      target: amount,
      from: day,
      by: date,
      note: v.optional(paragraph),
    }),
  ),
  /** It plays on the front page, when somebody asks for it. */
  film: v.optional(filmOver(media)),
  /** The Earth from space: stories that are of no place open with it. */
  earth: v.optional(skyView(media)),
  doGood: paragraph,
  tellTheWorld: paragraph,
  topics: listed(topic),
  walks: listed(walk),
  /** Which parts the main navigation shows; all of them where it is absent. */
  navigation: v.optional(parts),
  disclaimer: paragraph,
  independence: paragraph,
  legal: v.optional(lines),
  credits: v.optional(lines),
  /** Of the campaign's own texts and data. */
  licence: v.optional(v.strictObject({ name: line, url })),
  contact: v.optional(v.pipe(v.string("a mail address"), v.email("a mail address"))),
  /** Where letters and signed sheets go by post. */
  postalAddress: v.optional(lines),
  /** For those who gather aid data: where the campaign is registered, and the sector of its goal. */
  iati: v.optional(
    v.strictObject({
      reference: v.optional(organisationReference),
      sector: v.optional(sector),
    }),
  ),
});
/** Its record keeps the `id`. */
export const CampaignBody = v.strictObject(campaignForm(storedMedia));
export const CampaignFile = v.strictObject(campaignForm(mediaPath));

export const pageForm = <NamedPicture extends v.GenericSchema>(namedPicture: NamedPicture) => ({
  title: line,
  summary: v.optional(paragraph),
  /** Pictures that stand in the text, by the name it has for them. */
  pictures: v.optional(listOf(namedPicture, 50)),
  /** Where it stood on an earlier site. */
  formerly: v.optional(listOf(formerAddress)),
});
export const PageBody = v.strictObject({ ...pageForm(inBody.namedPicture), markdown });

/** What it says in the languages of the campaign. */
export const CAMPAIGN_WORDING: Wording = {
  space: "campaign",
  texts: [
    "claim",
    "purpose",
    "goal.statement",
    "goal.metric",
    "goal.unit",
    "goal.note",
    "film.title",
    "described.note",
    "earth.alt",
    "earth.note",
    "doGood",
    "tellTheWorld",
    "topics.name",
    "topics.question",
    "walks.one",
    "walks.many",
    "disclaimer",
    "independence",
    "legal",
    "credit",
    "credits",
  ],
  known: ["people"],
};

export const campaignKinds: Kinds = {
  [CAMPAIGN_OPENED]: { opens: true, body: CampaignBody, page: "/" },
  [CAMPAIGN_EDITED]: { opens: false, body: CampaignBody },
  [CAMPAIGN_WITHDRAWN]: { opens: false, body: withdrawal },
};
export const pageKinds: Kinds = {
  [PAGE_WRITTEN]: { opens: true, body: PageBody },
  [PAGE_EDITED]: { opens: false, body: PageBody },
  [PAGE_WITHDRAWN]: { opens: false, body: withdrawal },
  [PAGE_TRANSLATED]: { opens: false, body: LongTextBody },
};
