/** The goal and a few pledges, in the same form and the same words for everybody. */
import { formatDay, plural } from "../../../platform/web/words.ts";
import { amountWords, PledgeLedger } from "../../pledges/feature.ts";
import type { FrontProps } from "./props.ts";

const ROWS = 4; // the rest stands under /pledges

export function GoalAndPledges(props: FrontProps) {
  const { front, request, to } = props;
  const goal = front.campaign?.goal;
  const { pledges } = front.ledger;
  return (
    <section aria-labelledby="pl">
      <h2 class="knot" id="pl">
        {goal ? `The goal: ${goal.statement}` : "Pledges"}
      </h2>
      {goal && <Goal {...props} />}
      {pledges.length > 0 ? (
        <PledgeLedger lines={pledges.slice(0, ROWS)} lang={request.lang} to={to} />
      ) : (
        <p class="stand">
          <a class="wanted" href={to("/take-part#join")}>
            Wanted: the first pledge
          </a>
        </p>
      )}
      <p>
        <a class="more" href={to("/pledges")}>
          {pledges.length > ROWS ? `All ${pledges.length} pledges` : "The ledger"}
        </a>
      </p>
    </section>
  );
}

/** The campaign's own aim is a figure that the campaign says of itself, so it is drawn like every such figure. */
function Goal({ front, request, to }: FrontProps) {
  const goal = front.campaign!.goal!;
  const { lang, frame } = request;
  const total = front.goal.totals.find(({ unit }) => unit === goal.unit);
  const counted = total?.pledges ?? 0;
  return (
    <>
      <div class="row">
        <div class="c4">
          <p class="num mid claimed">
            <span>{amountWords(goal.target, lang)}</span>
          </p>
          <p class="state claimed">self-reported, {frame.name}</p>
          <p>
            The aim: {goal.metric}, {formatDay(goal.from, lang)} to {formatDay(goal.by, lang)}.
          </p>
        </div>
        <div class="c4">
          {total && counted > 0 ? (
            <Counted total={total} lang={lang} />
          ) : (
            <p>
              The count begins with a pledge of new connections.{" "}
              <a href={to("/take-part#join")}>Yours can be the first.</a>
            </p>
          )}
        </div>
        <p class="c4 aside">
          Pledges from anyone, in the same form and the same words. Hatched: said by the pledger or
          a third party. Half-tone: filed so that others can check. Solid: signed here by somebody
          who is not the pledger.
        </p>
      </div>
      {front.goal.historical.length > 0 && (
        <ul class="lines">
          {front.goal.historical.map(({ slug, pledge, pledger, status }) => (
            <li>
              <span>
                History, not added:{" "}
                <a href={to(`/pledges/${slug}`)}>
                  {pledger.name}, {pledge.title}
                </a>
              </span>
              {status && <span class="small">{status.words}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Counted({
  total,
  lang,
}: {
  total: { pledges: number; claimed: number; evidenced: number; unit: string };
  lang: string;
}) {
  const by = `${total.pledges} ${plural(total.pledges, "pledge", "pledges")} that ${plural(total.pledges, "counts", "count")}`;
  const [value, state] =
    total.evidenced > 0 ? [total.evidenced, "evidenced"] : [total.claimed, "self-reported"];
  const texture = total.evidenced > 0 ? "evidenced" : "claimed";
  return (
    <>
      <p class={`num mid ${texture}`}>
        <span>{amountWords(value, lang)}</span>
      </p>
      <p class={`state ${texture}`}>{state}</p>
      <p>
        {total.unit} since the pledges were made, by {by}.
        {total.evidenced > 0 && total.claimed > total.evidenced && (
          <> Latest figures, evidenced or not: {amountWords(total.claimed, lang)}.</>
        )}
      </p>
    </>
  );
}
