/** The goal and a few pledges, in the same form and the same words for everybody. */
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign, spoken, linked } from "../../../platform/words/inline.tsx";
import { amountWords, PledgeLedger, Totals } from "../../pledges/feature.ts";
import type { FrontProps } from "./props.ts";

export function GoalAndPledges(props: FrontProps) {
  const { front, request, to, words } = props;
  const goal = front.campaign?.goal;
  const { pledges, count } = front.ledger;
  return (
    <section aria-labelledby="pl">
      <h2 class="knot" id="pl">
        {goal
          ? filled(words.front.goal, {
              goal: spoken(request.frame.language, words.lang, goal.statement),
            })
          : words.front.pledges}
      </h2>
      {goal && <Goal {...props} />}
      {pledges.length > 0 ? (
        <PledgeLedger lines={pledges} lang={words.lang} own={request.frame.language} to={to} />
      ) : (
        <p class="stand">
          <a class="wanted" href={to("/take-part/pledge")}>
            {words.front.wantedPledge}
          </a>
        </p>
      )}
      <p>
        <a class="more" href={to("/pledges")}>
          {count > pledges.length ? words.front.allPledges(count) : words.front.ledger}
        </a>
      </p>
    </section>
  );
}

/** The campaign's own aim is a figure that the campaign says of itself, so it is drawn like every such figure. */
function Goal({ front, request, to, words }: FrontProps) {
  const goal = front.campaign!.goal!;
  const { lang, frame } = request;
  const own = foreign(frame.language, words.lang);
  const total = front.goal.totals.find(({ unit }) => unit === goal.unit);
  const counted = total?.pledges ?? 0;
  return (
    <>
      <div class="row">
        <div class="c4">
          <p class="num mid claimed">
            <span>{amountWords(goal.target, lang)}</span>
          </p>
          <p class="state claimed">
            {filled(words.front.saidBy, { who: spoken(frame.language, words.lang, frame.name) })}
          </p>
          <p>
            {filled(words.front.aim, {
              metric: spoken(frame.language, words.lang, goal.metric),
              from: formatDay(goal.from, words.lang),
              by: formatDay(goal.by, words.lang),
            })}
          </p>
        </div>
        <div class="c4">
          {total && counted > 0 ? (
            <Totals total={total} lang={lang} counted={to("/pledges?counted=yes")} />
          ) : (
            <p>{linked(words.front.begins, to("/take-part/pledge"))}</p>
          )}
        </div>
        <p class="c4 aside">{words.front.sameForm}</p>
      </div>
      {front.goal.historical.length > 0 && (
        <ul class="lines">
          {front.goal.historical.map(({ slug, pledge, pledger, status }) => (
            <li>
              <span>
                {words.front.history}{" "}
                <a href={to(`/pledges/${slug}`)} {...own}>
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
