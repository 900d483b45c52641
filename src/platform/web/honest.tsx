/** How a page is kept honest, said once: the three textures, what is not found, and the log that keeps it all. */
import type { Html } from "./route.ts";

/** @param log the address of the log's page; absent there, where the log is told of at length */
export function HowHonest({ log }: { readonly log?: string }): Html {
  return (
    <section aria-labelledby="how">
      <h2 class="knot" id="how">
        {log === undefined ? "What the patterns mean" : "How we keep this honest"}
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
        What we have not found we call not found by us, with the day of the search. A correction
        stands beside what it corrects.
        {log !== undefined && (
          <>
            {" "}
            Every entry is signed and dated in{" "}
            <a href={log}>a log that anyone can copy and compare</a>.
          </>
        )}
      </p>
    </section>
  );
}
