/**
 * A film or sound behind buttons that say what it weighs: the lightest first, larger ones folded away, so that nobody
 * loads by mistake what a month's data cannot pay for. The browser's own player, no script; below it what is said.
 */
import type { Ladder, Rung } from "../../media/ladder/rungs-of.ts";
import { mediaPath, WaitsUnscripted } from "../picture.tsx";
import type { Html } from "../route.ts";
import { formatBytes, languageName, timeOn2G } from "../words.ts";
import { foreign } from "../../words/inline.tsx";
import { choicesOf, isSound, tracksOf, type Choice, type PlayedFilm } from "./choices.ts";
import { playerWords } from "./words.ts";
import type { PlayerWords } from "./words.ts";

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
      lang={lang}
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
          lang={lang}
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
  lang,
}: {
  readonly choice: Choice;
  readonly name: string;
  readonly film: PlayedFilm;
  readonly tracks: ReturnType<typeof tracksOf>;
  readonly ladder?: Ladder | undefined;
  /** A line below it, where it is the one thing to open. */
  readonly note?: string | undefined;
  readonly lang: string;
}) {
  const { media, lines, width, height } = choice;
  const isHeard = lines === 0 || isSound(media);
  const poster = isHeard ? undefined : posterOf(ladder);
  const bytes = choice.bytes + (poster?.bytes ?? 0);
  const said = tracks.filter(({ captions }) => captions);
  return (
    <details class="media">
      <summary>
        <b>{name}</b>
        <span>
          {formatBytes(bytes, lang)} · {timeOn2G(bytes, lang)}
        </span>
      </summary>
      {isHeard ? (
        <>
          {ladder?.waveform !== undefined && (
            <svg class="wave" viewBox="0 0 200 24" aria-hidden="true">
              <path d={ladder.waveform} />
            </svg>
          )}
          <audio controls preload="none" src={`/media/${media}`} aria-label={film.title} />
        </>
      ) : (
        <Placed poster={poster}>
          <video
            controls
            playsinline
            preload="none"
            poster={poster && "data:,x"}
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
                label={languageName(language)}
              />
            ))}
            {tracks.map(
              ({ language, descriptions }) =>
                descriptions && (
                  <track kind="descriptions" src={mediaPath(descriptions)} srclang={language} />
                ),
            )}
          </video>
        </Placed>
      )}
      {note !== undefined && <p class="small">{note}</p>}
    </details>
  );
}

const posterOf = (ladder: Ladder | undefined) =>
  ladder?.rungs.find(({ rung }) => rung === "poster");

/**
 * A still behind the film until it plays. No `poster` of the film itself: a browser fetches that for a film that nobody
 * opened, and this one, being lazy, with what was opened.
 */
function Placed({
  poster,
  children,
}: {
  readonly poster: Rung | undefined;
  readonly children: Html;
}) {
  if (!poster) return children;
  return (
    <div class="placed">
      <picture>
        <WaitsUnscripted />
        <img
          class="still"
          src={mediaPath(poster)}
          alt=""
          width={poster.width}
          height={poster.height}
          loading="lazy"
        />
      </picture>
      {children}
    </div>
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
