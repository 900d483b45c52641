/** Pictures that a reader asks for: the button says what they weigh and how long they take on 2G. */
import type { Ladder, Rung } from "../media/ladder/rungs-of.ts";
import type { Html } from "./route.ts";
import { formatBytes, timeOn2G } from "./words.ts";

/** A media file as a record's body holds it; it is served at `/media/<media>`. */
export interface MediaFile {
  readonly media: string;
  readonly name: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly bytes: number;
}

export interface PictureFile {
  readonly file: MediaFile;
  readonly alt: string;
  readonly credit?: string | undefined;
  /** The print for dark mode. */
  readonly night?: MediaFile | undefined;
}

export const mediaPath = (file: { readonly media: string }): string => `/media/${file.media}`;

const INLINE = 14_000; // bytes; with a page of 14 kB the first view stays below 30 kB

/** A drawing so light that it belongs to the page. */
export const isLight = ({ file, night }: PictureFile): boolean =>
  Math.max(file.bytes, night?.bytes ?? 0) <= INLINE;

/** A picture behind its button; `inline` shows it at once where it is light. */
export function Picture(props: {
  readonly picture: PictureFile;
  /** What the button says: `Photo`. */
  readonly title: string;
  readonly inline?: boolean;
  /** Of the button; English where it is not said. */
  readonly lang?: string;
  /** Lighter files of it, where there are any. */
  readonly ladder?: Ladder | undefined;
}): Html {
  const { picture, title, ladder } = props;
  if (props.inline && isLight(picture)) return <Prints picture={picture} waits={false} />;
  const steps = stepsOf(picture, ladder);
  const bytes = openedBytes(picture, steps);
  return (
    <details class="media">
      <summary>
        <b>{title}</b>
        <span>
          {formatBytes(bytes, props.lang)} · {timeOn2G(bytes, props.lang)}
        </span>
      </summary>
      <figure>
        {steps ? (
          <Steps picture={picture} steps={steps} ladder={ladder} />
        ) : (
          <Prints picture={picture} waits />
        )}
        <ByLink file={steps?.opened.findLast(isPlain) ?? picture.file} lang={props.lang} />
        {(picture.credit !== undefined || steps?.larger) && (
          <figcaption class="small">
            {picture.credit}{" "}
            {steps?.larger && (
              <a href={mediaPath(steps.larger)}>{sizeOf(steps.larger, props.lang)}</a>
            )}
          </figcaption>
        )}
      </figure>
    </details>
  );
}

/** Two pictures beside each other behind one button: they are looked at together. */
export function PicturePair(props: {
  readonly pictures: readonly PictureFile[];
  readonly title: string;
  readonly lang?: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
}): Html {
  const pair = props.pictures.map((picture) => {
    const ladder = props.ladders.get(picture.file.media);
    const steps = stepsOf(picture, ladder);
    return { picture, ladder, steps, bytes: openedBytes(picture, steps) };
  });
  const bytes = pair.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <details class="media">
      <summary>
        <b>{props.title}</b>
        <span>
          {formatBytes(bytes, props.lang)} · {timeOn2G(bytes, props.lang)}
        </span>
      </summary>
      <div class="two">
        {pair.map(({ picture, ladder, steps }) => (
          <figure>
            {steps ? (
              <Steps picture={picture} steps={steps} ladder={ladder} />
            ) : (
              <Prints picture={picture} waits />
            )}
            <ByLink file={steps?.opened.findLast(isPlain) ?? picture.file} lang={props.lang} />
            {picture.credit && <figcaption class="small">{picture.credit}</figcaption>}
          </figure>
        ))}
      </div>
    </details>
  );
}

/**
 * First in a picture that waits behind a button. `loading="lazy"` keeps a browser from fetching what a closed button
 * hides, but not one whose scripting is off: that would fetch at once what nobody asked for. It is given nothing, shows
 * the picture's words, and `ByLink` beside it leads to the picture.
 */
export const WaitsUnscripted = (): Html => <source media="(scripting: none)" srcset="data:,x" />;

const ByLink = ({ file, lang }: { readonly file: Shown; readonly lang?: string | undefined }) => (
  <noscript>
    <a href={mediaPath(file)}>{sizeOf(file, lang)}</a>
  </noscript>
);

export type Shown = Pick<MediaFile, "media" | "width" | "height" | "bytes">;
export const sizeOf = ({ width, height, bytes }: Shown, lang?: string): string =>
  `${width} × ${height}, ${formatBytes(bytes, lang)}`;

function Prints({ picture, waits }: { readonly picture: PictureFile; readonly waits: boolean }) {
  const { file, alt, night } = picture;
  return (
    <picture>
      {waits && <WaitsUnscripted />}
      {night && <source media="(prefers-color-scheme: dark)" srcset={mediaPath(night)} />}
      <img src={mediaPath(file)} alt={alt} width={file.width} height={file.height} loading="lazy" />
    </picture>
  );
}

interface Steps {
  /** What opens, in each format; a browser takes the first that it knows, so none weighs more than the button says. */
  readonly opened: readonly Rung[];
  /** What opens where a reader asked for less data. */
  readonly saving: readonly Rung[];
  /** A larger one, behind a link with its weight. */
  readonly larger?: Rung;
}

const FORMATS = ["avif", "webp", "jpg"];
const OPENED = 640; // pixels; as wide as the text on a phone of twice as many points
const SAVING = 320;

/** A drawing with a print for the night has two files, and they are small. */
export function stepsOf({ night }: PictureFile, ladder: Ladder | undefined): Steps | undefined {
  if (night || !ladder) return undefined;
  const sizes = ladder.rungs.filter(({ rung }) => /^(?:avif|webp|jpg)-/.test(rung));
  const widths = [...new Set(sizes.flatMap(({ width }) => width ?? []))].toSorted((a, b) => a - b);
  const at = (width: number | undefined) =>
    FORMATS.flatMap(
      (format) => ladder.rungs.find(({ rung }) => rung === `${format}-${width}`) ?? [],
    );
  const opened = at(widths.findLast((width) => width <= OPENED) ?? widths[0]);
  if (opened.length === 0) return undefined;
  const widest = widths.at(-1) ?? 0;
  const larger = widest > (opened[0]?.width ?? 0) ? at(widest).find(isPlain) : undefined;
  return { opened, saving: at(SAVING), ...(larger && { larger }) };
}

/** What a browser loads at most when it is opened. */
const openedBytes = ({ file }: PictureFile, steps: Steps | undefined): number =>
  Math.max(...(steps?.opened.map((rung) => rung.bytes) ?? [file.bytes]));

export const isPlain = ({ rung }: Rung): boolean => !rung.startsWith("avif"); // a link is opened by whatever opens links

function Steps({
  picture,
  steps,
  ladder,
}: {
  readonly picture: PictureFile;
  readonly steps: Steps;
  readonly ladder: Ladder | undefined;
}) {
  const { opened, saving } = steps;
  const plain = opened.at(-1)!;
  const type = ({ media }: Rung) => `image/${media.slice(65).replace("jpg", "jpeg")}`;
  return (
    <div class="placed">
      {ladder?.placeholder !== undefined && (
        <svg viewBox="0 -.5 16 8" preserveAspectRatio="none" aria-hidden="true">
          <path class="land" d={ladder.placeholder} />
        </svg>
      )}
      <picture>
        <WaitsUnscripted />
        {saving.map((rung) => (
          <source
            media="(prefers-reduced-data: reduce)"
            type={type(rung)}
            srcset={mediaPath(rung)}
          />
        ))}
        {opened.slice(0, -1).map((rung) => (
          <source type={type(rung)} srcset={mediaPath(rung)} />
        ))}
        <img
          src={mediaPath(plain)}
          alt={picture.alt}
          width={plain.width}
          height={plain.height}
          loading="lazy"
        />
      </picture>
    </div>
  );
}
