/** The desk's form of an event: from what was typed to what is said, and back. */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { thingsTyped } from "../../platform/addresses/named.ts";
import type { Db } from "../../platform/db/store.ts";
import { slug as slugForm, url } from "../../platform/folder/fields.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import type { EventCard } from "./queries.ts";
import { EventBody, endsAfterStart, type Event } from "./records.ts";
import { isLocalTime } from "../../engines/calendar/zone.ts";
import type { Words } from "./words.ts";
import { zoneTyped } from "./zones.ts";

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
export type Typed = Readonly<Partial<Record<Field | "slug", string>>>;
type Problems = Record<string, string>;

/** @param desk the language in which a language is named */
export async function bodyFrom(
  db: Db,
  typed: Typed,
  words: Words["desk"],
  desk: string,
): Promise<{ body?: Event; problems: Problems }> {
  const { title = "", summary = "", address = "" } = typed;
  const zone = zoneTyped(typed.zone ?? "") ?? "";
  const { place = "", language: called = "", link = "" } = typed;
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
  const where = place === "" ? undefined : await subjectAt(db, "places", place);
  if (place !== "" && !where) problems["address"] = words.where;
  const { subjects: partners, unknown } = await thingsTyped(db, "partners", typed.partners ?? "");
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

export function slugFrom(slug: string, words: Words["desk"]): Problems {
  return v.is(slugForm, slug) && slug !== "new" && slug !== "feed" ? {} : { slug: words.badSlug };
}

/** A name with commas of its own would be read as several. */
const nameOf = ({ name, slug }: EventCard["partners"][number]): string =>
  name.includes(",") ? slug : name;

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
    ...(partners.length > 0 && { partners: partners.map(nameOf).join(", ") }),
    ...(cancelled && { cancelled: "yes" }),
  };
}
