/** All pledges, in the same words; then the series that give context; then how this is kept honest. */
import { HowHonest } from "../../../platform/web/honest.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { GoalHistory, Ledger } from "../queries.ts";
import { MAKE_PATH } from "../make.ts";
import { wordsIn } from "../words.ts";
import { PledgeLedger } from "./ledger.tsx";
import type { Shown } from "../components/status.tsx";
import { Totals } from "../components/totals.tsx";

export function PledgesMain(
  props: Shown & {
    readonly ledger: Ledger;
    readonly goal: GoalHistory;
    /** The day that was asked for, where it is not today. */
    readonly asOf?: string;
    /** The next page, where there is one. */
    readonly next?: string;
    /** The address of the list of what is counted, and whether this is it. */
    readonly counted: string;
    readonly isCounted: boolean;
  },
): Html {
  const { ledger, goal, lang, own, to, asOf, next, counted, isCounted } = props;
  const say = wordsIn(lang).list;
  const shown = { lang, own, to };
  return (
    <>
      <header class="row head">
        <h1 class="c8">{say.title}</h1>
        <p class="stand c8">{say.about}</p>
        <div class="c8">
          <p class="chips">
            <a href="/data/pledges.csv">{say.table}</a>
            <a href="/data/claims.csv">{say.figures}</a>
          </p>
          {asOf !== undefined && (
            <p>
              {filled(say.asOf, { day: formatDay(asOf, lang) })}{" "}
              <a href={to("/pledges")}>{say.today}</a>
            </p>
          )}
        </div>
      </header>
      {goal.totals.length + goal.silent.length > 0 && (
        <Section id="counted" title={say.counted}>
          <div class="row">
            {goal.totals.map((total) => (
              <div class="c4">
                <Totals total={total} lang={lang} counted={to(counted)} />
              </div>
            ))}
          </div>
          {goal.silent.length > 0 && <p>{say.silent(goal.silent.length)}</p>}
        </Section>
      )}
      <Section id="all" title={isCounted ? say.thoseCounted : say.all}>
        {isCounted && (
          <p>
            {say.onlyThese} <a href={to("/pledges")}>{say.all}</a>
          </p>
        )}
        <PledgeLedger lines={ledger.pledges} {...shown} />
        {next !== undefined && (
          <p>
            <a class="more" href={to(next)}>
              {say.more(ledger.count)}
            </a>
          </p>
        )}
        <p>{say.ownForm}</p>
        <p class="acts">
          <a class="button" href={to(MAKE_PATH)}>
            {say.make}
          </a>
        </p>
      </Section>
      {ledger.series.length > 0 && (
        <Section id="context" title={say.context}>
          <p>{say.series}</p>
          <PledgeLedger lines={ledger.series} {...shown} />
        </Section>
      )}
      <HowHonest log={to("/log")} lang={lang} />
    </>
  );
}
