/** All pledges, in the same words; then the series that give context; then how this is kept honest. */
import { HowHonest } from "../../../platform/web/honest.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, plural } from "../../../platform/web/words.ts";
import type { GoalHistory, Ledger } from "../queries.ts";
import { PledgeLedger } from "./ledger.tsx";
import type { Shown } from "./status.tsx";
import { Totals } from "./totals.tsx";

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
  const { ledger, goal, lang, to, asOf, next, counted, isCounted } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c8">Pledges</h1>
        <p class="stand c8">
          Promises made in public, from anyone, in the same form: what was said, by whom, by when,
          and the figures since, each with its source and its date.
        </p>
        <div class="c8">
          <p class="chips">
            <a href="/data/pledges.csv">Pledges as a table</a>
            <a href="/data/claims.csv">All figures as a table</a>
          </p>
          {asOf !== undefined && (
            <p>
              As it stands on {formatDay(asOf, lang)}. <a href={to("/pledges")}>Today</a>
            </p>
          )}
        </div>
      </header>
      {goal.totals.length + goal.silent.length > 0 && (
        <section aria-labelledby="counted">
          <h2 class="knot" id="counted">
            Counted towards the goal
          </h2>
          <div class="row">
            {goal.totals.map((total) => (
              <div class="c4">
                <Totals total={total} lang={lang} counted={to(counted)} />
              </div>
            ))}
          </div>
          {goal.silent.length > 0 && (
            <p>
              {goal.silent.length} {plural(goal.silent.length, "pledge is", "pledges are")} silent,
              with no report found by us for 24 months, and not counted. The page of each says since
              when.
            </p>
          )}
        </section>
      )}
      <section aria-labelledby="all">
        <h2 class="knot" id="all">
          {isCounted ? "The pledges that are counted" : "All pledges, in the same words"}
        </h2>
        {isCounted && (
          <p>
            Only what these say is in the totals above.{" "}
            <a href={to("/pledges")}>All pledges, in the same words</a>
          </p>
        )}
        <PledgeLedger lines={ledger.pledges} lang={lang} to={to} />
        {next !== undefined && (
          <p>
            <a class="more" href={to(next)}>
              More of {ledger.count} pledges
            </a>
          </p>
        )}
        <p>
          A figure, evidence, a correction or a dispute is sent through the form of the very pledge:
          each has its own, for everybody the same.
        </p>
        <p class="acts">
          <a class="button quiet" href={to("/take-part")}>
            Make a pledge
          </a>
        </p>
      </section>
      {ledger.series.length > 0 && (
        <section aria-labelledby="context">
          <h2 class="knot" id="context">
            For context
          </h2>
          <p>Series of figures without a promise.</p>
          <PledgeLedger lines={ledger.series} lang={lang} to={to} />
        </section>
      )}
      <HowHonest log={to("/log")} />
    </>
  );
}
