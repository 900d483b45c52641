/** How a story is addressed, and how its place and its walk are named, wherever it is shown. */
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import type { StoryCard } from "./queries.ts";

export const storyPath = (frame: Frame, lang: string, slug: string): string =>
  pathIn(frame, lang, `/stories/${slug}`);

/** `Mankosi, Eastern Cape, South Africa`, as far as it is known. */
export function whereOf({ place }: Pick<StoryCard, "place">): string {
  return place ? placeLine(place) : "";
}
export function placeLine(place: NonNullable<StoryCard["place"]>): string {
  const parts = [place.name, place.region, place.countryName];
  return parts.filter((part, i) => part !== undefined && parts.indexOf(part) === i).join(", ");
}

export function walkName(frame: Frame, id: string | undefined): string | undefined {
  return frame.walks.find((walk) => walk.id === id)?.one;
}
