/** How open data names a thing: by its permanent subject, its slug of today, its page and its record. */
import type { Address } from "../../platform/addresses/addresses.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest } from "../../platform/web/route.ts";
import { partnerPath } from "../partners/api.ts";

interface Thing extends Address {
  /** Whole addresses: where people read about it, and what the log holds of it. */
  readonly page: string;
  readonly record: string;
}
interface NamedThing extends Thing {
  readonly name: string;
}

/** The paths under which things of a kind have their pages. */
type Space =
  | "stories"
  | "places"
  | "partners"
  | "programmes"
  | "pledges"
  | "authors"
  | "books"
  | "courses";

export function thingOf(
  { frame, lang }: Pick<PageRequest, "frame" | "lang">,
  space: Space,
  { subject, slug }: Address,
): Thing {
  const path = space === "partners" ? partnerPath({ slug }) : `/${space}/${slug}`;
  return {
    subject,
    slug,
    page: `${frame.base}${pathIn(frame, lang, path)}`,
    record: recordOf(frame.base, subject),
  };
}

export const recordOf = (base: string, subject: string): string =>
  `${base}/log/subjects/${subject}`;

/** Things of a kind by name; those that are not listed today are left out. */
export function namedThings(
  request: Pick<PageRequest, "frame" | "lang">,
  space: Space,
  things: readonly (Address & ({ readonly name: string } | { readonly title: string }))[],
): NamedThing[] {
  return things.map((one) => ({
    ...thingOf(request, space, one),
    name: "name" in one ? one.name : one.title,
  }));
}
