/** What the pledges of one unit that count have reached: the three numbers side by side, each as a range (P15, P27). */
import type { Html } from "../../../platform/web/route.ts";
import { plural } from "../../../platform/web/words.ts";
import { amountWords } from "../amounts.ts";
import { NUMBERS, type GoalTotal, type Range } from "../goal.ts";

const WORDS = { claimed: "claimed", evidenced: "evidenced", attested: "attested" } as const;

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
  const by = `${pledges} ${plural(pledges, "pledge", "pledges")} that ${plural(pledges, "counts", "count")}`;
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
            {WORDS[n]}: {total[n].high > 0 ? rangeWords(total[n], lang) : "none yet"}
          </span>
        ))}
      </p>
      <p>
        {unit} since the pledges were made, by <a href={counted}>{by}</a>.{" "}
        <Reason range={total.claimed} />
      </p>
    </>
  );
}

/** `500`, or `500 to 950` where some may be the same people. */
export function rangeWords({ low, high }: Range, lang: string): string {
  return low === high
    ? amountWords(high, lang)
    : `${amountWords(low, lang)} to ${amountWords(high, lang)}`;
}

function Reason({ range }: { readonly range: Range }) {
  const { low, high, shared, towards } = range;
  if (low === high) return <></>;
  const places = `${shared.length} ${plural(shared.length, "place", "places")}`;
  return (
    <>
      {shared.length > 0 &&
        `${places} ${plural(shared.length, "is", "are")} named by more than one pledge in the same years: at the low end of a range the people there count once. `}
      {towards > 0 &&
        `${towards} of these pledges ${plural(towards, "counts", "count")} towards another: at the low end of a range ${plural(towards, "it adds", "they add")} nothing beyond it.`}
    </>
  );
}
