/** A layer in words: which there are, what its marks mean, and its cells as a list. Rule A7. */
import { countryAt } from "../../../engines/globe/atlas.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay, formatNumber, plural } from "../../../platform/web/words.ts";
import type { Layer, LayerId, Mark } from "../layers.ts";

const MOST = 16; // cells in the list; the whole table is one link away

interface Words {
  readonly name: string;
  readonly title: string;
  /** From the smallest mark to the largest. */
  readonly steps: readonly string[];
  readonly columns: readonly string[];
  readonly caption: string;
}
const SPEEDS = ["50 or more", "10 to 50", "1 to 10", "fewer than 1"];
const WORDS: Readonly<Record<LayerId, Words>> = {
  tiles: {
    name: "Measured speed",
    title: "Measured speed: the way down, Mbit/s",
    steps: SPEEDS,
    columns: ["Tests", "Down, kbit/s", "Up, kbit/s", "Round trip, ms"],
    caption: "Cells with the most tests first; the mean of all tests in each.",
  },
  schools: {
    name: "Schools",
    title: "Schools in the list",
    steps: ["1 to 9", "10 to 99", "100 to 999", "1,000 or more"],
    columns: ["Schools", "Connected", "Not connected"],
    caption: "Cells with the most schools first. Of the others the list does not say it.",
  },
  measured: {
    name: "Measured here",
    title: "Measured here: the way down, Mbit/s",
    steps: SPEEDS,
    columns: ["Month", "Browsers", "Down, kbit/s", "Up, kbit/s", "Round trip, ms"],
    caption: "Cells with the most browsers first; the middle value of each, in its newest month.",
  },
};
export const layerName = (id: LayerId): string => WORDS[id].name;
/** Parts of a cell's width. */
export const MARK_SIZES = [0.2, 0.36, 0.52, 0.7];

interface Shown {
  readonly layer: Layer;
  /** What of it lies in this region, of most weight first. */
  readonly marks: readonly Mark[];
  readonly lang: string;
  readonly to: (path: string) => string;
}

/** Beside the map; the tone of the land keeps its own legend. */
export function LayerLegend({ layer, marks, lang, to }: Shown): Html {
  const { id, card, others } = layer;
  const { title, steps } = WORDS[id];
  if (marks.length === 0) return <Nothing layer={layer} to={to} />;
  return (
    <>
      <p>{title}</p>
      <ul class="chips legend">
        {steps.map((words, i) => (
          <li>
            <svg viewBox="0 0 42 21" aria-hidden="true">
              <path class="cell" d={square(21, 10.5, 20 * MARK_SIZES[i]!)} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      {card ? (
        <p class="small">
          <a href={card.dataset.source.url}>
            {card.dataset.source.publisher ?? card.dataset.source.title}
          </a>
          , {card.dataset.title}, {formatDay(card.dataset.date, lang)}, {card.dataset.licence}.
          {others > 0 &&
            ` ${others} other ${plural(others, "table", "tables")} of this kind ${plural(others, "is", "are")} not drawn.`}
        </p>
      ) : (
        <p class="small">
          By people’s own browsers, once five have spoken in a cell and a month.{" "}
          <a href={to("/measure")}>Add yours</a>
        </p>
      )}
    </>
  );
}

function Nothing({ layer: { id, marks }, to }: Pick<Shown, "layer" | "to">) {
  return (
    <p>
      {WORDS[id].name}: nothing {marks.length > 0 ? "in this region" : "is published"} yet.{" "}
      <a class="wanted" href={to("/measure")}>
        Measure your connection: be among the first five
      </a>
    </p>
  );
}

/** Below the map: whoever does not see the marks reads the same here. */
export function LayerCells({ layer, marks, lang, to }: Shown): Html {
  const { id, card } = layer;
  const { name, columns, caption } = WORDS[id];
  return (
    <section aria-labelledby="layer">
      <h2 class="knot" id="layer">
        {name}
      </h2>
      <div class="scroll" role="region" aria-label={`Table: ${name}`} tabindex={0}>
        <table>
          <caption>{caption} A cell is named by where its middle lies.</caption>
          <thead>
            <tr>
              <th scope="col">Cell</th>
              {columns.map((column) => (
                <th scope="col" class="n">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {marks.slice(0, MOST).map((mark) => (
              <tr>
                <th scope="row">
                  <Where mark={mark} lang={lang} to={to} />
                </th>
                {mark.values.map((value) => (
                  <td class="n">{inWords(value, lang)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">
        {marks.length > MOST && `These are ${MOST} of ${formatNumber(marks.length, lang)} cells. `}
        {card ? (
          <a href={`/media/${card.dataset.file.media}`}>The whole table as it came</a>
        ) : (
          <a href={to("/measurements")}>All of it, by cell and month</a>
        )}
      </p>
    </section>
  );
}

function Where({ mark, lang, to }: { mark: Mark; lang: string; to: (path: string) => string }) {
  const { lat, lon, places } = mark;
  const country = countryAt(lat, lon);
  const at = `${degrees(lat, lang)}°\u00a0${lat < 0 ? "S" : "N"}, ${degrees(lon, lang)}°\u00a0${lon < 0 ? "W" : "E"}`;
  const named = country === undefined ? [] : [countryName(country, lang)];
  if (places.length === 0)
    return (
      <>
        {named[0] ?? at}
        {named.length > 0 && <small>around {at}</small>}
      </>
    );
  return (
    <>
      {places.map(({ title, path }, i) => (
        <>
          {i > 0 && ", "}
          <a href={to(path)}>{title}</a>
        </>
      ))}
      <small>{[...named, `around ${at}`].join(", ")}</small>
    </>
  );
}

function inWords(value: Mark["values"][number], lang: string): string {
  if (value === undefined) return "too few";
  return typeof value === "number" ? formatNumber(value, lang) : formatDay(value, lang, "short");
}

const degrees = (n: number, lang: string): string =>
  formatNumber(Math.round(Math.abs(n) * 10) / 10, lang);

/** A square around a point, as part of a path. */
export function square(x: number, y: number, side: number): string {
  const s = Math.round(side);
  return `M${Math.round(x - s / 2)} ${Math.round(y - s / 2)}h${s}v${s}h-${s}z`;
}
