/** The picture beside a story in a feed: its own where everybody in it agreed to a feed, else its place from space. */
import { mediaType } from "../../platform/media/kind.ts";
import type { FeedPicture } from "../../platform/web/feed.ts";
import { mediaPath } from "../../platform/web/picture.tsx";
import type { PageRequest } from "../../platform/web/route.ts";
import { mayBeShown, type PersonCard } from "../people/api.ts";
import { firstSky, skyOf, skySays } from "../places/api.ts";
import type { Story } from "./fold.ts";
import { rulesFor, withShown } from "./pictures.ts";
import type { StoryCard } from "./queries.ts";

const CHANNEL = "feed";

interface Pictured {
  readonly picture?: FeedPicture;
  /** First day on which another one may stand there. */
  readonly until?: string | undefined;
}

/** @param people everybody in the story; undefined for one whose record was withdrawn, who agrees to nothing */
export async function pictureOf(
  request: PageRequest,
  {
    card,
    story,
    people,
    lang,
  }: {
    readonly card: StoryCard;
    readonly story: Story;
    readonly people: readonly (PersonCard | undefined)[];
    /** Of the text that is shown. */
    readonly lang: string;
  },
): Promise<Pictured> {
  const { db, frame, today } = request;
  const own = await ownPicture();
  if (own.file) return { picture: fileOf(own.file), until: own.until };
  const place = card.place && firstSky(card.place.sky) ? card.place : undefined;
  const sky = skyOf(place, frame.earth);
  if (!sky) return { until: own.until };
  const shows = skySays(sky, lang, frame.own).alt;
  return { picture: fileOf({ file: sky.view.plain, alt: shows }), until: own.until };

  async function ownPicture() {
    if (!story.cover && !story.pictures) return {};
    const rules = await rulesFor(db, [story], [], { today, lang, channel: CHANNEL });
    const { cover, pictures = [] } = withShown(story, rules, lang);
    const agreed = people.every((one) => one && mayBeShown(one, "photo", lang, today, CHANNEL));
    // A drawing has a print for the night; nobody is in it.
    const file = [...(cover ? [cover] : []), ...pictures].find(
      ({ night }) => night !== undefined || agreed,
    );
    return { file, until: rules.until };
  }

  function fileOf({ file, alt }: Pick<NonNullable<Story["cover"]>, "file" | "alt">): FeedPicture {
    const url = frame.base + mediaPath(file);
    return { url, type: mediaType(file.media), bytes: file.bytes, alt };
  }
}
