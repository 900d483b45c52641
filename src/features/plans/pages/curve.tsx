/** The curve of people against money, with the most that any plan could reach, and the table under it. Rule PN8. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber, localeOf } from "../../../platform/web/words.ts";
import { totalsOf } from "../numbers.ts";
import type { Plan } from "../records.ts";
import type { PlanWords } from "../words.ts";
import { curveShape, HEIGHT, WIDTH } from "./curve-shape.ts";
import { moneyWords } from "../parts.tsx";

export function Curve({ plan, words }: { readonly plan: Plan; readonly words: PlanWords }): Html {
  const shape = curveShape(plan);
  if (!shape) return <></>;
  const { left, right, base, here } = shape;
  const short = new Intl.NumberFormat(localeOf(words.lang), { notation: "compact" });
  const reached = formatNumber(totalsOf(plan).people, words.lang);
  return (
    <>
      <figure class="chart">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="curve-title">
          <title id="curve-title">
            {words.curveIs(reached, moneyWords(plan.money.presentValue, plan, words))}
          </title>
          <Hatch id="curve-hatch" />
          {shape.people.map(({ y, value }) => (
            <>
              <path class="axis" d={`M${left - 4} ${y}H${right}`} />
              <text class="dim" x={left - 10} y={y + 5} text-anchor="end">
                {short.format(value)}
              </text>
            </>
          ))}
          {shape.money.map(({ x, value, narrow }) => (
            <>
              <path class="axis" d={`M${x} ${base}v8`} />
              <text class={narrow ? "dim" : "dim opt"} x={x} y={base + 28} text-anchor="middle">
                {short.format(value)}
              </text>
            </>
          ))}
          <path fill="url(#curve-hatch)" d={shape.area} />
          {shape.bound !== undefined && (
            <path class="rule" stroke-dasharray="6 6" d={shape.bound} />
          )}
          <path class="rule" d={shape.reached} />
          <circle class="pin" cx={here.x} cy={here.y} r="6" />
          <text
            x={here.x > WIDTH / 2 ? here.x - 12 : here.x + 12}
            y={here.y + 36}
            text-anchor={here.x > WIDTH / 2 ? "end" : "start"}
          >
            {words.thisPlan}
          </text>
          <text class="dim" x={right} y={base - 10} text-anchor="end">
            {plan.money.currency}
          </text>
        </svg>
        <figcaption class="small">{words.curveCaption}</figcaption>
      </figure>
      <details class="media report">
        <summary>
          <b>{words.profileTable}</b>
        </summary>
        <CurveTable plan={plan} words={words} />
      </details>
    </>
  );
}

export const Hatch = ({ id }: { readonly id: string }): Html => (
  <defs>
    <pattern
      id={id}
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path class="axis" stroke-width="1.4" d="M4 0v8" />
    </pattern>
  </defs>
);

function CurveTable({ plan, words }: { readonly plan: Plan; readonly words: PlanWords }) {
  const hasBound = plan.curve.some(({ bound }) => bound !== undefined);
  const number = (n: number) => formatNumber(Math.floor(n), words.lang);
  return (
    <div class="scroll" role="region" aria-label={words.table(words.curve)} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.money}</th>
            <th scope="col" class="n">
              {words.peopleHere}
            </th>
            {hasBound && (
              <th scope="col" class="n">
                {words.bound}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {plan.curve.map(({ cost, people, bound }) => (
            <tr>
              <th scope="row">{moneyWords(cost, plan, words)}</th>
              <td class="n">{number(people)}</td>
              {hasBound && <td class="n">{bound !== undefined && number(bound)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
