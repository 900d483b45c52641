/** What is said of listening in public: what it is, how right it was by place and month, and what the detector is. Rule LT5. */
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { TableHead } from "../../../platform/web/table-head.tsx";
import type { Report } from "../queries.ts";
import { TRY } from "../trying/path.ts";
import type { ListeningWords } from "../words.ts";
import { CSV } from "./csv.ts";
import { ChainsawDrawing } from "./drawn.tsx";
import type { PlaceReports } from "./places-told.ts";
import { detectorsOf, rangeOf, RightWords, sum, whyNoShare } from "./right-words.tsx";

/** Where it stands on the page of a programme or a place. */
export const HERE = "listening-here";
/** Months in the table of a place; the file has all of them. */
const MONTHS = 12;

/** On the page of a programme. */
export function ListeningPart(props: {
  readonly places: readonly PlaceReports[];
  readonly words: ListeningWords;
  readonly to: (path: string) => string;
}): Html {
  const { places, words, to } = props;
  return (
    <Section id={HERE} title={words.title} mini>
      <p>{words.lead}</p>
      <div class="row">
        <p class="c4">{words.hears}</p>
        <p class="c4">{words.silent}</p>
        <p class="c4">{words.private}</p>
      </div>
      {places.length === 0 && <p>{words.none}</p>}
      {places.map(({ name, slug, reports }) => (
        <section aria-labelledby={slug}>
          <h3 id={slug}>
            <a href={to(`/places/${slug}`)}>{name}</a>
          </h3>
          <RightWords reports={reports} words={words} />
          <ByMonth reports={reports} name={name} words={words} to={to} />
        </section>
      ))}
      <p>
        <strong>{words.notTried}</strong>
      </p>
      <p class="chips">
        {places.length > 0 && <a href={CSV}>{words.asTable}</a>}
        <a href={to(TRY)}>{words.try}</a>
        <a href={to(`${TRY}#detector`)}>{words.detector}</a>
      </p>
      <div class="row">
        <div class="c8">
          <ChainsawDrawing words={words.drawing} />
        </div>
      </div>
    </Section>
  );
}

/** On the page on which the detector is tried. */
export function DetectorPart({ words }: { words: ListeningWords }): Html {
  return (
    <Section id="detector" title={words.detector}>
      <p>{words.detectorIs}</p>
      <p>{words.figures}</p>
      <p>{words.falseAlarms}</p>
    </Section>
  );
}

/** The latest months of a place. */
export function ByMonth(props: {
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
          {reports.slice(0, MONTHS).map((report) => (
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
