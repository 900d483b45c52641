/** The goal beside somebody whom a connection reached, and pledges that the desk chose, in the same form for everybody. */
import { GOAL_SAID } from "../goal-proof.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign, spoken, linked } from "../../../platform/words/inline.tsx";
import { amountWords, ShortPledge, Totals } from "../../pledges/api.ts";
import { Introduced } from "./people.tsx";
import type { FrontProps } from "./props.ts";

/** @param props.figures the press page also shows the figures of earlier pledges, each with its state */
export function GoalAndPledges(props: FrontProps & { readonly figures?: boolean }) {
  const { front, request, to, words } = props;
  const goal = front.campaign?.goal;
  const { pledges, pledged, reached } = front;
  return (
    <section class="half" aria-labelledby="pl">
      <h2 class="knot" id="pl">
        {goal ? words.front.goal : words.front.pledges}
      </h2>
      <div class="row goal">
        {goal && <Goal {...props} />}
        {reached && (
          <div class="c4 reached">
            <Introduced story={reached} request={request} words={words} />
          </div>
        )}
        {pledges.map((line) => (
          <ShortPledge line={line} lang={words.lang} own={request.frame.own} to={to} />
        ))}
      </div>
      {goal && <Counted {...props} />}
      {pledged === 0 && (
        <p class="stand">{linked(words.front.firstPledge, to("/take-part/pledge"))}</p>
      )}
      <p class="chips">
        <a class="more" href={to("/pledges")}>
          {pledged > pledges.length ? words.front.allPledges(pledged) : words.front.ledger}
        </a>
      </p>
    </section>
  );
}

/** The campaign's own aim is a figure that the campaign says of itself, so it is drawn like every such figure. */
function Goal({ front, request, to, words }: FrontProps) {
  const goal = front.campaign!.goal!;
  const { lang, frame } = request;
  return (
    <div class="c4">
      <p class="num mid claimed">
        <span>
          <a href={to(GOAL_SAID)}>{amountWords(goal.target, lang)}</a>
        </span>
      </p>
      <p class="state claimed">
        {filled(words.front.saidBy, { who: spoken(frame.language, words.lang, frame.name) })}
      </p>
      <p {...foreign(frame.own, words.lang)}>{goal.statement}</p>
      <p class="small">
        {filled(words.front.aim, {
          metric: spoken(frame.own, words.lang, goal.metric),
          from: formatDay(goal.from, words.lang),
          by: formatDay(goal.by, words.lang),
        })}
      </p>
    </div>
  );
}

/** What counts towards it, and the history that stands beside it and is not added. */
function Counted({
  front,
  request,
  to,
  words,
  figures = false,
}: FrontProps & { readonly figures?: boolean }) {
  const { unit } = front.campaign!.goal!;
  const { lang, frame } = request;
  const total = front.goal.totals.find((one) => one.unit === unit);
  return (
    <>
      {total && total.pledges > 0 ? (
        <Totals total={total} lang={lang} counted={to("/pledges?counted=yes")} />
      ) : (
        <p>{linked(words.front.begins, to("/take-part/pledge"))}</p>
      )}
      {front.goal.historical.map((line) => (
        <>
          <p class="small">
            {words.front.history}{" "}
            <a href={to(`/pledges/${line.slug}`)} {...foreign(frame.own, words.lang)}>
              {line.pledger.name}, {line.pledge.title}
            </a>
          </p>
          {figures && <ShortPledge line={line} lang={words.lang} own={frame.own} to={to} />}
        </>
      ))}
    </>
  );
}
