/** A layer in words: which there are, what its marks mean, and its cells as a list. Rule AT7. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import { countryAt } from "../../../engines/globe/atlas.ts";
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, linked, listed, spoken } from "../../../platform/words/inline.tsx";
import type { Layer, Mark } from "../layers.ts";
import { wordsIn } from "../words.ts";

const MOST = 16; // cells in the list; the whole table is one link away

/** Parts of a cell's width. */
export const MARK_SIZES = [0.2, 0.36, 0.52, 0.7];

interface Shown {
  readonly layer: Layer;
  /** What of it lies in this region, of most weight first. */
  readonly marks: readonly Mark[];
  readonly lang: string;
  /** The campaign's language, in which tables are named. */
  readonly own: string;
  readonly to: (path: string) => string;
}

/** Beside the map; the tone of the land keeps its own legend. */
export function LayerLegend({ layer, marks, lang, own, to }: Shown): Html {
  const { id, card, others } = layer;
  const words = wordsIn(lang).layer;
  if (marks.length === 0) return <Nothing layer={layer} lang={lang} to={to} />;
  return (
    <>
      <p>{words.titles[id]}</p>
      <ul class="chips legend">
        {words.steps[id].map((step, i) => (
          <li>
            <svg viewBox="0 0 42 21" aria-hidden="true">
              <path class="cell" d={square(21, 10.5, 20 * MARK_SIZES[i]!)} />
            </svg>
            {step}
          </li>
        ))}
      </ul>
      {card ? (
        <p class="small">
          <a href={card.dataset.source.url}>
            {card.dataset.source.publisher ?? card.dataset.source.title}
          </a>
          , {spoken(own, lang, card.dataset.title)}, {formatDay(card.dataset.date, lang)},{" "}
          {card.dataset.licence}.{others > 0 && ` ${words.others(others)}`}
        </p>
      ) : (
        <p class="small">{linked(words.byPeople, to("/measure"))}</p>
      )}
    </>
  );
}

function Nothing({ layer: { id, marks }, lang, to }: Pick<Shown, "layer" | "lang" | "to">) {
  const words = wordsIn(lang).layer;
  const name = words.names[id];
  return (
    <p>
      {marks.length > 0 ? words.nothingHere(name) : words.nothingYet(name)}{" "}
      <a class="wanted" href={to("/measure")}>
        {words.invite}
      </a>
    </p>
  );
}

/** Below the map: whoever does not see the marks reads the same here. */
export function LayerCells({ layer, marks, lang, to }: Omit<Shown, "own">): Html {
  const { id, card } = layer;
  const words = wordsIn(lang).layer;
  const name = words.names[id];
  const say = (n: number) => formatNumber(n, lang);
  return (
    <Section id="layer" title={name}>
      <div class="scroll" role="region" aria-label={words.table(name)} tabindex={0}>
        <table>
          <caption>
            {words.captions[id]} {words.middle}
          </caption>
          <TableHead first={words.cell} numbers={words.columns[id]} />
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
        {marks.length > MOST && words.these(say(MOST), say(marks.length))}{" "}
        {card ? (
          <a href={`/media/${card.dataset.file.media}`}>{words.whole}</a>
        ) : (
          <a href={to("/measure#all")}>{words.all}</a>
        )}
      </p>
    </Section>
  );
}

function Where({ mark, lang, to }: { mark: Mark; lang: string; to: (path: string) => string }) {
  const { lat, lon, places } = mark;
  const country = countryAt(lat, lon);
  const at = `${degrees(lat, lang)}°\u00a0${lat < 0 ? "S" : "N"}, ${degrees(lon, lang)}°\u00a0${lon < 0 ? "W" : "E"}`;
  const where = <bdi>{at}</bdi>;
  const around = filled(wordsIn(lang).layer.around, { where });
  const named = country === undefined ? undefined : countryName(country, lang);
  if (places.length === 0)
    return (
      <>
        {named ?? where}
        {named !== undefined && <small>{around}</small>}
      </>
    );
  const links = places.map(({ title, path }) => <a href={to(path)}>{title}</a>);
  return (
    <>
      {listed(links, lang)}
      <small>
        {named} {around}
      </small>
    </>
  );
}

function inWords(value: Mark["values"][number], lang: string): string {
  if (value === undefined) return wordsIn(lang).layer.tooFew;
  return typeof value === "number" ? formatNumber(value, lang) : formatDay(value, lang, "short");
}

const degrees = (n: number, lang: string): string =>
  formatNumber(Math.round(Math.abs(n) * 10) / 10, lang);

/** A square around a point, as part of a path. */
export function square(x: number, y: number, side: number): string {
  const s = Math.round(side);
  return `M${Math.round(x - s / 2)} ${Math.round(y - s / 2)}h${s}v${s}h-${s}z`;
}
