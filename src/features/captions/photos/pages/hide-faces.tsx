/** A photo under a grid of tick boxes: what is ticked is hidden for good. Works without script. Rule PH11. */
import { Hint } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { cellsIn, rowsIn } from "../hide-faces.ts";
import { photoPath } from "../paths.ts";
import type { PhotoProps } from "./props.ts";

export function HideFaces({ words, photo: { picture } }: PhotoProps): Html {
  return (
    <details>
      <summary>{words.hide}</summary>
      <form method="post" action={`${photoPath(picture.media)}/hide`}>
        <fieldset>
          <legend>
            {words.hideParts}
            <Hint>{words.hideHint}</Hint>
          </legend>
          <div class="cells">
            <img
              src={`/media/${picture.media}`}
              alt=""
              width={picture.width}
              height={picture.height}
            />
            <div>
              {cellsIn(rowsIn(picture)).map(({ row, column, name }) => (
                <label>
                  <input
                    type="checkbox"
                    name={name}
                    value="yes"
                    aria-label={words.cell(row, column)}
                  />
                </label>
              ))}
            </div>
          </div>
        </fieldset>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.hideIt}
          </button>
        </p>
      </form>
    </details>
  );
}
