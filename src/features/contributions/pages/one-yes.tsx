/** The one yes of somebody who tells a story alone, and the way to say more. Rule T31. */
import { Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { yesSentence } from "../one-yes.ts";
import type { PartProps } from "./first-step.tsx";

/** One yes in place of six ticks; who wants to choose, or is not alone in it, goes on to the page that asks for each. */
export function OneYes({ words, files, ...fields }: PartProps): Html {
  const { until = "" } = fields.typed;
  return (
    <>
      <input type="hidden" name="until" value={until} />
      <Tick name="yes" {...fields}>
        {yesSentence(words, files, until)}
      </Tick>
      <details class="media">
        <summary>{words.oneByOne}</summary>
        <p>{words.oneByOneHow}</p>
      </details>
    </>
  );
}
