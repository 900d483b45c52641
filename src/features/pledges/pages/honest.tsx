/** How pledges are kept honest: the textures, and what is said where nothing was found. */
import { Textures } from "../../../platform/web/textures.tsx";
import type { Html } from "../../../platform/web/route.ts";

export function HowHonest(): Html {
  return (
    <section aria-labelledby="how">
      <h2 class="knot" id="how">
        How we keep this honest
      </h2>
      <Textures />
      <p>
        What we have not found we call not found by us, with the day of the search. Every entry is
        signed and dated in a log that anyone can copy and compare; a correction stands beside what
        it corrects.
      </p>
    </section>
  );
}
