/** What has been measured: one line a cell and month, with units and how many spoke. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { centreOf } from "../cell.ts";
import type { Line } from "../queries.ts";

interface Shown {
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function MeasurementsPage(props: Shown & { readonly lines: readonly Line[] }): Html {
  const { lines, lang, to } = props;
  return (
    <>
      <header class="row head">
        <h1 class="c10">Measured connections</h1>
        <p class="stand c8">
          What people’s own browsers measured between them and this server, by cell and month, once
          five of them have spoken.
        </p>
        <div class="c8">
          <p class="chips">
            <a href="/data/measurements.csv">As a table</a>
            <a href={to("/measure")}>Measure my connection</a>
            <a href={to("/measure#how")}>How exact it is</a>
          </p>
        </div>
      </header>
      <section aria-labelledby="all">
        <h2 class="knot" id="all">
          By cell and month
        </h2>
        {lines.length === 0 ? (
          <p>
            Nothing is published yet.{" "}
            <a href={to("/measure")}>Yours can be among the first five.</a>
          </p>
        ) : (
          <Table lines={lines} lang={lang} to={to} />
        )}
      </section>
    </>
  );
}

function Table({ lines, lang, to }: Shown & { readonly lines: readonly Line[] }) {
  return (
    <div class="scroll" role="region" aria-label="All cells" tabindex={0}>
      <table>
        <caption>The middle value, and the range of the middle half in brackets</caption>
        <thead>
          <tr>
            <th scope="col">Cell</th>
            <th scope="col">Month</th>
            <th scope="col" class="n">
              Browsers
            </th>
            <th scope="col" class="n">
              Down, kbit/s
            </th>
            <th scope="col" class="n">
              Up, kbit/s
            </th>
            <th scope="col" class="n">
              Round trip, ms
            </th>
            <th scope="col" class="n">
              Unanswered
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                <Cell line={line} to={to} />
              </th>
              <td>{formatDay(line.month, lang, "short")}</td>
              <td class="n">
                {line.n}
                {line.typed > 0 && <small>{line.typed} more typed in</small>}
              </td>
              <Figure of={line.down} lang={lang} />
              <Figure of={line.up} lang={lang} />
              <Figure of={line.latency} lang={lang} />
              <td class="n">
                {line.requests.lost} of {line.requests.sent}
                {Object.entries(line.failures).map(([what, n]) => (
                  <small>
                    {what}: {n}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ line, to }: Pick<Shown, "to"> & { readonly line: Line }) {
  const { lat, lon } = centreOf(line.cell) ?? { lat: 0, lon: 0 };
  const position = `around ${Math.abs(lat)}° ${lat < 0 ? "S" : "N"}, ${Math.abs(lon)}° ${lon < 0 ? "W" : "E"}`;
  if (line.places.length === 0) return <>{position}</>;
  return (
    <>
      {line.places.map(({ slug, name }, i) => (
        <>
          {i > 0 && ", "}
          <a href={to(`/places/${slug}`)}>{name}</a>
        </>
      ))}
      <small>{position}</small>
    </>
  );
}

type Quartiles = NonNullable<Line["latency"]> & { readonly atLeast?: number };

/** Where some phones could only say a lower bound, the line says how many. */
function Figure({
  of: figure,
  lang,
}: {
  readonly of: Quartiles | undefined;
  readonly lang: string;
}) {
  if (!figure) return <td class="n">too few</td>;
  const { q1, median, q3, n, atLeast = 0 } = figure;
  return (
    <td class="n">
      {formatNumber(median, lang)}
      <small>
        ({formatNumber(q1, lang)} to {formatNumber(q3, lang)}; {n} measured)
      </small>
      {atLeast > 0 && <small>{atLeast} of them at least this</small>}
    </td>
  );
}
