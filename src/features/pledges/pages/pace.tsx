/** The pace in words under the chart: asked for, so far, and where the figures lead (P28). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { amountWords } from "../amounts.ts";
import type { Pledge } from "../fold.ts";
import { paceOf } from "../pace.ts";

export function PaceLines({
  pledge,
  lang,
}: {
  readonly pledge: Pledge;
  readonly lang: string;
}): Html {
  if (pledge.kind === "series") return <></>;
  const { required, actual, projected } = paceOf(pledge);
  if (required === undefined && actual === undefined) return <></>;
  const { unit, by } = pledge;
  const words = (n: number) => `${amountWords(rounded(n), lang)} ${unit}`;
  return (
    <ul class="lines c8">
      {required !== undefined && (
        <li>
          The target asks for {words(required)} a year from the latest figure to{" "}
          {formatDay(by!, lang)}.
        </li>
      )}
      {actual !== undefined && <li>The figures so far came to {words(actual)} a year.</li>}
      {projected && (
        <li>
          If they go on as they did, they lead to{" "}
          {between(words(projected.low), words(projected.high))} on that day, nine times in ten.
          This is our arithmetic on the figures above, not a forecast of anybody’s work.
        </li>
      )}
    </ul>
  );
}

const between = (low: string, high: string): string =>
  low === high ? `about ${low}` : `between ${low} and ${high}`;

/** Two digits that count: a pace is not known better. */
function rounded(n: number): number {
  return n === 0 ? 0 : Number(n.toPrecision(2));
}
