/** A story in larger type and wider lines, read aloud where there is a voice. Rules K7 and K8 of README.md. */
import type { Frame } from "../../../platform/web/frame.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import { mediaPath } from "../../../platform/web/picture.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { Sources } from "../../../platform/web/sources.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import { formatBytes, timeOn2G } from "../../../platform/web/words.ts";
import { storyPath, type StoryView } from "../../stories/api.ts";
import type { AloudWords } from "../words.ts";

interface Setting {
  /** 1 to 4, and 1 to 3. */
  readonly size: number;
  readonly space: number;
}
interface AloudProps extends Setting {
  readonly view: StoryView;
  readonly frame: Frame;
  readonly lang: string;
  readonly words: AloudWords;
}

export function AloudPage(props: AloudProps): Html {
  const { view, frame, lang, words, size, space } = props;
  const { text, story } = view;
  const own = foreign(words.lang, text.lang);
  return (
    <>
      <nav class="head tight" aria-label={words.settings} {...own}>
        <p class="chips">
          <a href={storyPath(frame, lang, view.slug)}>{words.back}</a>
        </p>
        <Choices {...props} name="size" label={words.size} names={words.sizes} />
        <Choices {...props} name="space" label={words.space} names={words.spaces} />
      </nav>
      <div {...own}>
        <Recording {...props} />
        <div id="voice" hidden>
          <p class="acts">
            <span id="play-part">
              <button class="button" type="button" id="play">
                {words.play}
              </button>
            </span>
            <span id="pause-part" hidden>
              <button class="button" type="button" id="pause">
                {words.pause}
              </button>
            </span>
            <button class="button quiet" type="button" id="back">
              {words.again}
            </button>
          </p>
        </div>
        <p class="status" role="status" id="no-voice" hidden>
          {words.noVoice}
        </p>
      </div>
      <article class={`prose aloud size${size} space${space}`} lang={text.lang}>
        <h1>{text.title}</h1>
        <p class="stand">{text.summary}</p>
        <Markdown text={text.markdown} lang={text.lang} sources={story.sources ?? []} />
      </article>
      {story.sources && (
        <section aria-labelledby="so">
          <h2 class="knot" id="so" {...own}>
            {words.sources}
          </h2>
          <Sources sources={story.sources} lang={text.lang} />
        </section>
      )}
    </>
  );
}

function Choices(
  props: AloudProps & { name: keyof Setting; label: string; names: readonly string[] },
) {
  const { name, label, names, view, frame, lang, size, space } = props;
  const chosen = { size, space };
  const to = (value: number) => {
    const search = new URLSearchParams(
      Object.entries({ ...chosen, [name]: value }).map(([key, n]) => [key, String(n)]),
    );
    return `${storyPath(frame, lang, view.slug)}/aloud?${search}`;
  };
  return (
    <p class="chips">
      <span>{label}</span>
      {names.map((word, i) => (
        <a href={to(i + 1)} aria-current={chosen[name] === i + 1 ? "true" : undefined}>
          {word}
        </a>
      ))}
    </p>
  );
}

/** A recorded voice, opened by the reader who knows its weight; its captions light the sentences up. */
function Recording({ view, words }: AloudProps) {
  const { film } = view.story;
  if (!film || "link" in film || !/\.(?:mp3|ogg)$/.test(film.file.media)) return <></>;
  const { file, title, captions } = film;
  return (
    <details class="media">
      <summary>
        <b>{words.recorded}</b>
        <span>
          {formatBytes(file.bytes, words.lang)} · {timeOn2G(file.bytes, words.lang)}
        </span>
      </summary>
      <audio controls preload="none" src={mediaPath(file)} aria-label={title}>
        {captions && (
          <track kind="captions" src={mediaPath(captions)} srclang={view.text.lang} default />
        )}
      </audio>
    </details>
  );
}
