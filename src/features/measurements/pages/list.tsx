/** What has been measured, the newest months: one line a cell and month, with units and how many spoke. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, linked, listed } from "../../../platform/words/inline.tsx";
import { centreOf } from "../cell.ts";
import { CSV } from "../paths.ts";
import type { Line } from "../queries.ts";
import { wordsIn, type MeasureWords } from "../words.ts";

interface Shown {
  readonly lang: string;
  readonly to: (path: string) => string;
}

/** A measurement counts the bytes of its page: the file has all of them. */
const MOST = 12;

/** What has been published, on the page on which people measure. */
export function Measured(props: Shown & { readonly lines: readonly Line[] }): Html {
  const { lines, lang, to } = props;
  const words = wordsIn(lang).list;
  return (
    <Section id="all" title={words.title}>
      <p>{words.about}</p>
      {lines.length === 0 ? (
        <p>{linked(words.nothing, "#now")}</p>
      ) : (
        <Table lines={lines.slice(0, MOST)} lang={lang} to={to} />
      )}
      <p class="chips">
        <a href={CSV}>{words.asTable}</a>
      </p>
    </Section>
  );
}

function Table({ lines, lang, to }: Shown & { readonly lines: readonly Line[] }) {
  const { list: words, script } = wordsIn(lang);
  const say = (n: number) => formatNumber(n, lang);
  return (
    <div class="scroll" role="region" aria-label={words.label} tabindex={0}>
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.month}</th>
            {(["browsers", "down", "up", "latency", "unanswered"] as const).map((column) => (
              <th scope="col" class="n">
                {words[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">
                <Cell line={line} lang={lang} to={to} />
              </th>
              <td>{formatDay(line.month, lang, "short")}</td>
              <td class="n">
                {say(line.n)}
                {line.typed > 0 && <small>{words.typed(say(line.typed))}</small>}
              </td>
              <Figure of={line.down} lang={lang} />
              <Figure of={line.up} lang={lang} />
              <Figure of={line.latency} lang={lang} />
              <td class="n">
                {script.of
                  .replace("{lost}", say(line.requests.lost))
                  .replace("{sent}", say(line.requests.sent))}
                {Object.entries(line.failures).map(([what, n]) => (
                  <small>
                    {failureWords(what, script)}: {say(n)}
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

/** `latency timeout` in words. */
function failureWords(what: string, { failed, reasons }: MeasureWords["script"]): string {
  const [test, reason] = what.split(" ") as [keyof typeof failed, keyof typeof reasons];
  return `${failed[test] ?? test}, ${reasons[reason] ?? reason}`;
}

function Cell({ line, lang, to }: Shown & { readonly line: Line }) {
  const { lat, lon } = centreOf(line.cell) ?? { lat: 0, lon: 0 };
  const [north, east] = [Math.abs(lat), Math.abs(lon)].map((n) => formatNumber(n, lang));
  const at = `${north}° ${lat < 0 ? "S" : "N"}, ${east}° ${lon < 0 ? "W" : "E"}`;
  const position = filled(wordsIn(lang).list.around, { where: <bdi>{at}</bdi> });
  if (line.places.length === 0) return <>{position}</>;
  return (
    <>
      {listed(
        line.places.map(({ slug, name }) => <a href={to(`/places/${slug}`)}>{name}</a>),
        lang,
      )}
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
  const words = wordsIn(lang).list;
  const say = (n: number) => formatNumber(n, lang);
  if (!figure) return <td class="n">{words.tooFew}</td>;
  const { q1, median, q3, n, atLeast = 0 } = figure;
  return (
    <td class="n">
      {say(median)}
      <small>{words.range(say(q1), say(q3), say(n))}</small>
      {atLeast > 0 && <small>{words.atLeast(say(atLeast))}</small>}
    </td>
  );
}
