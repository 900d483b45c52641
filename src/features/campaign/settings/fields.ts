/** The settings as a form has them, and the campaign as its record and campaign.yaml have it: one schema for both ways. */
import * as v from "valibot";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import { languagesTyped, languageTyped } from "../../../platform/web/languages.ts";
import { numberIn } from "../../../platform/web/typed-number.ts";
import type { Campaign } from "../records.ts";
import { campaignFolder } from "../folder.ts";
import { COLOUR } from "../frame.ts";
import { CampaignBody, PARTS } from "../records.ts";
import { contrast, FOR_LINES, FOR_WORDS, PAPER, ratioText } from "./contrast.ts";
import { LIST_FIELDS, listField, listsTyped, rowsIn, type List, type Row } from "./lists.ts";
import type { SettingsWords } from "./words.ts";

/** Each field of the form with its place in campaign.yaml. */
const PLACES = {
  name: "name",
  claim: "claim",
  purpose: "purpose",
  hashtag: "hashtag",
  doGood: "doGood",
  tellTheWorld: "tellTheWorld",
  contact: "contact",
  postalAddress: "postalAddress",
  answerable: "answerable",
  answerDays: "answerDays",
  authorityName: "authority.name",
  authorityUrl: "authority.url",
  colourDay: "colour.day",
  colourNight: "colour.night",
  goalStatement: "goal.statement",
  goalMetric: "goal.metric",
  goalUnit: "goal.unit",
  goalTarget: "goal.target",
  goalFrom: "goal.from",
  goalBy: "goal.by",
  goalNote: "goal.note",
  language: "language",
  languages: "languages",
  timeZone: "timeZone",
  disclaimer: "disclaimer",
  independence: "independence",
  legal: "legal",
  credits: "credits",
  licenceName: "licence.name",
  licenceUrl: "licence.url",
  iatiReference: "iati.reference",
  iatiSector: "iati.sector",
  filmTitle: "film.title",
  filmCredit: "film.credit",
} as const;
export type Field = keyof typeof PLACES;

const NAV_FIELDS = PARTS.map((part) => `nav-${part}`);
/** `base` is what the form was made from, so that nobody's change is lost unseen. */
export const FIELDS: readonly string[] = [
  ...Object.keys(PLACES),
  ...NAV_FIELDS,
  ...LIST_FIELDS,
  "filmGone",
  "base",
];

/** The form as it stands. */
export function typedOf(campaign: Campaign): Typed {
  const { goal, colour = COLOUR, navigation = PARTS, licence, film, iati } = campaign;
  return {
    name: campaign.name,
    claim: campaign.claim,
    purpose: campaign.purpose,
    hashtag: campaign.hashtag,
    doGood: campaign.doGood,
    tellTheWorld: campaign.tellTheWorld,
    contact: campaign.contact ?? "",
    postalAddress: (campaign.postalAddress ?? []).join("\n"),
    answerable: campaign.answerable ?? "",
    answerDays: String(campaign.answerDays ?? ""),
    authorityName: campaign.authority?.name ?? "",
    authorityUrl: campaign.authority?.url ?? "",
    colourDay: colour.day,
    colourNight: colour.night,
    goalStatement: goal?.statement ?? "",
    goalMetric: goal?.metric ?? "",
    goalUnit: goal?.unit ?? "",
    goalTarget: goal ? String(goal.target) : "",
    goalFrom: goal?.from ?? "",
    goalBy: goal?.by ?? "",
    goalNote: goal?.note ?? "",
    language: campaign.language,
    languages: campaign.languages.join(" "),
    timeZone: campaign.timeZone ?? "",
    disclaimer: campaign.disclaimer,
    independence: campaign.independence,
    legal: (campaign.legal ?? []).join("\n"),
    credits: (campaign.credits ?? []).join("\n"),
    licenceName: licence?.name ?? "",
    licenceUrl: licence?.url ?? "",
    iatiReference: iati?.reference ?? "",
    iatiSector: iati?.sector ?? "",
    filmTitle: film?.title ?? "",
    filmCredit: film?.credit ?? "",
    ...listsTyped(campaign),
    ...Object.fromEntries(navigation.map((part) => [`nav-${part}`, "yes"])),
  };
}

/** The campaign as typed, with what the form does not have as it was; or one line for each field that does not fit. */
export function readSettings(
  typed: Typed,
  before: Campaign,
  words: SettingsWords,
): { readonly campaign: Campaign } | { readonly problems: Problems } {
  const rows = {
    topics: rowsIn(typed, "topics", before),
    walks: rowsIn(typed, "walks", before),
  };
  const body = {
    ...before,
    ...saidIn(typed, before, words.lang),
    topics: rows.topics.map(({ entry }) => entry),
    walks: rows.walks.map(({ entry }) => entry),
  };
  const present = Object.fromEntries(Object.entries(body).filter(([, x]) => x !== undefined));
  const problems: Partial<Record<string, string>> = {};
  const wrong = (place: string, message: string) => {
    const field = fieldAt(place, rows);
    problems[field] ??= field === "navigation" ? words.navigationExpected : words.expected(message);
  };
  const read = v.safeParse(CampaignBody, present);
  for (const { path = [], message } of read.issues ?? [])
    wrong(path.map(({ key }) => String(key)).join("."), message);
  for (const [field, paper] of [
    ["colourDay", PAPER.day],
    ["colourNight", PAPER.night],
  ] as const) {
    const ratio = problems[field] === undefined ? contrast(typed[field]!, paper) : FOR_WORDS;
    const text = ratioText(ratio);
    if (ratio < FOR_WORDS)
      problems[field] = ratio < FOR_LINES ? words.tooFaint(text) : words.lineOnly(text);
  }
  if (read.success)
    campaignFolder.check?.(read.output, (place, message) =>
      wrong(place, message.replace(/^expected /, "")),
    );
  if (!read.success || Object.keys(problems).length > 0) return { problems };
  return { campaign: read.output };
}

/** `goal.target` as `goalTarget`, `legal.3` as `legal`, `topics.0.name` as the field of its row. */
function fieldAt(place: string, rows: Readonly<Record<List, readonly Row[]>>): string {
  const [list = "", n, key] = place.split(".");
  const row = list === "topics" || list === "walks" ? rows[list][Number(n)]?.row : undefined;
  if (row !== undefined) return listField(list as List, row, key ?? "id");
  const found = Object.entries(PLACES).find(
    ([, own]) => place === own || place.startsWith(`${own}.`),
  );
  return found?.[0] ?? list;
}

function saidIn(typed: Typed, before: Campaign, lang: string): Readonly<Record<string, unknown>> {
  const of = (field: Field) => typed[field] ?? "";
  const given = (field: Field) => (of(field) === "" ? undefined : of(field));
  const linesOf = (field: Field) => {
    const lines = of(field)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return lines.length === 0 ? undefined : lines;
  };
  const colour = { day: of("colourDay").toLowerCase(), night: of("colourNight").toLowerCase() };
  const isHouse = colour.day === COLOUR.day && colour.night === COLOUR.night;
  const ticked = PARTS.filter((part) => typed[`nav-${part}`] === "yes");
  const { navigation: order = PARTS } = before;
  const isOwn = order.join() !== PARTS.filter((part) => order.includes(part)).join();
  // What was put in order at the desk stays so, and what comes anew stands last.
  const kept = isOwn ? order.filter((part) => ticked.includes(part)) : [];
  const navigation = [...kept, ...ticked.filter((part) => !kept.includes(part))];
  return {
    name: of("name"),
    claim: of("claim"),
    purpose: of("purpose"),
    hashtag: of("hashtag").replace(/^#/, ""),
    doGood: of("doGood"),
    tellTheWorld: of("tellTheWorld"),
    contact: given("contact"),
    postalAddress: linesOf("postalAddress"),
    answerable: given("answerable"),
    answerDays: given("answerDays") === undefined ? undefined : numberIn(of("answerDays"), lang),
    authority: authorityIn(of),
    colour: isHouse && !before.colour ? undefined : colour, // what nobody chose stays unsaid
    goal: goalIn(of, given, before, lang),
    language: languageTyped(of("language"), lang) ?? of("language"),
    languages: languagesTyped(of("languages"), lang),
    navigation: navigation.join() === PARTS.join() ? undefined : navigation,
    timeZone: given("timeZone"),
    disclaimer: of("disclaimer"),
    independence: of("independence"),
    legal: linesOf("legal"),
    credits: linesOf("credits"),
    licence: licenceIn(of),
    iati: iatiIn(given),
    film: filmIn(typed, of, before),
  };
}

function licenceIn(of: (field: Field) => string): unknown {
  const [name, url] = [of("licenceName"), of("licenceUrl")];
  return name === "" && url === "" ? undefined : { name, url };
}

function authorityIn(of: (field: Field) => string): unknown {
  const [name, url] = [of("authorityName"), of("authorityUrl")];
  return name === "" && url === "" ? undefined : { name, url };
}

function iatiIn(given: (field: Field) => string | undefined): unknown {
  const [reference, sector] = [given("iatiReference"), given("iatiSector")];
  if (reference === undefined && sector === undefined) return undefined;
  return { ...(reference !== undefined && { reference }), ...(sector !== undefined && { sector }) };
}

/** Its words; the file itself comes with the campaign folder. */
function filmIn(typed: Typed, of: (field: Field) => string, { film }: Campaign): unknown {
  if (!film || typed["filmGone"] === "yes") return undefined;
  const { credit: _, ...rest } = film;
  const credit = of("filmCredit");
  return { ...rest, title: of("filmTitle"), ...(credit !== "" && { credit }) };
}

/** @param lang of the desk, in which a number is typed */
function goalIn(
  of: (field: Field) => string,
  given: (field: Field) => string | undefined,
  { goal }: Campaign,
  lang: string,
): unknown {
  const asked = [
    "goalStatement",
    "goalMetric",
    "goalUnit",
    "goalTarget",
    "goalFrom",
    "goalBy",
    "goalNote",
  ] as const;
  if (asked.every((field) => of(field) === "")) return undefined;
  const target = of("goalTarget");
  const isSame = goal !== undefined && target === String(goal.target); // as the form had it, in no language
  return {
    statement: of("goalStatement"),
    metric: of("goalMetric"),
    unit: of("goalUnit"),
    target: isSame ? goal.target : numberIn(target, lang),
    from: of("goalFrom"),
    by: of("goalBy"),
    ...(given("goalNote") !== undefined && { note: of("goalNote") }),
  };
}
