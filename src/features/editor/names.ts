/** What a story may name, as its form offers it. */
import { pagesByName, type PagesByName } from "../../platform/web/pages-by-name.tsx";
import type { Frame } from "../../platform/web/frame.ts";
import { addressesIn, folded } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { partnersBySubject } from "../partners/api.ts";
import { peopleBySubject } from "../people/api.ts";
import { placesBySubject, skyOf } from "../places/api.ts";
import { programmeList, programmesBySubject } from "../programmes/api.ts";
import { labelOf, rowsOf } from "./naming.ts";
import type { Offered } from "./pages/named.tsx";
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

interface NamesFor {
  readonly unsaid: Parameters<typeof rowsOf>[2];
  readonly frame: Frame;
  /** Of the desk. */
  readonly lang: string;
}

/** The names that a form shows, those that it offers, by space, and who or what could be meant by those that nobody knows. */
export async function formNames(
  db: Db,
  typed: Typed,
  { unsaid, frame, lang }: NamesFor,
): Promise<Pick<FormProps, "offered" | "rows" | "pages">> {
  const of = async (space: string) => [...(await addressesIn(db, space)).values()].slice(0, MOST);
  const people = await peopleBySubject(db, await of("people"));
  const places = await placesBySubject(db, await of("places"));
  const partners = await partnersBySubject(db, await of("partners"));
  const programmes = await programmesBySubject(db, await of("programmes"));
  return {
    offered: {
      people: labelled([...people.values()]),
      places: labelled([...places.values()]),
      partners: labelled([...partners.values()]),
      programmes: labelled(
        [...programmes.values()].map(({ slug, title }) => ({ slug, name: title })),
      ),
    },
    rows: await rowsOf(db, typed, unsaid),
    pages: await pagesNamed(db, { frame, lang }),
  };
}

/** Where the next step of a reader may lead, by name. */
export async function pagesNamed(
  db: Db,
  { frame, lang }: Pick<NamesFor, "frame" | "lang">,
): Promise<PagesByName> {
  const programmes = (await programmeList(db)).slice(0, MOST);
  const others = programmes.map(({ slug, title }) => ({
    path: `/programmes/${slug}`,
    name: title,
  }));
  return pagesByName(frame, lang, others);
}

function labelled(all: readonly { readonly slug: string; readonly name: string }[]): Offered {
  const named = Map.groupBy(all, ({ name }) => folded(name));
  return all.map((one) => (named.get(folded(one.name))!.length > 1 ? labelOf(one) : one.name));
}
