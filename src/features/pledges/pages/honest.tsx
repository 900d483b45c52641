/** The three textures and what they mean, in plain words. */
import type { Html } from "../../../platform/web/route.ts";

export function HowHonest(): Html {
  return (
    <section aria-labelledby="how">
      <h2 class="knot" id="how">
        How we keep this honest
      </h2>
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
      <p>
        What we have not found we call not found by us, with the day of the search. Every entry is
        signed and dated in a log that anyone can copy and compare; a correction stands beside what
        it corrects.
      </p>
    </section>
  );
}
