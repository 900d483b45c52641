/** A plan as one page that needs nothing else: to print, to send, to read without a network. */
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { siteNamed, totalsOf } from "../numbers.ts";
import { Curve } from "../pages/curve.tsx";
import { mapShape, WIDTH } from "../pages/map-shape.ts";
import type { Plan } from "../records.ts";
import { Materials, Sums } from "./report-bill.tsx";
import { ReportHop } from "./report-hop.tsx";
import { Table } from "./report-table.tsx";
import { STYLE } from "./report-style.ts";
import { wordsIn, type PlanWords } from "../words.ts";

const LANG = "en"; // a plan's own sentences are in the planner's language
const number = (n: number) => formatNumber(n, LANG);
const counted = (n: number, what: string) => (n === 1 ? what : `${what}s`);

interface Shown {
  readonly plan: Plan;
}
interface Drawings {
  /** WebP, laid under the map. */
  readonly day: Uint8Array;
  readonly coverage: Uint8Array;
}

export function reportOf(plan: Plan, drawings: Drawings): string {
  const words: PlanWords = wordsIn(LANG);
  const page = (
    <html lang={LANG}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{plan.title}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <h1>{plan.title}</h1>
        <p class="lead">{plan.summary}</p>
        {plan.example && <p class="note">An example: nobody has promised to build this.</p>}
        <Totals plan={plan} />
        <ReportMap plan={plan} {...drawings} />
        <Steps plan={plan} />
        <h2>More money, more people</h2>
        <Curve plan={plan} words={words} />
        <h2>
          The line: {plan.hops.length} {counted(plan.hops.length, "hop")}
        </h2>
        {plan.hops.map((hop) => (
          <ReportHop hop={hop} plan={plan} />
        ))}
        <Why plan={plan} />
        <Materials plan={plan} />
        <h2>What it takes for granted</h2>
        <List of={plan.assumptions} />
        <h2>What it could not do</h2>
        {plan.open.length === 0 ? <p>Nothing is open.</p> : <List of={plan.open} />}
        <h2>Ground</h2>
        <List
          of={plan.terrain.map(
            ({ title, arcSeconds, voids, licence }) =>
              `${title}: ${arcSeconds} arc-seconds, ${(voids * 100).toFixed(2)} % never measured; ${licence}.`,
          )}
        />
        <p class="small">
          Made by {plan.by}, {plan.made}. Figures are computed, not measured.
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${(page as HtmlEscapedString).toString()}\n`;
}

const List = ({ of }: { readonly of: readonly string[] }): Html => (
  <ul>
    {of.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

function Totals({ plan }: Shown): Html {
  const { people, places, sites } = totalsOf(plan);
  const { presentValue, currency, years, perPerson, perHousehold, budget } = plan.money;
  const { households, subscribers, priceMonth } = plan.money;
  const { value, bound, gap, method } = plan.proof;
  return (
    <>
      <p class="figures">
        <b>{number(people)}</b> people in <b>{number(places)}</b> {counted(places, "place")}, by{" "}
        <b>{number(sites)}</b> {counted(sites, "mast")} and {number(plan.hops.length)}{" "}
        {counted(plan.hops.length, "hop")}, for{" "}
        <b>
          {number(presentValue)} {currency}
        </b>{" "}
        over {years} years in today's money. Budget for it: {number(budget)} {currency}.
      </p>
      {perPerson !== undefined && perHousehold !== undefined && (
        <p>
          The network for each person covered: {number(perPerson)} {currency}; for each household
          covered: {number(perHousehold)} {currency}.
        </p>
      )}
      {priceMonth !== undefined && subscribers !== undefined && households !== undefined && (
        <p>
          <b>
            {priceMonth.toFixed(2)} {currency} a month
          </b>{" "}
          from each of {number(subscribers)} households that subscribe, of {number(households)} that
          are covered, pays for the network, for their equipment and for transit to the internet
          over {years} years.
        </p>
      )}
      <Sums plan={plan} />
      <p>
        By these rules no plan within the limits weighs more than {number(bound)}; this one weighs{" "}
        {number(value)}, a gap of {(gap * 100).toFixed(2)} %. Proved by: {method}.
      </p>
    </>
  );
}

function ReportMap({ plan, day, coverage }: Shown & Drawings): Html {
  const { height, sites, places, hops, reach } = mapShape(plan);
  const picture = (bytes: Uint8Array) =>
    `data:image/webp;base64,${Buffer.from(bytes).toString("base64")}`;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label="Map of the plan">
        <image href={picture(day)} width={WIDTH} height={height} preserveAspectRatio="none" />
        <image
          href={picture(coverage)}
          width={WIDTH}
          height={height}
          preserveAspectRatio="none"
          opacity="0.45"
        />
        <path class="reach" d={reach} />
        <path class="thread" d={hops} />
        {places.map(({ x, y, r, isServed }) => (
          <circle class={isServed ? "cell" : "ring"} cx={x} cy={y} r={r} />
        ))}
        {sites.map(({ x, y, site }) => (
          <>
            <circle class={site.serves ? "pin" : "pin open"} cx={x} cy={y} r="4.5" />
            {site.kind === "gateway" && <circle class="halo" cx={x} cy={y} r="10" />}
          </>
        ))}
      </svg>
      <figcaption>
        Filled: places reached; rings: places not reached. Dots: masts, open where they only carry;
        a ring around a gateway. Hatched: where a subscriber would be served, computed, not
        measured.
      </figcaption>
    </figure>
  );
}

function Steps({ plan }: Shown): Html {
  const name = (id: string) => siteNamed(plan, id)?.name ?? id;
  const place = new Map(plan.places.map((one) => [one.id, one.name]));
  return (
    <>
      <h2>In this order</h2>
      <Table
        head={["Step", "Mast", "Places", "People", `Cost (${plan.money.currency})`]}
        numbers={[0, 3, 4]}
        rows={plan.steps.map((step) => [
          String(step.order),
          [name(step.site), ...step.relays.map((relay) => `by ${name(relay)}`)].join("; "),
          step.places.map((id) => place.get(id) ?? id).join(", "),
          number(step.people),
          number(step.cost),
        ])}
      />
    </>
  );
}

function Why({ plan }: Shown): Html {
  const name = (id: string | undefined) =>
    id === undefined ? "not reached" : (siteNamed(plan, id)?.name ?? id);
  const dated = ({ value, asOf, source, what }: Plan["places"][number]["inputs"][number]) =>
    value === undefined
      ? `${what}: nobody has told us`
      : `${what}: ${value}${asOf === undefined ? "" : ` (${asOf})`}${source ? `, ${source.title}` : ""}`;
  return (
    <>
      <h2>What each place rests on</h2>
      <Table
        head={["Place", "People", "From", "Loss dB", "Margin dB", "Known"]}
        numbers={[1, 3, 4]}
        rows={plan.places.map((one) => [
          one.name,
          number(one.people),
          name(one.site),
          one.loss === undefined ? "" : String(one.loss),
          one.margin === undefined ? "" : String(one.margin),
          one.inputs.map(dated).join("; "),
        ])}
      />
    </>
  );
}
