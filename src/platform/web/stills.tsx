/** Prints of photos that come by themselves: one of at most 6,000 bytes, one of 2,000 for lists. Rules S31 and S32 of features/stories. */
import type { Ladder } from "../media/ladder/rungs-of.ts";
import {
  isPlain,
  mediaPath,
  Picture,
  PicturePair,
  sizeOf,
  stepsOf,
  type MediaFile,
  type PictureFile,
  type Shown,
} from "./picture.tsx";
import type { Html } from "./route.ts";

/** Percent from the left and from the top. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** Of nine parts of a picture the one that stays: a class, because a page has no style of its own. */
export const focusClass = (focus: Focus | undefined): string | undefined => {
  if (!focus) return undefined;
  const third = (percent: number): number => Math.min(2, Math.floor(percent / 34));
  const at = `at${third(focus.x)}${third(focus.y)}`;
  return at === "at11" ? undefined : at;
};

export const STILL_BYTES = 6000; // what may come by itself

/** The print that may come by itself; undefined where there is none yet. */
export function stillOf(
  { file, night }: PictureFile,
  ladder: Ladder | undefined,
): Shown | undefined {
  const small = night || file.bytes <= STILL_BYTES ? undefined : printOf(ladder, "still");
  if (small) return small;
  return Math.max(file.bytes, night?.bytes ?? 0) <= STILL_BYTES ? file : undefined;
}

/** The print for lists; undefined where there is none yet. */
export const thumbOf = ({ file }: PictureFile, ladder: Ladder | undefined): Shown | undefined =>
  printOf(ladder, "thumb") ?? (file.bytes <= THUMB_BYTES ? file : undefined);

const THUMB_BYTES = 2000;
const printOf = (ladder: Ladder | undefined, name: string): Shown | undefined =>
  ladder?.rungs.find(({ rung }) => rung === name);

/** A picture whose print comes with the page; behind its button, where it has none yet. */
export function OpenPicture(props: Parameters<typeof Picture>[0]): Html {
  const { picture, ladder, lang } = props;
  const still = stillOf(picture, ladder);
  return still ? (
    <Open picture={picture} still={still} ladder={ladder} lang={lang} />
  ) : (
    <Picture {...props} />
  );
}

/** Two of them beside each other. */
export function OpenPair(props: Parameters<typeof PicturePair>[0]): Html {
  const { pictures, ladders, lang } = props;
  const prints = pictures.map((picture) => {
    const ladder = ladders.get(picture.file.media);
    return { picture, ladder, still: stillOf(picture, ladder) };
  });
  if (prints.some(({ still }) => still === undefined)) return <PicturePair {...props} />;
  return (
    <div class="two">
      {prints.map(({ picture, ladder, still }) => (
        <Open picture={picture} still={still!} ladder={ladder} lang={lang} />
      ))}
    </div>
  );
}

/** At once, as light as it can be; the larger one is a link that says its weight. */
function Open(props: {
  readonly picture: PictureFile;
  readonly still: Shown;
  readonly ladder: Ladder | undefined;
  readonly lang: string | undefined;
}): Html {
  const { picture, still, ladder, lang } = props;
  const { alt, credit, night } = picture;
  const larger = stepsOf(picture, ladder)?.opened.findLast(isPlain);
  return (
    <figure>
      <picture>
        {night && <source media="(prefers-color-scheme: dark)" srcset={mediaPath(night)} />}
        <img
          src={mediaPath(still)}
          alt={alt}
          width={still.width}
          height={still.height}
          loading="lazy"
        />
      </picture>
      {(credit !== undefined || larger) && (
        <figcaption class="small">
          {credit} {larger && <a href={mediaPath(larger)}>{sizeOf(larger, lang)}</a>}
        </figcaption>
      )}
    </figure>
  );
}

/** Small and square, for lists: its words stand beside it. */
export function Face(props: {
  readonly thumb: Pick<MediaFile, "media">;
  readonly focus?: Focus | undefined;
}): Html {
  const at = focusClass(props.focus);
  return (
    <img
      class={at === undefined ? "face" : `face ${at}`}
      src={mediaPath(props.thumb)}
      alt=""
      width={72}
      height={72}
      loading="lazy"
    />
  );
}

/** In the frame of a list of few: the small print on a phone, the one that comes by itself where there is room. */
export function Portrayed(props: {
  readonly thumb: Pick<MediaFile, "media">;
  readonly still: Pick<MediaFile, "media"> | undefined;
  readonly focus?: Focus | undefined;
}): Html {
  const { thumb, still, focus } = props;
  return (
    <div class="glimpse">
      <picture>
        {still && <source media="(min-width:44rem)" srcset={mediaPath(still)} />}
        <img
          class={focusClass(focus)}
          src={mediaPath(thumb)}
          alt=""
          width={160}
          height={120}
          loading="lazy"
        />
      </picture>
    </div>
  );
}
