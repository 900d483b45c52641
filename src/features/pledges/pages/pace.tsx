/** The pace in words under the chart: asked for, so far, and where the figures lead (P28). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { amountWords, unitWords } from "../amounts.ts";
import { wordsIn } from "../words.ts";
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
  const words = (n: number) => `${amountWords(rounded(n), lang)} ${unitWords(unit, lang)}`;
  const say = wordsIn(lang).pace;
  const between = (low: string, high: string): string =>
    low === high ? say.about(low) : say.between(low, high);
  return (
    <ul class="lines c8">
      {required !== undefined && <li>{say.asks(words(required), formatDay(by!, lang))}</li>}
      {actual !== undefined && <li>{say.soFar(words(actual))}</li>}
      {projected && <li>{say.leads(between(words(projected.low), words(projected.high)))}</li>}
    </ul>
  );
}

/** Two digits that count: a pace is not known better. */
function rounded(n: number): number {
  return n === 0 ? 0 : Number(n.toPrecision(2));
}
