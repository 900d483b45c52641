/** Two lists to print: who was there on which day, and who has finished. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { listed, spoken } from "../../../platform/words/inline.tsx";
import { triedOf } from "../standing.ts";
import { shortened, type Board, type Row } from "./board.ts";
import type { BoardVisit } from "./visit.tsx";

type ListProps = Pick<BoardVisit, "held" | "words" | "path"> & { readonly board: Board };

const WEEK = 7; // days of one table: what a sheet of paper holds beside the names

export function ListPage(props: ListProps): Html {
  const { held, words, path, board } = props;
  const { name, place, starts, ends } = held.room;
  const day = (one: string) => formatDay(one, words.lang, "short");
  return (
    <>
      <PageHead
        title={words.listTitle(name)}
        stand={
          <>
            {board.title !== undefined && spoken(board.lang, words.lang, board.title)}
            {place !== "" && <bdi> · {place}</bdi>} · {day(starts)} – {day(ends)}
          </>
        }
        tight
      />
      <p class="acts">
        <a href={path}>{words.back}</a> <span>{words.print}</span>
      </p>
      <Section id="attendance" title={words.attendance} mini>
        <Attendance {...props} />
      </Section>
      <Section id="finished" title={words.whoFinished} mini>
        <Finished {...props} />
      </Section>
    </>
  );
}

/** The days on which somebody was there, a week of them a table. */
function Attendance({ held, words, board }: ListProps): Html {
  const days = [...new Set(held.attendance.map(({ day }) => day))].toSorted();
  if (days.length === 0) return <p>{words.attendanceNone}</p>;
  const was = new Set(held.attendance.map(({ learner, day }) => `${learner} ${day}`));
  const weeks = Array.from({ length: Math.ceil(days.length / WEEK) }, (_, i) =>
    days.slice(i * WEEK, (i + 1) * WEEK),
  );
  const sum = ({ learner }: Row) => days.filter((day) => was.has(`${learner.id} ${day}`)).length;
  return (
    <>
      {weeks.map((week, i) => (
        <div class="scroll" tabindex={0} role="group" aria-label={words.attendance}>
          <table class="register">
            <thead>
              <tr>
                <th scope="col">{words.learner}</th>
                {week.map((day) => (
                  <th scope="col">{formatDay(day, words.lang, "short")}</th>
                ))}
                {i === weeks.length - 1 && (
                  <th scope="col" class="n">
                    {words.sum}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {board.rows.map((row) => (
                <tr>
                  <Name {...row} />
                  {week.map((day) => (
                    <td>
                      {was.has(`${row.learner.id} ${day}`) && (
                        <>
                          <span aria-hidden="true">✓</span>
                          <span class="vh">{words.wasHere}</span>
                        </>
                      )}
                    </td>
                  ))}
                  {i === weeks.length - 1 && (
                    <td class="n">{formatNumber(sum(row), words.lang)}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

const Name = ({ learner }: Row): Html => (
  <th scope="row">
    {learner.number} <bdi>{learner.name}</bdi>
  </th>
);

function Finished(props: ListProps): Html {
  const { held, words, board } = props;
  const badge = held.course?.thing.badge;
  if (!badge) return <p>{words.noRule}</p>;
  const of = (exercise: string) => board.steps.find((one) => one.exercise === exercise);
  const asked = (badge.shown ?? []).flatMap((one) => of(one) ?? []);
  const told = (question: string) => spoken(board.lang, words.lang, shortened(question, 60));
  return (
    <>
      <p class="small">
        {asked.length === 0
          ? words.ruleAlone(badge.pass)
          : words.rule(
              badge.pass,
              asked.map(({ question }) => shortened(question, 60)).join(" · "),
            )}
      </p>
      <div class="scroll" tabindex={0} role="group" aria-label={words.whoFinished}>
        <table class="register">
          <thead>
            <tr>
              <th scope="col">{words.learner}</th>
              <th scope="col">{words.hasFinished}</th>
              <th scope="col" class="n">
                {words.exercises}
              </th>
              <th scope="col" class="n">
                {words.right}
              </th>
              <th scope="col" class="n">
                {words.triedColumn}
              </th>
              <th scope="col">{words.missing}</th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map((row) => (
              <tr>
                <Name {...row} />
                <td>{row.standing.isFinished && words.hasFinished}</td>
                <td class="n">{formatNumber(row.standing.done, words.lang)}</td>
                <td class="n">{words.percent(formatNumber(row.standing.percent, words.lang))}</td>
                <td class="n">{formatNumber(triedOf(row.standing).tried, words.lang)}</td>
                <td>
                  {row.standing.missing.length > 0 &&
                    listed(
                      row.standing.missing.map(({ exercise }) => told(of(exercise)!.question)),
                      words.lang,
                    )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
