/** The page on which a badge is checked: a form that needs no script, and what was found. Rules BA20 to BA29. */
import { Line, Words } from "../../../platform/web/form-fields.tsx";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { unmarkedIn } from "../../../platform/words/fallback.ts";
import type { Said } from "./said.ts";
import type { CheckWords } from "./words.ts";

/** What the script of the page needs, beside the words of a verdict. */
export interface ForScript {
  readonly known: string;
  readonly reader: string;
  /** Bytes of all that a device keeps. */
  readonly weight: number;
  readonly script: string;
}

interface CheckProps {
  readonly words: CheckWords;
  readonly to: (path: string) => string;
  readonly forScript: ForScript;
  readonly typed?: { readonly name: string; readonly text: string };
  readonly said?: Said | undefined;
  /** Why it was not checked. */
  readonly trouble?: string | undefined;
}

export const CHECK = "/badges/check";

export function CheckMain(props: CheckProps): Html {
  const { words, to, forScript, typed = { name: "", text: "" }, said, trouble } = props;
  const form = { typed, problems: {} };
  const { known, reader, script } = forScript;
  const { verdict, reading, noCamera, keeping, isKept, notKept } = words;
  const more = { knownHere: words.known, reading, noCamera, keeping, isKept, notKept };
  const own = unmarkedIn({ ...verdict, ...more });
  return (
    <article>
      <PageHead title={words.title} stand={words.lead} tight />
      <p id="plainly" class="small" hidden>
        {words.plainly}
      </p>
      <Found said={said} trouble={trouble} words={words} />
      <form
        id="badge"
        method="post"
        action={`${to(CHECK)}#found`}
        enctype="multipart/form-data"
        data-words={JSON.stringify(own)}
        data-known={known}
        data-reader={reader}
        data-whole={`${script} ${reader} ${known}`}
      >
        <div id="by-camera" hidden>
          <p class="acts">
            <button
              type="button"
              class="button quiet"
              id="camera"
              aria-controls="seen"
              aria-expanded="false"
            >
              {words.camera}
            </button>
          </p>
          <div id="seen" hidden>
            <p>{words.looking}</p>
            <video id="video" muted playsinline width="320" height="240"></video>
            <p class="acts">
              <button type="button" class="button quiet" id="stop">
                {words.stop}
              </button>
            </p>
          </div>
        </div>
        <div class="field">
          <label for="photo">
            {words.photo} <span class="hint">{words.photoHint}</span>
          </label>
          <input id="photo" name="photo" type="file" accept="image/*" />
        </div>
        <Words {...form} name="text" rows={4} most={20_000} optional>
          {words.text} <span class="hint">{words.textHint}</span>
        </Words>
        <Line {...form} name="name">
          {words.name} <span class="hint">{words.nameHint}</span>
        </Line>
        <p class="acts">
          <button class="button" type="submit">
            {words.check}
          </button>
        </p>
        <p class="status" role="status" id="said" hidden></p>
        <p class="small">{words.kept}</p>
      </form>
      <Keeping {...props} />
    </article>
  );
}

/** Empty until something was found; a page without a link fills it, too. */
function Found({ said, trouble, words }: Pick<CheckProps, "said" | "trouble" | "words">) {
  return (
    <section
      id="found"
      class="verdict found"
      data-later="is-right b"
      role="status"
      aria-label={words.result}
      tabindex={-1}
    >
      {trouble !== undefined && <p class="trouble">{trouble}</p>}
      {said && (
        <>
          <p class={TONES[said.tone]}>
            <b>{said.first}</b>
          </p>
          <ul class="lines">
            {said.more.map((one) => (
              <li dir="auto">{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

export const TONES = { right: "is-right", open: "is-open", wrong: "is-not" } as const;

function Keeping({ words, forScript }: CheckProps) {
  return (
    <div id="keeping" hidden data-tones={Object.values(TONES).join(" ")}>
      <Section id="offline" title={words.offline}>
        <p>{words.offlineLead}</p>
        <p class="acts">
          <button type="button" class="button quiet" id="keep">
            <span>
              {words.keep} <bdi>{formatBytes(forScript.weight, words.lang)}</bdi>
            </span>
          </button>
        </p>
        <p class="status" role="status" id="said-keeping" hidden></p>
        <p class="small" id="known"></p>
      </Section>
    </div>
  );
}
