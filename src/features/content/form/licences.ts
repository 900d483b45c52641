/** Open licences that are offered by name, each with its address; another one, or own words, can be typed instead. */
import type { Typed } from "./typed.ts";

const CREATIVE_COMMONS = "https://creativecommons.org";
const LICENCES: ReadonlyMap<string, string> = new Map([
  ["CC BY 4.0", `${CREATIVE_COMMONS}/licenses/by/4.0/`],
  ["CC BY-SA 4.0", `${CREATIVE_COMMONS}/licenses/by-sa/4.0/`],
  ["CC BY-NC 4.0", `${CREATIVE_COMMONS}/licenses/by-nc/4.0/`],
  ["CC BY-NC-ND 4.0", `${CREATIVE_COMMONS}/licenses/by-nc-nd/4.0/`],
  ["CC0", `${CREATIVE_COMMONS}/publicdomain/zero/1.0/`],
]);

/** What a browser offers in a field, by where it stands in the thing. */
export const OFFERED: ReadonlyMap<string, readonly string[]> = new Map([
  ["licence.name", [...LICENCES.keys()]],
]);

/**
 * The form with the address of a licence that is known by its name, where none was typed, or that of another of these.
 * @param was the licence that stands: where it stays, so does what is said of it
 */
export function withAddress(typed: Typed, was: unknown): Typed {
  const { "licence.name": name = "", "licence.url": typedUrl = "" } = typed;
  if (name === was) return typed;
  const url = LICENCES.get(name.trim().toUpperCase());
  const isOwn = typedUrl !== "" && ![...LICENCES.values()].includes(typedUrl);
  return url === undefined || isOwn ? typed : { ...typed, "licence.url": url };
}
