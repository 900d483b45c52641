/** The settings of a region at the desk: from what was typed to a region file. Rule PN93. */
import { CATALOGUE, CATALOGUE_CURRENCY } from "../../engines/costs/catalogue/catalogue.ts";
import { mastHeights } from "../../engines/costs/technologies.ts";
import { pointFrom } from "../../engines/terrain/position.ts";
import { fieldName } from "../../platform/folder/problem.ts";
import { numberIn, westernDigits } from "../../platform/web/typed-number.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { problemsOf } from "./planning/region.ts";
import type { RegionWords } from "./region-words.ts";
import {
  accessRadios,
  gateOf,
  LINK,
  linkRadios,
  NUMBERS,
  type Bounds,
  type NumberField,
  type TextField,
} from "./regions-fields.ts";
import type { RegionAtDesk, Settings, Typed } from "./regions-kept.ts";

export type Problems = Record<string, string>;

/** @returns the settings, or what does not fit by field; `other` is of no field */
export function settingsFrom(
  typed: Typed,
  region: RegionAtDesk,
  words: RegionWords,
): { readonly settings?: Settings; readonly problems: Problems } {
  const problems: Problems = {};
  const text = (name: TextField): string => typed[name] ?? "";
  const needed = (name: TextField): string => {
    if (text(name) === "") problems[name] = words.needed;
    return text(name);
  };
  const number = Object.fromEntries(
    (Object.keys(NUMBERS) as NumberField[]).map((name) => [name, numberOf(name)]),
  ) as Record<NumberField, number | undefined>;
  function numberOf(name: NumberField): number | undefined {
    const { from, to, whole, optional }: Bounds = NUMBERS[name];
    const said = typed[name] ?? "";
    if (said === "" && optional) return undefined;
    const value = numberIn(said.replace(/^[−–]/, "-"), words.lang);
    const fits = typeof value === "number" && value >= from && value <= to;
    if (fits && (!whole || Number.isInteger(value))) return value;
    const [least, most] = [from, to].map((one) => formatNumber(one, words.lang)) as [
      string,
      string,
    ];
    problems[name] = (whole ? words.badWhole : words.badNumber)(least, most);
    return undefined;
  }
  const masts = mastsFrom(text("masts"));
  if (!masts) problems["masts"] = words.badMasts(String(mastHeights(CATALOGUE).at(-1)));
  const links = linkRadios.map(({ id }) => id).filter((id) => typed[LINK + id] === "yes");
  if (links.length === 0) problems["links"] = words.badLinks;
  if (!accessRadios.some(({ id }) => id === text("access"))) problems["access"] = words.needed;
  const gateways = gatewaysFrom(typed, region, words, problems);
  const air = airFrom(typed, number, words, problems);
  const money = moneyFrom(typed, number, words, problems);
  const tiles = region.layers?.tiles.filter(({ problem }) => problem === undefined) ?? [];
  const [ground, licence] = [needed("ground"), text("licence") || words.noLicence];
  const fields = {
    title: needed("title"),
    summary: needed("summary"),
    by: needed("by"),
    terrain: tiles.map(({ name }) => ({ file: `../files/${name}`, title: ground, licence })),
    places: placesFrom(text, number.most),
    gateways: gateways.map((one) => ({ ...one, mast: number.mast, uplink: number.uplink })),
    candidates: { summits: number.summits },
    access: {
      radio: text("access"),
      masts,
      receiver: 6,
      reach: number.reach,
      reliability: [number.reliability, 50, 50],
    },
    backhaul: {
      radios: links,
      reach: number.hopReach,
      hops: number.hops,
      ...(number.availability !== undefined && { availability: number.availability }),
    },
    ...(air && { air }),
    demand: {
      household: number.household,
      takeUp: (number.takeUp ?? 0) / 100,
      mbps: number.mbps,
    },
    power: { sun: number.sun },
    money,
    search: { seconds: number.seconds },
    assumptions: assumptionsFrom(region, number),
  };
  if (Object.keys(problems).length === 0)
    for (const { path, message } of problemsOf(fields)) {
      const field = fieldOf(fieldName(path));
      problems[field] ??= field === "other" ? `${fieldName(path)}: ${message}` : message;
    }
  if (Object.keys(problems).length > 0) return { problems };
  return { settings: { fields, fewest: number.fewest ?? 0 }, problems };
}

/** Of the reader of region files, what a form has under another name. */
const AS_TYPED: Readonly<Record<string, string>> = {
  "places.asOf": "asOf",
  "places.source.title": "placesTitle",
  "money.currency": "currency",
  "money.rates[0].date": "rateDay",
  "backhaul.availability": "availability",
  "air.source.url": "airUrl",
  "air.source.title": "airTitle",
  "terrain[0].title": "ground",
  "terrain[0].licence": "licence",
};
const fieldOf = (name: string): string =>
  AS_TYPED[name] ?? (["title", "summary", "by"].includes(name) ? name : "other");

function mastsFrom(typed: string): readonly number[] | undefined {
  const highest = mastHeights(CATALOGUE).at(-1)!;
  const heights = westernDigits(typed)
    .split(/[\s,;،]+/)
    .filter((one) => one !== "")
    .map(Number);
  const fits = heights.every((one) => one >= 0.5 && one <= highest);
  return fits && heights.length >= 1 && heights.length <= 6 ? heights : undefined;
}

interface Gateway {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

/** Those that are ticked, and a line each for others: a name, then where it stands. */
function gatewaysFrom(
  typed: Typed,
  { layers }: RegionAtDesk,
  words: RegionWords,
  problems: Problems,
): readonly Gateway[] {
  const all: Gateway[] = (layers?.places?.largest ?? [])
    .filter((place) => typed[gateOf(place)] === "yes")
    .map(({ name, lat, lon }) => ({ name, lat, lon }));
  for (const line of (typed["gateways"] ?? "").split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const [, name = "", rest = ""] = /^([^,;]{1,200})[,;](.*)$/.exec(line) ?? [];
    const at = pointFrom(rest);
    if (at && name.trim() !== "") all.push({ name: name.trim(), ...at });
    else problems["gateways"] ??= words.badGateway(line.slice(0, 100));
  }
  if (all.length === 0) problems["gateways"] ??= words.noGateway;
  return all;
}

type Numbers = Readonly<Record<NumberField, number | undefined>>;

/** Rain and gradient are known with their source, or not at all. */
function airFrom(typed: Typed, number: Numbers, words: RegionWords, problems: Problems) {
  const { rain, gradient, availability } = number;
  const [title, url] = [typed["airTitle"] ?? "", typed["airUrl"] ?? ""];
  if ([rain, gradient].every((one) => one === undefined) && title === "" && url === "") {
    if (availability !== undefined) problems["rain"] ??= words.needsAir;
    return undefined;
  }
  for (const [name, isThere] of [
    ["rain", rain !== undefined],
    ["gradient", gradient !== undefined],
    ["airTitle", title !== ""],
    ["airUrl", url !== ""],
  ] as const)
    if (!isThere) problems[name] ??= words.wholeAir;
  return { rain, gradient, source: { title, url } };
}

function moneyFrom(typed: Typed, number: Numbers, words: RegionWords, problems: Problems) {
  const currency = (typed["currency"] ?? "").toUpperCase();
  const { budget, rate, years, discount = 0 } = number;
  if (!/^[A-Z]{3}$/.test(currency)) problems["currency"] = words.badCurrency;
  else if (currency !== CATALOGUE_CURRENCY && rate === undefined)
    problems["rate"] ??= words.needsRate(CATALOGUE_CURRENCY);
  const rates = [{ of: currency, in: CATALOGUE_CURRENCY, rate, date: typed["rateDay"] ?? "" }];
  return {
    currency,
    budget,
    years,
    discount: discount / 100,
    ...(currency !== CATALOGUE_CURRENCY && { rates }),
  };
}

function placesFrom(text: (name: TextField) => string, most: number | undefined) {
  const [title, asOf] = [text("placesTitle"), text("asOf")];
  return {
    file: "places.csv",
    ...(title !== "" && { source: { title } }),
    ...(asOf !== "" && { asOf }),
    ...(most !== undefined && { atMost: most }),
  };
}

/** What the plan's readers have to know of its places, in English as the plan's own sentences are. */
function assumptionsFrom({ layers }: RegionAtDesk, { fewest = 0 }: Numbers): string[] {
  const left = layers?.places?.left ?? 0;
  return [
    ...(fewest > 0
      ? [`Places with fewer than ${fewest} people, or without a number of people, were left out.`]
      : []),
    ...(left > 0
      ? [`${left} rows of the list of places could not be read and were left out.`]
      : []),
  ];
}
