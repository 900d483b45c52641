/** The page on which the detector is tried: a file or the microphone, judged by a script on the device. Rules LT10 to LT15. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { unmarkedIn } from "../../../platform/words/fallback.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { BANDS, STEPS } from "../told/drawing.ts";
import type { TryWords } from "./words.ts";

export interface TryScripts {
  readonly page: string;
  /** Judges, in a thread of its own, with the detector in it. */
  readonly ears: string;
  /** Hands on what the microphone hears. */
  readonly microphone: string;
  /** Bytes of all that a device keeps. */
  readonly weight: number;
}

interface TryProps {
  readonly words: TryWords;
  readonly notTried: string;
  readonly scripts: TryScripts;
  /** What the detector is. */
  readonly detector: Html;
}

export function TryMain(props: TryProps): Html {
  const { words, notTried, scripts, detector } = props;
  const { page, ears, microphone } = scripts;
  return (
    <article>
      <PageHead title={words.title} stand={words.lead} tight />
      <noscript>
        <p class="status">{linked(words.noScript, "#detector")}</p>
      </noscript>
      <p>
        <strong>{notTried}</strong> {words.kind}
      </p>
      <form
        id="trying"
        hidden
        data-words={JSON.stringify(unmarkedIn(words.script))}
        data-ears={ears}
        data-microphone={microphone}
        data-whole={`${page} ${ears} ${microphone}`}
      >
        <div class="field">
          <label for="file">
            {words.file} <span class="hint">{words.fileHint}</span>
          </label>
          <input id="file" type="file" accept="audio/*,.wav,.ogg,.opus,.flac,.mp3,.m4a" />
        </div>
        <p class="acts">
          <button type="button" class="button" id="listen" hidden>
            {words.listen}
          </button>
          <button type="button" class="button quiet" id="stop" hidden>
            {words.stop}
          </button>
        </p>
        <p class="status" role="status" id="said" hidden></p>
        <p class="small" id="plainly" hidden>
          {words.plainly}
        </p>
      </form>
      <Found words={words} />
      <Keeping words={words} scripts={scripts} />
      {detector}
    </article>
  );
}

function Found({ words }: { readonly words: TryWords }) {
  return (
    <section id="found" aria-labelledby="found-title" hidden>
      <h2 class="knot" id="found-title">
        {words.found}
      </h2>
      <div role="status">
        <ul id="verdict"></ul>
      </div>
      <figure class="heard">
        <svg
          id="drawing"
          viewBox={`0 0 1 ${BANDS}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={words.drawing}
        >
          {Array.from({ length: STEPS }, (_, i) => (
            <path opacity={String((i + 1) / STEPS)} />
          ))}
        </svg>
        <svg
          id="scores"
          class="low"
          viewBox="0 0 1 1"
          preserveAspectRatio="none"
          role="img"
          aria-label={words.scores}
        >
          <path id="bars" opacity=".45" />
          <path id="line" class="line" vector-effect="non-scaling-stroke" />
        </svg>
        <figcaption class="small">{words.rule}</figcaption>
      </figure>
      <details>
        <summary>{words.seconds}</summary>
        <ol id="seconds" class="seconds"></ol>
      </details>
    </section>
  );
}

function Keeping({ words, scripts }: Pick<TryProps, "words" | "scripts">) {
  return (
    <div id="keeping" hidden>
      <Section id="offline" title={words.offline}>
        <p>{words.offlineLead}</p>
        <p class="acts">
          <button type="button" class="button quiet" id="keep">
            <span>
              {words.keep} <bdi>{formatBytes(scripts.weight, words.lang)}</bdi>
            </span>
          </button>
        </p>
        <p class="status" role="status" id="said-keeping" hidden></p>
      </Section>
    </div>
  );
}
