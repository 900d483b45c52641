/** Addresses of an earlier site in the form in which this server looks them up. */
import { keyOf, meantBy, readAddress } from "../platform/web/address.ts";

/** `https://old.example.org/2019/05/a-story/` as `/2019/05/a-story`; undefined where no path can be asked for. */
export function formerPath(address: string): string | undefined {
  const url = URL.parse(address);
  const path = url ? url.pathname + url.search : address;
  const read = readAddress(path);
  if (typeof read === "number") return undefined;
  const key = keyOf(read.path, Object.fromEntries(meantBy(read.search)));
  return key === "/" || key.length > 1000 || !/^\/[!-~]*$/.test(key) ? undefined : key;
}

/** A slug from the name that a thing had: `Désk of the Coast` as `desk-of-the-coast`; empty where no letter is left. */
export const slugFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 76)
    .replace(/-$/, "");

/** The slug, or with a number where another thing has it. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(slug)) return slug;
  }
}
