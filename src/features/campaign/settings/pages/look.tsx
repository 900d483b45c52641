/** The front page as it would be, in a frame above the form that makes it so. */
import { Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import type { FrontWords } from "../front-words.ts";
import { lookPath } from "../look-desk.ts";

export function LookFrame({
  id,
  words: w,
}: {
  readonly id: string;
  readonly words: FrontWords;
}): Html {
  return (
    <>
      <Said>{w.looking}</Said>
      <iframe class="front" title={w.title} src={lookPath(id)} />
      <p>
        <a href={lookPath(id)} target="_blank" rel="noopener">
          {w.lookLong}
        </a>
      </p>
    </>
  );
}
