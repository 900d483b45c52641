/** What a form is begun with: the book that is signed, or the place and the programme of a story that somebody read. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Serving } from "../../platform/feature.ts";
import { placesBySubject } from "../places/api.ts";
import type { TellVisit } from "./receive.ts";

/** Where a book stands now, and what it is called. */
export const bookCalled = ({ speaker }: Pick<Serving, "speaker">, book: string) =>
  speaker.snapshot(async (db) => {
    const address = await subjectAt(db, "books", book);
    const named = address && (await namesOf(db, [address.subject])).get(address.subject);
    return address && { slug: address.slug, name: named?.name };
  });

/** Where a story that somebody read happened, and which programme it belongs to: one of the same is begun from it. */
export const handedOver = ({ speaker }: Pick<Serving, "speaker">, { search, lang }: TellVisit) =>
  speaker.snapshot(async (db) => {
    const named = async (space: string) => {
      const slug = search.get(space === "places" ? "place" : "programme") ?? "";
      return slug === "" ? undefined : subjectAt(db, space, slug);
    };
    const [place, programme] = [await named("places"), await named("programmes")];
    const card = place && (await placesBySubject(db, [place.subject], lang)).get(place.subject);
    const called = programme && (await namesOf(db, [programme.subject])).get(programme.subject);
    return {
      ...(card && { near: { near: card.name } }),
      ...(called && { programme: { programme: programme.slug }, called: called.name }),
    };
  });
