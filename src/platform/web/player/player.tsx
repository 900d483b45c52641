/**
 * A film or sound behind buttons that say what it weighs: the lightest first, larger ones folded away, so that nobody
 * loads by mistake what a month's data cannot pay for. The browser's own player, no script; below it what is said.
 */
import type { Ladder } from "../../media/ladder/rungs-of.ts";
import { mediaPath } from "../picture.tsx";
import type { Html } from "../route.ts";
import { formatBytes, timeOn2G } from "../words.ts";
import { choicesOf, isSound, tracksOf, type Choice, type PlayedFilm } from "./choices.ts";
import { playerWords } from "./words.ts";
import type { PlayerWords } from "./words/en.ts";

export interface PlayerProps {
  readonly film: PlayedFilm;
  /** The language that the film's own words are in. */
  readonly own: string;
  /** The language of the text around it. */
  readonly lang: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** The button's word in place of "Film". */
  readonly name?: string;
}

const OPEN = 2; // buttons before the larger ones fold away: the sound alone, and the smallest picture

export function Player({ film, own, lang, ladders, name }: PlayerProps): Html {
  const words = playerWords(lang);
  const ladder = ladders.get(film.file.media);
  const choices = choicesOf(film, ladder);
  const [first, more] = [choices.slice(0, OPEN), choices.slice(OPEN)];
  const called = name ?? (isSound(film.file.media) ? words.sound : words.film);
  const one = (choice: Choice) => (
    <Opened
      choice={choice}
      name={choices.length === 1 ? called : nameOf(choice, called, words, isSound(film.file.media))}
      film={film}
      tracks={tracksOf(film, own, lang)}
      ladder={ladder}
      note={choices.length === 1 ? film.title : undefined}
    />
  );
  return (
    <div class="player">
      {first.map(one)}
      {more.length > 0 && (
        <details class="media">
          <summary>
            <b>{words.larger}</b>
            <span>
              {more.map(({ lines }) => (lines ? words.lines(lines) : words.whole)).join(", ")}
            </span>
          </summary>
          {more.map(one)}
        </details>
      )}
      {film.described && (
        <Opened
          choice={{ ...film.described.file, lines: isSound(film.described.file.media) ? 0 : 1 }}
          name={words.described}
          film={film}
          tracks={[]}
          note={film.described.note}
        />
      )}
      <Words film={film} own={own} lang={lang} ladders={ladders} words={words} />
      {film.credit !== undefined && <p class="small">{film.credit}</p>}
    </div>
  );
}

function nameOf({ lines }: Choice, called: string, words: PlayerWords, sound: boolean): string {
  if (lines === 0) return sound ? called : words.soundOnly;
  return lines === undefined ? `${called}, ${words.whole}` : `${called}, ${words.lines(lines)}`;
}

function Opened({
  choice,
  name,
  film,
  tracks,
  ladder,
  note,
}: {
  readonly choice: Choice;
  readonly name: string;
  readonly film: PlayedFilm;
  readonly tracks: ReturnType<typeof tracksOf>;
  readonly ladder?: Ladder | undefined;
  /** A line below it, where it is the one thing to open. */
  readonly note?: string | undefined;
}) {
  const { media, bytes, lines, width, height } = choice;
  const said = tracks.filter(({ captions }) => captions);
  return (
    <details class="media">
      <summary>
        <b>{name}</b>
        <span>
          {formatBytes(bytes)} · {timeOn2G(bytes)}
        </span>
      </summary>
      {lines === 0 || isSound(media) ? (
        <>
          {ladder?.waveform !== undefined && (
            <svg class="wave" viewBox="0 0 200 24" aria-hidden="true">
              <path d={ladder.waveform} />
            </svg>
          )}
          <audio controls preload="none" src={`/media/${media}`} aria-label={film.title} />
        </>
      ) : (
        <video
          controls
          playsinline
          preload="none"
          src={`/media/${media}`}
          width={width}
          height={height}
          aria-label={film.title}
        >
          {/* none is the default: a browser fetches a default track of a player that nobody opened */}
          {said.map(({ language, captions }) => (
            <track
              kind="captions"
              src={captions && mediaPath(captions)}
              srclang={language}
              label={nativeName(language)}
            />
          ))}
          {tracks.map(
            ({ language, descriptions }) =>
              descriptions && (
                <track kind="descriptions" src={mediaPath(descriptions)} srclang={language} />
              ),
          )}
        </video>
      )}
      {note !== undefined && <p class="small">{note}</p>}
    </details>
  );
}

const MOST_TEXT = 2500; // characters; a longer transcript is a file, and the story keeps its 14,000 bytes

/** What is said and what is seen, for those who read it: in the language of the page where there is one. */
function Words({ film, own, lang, ladders, words }: PlayerProps & { readonly words: PlayerWords }) {
  const track = tracksOf(film, own, lang).find(({ captions }) => captions);
  if (!track?.captions) return <></>;
  const { captions, descriptions, language } = track;
  const said = ladders.get(captions.media)?.transcript;
  const seen = descriptions && ladders.get(descriptions.media)?.transcript;
  const inPage = said !== undefined && said.length + (seen?.length ?? 0) <= MOST_TEXT;
  if (!inPage)
    return (
      <p class="small">
        <a href={mediaPath(captions)} hreflang={language}>
          {words.openTranscript}
        </a>{" "}
        {formatBytes(captions.bytes)}
      </p>
    );
  const other = language === lang ? undefined : language;
  return (
    <details class="media">
      <summary>
        <b>{words.transcript}</b>
      </summary>
      {said.split("\n\n").map((paragraph) => (
        <p lang={other}>{paragraph}</p>
      ))}
      {seen !== undefined && (
        <>
          <p>
            <b>{words.seen}</b>
          </p>
          {seen.split("\n\n").map((paragraph) => (
            <p lang={other}>{paragraph}</p>
          ))}
        </>
      )}
    </details>
  );
}

function nativeName(lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
