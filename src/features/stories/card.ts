/** What a story shows on other sites: who and where, before a photo with consent, its cover, or its place from space. Rule S27. */
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import type { PictureFile } from "../../platform/web/picture.tsx";
import { openingOf } from "../../platform/web/opening.ts";
import type { PageRequest, Shows } from "../../platform/web/route.ts";
import { skyOnCard } from "../places/api.ts";
import { photoOf, skyOf } from "./pages/beside.tsx";
import { placeLine } from "./naming.ts";
import type { StoryView } from "./view.ts";
import { wordsIn } from "./words.ts";

/** The words of a card in a story's page, in the language of its title. */
export function showsOf(view: StoryView, request: PageRequest): Shows {
  const props = { view, request, words: wordsIn(view.text.lang) };
  const [person] = view.people;
  const [place] = view.places;
  const photo = photoOf(props) ?? view.story.cover;
  const opening = openingOf(view.head.summary, view.head.lang);
  return {
    lang: view.head.lang,
    ...(opening !== undefined && { title: opening }),
    line: [person?.name, place && placeLine(place)].filter((part) => part !== undefined).join(", "),
    picture: photo ? { media: fileOf(photo, view.ladders) } : skyOnCard(skyOf(props)),
  };
}

const ENOUGH = 1280; // px; a card is 1200 wide

/** The widest lighter file of a photo that a card needs no more than; a drawing for dark ground where there is one. */
function fileOf({ file, night }: PictureFile, ladders: ReadonlyMap<string, Ladder>): string {
  const rungs = ladders.get(file.media)?.rungs ?? [];
  const fit = rungs.filter(({ media, width = 0 }) => width <= ENOUGH && media.endsWith(".webp"));
  const widest = fit.toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))[0];
  return widest?.media ?? night?.media ?? file.media;
}
