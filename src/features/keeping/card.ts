/** The picture by which a story shows on other sites: its cover, else the globe with its place. Rule K9 of README.md. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { printPicture } from "../../platform/media/pictures/pictures.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { LIST_USES, shownStories, storyCards, type StoryCard } from "../stories/feature.ts";
import { bytesOf } from "./bytes.ts";
import { drawing } from "./epub/cover.ts";

/** px */
export const CARD = { width: 1200, height: 630 };
const MOST = 30_000; // bytes; whoever sees the link may be on 2G too
const QUALITIES = [70, 50, 35, 20, 10, 4]; // the last two where every leaf of a photo is sharp

export const cardRoutes: readonly Route[] = [
  { path: "/stories/:slug/card.jpg", answer: card, inOwnWords: true },
];

async function card(request: PageRequest): Promise<Answer> {
  const { db, today, lang, params, frame } = request;
  const asked = params["slug"] ?? "";
  const address = await subjectAt(db, "stories", asked);
  if (!address) return undefined;
  const { stories, until } = await shownStories(db, today);
  const shown = stories.filter(({ subject }) => subject === address.subject);
  const [story] = await storyCards(db, shown, lang, today);
  if (!story) return undefined;
  const uses = { projections: [...LIST_USES, "campaign"] };
  if (story.slug !== asked)
    return { kind: "redirect", uses, to: `/stories/${story.slug}/card.jpg` };
  return {
    kind: "file",
    uses,
    ...(until !== undefined && { until }),
    type: "image/jpeg",
    body: await picture(request, story, frame.colour.day),
  };
}

async function picture(
  { readMedia }: PageRequest,
  { title, place, cover }: StoryCard,
  colour: string,
): Promise<Uint8Array> {
  const photo = cover && (await bytesOf(readMedia, cover.file.media));
  const from = photo ?? Buffer.from(drawing({ title, place, colour }, CARD));
  const size = { ...CARD, covers: true, background: "#f4f4ee" };
  const { bytes } = await printPicture(from, {
    ...size,
    format: "jpg",
    qualities: QUALITIES,
    most: MOST,
  });
  return bytes;
}
