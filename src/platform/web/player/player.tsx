/**
 * A film as a poster with one button that says how long it is, what it weighs and how long that takes: the lightest picture
 * that there is plays where it stands, in the browser's own player, without script. Other sizes, the sound alone and what is
 * said fold away, so that nobody loads by mistake what a month's data cannot pay for. A sound stands behind its button.
 */
import { POSTER_BYTES } from "../../folder/film-fields.ts";
import type { Ladder } from "../../media/ladder/rungs-of.ts";
import { Linked } from "../linked.tsx";
import { mediaPath } from "../picture.tsx";
import type { Html } from "../route.ts";
import { formatBytes, formatLength, languageName, timeOn2G } from "../words.ts";
import { foreign } from "../../words/inline.tsx";
import { choicesOf, isSound, tracksOf, type Choice, type PlayedFilm } from "./choices.ts";
import { playerWords } from "./words.ts";
import type { PlayerWords } from "./words.ts";

interface PlayerProps {
  readonly film: PlayedFilm;
  /** The language that the film's own words are in. */
  readonly own: string;
  /** The language that its title, notes and credit are in, where that is another one. */
  readonly titled?: string;
  /** The language of the text around it. */
  readonly lang: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** The button's word in place of "Film". */
  readonly name?: string;
}

export function Player({ film, own, titled = own, lang, ladders, name }: PlayerProps): Html {
  const words = playerWords(lang);
  const ladder = ladders.get(film.file.media);
  const choices = choicesOf(film, ladder);
  const isHeard = isSound(film.file.media);
  const first = (isHeard ? undefined : choices.find(({ lines }) => lines !== 0)) ?? choices[0]!;
  const rest = choices.filter((one) => one !== first);
  const called = name ?? (isHeard ? words.sound : words.film);
  const shown = { film, tracks: tracksOf(film, own, lang), ladder, lang, titled };
  return (
    <div class="player">
      {isHeard ? (
        <Opened {...shown} choice={first} name={called} />
      ) : (
        <Poster {...shown} choice={first} name={called} />
      )}
      {(rest.length > 0 || film.described) && (
        <details class="media">
          <summary>
            <b>{words.others}</b>
          </summary>
          {rest.map((choice) => (
            <Opened {...shown} choice={choice} name={nameOf(choice, called, words, isHeard)} />
          ))}
          {film.described && (
            <Opened
              {...shown}
              choice={{ ...film.described.file, lines: isSound(film.described.file.media) ? 0 : 1 }}
              name={words.described}
              tracks={[]}
              note={film.described.note}
            />
          )}
        </details>
      )}
      <Words film={film} own={own} lang={lang} ladders={ladders} words={words} />
      {film.credit !== undefined && (
        <p class="small" {...foreign(titled, lang)}>
          <Linked text={film.credit} />
        </p>
      )}
    </div>
  );
}

function nameOf({ lines }: Choice, called: string, words: PlayerWords, sound: boolean): string {
  if (lines === 0) return sound ? called : words.soundOnly;
  return lines === undefined ? `${called}, ${words.whole}` : `${called}, ${words.lines(lines)}`;
}

interface Shown {
  readonly choice: Choice;
  readonly name: string;
  readonly film: PlayedFilm;
  readonly tracks: ReturnType<typeof tracksOf>;
  readonly ladder?: Ladder | undefined;
  readonly lang: string;
  /** The language of its title and notes. */
  readonly titled: string;
}

/** `0:45 · 244 kB · 10 s on 2G`. @param seconds where it is known how long it is */
export function weighed(bytes: number, seconds: number | undefined, lang: string): string {
  const words = playerWords(lang);
  const [weight, time] = [formatBytes(bytes, lang), timeOn2G(bytes, lang)];
  return seconds === undefined
    ? words.weighsAlone(weight, time)
    : words.weighs(formatLength(seconds), weight, time);
}

/**
 * The still and what the film weighs lie under the player, which is clear until it plays. No `poster` of the film itself: a
 * browser fetches that for a film that nobody is near, and the still, being lazy, when somebody is.
 */
function Poster(props: Shown) {
  const { choice, name, film, ladder, lang } = props;
  const still = stillOf(film, ladder);
  const seconds = film.seconds ?? ladder?.seconds;
  return (
    <div class="placed poster">
      {still && (
        <img
          class="still"
          src={mediaPath(still)}
          alt=""
          width={still.width}
          height={still.height}
          loading="lazy"
        />
      )}
      <p>
        <b>{name}</b> <bdi>{weighed(choice.bytes, seconds, lang)}</bdi>
      </p>
      <Video {...props} isClear={still !== undefined} />
    </div>
  );
}

const stillOf = ({ poster }: PlayedFilm, ladder: Ladder | undefined) =>
  poster ?? ladder?.rungs.find(({ rung, bytes }) => rung === "poster" && bytes <= POSTER_BYTES);

function Opened(props: Shown & { readonly note?: string | undefined }) {
  const { choice, name, film, ladder, note, lang, titled } = props;
  const { media, lines, bytes } = choice;
  return (
    <details class="media">
      <summary>
        <b>{name}</b>
        <span>
          {formatBytes(bytes, lang)} · {timeOn2G(bytes, lang)}
        </span>
      </summary>
      {lines === 0 || isSound(media) ? (
        <>
          {ladder?.waveform !== undefined && (
            <svg class="wave" viewBox="0 0 200 24" aria-hidden="true">
              <path d={ladder.waveform} />
            </svg>
          )}
          <audio
            controls
            preload="none"
            src={`/media/${media}`}
            aria-label={film.title}
            {...foreign(titled, lang)}
          />
        </>
      ) : (
        <Video {...props} />
      )}
      {note !== undefined && (
        <p class="small" {...foreign(titled, lang)}>
          {note}
        </p>
      )}
    </details>
  );
}

/** `isClear` where a still lies under it. */
function Video({
  choice,
  film,
  tracks,
  titled,
  lang,
  isClear = false,
}: Shown & { readonly isClear?: boolean }) {
  const { media, width, height } = choice;
  return (
    <video
      controls
      playsinline
      preload="none"
      poster={isClear ? "data:,x" : undefined}
      src={`/media/${media}`}
      width={width}
      height={height}
      aria-label={film.title}
      {...foreign(titled, lang)}
    >
      {/* none is the default: a browser fetches a default track of a player that nobody opened */}
      {tracks.map(
        ({ language, captions }) =>
          captions && (
            <track
              kind="captions"
              src={mediaPath(captions)}
              srclang={language}
              label={languageName(language)}
            />
          ),
      )}
      {tracks.map(
        ({ language, descriptions }) =>
          descriptions && (
            <track kind="descriptions" src={mediaPath(descriptions)} srclang={language} />
          ),
      )}
    </video>
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
        {formatBytes(captions.bytes, lang)}
      </p>
    );
  const other = foreign(language, lang);
  return (
    <details class="media">
      <summary>
        <b>{words.transcript}</b>
      </summary>
      {said.split("\n\n").map((paragraph) => (
        <p {...other}>{paragraph}</p>
      ))}
      {seen !== undefined && (
        <>
          <p>
            <b>{words.seen}</b>
          </p>
          {seen.split("\n\n").map((paragraph) => (
            <p {...other}>{paragraph}</p>
          ))}
        </>
      )}
    </details>
  );
}
