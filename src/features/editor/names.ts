/** What a story may name, each by its slug, as its form lists them. */
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { partnersBySubject } from "../partners/api.ts";
import { peopleBySubject } from "../people/api.ts";
import { placesBySubject, skyOf } from "../places/api.ts";
import { programmesBySubject } from "../programmes/api.ts";
import type { Names } from "./pages/fields.tsx";
import type { FormProps } from "./pages/form.tsx";
import { itemsIn, type Typed } from "./typed.ts";

const MOST = 300; // of one sort; a longer list is no help, and the page would weigh more than the story

/** With which picture of its first place a story opens that has no cover. Rule W19. */
export async function openingOf(db: Db, typed: Typed): Promise<FormProps["opening"]> {
  const [slug = ""] = itemsIn(typed["places"] ?? "");
  const subject = (await addressesIn(db, "places")).get(slug);
  if (subject === undefined) return undefined;
  const place = (await placesBySubject(db, [subject])).get(subject);
  const sky = place && skyOf(place, undefined);
  return sky && { place: place.name, view: sky.view };
}

export async function formNames(db: Db, frame: Frame): Promise<Names> {
  const of = async (space: string) => [...(await addressesIn(db, space)).values()].slice(0, MOST);
  const people = await peopleBySubject(db, await of("people"));
  const places = await placesBySubject(db, await of("places"));
  const partners = await partnersBySubject(db, await of("partners"));
  const programmes = await programmesBySubject(db, await of("programmes"));
  const named = [...people.values()].map(({ slug, name }) => [slug, name] as const);
  return {
    people: named,
    authors: named,
    places: [...places.values()].map(({ slug, name }) => [slug, name] as const),
    partners: [...partners.values()].map(({ slug, name }) => [slug, name] as const),
    programmes: [...programmes.values()].map(({ slug, title }) => [slug, title] as const),
    topics: frame.topics.map(({ id, name }) => [id, name] as const),
  };
}
