/** Pictures that a reader asks for: the button says what they weigh and how long they take on 2G. */
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

export const mediaPath = (file: MediaFile): string => `/media/${file.media}`;

/** A picture behind its button; `inline` shows it at once, for drawings so small that they belong to the page. */
export function Picture(props: {
  readonly picture: PictureFile;
  /** What the button says: `Photo`. */
  readonly title: string;
  readonly inline?: boolean;
  /** Of the button; English where it is not said. */
  readonly lang?: string;
}): Html {
  const { picture, title } = props;
  if (props.inline) return <Prints picture={picture} />;
  return (
    <details class="media">
      <summary>
        <b>{title}</b>
        <span>
          {formatBytes(picture.file.bytes, props.lang)} · {timeOn2G(picture.file.bytes, props.lang)}
        </span>
      </summary>
      <figure>
        <Prints picture={picture} />
        {picture.credit && <figcaption class="small">{picture.credit}</figcaption>}
      </figure>
    </details>
  );
}

/** Two pictures beside each other behind one button: they are looked at together. */
export function PicturePair(props: {
  readonly pictures: readonly PictureFile[];
  readonly title: string;
}): Html {
  const bytes = props.pictures.reduce((sum, { file }) => sum + file.bytes, 0);
  return (
    <details class="media">
      <summary>
        <b>{props.title}</b>
        <span>
          {formatBytes(bytes)} · {timeOn2G(bytes)}
        </span>
      </summary>
      <div class="two">
        {props.pictures.map((picture) => (
          <figure>
            <Prints picture={picture} />
            {picture.credit && <figcaption class="small">{picture.credit}</figcaption>}
          </figure>
        ))}
      </div>
    </details>
  );
}

/** `loading="lazy"` keeps a browser from fetching what a closed button hides. */
function Prints({ picture }: { readonly picture: PictureFile }) {
  const { file, alt, night } = picture;
  return (
    <picture>
      {night && <source media="(prefers-color-scheme: dark)" srcset={mediaPath(night)} />}
      <img src={mediaPath(file)} alt={alt} width={file.width} height={file.height} loading="lazy" />
    </picture>
  );
}
