/** The desk's own form for an ask or an offer: what it becomes, with the words that are to stand. Rules O6, O13 and O14. */
import { acceptAs, type Desk } from "../../platform/sent/desk.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { acceptAsNew, NEW_THINGS } from "./become.ts";
import { acceptAsOpportunity, type Edits } from "./desk.ts";
import type { Sent } from "./sent.ts";
import { countryIn } from "./sent.ts";

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

/** @returns the path at which it stands, or what does not fit */
export async function acceptTyped(
  desk: Desk,
  { id }: Submission,
  typed: Typed,
): Promise<string | Problems> {
  const { as = "", slug = "", path = "" } = typed;
  if (as === "standing") {
    const [, space, name] = /^(?:https?:\/\/[^/]+)?\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
    if (space === undefined || name === undefined)
      return { path: "Write the address of a page of this site, such as /places/mankosi." };
    return acceptAs(desk, id, space, name);
  }
  const thing = NEW_THINGS.find((one) => one === as);
  const country = countryIn(typed["country"] ?? "");
  const [lat, lon] = [degreesIn(typed["lat"]), degreesIn(typed["lon"])];
  const problems = {
    ...(country === undefined && { country: "Write a country’s name or two letters such as ZA." }),
    ...(Number.isNaN(lat) && { lat: "Write degrees from -90 to 90, such as -31.98." }),
    ...(Number.isNaN(lon) && { lon: "Write degrees from -180 to 180, such as 29.15." }),
    ...(thing && !/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug) && { slug: "Write a-z, 0-9 and - only." }),
  };
  if (Object.keys(problems).length > 0) return problems;
  const edits: Edits = {
    words: given(typed["words"]),
    near: given(typed["near"]),
    place: given(typed["place"]),
    country: given(country),
    lat,
    lon,
  };
  if (as === "opportunity") return acceptAsOpportunity(desk, id, edits);
  if (!thing) return { as: "Choose what it becomes." };
  const named = { slug, name: given(typed["name"]), kind: given(typed["kind"]) };
  return acceptAsNew(desk, id, thing, { ...edits, ...named });
}

/** An address for a new thing, from its name: what is left of it in a-z. */
export function slugFrom({ place }: Sent): string {
  const plain = place.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
}

/** Undefined where nothing was typed; NaN where it is no number. */
function degreesIn(typed = ""): number | undefined {
  if (typed === "") return undefined;
  return /^[+-]?\d{1,3}(?:[.,]\d{1,8})?$/.test(typed)
    ? Number(typed.replace(",", "."))
    : Number.NaN;
}

const given = (typed: string | undefined): string | undefined => (typed === "" ? undefined : typed);
