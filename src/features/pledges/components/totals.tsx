/** What the pledges of one unit that count have reached: the three numbers side by side, each as a range (P15, P27). */
import type { Html } from "../../../platform/web/route.ts";
import { filled } from "../../../platform/words/inline.tsx";
import { amountWords, unitWords } from "../amounts.ts";
import { wordsIn, type PledgeWords } from "../words.ts";
import { NUMBERS, type GoalTotal, type Range } from "../goal.ts";

/** @param counted where the list of the pledges that are counted stands */
export function Totals({
  total,
  lang,
  counted,
}: {
  readonly total: GoalTotal;
  readonly lang: string;
  readonly counted: string;
}): Html {
  const { unit, pledges } = total;
  const words = wordsIn(lang);
  const lead = NUMBERS.findLast((n) => total[n].high > 0) ?? "claimed";
  return (
    <>
      <p class={`num mid ${lead}`}>
        <span>
          <a href={counted}>{rangeWords(total[lead], lang)}</a>
        </span>
      </p>
      <p class="chips">
        {NUMBERS.map((n) => (
          <span class={`state ${n}`}>
            {words.states[n]}:{" "}
            {total[n].high > 0 ? rangeWords(total[n], lang) : words.numbers.noneYet}
          </span>
        ))}
      </p>
      <p>
        {filled(words.totals.sinceMade, {
          unit: unitWords(unit, lang),
          pledges: <a href={counted}>{words.totals.by(pledges)}</a>,
        })}{" "}
        <Reason range={total.claimed} words={words} />
      </p>
    </>
  );
}

/** `500`, or `500 to 950` where some may be the same people. */
export function rangeWords({ low, high }: Range, lang: string): string {
  return low === high
    ? amountWords(high, lang)
    : wordsIn(lang).range(amountWords(low, lang), amountWords(high, lang));
}

function Reason({ range, words }: { readonly range: Range; readonly words: PledgeWords }) {
  const { low, high, shared, towards } = range;
  if (low === high) return <></>;
  return (
    <>
      {shared.length > 0 && `${words.totals.shared(shared.length)} `}
      {towards > 0 && words.totals.towards(towards)}
    </>
  );
}
