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

/** @param props.steps of each column its bands, from `stepsOf` */
export const DrawingOf = (props: { readonly steps: ArrayLike<number>; readonly alt: string }) => (
  <svg
    viewBox={`0 0 ${Math.floor(props.steps.length / BANDS)} ${BANDS}`}
    preserveAspectRatio="none"
    role="img"
    aria-label={props.alt}
  >
    {outlinesOf(props.steps).map((d, i) => (
      <path d={d} opacity={String((i + 1) / STEPS)} />
    ))}
  </svg>
);

export function ChainsawDrawing({ words }: { readonly words: ListeningWords["drawing"] }): Html {
  const steps = Array.from(CHAINSAW.join(""), Number);
  return (
    <figure class="heard">
      <DrawingOf steps={steps} alt={words.alt} />
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
