/** The three textures of a figure and what they mean, in plain words; the same wherever they are explained. */
import type { Html } from "./route.ts";

export function Textures(): Html {
  return (
    <div class="row">
      <div class="c4">
        <span class="state claimed">self-reported</span>
        <p>
          Said by the one who pledged. We say so for everybody. A named third party’s figure is
          “reported”.
        </p>
      </div>
      <div class="c4">
        <span class="state evidenced">evidenced</span>
        <p>Filed with a source or data that others can check.</p>
      </div>
      <div class="c4">
        <span class="state attested">attested</span>
        <p>Signed here by somebody who is not the pledger.</p>
      </div>
    </div>
  );
}
