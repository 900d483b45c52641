/** The front page as it would be, in a frame above the form that makes it so, with what it would weigh. */
import { Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { STORY_BUDGET } from "../../../../platform/web/wire.ts";
import { formatBytes } from "../../../../platform/web/words.ts";
import { frontWordsIn, type FrontWords } from "../front-words.ts";
import { lookPath } from "../looks.ts";

export interface LookedAt {
  readonly id: string;
  /** On the wire, without pictures. */
  readonly bytes: number;
}

export function LookFrame({
  look: { id, bytes },
  words: w,
}: {
  readonly look: LookedAt;
  readonly words: FrontWords;
}): Html {
  return (
    <>
      <Said>
        <p>{w.looking}</p>
        <p>
          {bytes > STORY_BUDGET
            ? tooHeavy(bytes, w.lang)
            : w.weighs(formatBytes(bytes, w.lang), formatBytes(STORY_BUDGET, w.lang))}
        </p>
      </Said>
      <iframe class="front" title={w.title} src={lookPath(id)} />
      <p>
        <a href={lookPath(id)} target="_blank" rel="noopener">
          {w.lookLong}
        </a>
      </p>
    </>
  );
}

/** @param bytes over the budget */
export const tooHeavy = (bytes: number, lang: string): string =>
  frontWordsIn(lang).tooHeavy(formatBytes(bytes, lang), formatBytes(STORY_BUDGET, lang));
