/** Said and reached: the figures of a pledge over time, beside its target, drawn on the server. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { listedWords } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { amountWords, figureWords, leadWords, unitWords } from "../amounts.ts";
import type { Pledge } from "../fold.ts";
import type { Entry, Texture } from "../ledger.ts";
import { stateWord } from "../status.ts";
import { chartedOf, HEIGHT, shapeOf, WIDTH, type Bar, type Shape } from "./chart-shape.ts";

/** `id` is unique on the page; the patterns and the title carry it. */
export function Chart(props: {
  readonly pledge: Pledge;
  readonly lang: string;
  readonly id: string;
}): Html {
  const { pledge, lang, id } = props;
  const shape = shapeOf(pledge, lang);
  if (!shape) return <></>;
  const { bars, base, left, right, target } = shape;
  return (
    <figure class="chart c8">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{finding(pledge, lang)}</title>
        <Patterns id={id} />
        {shape.ticks.map(({ y, text }) => (
          <>
            <path class="axis" d={`M${left - 4} ${y}H${right + 4}`} />
            <text class="dim" x={left - 10} y={y + 4} text-anchor="end">
              {text}
            </text>
          </>
        ))}
        {shape.years.map(({ x, text, narrow }) => (
          <>
            <path class="axis" d={`M${x} ${base}v8`} />
            <text class={narrow ? "dim" : "dim opt"} x={x} y={base + 28} text-anchor="middle">
              {text}
            </text>
          </>
        ))}
        {bars.map((bar) => (
          <BarShape bar={bar} base={base} fill={fillOf(bar.entry.texture, id)} />
        ))}
        {target && (
          <path
            class="rule"
            d={`M${target.from} ${target.y}H${target.to}${target.due ? "m0 -9v18" : ""}`}
          />
        )}
        {shape.said.map((x) => (
          <circle class="said" cx={x} cy={target!.y} r="5" />
        ))}
        {shape.asked && <path class="rule" stroke-dasharray="6 6" d={shape.asked} />}
        {shape.led && (
          <path
            class="rule"
            d={`M${shape.led.x - 6} ${shape.led.low}h12m-6 0V${shape.led.high}m-6 0h12`}
          />
        )}
        <Series bars={bars.filter((bar) => bar.entry.counts)} />
        {target && (
          <TargetLabel
            target={target}
            words={wordsIn(lang).chart.pledged(
              leadWords({ value: pledge.target!, unit: pledge.unit }, lang),
            )}
          />
        )}
        {bars.map(
          ({ label, y }) =>
            label && (
              <text
                class={label.narrow ? undefined : "opt"}
                x={label.x}
                y={y - 10}
                text-anchor={label.anchor}
              >
                {label.text}
              </text>
            ),
        )}
      </svg>
      <figcaption class="small">{captionOf(pledge, shape, lang)}</figcaption>
    </figure>
  );
}

function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-hatch`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="ht" d="M4 0v8" />
      </pattern>
      <pattern id={`${id}-half`} width="5" height="5" patternUnits="userSpaceOnUse">
        <circle cx="2.5" cy="2.5" r="1.4" fill="var(--ink)" />
      </pattern>
    </defs>
  );
}

const fillOf = (texture: Texture, id: string): string =>
  texture === "claimed"
    ? `url(#${id}-hatch)`
    : texture === "evidenced"
      ? `url(#${id}-half)`
      : "var(--ink)";

function BarShape({
  bar,
  base,
  fill,
}: {
  readonly bar: Bar;
  readonly base: number;
  readonly fill: string;
}) {
  const { x, y, width, before } = bar;
  const box = { x, y, width, height: Math.round((base - y) * 10) / 10 };
  return (
    <>
      <rect class="knock" {...box} />
      <rect class="bar" {...box} fill={fill} />
      {before !== undefined && <path class="rule" d={`M${x} ${before}h${width}`} />}
    </>
  );
}

/** The one line of the page joins the totals; dotted, because nothing is known between two of them. */
function Series({ bars }: { readonly bars: readonly Bar[] }) {
  const points = bars.map(({ x, y, width }) => ({ x: x + width / 2, y }));
  return (
    <>
      {points.length > 1 && (
        <path
          class="thread gapline"
          vector-effect="non-scaling-stroke"
          d={`M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`}
        />
      )}
      {points.map(({ x, y }) => (
        <circle class="pin" cx={x} cy={y} r="4" />
      ))}
    </>
  );
}

/** Over the line where the bars have not reached it yet: at its beginning, or at its end where that is too close. */
function TargetLabel({
  target,
  words,
}: {
  readonly target: NonNullable<Shape["target"]>;
  readonly words: string;
}) {
  const fits = target.from + words.length * 13.5 < WIDTH;
  return (
    <text x={fits ? target.from : target.to} y={target.y - 11} text-anchor={fits ? "start" : "end"}>
      {words}
    </text>
  );
}

const MANY = 12; // figures; nobody listens to more in one title, and the table has them

/** The title says what the chart shows: the figures by the word that stands beside them, and the target. */
export function finding(pledge: Pledge, lang: string): string {
  const byWord = Map.groupBy(chartedOf(pledge), (entry) => stateWord(entry, lang));
  const groups = [...byWord].map(([word, entries]) => `${word} ${listed(entries, lang)}`);
  const { target, by, unit } = pledge;
  const say = wordsIn(lang).chart;
  const said = groups.join("; ");
  if (target === undefined) return say.title(said);
  const figure = figureWords({ value: target, unit }, lang);
  return say.title(
    say.beside(said, by === undefined ? figure : say.by(figure, formatDay(by, lang))),
  );
}

function listed(entries: readonly Entry[], lang: string): string {
  const figures = entries.map((e) => `${figureWords(e, lang)} (${formatDay(e.asOf, lang)})`);
  if (figures.length > MANY)
    return wordsIn(lang).chart.figures(figures.length, figures[0]!, figures.at(-1)!);
  return listedWords(figures, lang);
}

function captionOf(pledge: Pledge, shape: Shape, lang: string): string {
  const { bars, figures, scale, said, asked, led } = shape;
  const entries = bars.map((bar) => bar.entry);
  const counting = entries.filter((e) => e.counts);
  const { chart: say, page } = wordsIn(lang);
  const unit = unitWords(pledge.unit, lang);
  const words = [(scale === "" ? say.unit : say.scales[scale]).replace("{unit}", unit)];
  if (figures > bars.length)
    words.push(say.drawn(formatNumber(figures, lang), formatNumber(bars.length, lang)));
  const reported = [
    ...new Set(entries.filter((e) => e.texture === "claimed").map((e) => stateWord(e, lang))),
  ];
  if (reported.length > 0) words.push(say.hatched(listedWords(reported, lang, "disjunction")));
  if (entries.some((e) => e.texture === "evidenced")) words.push(say.halfTone);
  if (entries.some((e) => e.texture === "attested")) words.push(say.solid);
  if (asked !== undefined) words.push(say.dashed);
  if (led) words.push(say.upright);
  if (counting.length > 1) words.push(say.dotted);
  if (said.length > 0) words.push(say.circles);
  const before = entries.find((e) => e.split && e.split.since > 0)?.split?.before;
  if (before !== undefined) words.push(say.across(amountWords(before, lang)));
  if (entries.some((e) => e.atLeast)) words.push(say.over);
  if (entries.some((e) => e.revisedBy.length > 0)) words.push(say.revised);
  if (pledge.kind === "pledge" && counting.length === 0) words.push(page.notProgress);
  return words.join(" ");
}
