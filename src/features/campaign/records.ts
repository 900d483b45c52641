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
  ownPath,
  paragraph,
  sector,
  slug,
  storedMedia,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import { isZone } from "../../engines/calendar/zone.ts";
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

/** What the front page tells below its opening, in the order in which it does so by itself. */
export const FRONT_BLOCKS = [
  "people",
  "book",
  "do-good",
  "pledges",
  "purpose",
  "conversation",
  "letter",
  "event",
  "wanted",
] as const;
export type FrontBlock = (typeof FRONT_BLOCKS)[number];
/** How many of each somebody may choose for it. */
export const CHOSEN = { people: 2, pledges: 2, programmes: 3 } as const;
const MOST_PEOPLE = 4; // of records that were said when it showed as many

/** What pages ask their readers for: it can be left off. */
export const INVITATIONS = ["lacking", "places", "partners", "events"] as const;

const everyOnce = <S extends v.GenericSchema<unknown, string>>(item: S, most: number) =>
  v.pipe(
    v.array(item, "a list"),
    v.minLength(1, "at least one entry"),
    v.maxLength(most, `at most ${most} entries`),
    v.check((list) => new Set(list).size === list.length, "every entry once"),
  );

const shortLine = (most: number) => v.pipe(line, v.maxLength(most, `at most ${most} characters`));

/** Things by their slugs; what is not there any more is passed over. */
const front = v.strictObject({
  /** Which blocks stand below the opening, in this order; all of them where it is absent. */
  blocks: v.optional(
    everyOnce(v.picklist(FRONT_BLOCKS, `one of ${FRONT_BLOCKS.join(", ")}`), FRONT_BLOCKS.length),
  ),
  /** The story that leads. */
  lead: v.optional(slug),
  /** Stories beside it, pledges and programmes: these first. */
  people: v.optional(everyOnce(slug, MOST_PEOPLE)),
  pledges: v.optional(everyOnce(slug, CHOSEN.pledges)),
  programmes: v.optional(everyOnce(slug, CHOSEN.programmes)),
  /** The story that stands beside the goal: somebody whom a connection reached. */
  reached: v.optional(slug),
});

/** The one number of the first screen, and the page that says where it comes from. */
const number = v.strictObject({ figure: shortLine(20), says: shortLine(200), to: ownPath });

/** One thing to do until a day, and what came of the one before. */
const week = v.strictObject({
  title: line,
  says: v.optional(paragraph),
  button: shortLine(60),
  to: ownPath,
  until: day,
  came: v.optional(paragraph),
});

/** It opens, closes, and is summed up. */
const question = v.strictObject({
  text: line,
  /** Where it is answered. */
  topic: slug,
  from: day,
  until: day,
  answers: v.optional(paragraph),
});

const linkWords = shortLine(30);
const DAYS = "a whole number of days from 1 to 90";
const days = v.pipe(v.number(DAYS), v.integer(DAYS), v.minValue(1, DAYS), v.maxValue(90, DAYS));
const ZONE = "a time zone such as Europe/Berlin";
const zone = v.pipe(v.string(ZONE), v.maxLength(60, ZONE), v.check(isZone, ZONE));

/** The form of `campaign.yaml` over one side: a path in the file, a stored file in the record. */
const campaignForm = <Media extends v.GenericSchema>(media: Media) => ({
  id: slug,
  name: line,
  claim: line,
  purpose: paragraph,
  hashtag,
  language,
  languages,
  /** By whose clock it goes: UTC where it is absent. */
  timeZone: v.optional(zone),
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
  /** What the front page opens with; the place of its lead where it is absent. */
  scene: v.optional(v.strictObject({ file: media, alt: paragraph, credit: v.optional(line) })),
  number: v.optional(number),
  week: v.optional(week),
  question: v.optional(question),
  doGood: paragraph,
  tellTheWorld: paragraph,
  topics: listed(topic),
  walks: listed(walk),
  /** Which parts the main navigation shows, in this order; all of them where it is absent. */
  navigation: v.optional(parts),
  /** A link of the campaign's own that stands after them. */
  ownLink: v.optional(
    v.strictObject({
      text: linkWords,
      to: v.union([ownPath, url], "a page of this site such as /events, or an address https://…"),
    }),
  ),
  front: v.optional(front),
  /** For what its pages ask nobody: of what they ask, and of which walks of life. */
  unasked: v.optional(
    v.strictObject({
      pages: v.optional(
        everyOnce(v.picklist(INVITATIONS, `one of ${INVITATIONS.join(", ")}`), INVITATIONS.length),
      ),
      walks: v.optional(everyOnce(slug, 60)),
    }),
  ),
  disclaimer: paragraph,
  independence: paragraph,
  legal: v.optional(lines),
  credits: v.optional(lines),
  /** Of the campaign's own texts and data. */
  licence: v.optional(v.strictObject({ name: line, url })),
  contact: v.optional(v.pipe(v.string("a mail address"), v.email("a mail address"))),
  /** Who answers for personal data. */
  answerable: v.optional(line),
  /** Within how many days whoever asks for their rights is answered; a month where it is absent. */
  answerDays: v.optional(days),
  /** To whom people may complain besides: the data protection authority. */
  authority: v.optional(v.strictObject({ name: line, url })),
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
export type Campaign = Readonly<v.InferOutput<typeof CampaignBody>>;
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
export type FreePage = Readonly<v.InferOutput<typeof PageBody>>;

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
    "scene.alt",
    "number.figure",
    "number.says",
    "week.title",
    "week.says",
    "week.button",
    "week.came",
    "question.text",
    "question.answers",
    "doGood",
    "tellTheWorld",
    "topics.name",
    "topics.question",
    "walks.one",
    "walks.many",
    "ownLink.text",
    "disclaimer",
    "independence",
    "legal",
    "credit",
    "credits",
  ],
  known: ["people"],
};

export const campaignKinds: Kinds = {
  [CAMPAIGN_OPENED]: { opens: true, body: CampaignBody, page: "/", files: "people" },
  [CAMPAIGN_EDITED]: { opens: false, body: CampaignBody, files: "people" },
  [CAMPAIGN_WITHDRAWN]: { opens: false, body: withdrawal },
};
export const pageKinds: Kinds = {
  [PAGE_WRITTEN]: { opens: true, body: PageBody, files: "people" },
  [PAGE_EDITED]: { opens: false, body: PageBody, files: "people" },
  [PAGE_WITHDRAWN]: { opens: false, body: withdrawal },
  [PAGE_TRANSLATED]: { opens: false, body: LongTextBody },
};
