/** The desk's own form for an ask or an offer: what it becomes, with the words that are to stand. Rules O6, O13 and O14. */
import { slugFrom as slugOfWords } from "../../engines/plaintext/slug.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { acceptAs, type Desk } from "../../platform/sent/desk.ts";
import type { Refusal } from "../../platform/sent/refusal.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { acceptWordsIn, type AcceptWords } from "./accept-words.ts";
import { acceptAsNew, NEW_THINGS, type NewThing } from "./accept-as-new.ts";
import { acceptAsOpportunity, hasContact, type Edits } from "./commands.ts";
import { countryIn, MAX_LINE, MAX_WORDS, type Sent } from "./sent.ts";
import { wordsIn } from "./words.ts";

export const ACCEPT_FIELDS = [
  "as",
  "slug",
  "name",
  "words",
  "near",
  "place",
  "country",
  "lat",
  "lon",
  "kind",
  "path",
] as const;

/**
 * @param lang of the desk @param own the campaign's, in which records speak
 * @returns the path at which it stands, or what does not fit, in the language of the desk, or why it was not done
 */
export async function acceptTyped(
  desk: Desk,
  submission: Submission,
  typed: Typed,
  lang: string,
  own: string,
): Promise<string | Problems | Refusal> {
  const { id } = submission;
  const { as = "", slug = "", path = "" } = typed;
  const words = acceptWordsIn(lang);
  const { problems: w } = words;
  if (as === "standing") {
    const [, space, name] = /^(?:https?:\/\/[^/]+)?\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
    if (space === undefined || name === undefined) return { path: w.path };
    return (await stands(desk, space, name))
      ? acceptAs(desk, id, space, name)
      : { path: w.nothingThere };
  }
  const thing = NEW_THINGS.find((one) => one === as);
  if (!thing && as !== "opportunity") return { as: w.as };
  const problems = {
    ...unreadable(typed, thing, words),
    ...(await misplaced(desk, typed, thing, words)),
  };
  if (Object.keys(problems).length > 0) return problems;
  const left = thing === "partner" ? undefined : null; // where a form has the field, an empty one is left out
  const edits: Edits = {
    words: given(typed["words"]),
    near: given(typed["near"]),
    place: given(typed["place"]),
    country: given(countryIn(typed["country"] ?? "", lang)) ?? left,
    lat: degreesIn(typed["lat"]) ?? left,
    lon: degreesIn(typed["lon"]) ?? left,
  };
  for (const field of ["words", "near", "name"])
    if (hasContact({ words: typed[field] ?? "" }, submission.contact))
      return { [field]: w.contact };
  if (!thing) return acceptAsOpportunity(desk, id, edits);
  const named = { slug, own, name: given(typed["name"]), kind: given(typed["kind"]) };
  return acceptAsNew(desk, id, thing, { ...edits, ...named });
}

/** Fields that are not what they are to be. */
function unreadable(
  typed: Typed,
  thing: NewThing | undefined,
  { lang, problems: w }: AcceptWords,
): Problems {
  const { slug = "", country = "", place = "", near = "" } = typed;
  const form = wordsIn(lang).problems;
  const [lat, lon] = [degreesIn(typed["lat"]), degreesIn(typed["lon"])];
  const isNowhere = country === "" || lat === undefined || lon === undefined;
  return {
    ...(countryIn(country, lang) === undefined && { country: w.country }),
    ...(Number.isNaN(lat) && { lat: w.lat }),
    ...(Number.isNaN(lon) && { lon: w.lon }),
    ...(isNewPlace(thing, place) && isNowhere && { country: w.position }),
    ...(!thing &&
      place === "" &&
      near === "" && { near: form.place(formatNumber(MAX_LINE, lang)) }),
    ...(thing !== "place" &&
      (typed["words"] ?? "") === "" && { words: form.words(formatNumber(MAX_WORDS, lang)) }),
    ...(thing && !/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug) && { slug: w.slug }),
  };
}

/** A project that names no place brings its own. */
const isNewPlace = (thing: NewThing | undefined, place: string): boolean =>
  thing === "place" || (thing === "project" && place === "");

/** Addresses that lead somewhere already, or nowhere. */
async function misplaced(
  desk: Desk,
  { slug = "", place = "" }: Typed,
  thing: NewThing | undefined,
  { problems: w }: AcceptWords,
): Promise<Problems> {
  const spaces = [...(thing ? [`${thing}s`] : []), ...(isNewPlace(thing, place) ? ["places"] : [])];
  const taken = await Promise.all(spaces.map((space) => stands(desk, space, slug)));
  return {
    ...(taken.includes(true) && { slug: w.taken }),
    ...(place !== "" && !(await stands(desk, "places", place)) && { place: w.nothingThere }),
  };
}

const stands = async ({ speaker }: Desk, space: string, slug: string): Promise<boolean> =>
  (await speaker.snapshot((db) => subjectAt(db, space, slug))) !== undefined;

/** An address for a new thing, from its name. */
export const slugFrom = ({ place }: Sent): string => slugOfWords(place, 80);

/** Undefined where nothing was typed; NaN where it is no number. */
function degreesIn(typed = ""): number | undefined {
  if (typed === "") return undefined;
  return /^[+-]?\d{1,3}(?:[.,]\d{1,8})?$/.test(typed)
    ? Number(typed.replace(",", "."))
    : Number.NaN;
}

const given = (typed: string | undefined): string | undefined => (typed === "" ? undefined : typed);
