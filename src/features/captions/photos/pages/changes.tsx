/** What changes a photo, or what stands in its place: its point, a part of it, another one, none. */
import { Choice, Line, Tick } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatBytes } from "../../../../platform/web/words.ts";
import { isHidden } from "../../../pictures/model.ts";
import { EDGES, SHAPES } from "../cutting.ts";
import { photoPath } from "../paths.ts";
import type { PhotoProps } from "./props.ts";

/** Pixels: what a press on the photo is counted in. */
export const SHOWN = 240;

/** A press on the photo is a point of it, also without script: that is what an image is as a button of a form. */
export function Focus({ words, photo, typed, problems }: PhotoProps): Html {
  const { picture } = photo;
  const path = `${photoPath(picture.media)}/focus`;
  const fields = { typed, problems };
  return (
    <details open={problems["x"] !== undefined || problems["y"] !== undefined}>
      <summary>{words.focus}</summary>
      <form method="post" action={path}>
        <p class="hint">{words.focusHint}</p>
        <input
          type="image"
          name="at"
          src={`/media/${picture.media}`}
          alt={words.focus}
          width={SHOWN}
          height={Math.max(1, Math.round((SHOWN * picture.height) / picture.width))}
        />
      </form>
      <form method="post" action={path}>
        <Line {...fields} name="x" inputmode="numeric" maxlength={3}>
          {words.fromLeft}
        </Line>
        <Line {...fields} name="y" inputmode="numeric" maxlength={3}>
          {words.fromTop}
        </Line>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.setFocus}
          </button>
        </p>
      </form>
    </details>
  );
}

export function Cutting({ words, photo, typed, problems, mayPublish }: PhotoProps): Html {
  const fields = { typed, problems };
  const isWrong = [...EDGES, "shape"].some((name) => problems[name] !== undefined);
  return (
    <details open={isWrong}>
      <summary>{words.cut}</summary>
      <form method="post" action={`${photoPath(photo.picture.media)}/cut`}>
        <p class="hint">{words.cutHint}</p>
        <Choice
          {...fields}
          name="shape"
          options={SHAPES.map((one) => [one, words.shapes[one]])}
          none={words.shapes.edges}
          lang={words.lang}
        >
          {words.shape}
        </Choice>
        {EDGES.map((edge) => (
          <Line {...fields} name={edge} inputmode="numeric" maxlength={3}>
            {words[edge]}
          </Line>
        ))}
        {mayPublish && (
          <Tick {...fields} name="everywhere">
            {words.everywhere}
          </Tick>
        )}
        <p class="acts">
          <button type="submit" class="quiet">
            {words.cutIt}
          </button>
        </p>
      </form>
    </details>
  );
}

export function Replace({ words, photo, maxBytes }: PhotoProps): Html {
  return (
    <details>
      <summary>{words.replace}</summary>
      <form
        method="post"
        action={`${photoPath(photo.picture.media)}/replace`}
        enctype="multipart/form-data"
      >
        <div class="field">
          <label for="other">
            {words.file}
            <span class="hint">
              {words.replaceHint} {words.addHint(formatBytes(maxBytes, words.lang))}
            </span>
          </label>
          <input
            id="other"
            name="file"
            type="file"
            accept="image/avif,image/webp,image/jpeg,image/png"
            required
          />
        </div>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.replaceIt}
          </button>
        </p>
      </form>
    </details>
  );
}

export function LetGo({ words, photo, standing, typed, problems }: PhotoProps): Html {
  const isUsed = standing.uses.length + standing.drafts.length > 0;
  return (
    <details open={isHidden(photo.picture)}>
      <summary>
        <span>{words.letGo}</span>
        <span class="hint">{words.letGoHint}</span>
      </summary>
      {isUsed ? (
        <p>
          {words.stillUsed} <a href="#uses">{words.uses}</a>
        </p>
      ) : (
        <form method="post" action={`${photoPath(photo.picture.media)}/forget`}>
          <Tick typed={typed} problems={problems} name="sure" required>
            {words.sure}
          </Tick>
          {standing.former > 0 && (
            <>
              <Tick typed={typed} problems={problems} name="texts">
                {words.former(standing.former)}
              </Tick>
              <p class="hint">{words.formerHint}</p>
            </>
          )}
          <p class="acts">
            <button type="submit" class="quiet">
              {words.letGo}
            </button>
          </p>
        </form>
      )}
    </details>
  );
}
