/**
 * A page of a book that is signed, as somebody who asked for the film has it: the film, and its sentences, which light while they
 * are signed. Without script each sentence is a link to its clip, and the browser's own player shows the film. PB30–PB39.
 */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatLength } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import type { SignCue } from "../cues.ts";
import { playerWordsIn, type PlayerWords } from "../player-words.ts";
import { partOf } from "../signed.ts";
import { signLanguageName } from "../languages.ts";

/** A file that is played. */
export interface PlayedFilm {
  readonly src: string;
  readonly bytes: number;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}
export interface PlayedPiece {
  /** The sentence, or the word. */
  readonly text: string;
  /** When it is signed; a sentence that nobody signed has none. */
  readonly cue?: Pick<SignCue, "start" | "end"> | undefined;
  readonly clip?: PlayedFilm | undefined;
}
export interface PlayedLine extends PlayedPiece {
  /** `p3s2` */
  readonly id: string;
  /** Words of it that are signed by themselves. */
  readonly words?: readonly PlayedPiece[];
}

export interface PlayerProps {
  readonly lines: readonly PlayedLine[];
  /** The whole film of the signing; in a book that is kept there are the clips alone. */
  readonly film?: PlayedFilm | undefined;
  /** A still of who signs, until the film is there. */
  readonly poster?: string | undefined;
  /** What the page shows beside it. */
  readonly picture?: Html | undefined;
  /** The sign language. */
  readonly signed: string;
  /** The language of the sentences. */
  readonly own: string;
  /** The language of the page around them. */
  readonly lang: string;
  /** Addresses of the pages before and after, with what is set. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export function SignedPage(props: PlayerProps): Html {
  const { lines, film, signed, lang, poster, picture } = props;
  const words = playerWordsIn(lang);
  const outer = foreign(words.lang, lang);
  const shown = film ?? lines.find((line) => line.clip)?.clip;
  return (
    <section
      class="signed"
      id="player"
      tabindex={-1}
      aria-label={words.name(signLanguageName(signed, words.lang))}
      {...outer}
    >
      <video
        aria-label={words.name(signLanguageName(signed, words.lang))}
        controls
        playsinline
        preload="none"
        poster={poster}
        {...(shown && { src: shown.src, width: shown.width, height: shown.height })}
        {...(!film && { "data-clips": "" })}
      ></video>
      <p class="status" id="failed" role="status" hidden>
        {words.failed}
      </p>
      <Controls words={words} />
      <ol class="says" {...foreign(props.own, words.lang)}>
        {lines.map((line) => (
          <li>
            <PieceLink piece={line} id={line.id} {...props} words={words} />
            {line.words?.map((word) => (
              <>
                {" "}
                <PieceLink piece={word} {...props} words={words} />
              </>
            ))}
          </li>
        ))}
      </ol>
      <Turns {...props} words={words} />
      {picture}
      <details data-scripted hidden>
        <summary>{words.help}</summary>
        <p class="acts">
          <button class="quiet" type="button" id="two" aria-pressed="false">
            {words.two}
          </button>
        </p>
        <p>{words.tap}</p>
        <p>{words.keys}</p>
        <p>{words.switches}</p>
      </details>
      <p class="acts two-large" id="pair" hidden>
        <button type="button">{words.next}</button>
        <button type="button">{words.press}</button>
      </p>
    </section>
  );
}

/** What the script does; it shows them. */
function Controls({ words }: { words: PlayerWords }) {
  const speeds = [
    ["1", words.full],
    ["0.5", words.half],
    ["0.25", words.quarter],
  ] as const;
  return (
    <div class="acts" data-scripted hidden>
      <button class="plays" type="button" id="play">
        <span>{words.play}</span>
        <span hidden>{words.pause}</span>
      </button>
      <span class="speeds" role="group" aria-label={words.speed}>
        {speeds.map(([speed, name]) => (
          <button class="quiet" type="button" data-speed={speed} aria-pressed="false">
            {name}
          </button>
        ))}
      </span>
    </div>
  );
}

/** A sentence or a word: its clip, or the part of the film where no clip is made yet. */
function PieceLink(
  props: Pick<PlayerProps, "film" | "lang" | "own"> & {
    piece: PlayedPiece;
    id?: string;
    words: PlayerWords;
  },
) {
  const { piece, id, film, lang, words } = props;
  const { text, cue, clip } = piece;
  if (!cue || !(clip ?? film)) return <span>{text}</span>;
  const { start, end } = cue;
  const seconds = Math.max(1, Math.round((end - start) / 1000));
  return (
    <a
      class={id === undefined ? "word" : "says"}
      href={clip?.src ?? film!.src.split("#", 1)[0]! + partOf(cue)}
      data-at={`${start} ${end}`}
      {...(id !== undefined && { "data-s": id })}
    >
      {text}{" "}
      {clip && (
        <small {...foreign(words.lang, props.own)}>
          {words.clip(formatLength(seconds), formatBytes(clip.bytes, lang))}
        </small>
      )}
    </a>
  );
}

function Turns({ before, after, words }: PlayerProps & { words: PlayerWords }) {
  return (
    <nav class="acts" aria-label={words.after}>
      {before !== undefined && (
        <a class="button quiet" rel="prev" href={before}>
          {words.before}
        </a>
      )}
      {after !== undefined && (
        <a class="button" rel="next" href={after}>
          {words.after}
        </a>
      )}
    </nav>
  );
}
