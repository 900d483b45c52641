/** One thing to do this week, what came of the last one, and the question of the month. Rules C39 and C40. */
import { formatDay } from "../../../platform/web/words.ts";
import type { Html } from "../../../platform/web/route.ts";
import { filled, foreign, linked } from "../../../platform/words/inline.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import { GOAL_SAID } from "../goal-proof.ts";
import { DOORS, FORMS } from "./doors.tsx";
import type { FrontProps } from "./props.ts";

/** What the desk asks for until a day; the ways to take part, where it asks for nothing today. */
export function ThisWeek({ front, request, to, words }: FrontProps): Html {
  const { campaign, programmes, week } = front;
  const own = foreign(request.frame.own, words.lang);
  const ways = DOORS.filter((id) => FORMS[id] !== week?.to).slice(0, week ? 1 : 3);
  return (
    <Section id="dg" class="half" title={week ? words.front.week : words.front.now}>
      {week ? (
        <div class="row">
          <div class="c8">
            <h3 {...own}>{week.title}</h3>
            {week.says !== undefined && <p {...own}>{week.says}</p>}
            <p class="acts">
              <a class="button" href={to(week.to)} {...own}>
                {week.button}
              </a>
              <a class="small" href={to(GOAL_SAID)}>
                {words.front.weekUntil(formatDay(week.until, words.lang))}
              </a>
            </p>
          </div>
          {week.came !== undefined && (
            <div class="r4">
              <h3 class="mini">{words.front.weekCame}</h3>
              <p {...own}>{week.came}</p>
            </div>
          )}
        </div>
      ) : (
        campaign && <p {...own}>{campaign.doGood}</p>
      )}
      {programmes.length > 0 && (
        <div class="row" {...own}>
          {programmes.map(({ slug, title, summary }) => (
            <div class="c4">
              <h3>
                <a href={to(`/programmes/${slug}`)}>{title}</a>
              </h3>
              <p>{summary}</p>
            </div>
          ))}
        </div>
      )}
      <p class="chips">
        {ways.map((id) => (
          <a class="more" href={to(FORMS[id])}>
            {words.doors[id].name}
          </a>
        ))}
        <a class="more" href={to("/take-part")}>
          {words.front.allWays}
        </a>
        <a class="more" href={to("/opportunities")}>
          {words.front.whereNext}
        </a>
      </p>
    </Section>
  );
}

/** Open, closed and not summed up yet, or with what people answered. */
export function OfTheMonth({ front, request, to, words }: FrontProps): Html {
  const { question } = front;
  if (!question) return <></>;
  const { text, topic, until, answers } = question;
  const own = foreign(request.frame.own, words.lang);
  const isOpen = request.today <= until;
  return (
    <div class="asked">
      <p class="small">{words.front.question}</p>
      <h3 {...own}>{text}</h3>
      {isOpen ? (
        <p class="acts">
          <a class="button" href={to(`/topics/${topic}/comment`)}>
            {words.front.answer}
          </a>
          <a class="small" href={to(GOAL_SAID)}>
            {words.front.openUntil(formatDay(until, words.lang))}
          </a>
        </p>
      ) : answers === undefined ? (
        <p>
          <a href={to(GOAL_SAID)}>
            {filled(words.front.summingUp, { day: formatDay(until, words.lang) })}
          </a>{" "}
          {linked(words.front.readAnswers, to(`/topics/${topic}/conversation`))}
        </p>
      ) : (
        <>
          <p {...own}>{answers}</p>
          <p>{linked(words.front.readAnswers, to(`/topics/${topic}/conversation`))}</p>
        </>
      )}
    </div>
  );
}
