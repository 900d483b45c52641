/** A drawing of a sound on a page: low tones below, time as the page is read, its loudest parts darkest. */
import type { Html } from "../../../platform/web/route.ts";
import type { ListeningWords } from "../words.ts";
import { CHAINSAW } from "./chainsaw.ts";
import { BANDS, outlinesOf, STEPS } from "./drawing.ts";

/** The recording that the pages show, by whom it is and under which licence. */
const CREDIT = {
  title: "chainsaw.wav",
  by: "UncleSigmund",
  url: "https://freesound.org/people/UncleSigmund/sounds/116765/",
  licence: "CC0 1.0",
  terms: "https://creativecommons.org/publicdomain/zero/1.0/",
  set: "ESC-10, K. J. Piczak",
};

export function ChainsawDrawing({ words }: { readonly words: ListeningWords["drawing"] }): Html {
  const outlines = outlinesOf(Array.from(CHAINSAW.join(""), Number));
  return (
    <figure class="heard">
      <svg
        viewBox={`0 0 ${CHAINSAW.length} ${BANDS}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.alt}
      >
        {outlines.map((d, i) => (
          <path d={d} opacity={String((i + 1) / STEPS)} />
        ))}
      </svg>
      <figcaption class="small">
        {words.about}{" "}
        <bdi lang="en">
          <a href={CREDIT.url}>{CREDIT.title}</a>, {CREDIT.by},{" "}
          <a href={CREDIT.terms}>{CREDIT.licence}</a>; {CREDIT.set}.
        </bdi>
      </figcaption>
    </figure>
  );
}
