/** Photos, films and sounds at the desk. */
import type { Html } from "../../../platform/web/route.ts";
import { languageName } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Recording } from "../recordings.ts";
import type { CaptionWords } from "../words.ts";
import { Lighter, type Made } from "./lighter.tsx";

export const MediaPage = ({
  words,
  photos,
  all,
  made = new Map(),
}: {
  readonly words: CaptionWords;
  readonly photos: Html;
  readonly all: readonly Recording[];
  /** By media name. */
  readonly made?: ReadonlyMap<string, Made>;
}): Html => (
  <>
    <PageHead title={words.media} />
    {photos}
    <Section id="films" title={words.films}>
      <p>{words.lead}</p>
      {all.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="lines">
          {all.map(({ media, title, language, lines }) => (
            <li>
              <a href={`/desk/media/${media}`}>
                <bdi lang={language}>{title}</bdi>
              </a>
              <small>
                {lines
                  .filter(({ kind }) => kind === "captions")
                  .map((one, i) => (
                    <>
                      {i > 0 && ", "}
                      <bdi lang={one.language}>{languageName(one.language)}</bdi>
                    </>
                  ))}
              </small>
              {made.has(media) && <Lighter words={words} {...made.get(media)!} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  </>
);

/** Where none of them stands. */
export const RecordingGone = ({
  words,
  list,
}: {
  readonly words: CaptionWords;
  readonly list: string;
}): Html => (
  <header class="row head">
    <h1 class="c10">{words.gone}</h1>
    <p>
      <a href={list}>{words.media}</a>
    </p>
  </header>
);
