/** The desk's form of an event: from what was typed to what is said, and back. */
import * as v from "valibot";
import { subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { calledSo } from "../../platform/addresses/called.ts";
import { thingsTyped } from "../../platform/addresses/named.ts";
import type { Db } from "../../platform/db/store.ts";
import { slug as slugForm, url } from "../../platform/folder/fields.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import { placesBySubject } from "../places/api.ts";
import type { EventCard } from "./queries.ts";
import { EventBody, endsAfterStart, type Event } from "./records.ts";
import { isLocalTime } from "../../engines/calendar/zone.ts";
import type { Words } from "./words.ts";
import { zoneOfCountry, zoneTyped } from "./zones.ts";

export const FIELDS = [
  "title",
  "summary",
  "start",
  "end",
  "zone",
  "place",
  "address",
  "language",
  "link",
  "partners",
  "cancelled",
] as const;
type Field = (typeof FIELDS)[number];
export type Typed = Readonly<Partial<Record<Field | "slug" | `${typeof TICKS}${string}`, string>>>;
type Problems = Record<string, string>;

/** How the ticks of partners begin, each with the short name that follows. */
export const TICKS = "partner.";

/** Of the page on which it was typed. */
export interface Typing {
  readonly words: Words["desk"];
  /** The language in which a language is named. */
  readonly lang: string;
  /** The campaign's. */
  readonly timeZone: string | undefined;
}

export async function bodyFrom(
  db: Db,
  typed: Typed,
  { words, lang: desk, timeZone }: Typing,
): Promise<{ body?: Event; problems: Problems }> {
  const { title = "", summary = "" } = typed;
  const { language: called = "", link = "" } = typed;
  const { where, place, address } = await whereIs(db, typed);
  const zone = (await zoneAt(db, typed.zone ?? "", where)) ?? timeZone ?? "";
  const lang = called === "" ? "" : languageTyped(called, desk);
  const [start, end] = [typed.start, typed.end].map((time) => (time ?? "").replace("T", " "));
  const at = { start: start!, end: end!, zone };
  const problems: Problems = {};
  for (const name of ["title", "summary"] as const) if (!typed[name]) problems[name] = words.needed;
  for (const name of ["start", "end"] as const)
    if (!isLocalTime(at[name])) problems[name] = words.badTime;
  if (zone === "") problems["zone"] = words.badZone;
  if (place === "" && address === "") problems["address"] = words.where;
  if (link !== "" && !v.is(url, link)) problems["link"] = words.badLink;
  if (lang === undefined) problems["language"] = words.badLanguage;
  if (!problems["start"] && !problems["end"] && !problems["zone"] && !endsAfterStart(at))
    problems["end"] = words.order;
  if (place !== "" && !where) problems["address"] = words.where;
  const { subjects, unknown } = await thingsTyped(db, "partners", typed.partners ?? "");
  const partners = [...new Set([...(await ticked(db, typed)), ...subjects])];
  if (unknown[0] !== undefined) problems["partners"] = words.badPartner(unknown[0]);
  if (Object.keys(problems).length > 0) return { problems };
  const said = v.safeParse(EventBody, {
    title,
    summary,
    ...(lang !== "" && { language: lang }),
    ...at,
    ...(where && { place: where.subject }),
    ...(address !== "" && { address }),
    ...(link !== "" && { link }),
    ...(partners.length > 0 && { partners }),
    ...(typed.cancelled === "yes" && { cancelled: true }),
  });
  if (said.success) return { body: said.output, problems };
  const [{ path, message }] = said.issues;
  const key = path?.[0]?.key;
  return { problems: { [typeof key === "string" ? key : "title"]: `Expected ${message}.` } };
}

/** The place that was chosen, or the one whose name was typed, whatever its case and marks. */
async function whereIs(db: Db, { place = "", address = "" }: Typed) {
  if (place !== "") return { where: await subjectAt(db, "places", place), place, address };
  const [same, ...others] = await calledSo(db, "places", address === "" ? [] : [address]);
  return same && others.length === 0
    ? { where: same, place: same.subject, address: "" }
    : { where: undefined, place, address };
}

/** As it was typed, by its city or by a place of ours; else that of the place. */
async function zoneAt(db: Db, text: string, where: Pick<Address, "subject"> | undefined) {
  const typed = text === "" ? undefined : zoneTyped(text);
  if (typed !== undefined) return typed;
  const [same] = text === "" ? [] : await calledSo(db, "places", [text]);
  const place = text === "" ? where : same;
  const card = place && (await placesBySubject(db, [place.subject])).get(place.subject);
  return card ? (zoneOfCountry(card.country) ?? "") : text === "" ? undefined : "";
}

async function ticked(db: Db, typed: Typed): Promise<string[]> {
  const subjects: string[] = [];
  for (const slug of tickedIn(typed)) {
    const partner = await subjectAt(db, "partners", slug);
    if (partner) subjects.push(partner.subject);
  }
  return subjects;
}

const MOST_TICKED = 200; // each is looked up

/** The short names of the partners that are ticked. */
export const tickedIn = (typed: Typed): readonly string[] =>
  Object.entries(typed)
    .filter(([name, value]) => name.startsWith(TICKS) && value === "yes")
    .map(([name]) => name.slice(TICKS.length))
    .slice(0, MOST_TICKED);

export function slugFrom(slug: string, words: Words["desk"]): Problems {
  return v.is(slugForm, slug) && slug !== "new" && slug !== "feed" ? {} : { slug: words.badSlug };
}

export function typedOf({ event, place, partners }: EventCard): Typed {
  const { title, summary, zone, address, link, language: lang, cancelled } = event;
  return {
    title,
    summary,
    zone,
    start: event.start.replace(" ", "T"),
    end: event.end.replace(" ", "T"),
    ...(place && { place: place.slug }),
    ...(address !== undefined && { address }),
    ...(link !== undefined && { link }),
    ...(lang !== undefined && { language: lang }),
    ...Object.fromEntries(partners.map(({ slug }) => [TICKS + slug, "yes"])),
    ...(cancelled && { cancelled: "yes" }),
  };
}
