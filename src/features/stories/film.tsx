/** A story's film: a file of ours behind buttons with weight and time, or a card that leads elsewhere. */
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { safeLink } from "../../platform/web/links.ts";
import { Player } from "../../platform/web/player/player.tsx";
import { playerWords } from "../../platform/web/player/words.ts";
import type { Html } from "../../platform/web/route.ts";
import type { Film as FilmOf, Story } from "./fold.ts";
import { languageIn } from "../../platform/web/languages.ts";
import { formatMinutes } from "../../platform/web/words.ts";
import type { StoryWords } from "./words.ts";

interface FilmProps {
  readonly film: FilmOf;
  readonly words: StoryWords;
  /** The language of the story, in which the film speaks. */
  readonly own: string;
  /** The language of the text beside it. */
  readonly lang: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
}

export function Film({ film, words, own, lang, ladders }: FilmProps): Html {
  if ("link" in film) return <FilmCard film={film} words={words} />;
  return <Player film={film} own={own} lang={lang} ladders={ladders} />;
}

/** Somebody signs the story. */
export function Signed({
  sign,
  title,
  lang,
  ladders,
}: {
  readonly sign: NonNullable<Story["sign"]>;
  readonly title: string;
  readonly lang: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
}): Html {
  // Sign languages have no written name of their own: the reader's language names them.
  const name = playerWords(lang).signed(languageIn(sign.language, lang));
  return (
    <Player
      film={{ ...sign, title }}
      own={sign.language}
      lang={lang}
      ladders={ladders}
      name={name}
    />
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
