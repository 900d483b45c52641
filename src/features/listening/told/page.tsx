/** The public page of listening: what it is, how right it was by place and month, and what the detector is. Rule LT5. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { TableHead } from "../../../platform/web/table-head.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { Report } from "../queries.ts";
import { TRY } from "../trying/path.ts";
import type { ListeningWords } from "../words.ts";
import { CSV } from "./csv.ts";
import { ChainsawDrawing } from "./drawn.tsx";
import type { PlaceReports } from "./places-told.ts";
import { detectorsOf, rangeOf, RightWords, sum, whyNoShare } from "./right-words.tsx";

/** Months in the table of a place; the file has all of them. */
const MONTHS = 12;

export function ListeningMain(props: {
  readonly places: readonly PlaceReports[];
  readonly detector: string;
  readonly words: ListeningWords;
  readonly to: (path: string) => string;
}): Html {
  const { places, detector, words, to } = props;
  return (
    <article>
      <PageHead title={words.title} stand={words.lead} />
      <Section id="what" title={words.what}>
        <div class="row">
          <p class="c4">{words.hears}</p>
          <p class="c4">{words.silent}</p>
          <p class="c4">{words.private}</p>
        </div>
      </Section>
      <Section id="right" title={words.right}>
        {places.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          places.map((place) => <Place {...place} words={words} to={to} />)
        )}
        {places.length > 0 && (
          <p class="chips">
            <a href={CSV}>{words.asTable}</a>
          </p>
        )}
      </Section>
      <Section id="detector" title={words.detector}>
        <div class="row">
          <div class="c8">
            <p>{words.detectorIs(detector)}</p>
            <p>
              <strong>{words.notTried}</strong>
            </p>
            <p>{words.figures}</p>
            <p>{words.falseAlarms}</p>
            <p>{filled(words.model, { file: <code dir="ltr">docs/listening-model.md</code> })}</p>
            <p class="chips">
              <a href={to(TRY)}>{words.try}</a>
            </p>
          </div>
          <div class="c8">
            <ChainsawDrawing words={words.drawing} />
          </div>
        </div>
      </Section>
    </article>
  );
}

function Place(
  props: PlaceReports & {
    readonly words: ListeningWords;
    readonly to: (path: string) => string;
  },
) {
  const { name, slug, reports, words, to } = props;
  return (
    <section aria-labelledby={slug}>
      <h3 id={slug}>
        <a href={to(`/places/${slug}`)}>{name}</a>
      </h3>
      <RightWords reports={reports} words={words} />
      <ByMonth reports={reports.slice(0, MONTHS)} name={name} words={words} to={to} />
    </section>
  );
}

function ByMonth(props: {
  readonly reports: readonly Report[];
  readonly name: string;
  readonly words: ListeningWords;
  readonly to: (path: string) => string;
}) {
  const { reports, name, words, to } = props;
  const { table } = words;
  const say = (n: number) => formatNumber(n, words.lang);
  return (
    <div class="scroll" role="region" aria-label={`${table.label}: ${name}`} tabindex={0}>
      <table>
        <TableHead
          first={table.month}
          numbers={[
            table.listeners,
            table.days,
            table.alarms,
            table.right,
            table.wrong,
            table.unknown,
            table.share,
          ]}
        />
        <tbody>
          {reports.map((report) => (
            <tr>
              <th scope="row">
                <a href={to(`/log/subjects/${report.subject}`)} title={words.proof}>
                  {formatDay(report.month, words.lang, "short")}
                </a>
              </th>
              <td class="n">{say(report.sensors)}</td>
              <td class="n">{say(report.sensorDays)}</td>
              {(["alarms", "right", "wrong", "unknown"] as const).map((which) => (
                <td class="n">{say(sum(report.detectors, (one) => one[which]))}</td>
              ))}
              <td class="n">
                <Range report={report} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Range({ report, words }: { readonly report: Report; readonly words: ListeningWords }) {
  const all = detectorsOf([report]);
  const range = rangeOf(
    sum(all, ({ right }) => right),
    sum(all, ({ wrong }) => wrong),
    words.lang,
  );
  if (!range) return <>{whyNoShare(all, words)}</>;
  return (
    <>
      {range.share}
      <small>{words.table.range(range.low, range.high)}</small>
    </>
  );
}
