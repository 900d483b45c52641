/** The goal and a few pledges, in the same form and the same words for everybody. */
import { formatDay } from "../../../platform/web/words.ts";
import { amountWords, PledgeLedger, Totals } from "../../pledges/feature.ts";
import type { FrontProps } from "./props.ts";

export function GoalAndPledges(props: FrontProps) {
  const { front, request, to } = props;
  const goal = front.campaign?.goal;
  const { pledges, count } = front.ledger;
  return (
    <section aria-labelledby="pl">
      <h2 class="knot" id="pl">
        {goal ? `The goal: ${goal.statement}` : "Pledges"}
      </h2>
      {goal && <Goal {...props} />}
      {pledges.length > 0 ? (
        <PledgeLedger lines={pledges} lang={request.lang} to={to} />
      ) : (
        <p class="stand">
          <a class="wanted" href={to("/take-part#join")}>
            Wanted: the first pledge
          </a>
        </p>
      )}
      <p>
        <a class="more" href={to("/pledges")}>
          {count > pledges.length ? `All ${count} pledges` : "The ledger"}
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
            <Totals total={total} lang={lang} counted={to("/pledges?counted=yes")} />
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
