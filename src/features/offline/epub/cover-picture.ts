/** The cover of a book: what its page opens with, as a JPEG. Rule K13 of README.md. */
import { printPicture } from "../../../platform/media/pictures/pictures.ts";
import type { PageRequest } from "../../../platform/web/route.ts";
import { directionOf } from "../../../platform/web/words.ts";
import { skyOf, skySays } from "../../places/api.ts";
import type { StoryCard } from "../../stories/api.ts";
import { bytesOf } from "../bytes.ts";
import { bookWordsIn } from "../words.ts";
import type { Book, Cover, Picture } from "./book.ts";
import { drawing, drawnOver, NIGHT } from "./cover.ts";

const SIZE = { width: 600, height: 800 };
const MOST = 60_000; // bytes; a book is a tenth of that without it
const QUALITIES = [80, 65, 50, 35];

/** Its own picture, else its place from space, or the Earth where it is of none; where there is no picture, a drawing. */
export async function coverOf(
  request: PageRequest,
  { title, lang }: Pick<Book, "title" | "lang">,
  {
    place,
    picture,
  }: {
    readonly place?: StoryCard["place"] | undefined;
    readonly picture?: Picture | undefined;
  },
): Promise<Cover> {
  const { frame, readMedia } = request;
  const dir = directionOf(lang);
  const over = async (bytes: Uint8Array, marks: boolean): Promise<Uint8Array> => {
    const line = { title, colour: frame.colour.night, marks, dir };
    return jpegOf(drawnOver(await squareOf(bytes), line, SIZE), NIGHT);
  };
  if (picture) {
    const { alt, credit } = picture;
    const captions = credit === undefined ? [] : [{ text: credit, lang }];
    return { bytes: await over(picture.bytes, false), alt: { text: alt, lang }, captions };
  }
  const sky = skyOf(place, frame.earth);
  const seen = sky && (await bytesOf(readMedia, sky.view.wide.media));
  if (sky && seen) {
    const { alt, altLang, caption } = skySays(sky, lang, frame.own);
    return {
      bytes: await over(seen, sky.of !== "earth"),
      alt: { text: alt, lang: altLang },
      captions: [
        { text: caption, lang },
        { text: sky.view.credit, lang: frame.own },
      ],
    };
  }
  const words = bookWordsIn(lang);
  const drawn = drawing({ title, place, colour: frame.colour.day }, SIZE);
  return {
    bytes: await jpegOf(drawn, "#f4f4ee"),
    alt: { text: place ? words.coverOf(place.name) : words.cover, lang },
    captions: [],
  };
}

const squareOf = async (bytes: Uint8Array): Promise<Uint8Array> =>
  printed(bytes, { width: SIZE.width, height: SIZE.width, background: NIGHT, qualities: [90] });

const jpegOf = async (svg: string, background: string): Promise<Uint8Array> =>
  printed(Buffer.from(svg), { ...SIZE, background, qualities: QUALITIES, most: MOST });

async function printed(
  from: Uint8Array,
  print: Omit<Parameters<typeof printPicture>[1], "format" | "covers">,
): Promise<Uint8Array> {
  const { bytes } = await printPicture(from, { ...print, format: "jpg", covers: true });
  return bytes;
}
