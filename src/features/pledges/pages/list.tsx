/** All pledges, in the same words; then the series that give context; then how this is kept honest. */
import type { Html } from "../../../platform/web/route.ts";
import type { Ledger } from "../queries.ts";
import { HowHonest } from "./honest.tsx";
import { PledgeLedger } from "./ledger.tsx";
import type { Shown } from "./status.tsx";

export function PledgesMain({ ledger, lang, to }: Shown & { readonly ledger: Ledger }): Html {
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
        </div>
      </header>
      <section aria-labelledby="all">
        <h2 class="knot" id="all">
          All pledges, in the same words
        </h2>
        <PledgeLedger lines={ledger.pledges} lang={lang} to={to} />
        <p class="acts">
          <a class="button" href={to("/take-part#figure")}>
            Send a figure
          </a>
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
      <HowHonest />
    </>
  );
}
