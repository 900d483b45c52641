/** A story's film: a file of ours behind its button with weight and time, or a card that leads elsewhere. */
import { safeLink } from "../../platform/web/links.ts";
import { mediaPath } from "../../platform/web/picture.tsx";
import type { Html } from "../../platform/web/route.ts";
import { formatBytes, formatMinutes, timeOn2G } from "../../platform/web/words.ts";
import type { Film as FilmOf } from "./fold.ts";
import type { StoryWords } from "./words.ts";

const SOUND = /\.(mp3|ogg)$/;

export function Film({
  film,
  words,
  lang,
}: {
  film: FilmOf;
  words: StoryWords;
  lang: string;
}): Html {
  if ("link" in film) return <FilmCard film={film} words={words} />;
  const { file, title, captions } = film;
  const sound = SOUND.test(file.media);
  return (
    <details class="media">
      <summary>
        <b>{sound ? words.sound : words.film}</b>
        <span>
          {formatBytes(file.bytes, words.lang)} · {timeOn2G(file.bytes, words.lang)}
        </span>
      </summary>
      {sound ? (
        <audio controls preload="none" src={mediaPath(file)} aria-label={title} />
      ) : (
        <video
          controls
          preload="none"
          src={mediaPath(file)}
          width={file.width}
          height={file.height}
          aria-label={title}
        >
          {captions && <track kind="captions" src={mediaPath(captions)} srclang={lang} default />}
        </video>
      )}
      <p class="small">{title}</p>
    </details>
  );
}

/** Nothing of the other site is loaded here; the reader leaves knowing where to. */
function FilmCard({ film, words }: { film: Extract<FilmOf, { link: string }>; words: StoryWords }) {
  const href = safeLink(film.link);
  if (href === undefined) return <></>;
  const host = film.host ?? new URL(href).hostname.replace(/^www\./, "");
  return (
    <p class="film">
      <b>{words.film}</b>
      <a href={href} rel="noopener noreferrer">
        {film.title}
      </a>
      <span>{host}</span>
      {film.minutes !== undefined && <span>{formatMinutes(film.minutes, words.lang)}</span>}
    </p>
  );
}
