/** What the files of a region hold, and what is missing. */
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { Frame, Layers, PlacesLayer } from "../regions-kept.ts";
import { MOST_PLACES } from "../regions-look.ts";
import type { RegionWords } from "../region-words.ts";
import { RegionMap } from "./region-map.tsx";

interface Shown {
  readonly words: RegionWords;
  readonly layers: Layers;
}

export function RegionLayers(props: Shown & { readonly title: string }): Html {
  const { words, layers, title } = props;
  const { places, tiles } = layers;
  return (
    <Section id="layers" title={words.layers} mini>
      <div class="row">
        <div class="c7">
          {places && <Places words={words} places={places} />}
          {tiles.length > 0 && <Tiles words={words} layers={layers} />}
          <Missing words={words} layers={layers} />
        </div>
        <div class="c5">
          <RegionMap layers={layers} title={words.map(title)} />
        </div>
      </div>
    </Section>
  );
}

const number = (n: number, { lang }: RegionWords): string => formatNumber(n, lang);
const degrees = (n: number, words: RegionWords): string => number(Math.round(n * 100) / 100, words);
const extentOf = ({ south, north, west, east }: Frame, words: RegionWords): string =>
  words.from(
    degrees(south, words),
    degrees(north, words),
    degrees(west, words),
    degrees(east, words),
  );

function Places({ words, places }: { readonly words: RegionWords; readonly places: PlacesLayer }) {
  const { count, people, frame, first } = places;
  return (
    <>
      <h3>{words.placesFile}</h3>
      <p>
        {words.placesAre(count)} · {words.peopleAre(number(people, words))}
        {frame && ` · ${extentOf(frame, words)}`}
      </p>
      <div class="scroll" role="region" aria-label={words.table(words.firstRows)} tabindex={0}>
        <table>
          <caption>{words.firstRows}</caption>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.people}</th>
              <th scope="col">{words.latitude}</th>
              <th scope="col">{words.longitude}</th>
            </tr>
          </thead>
          <tbody>
            {first.map((one) => (
              <tr>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                </th>
                <td>{one.people === undefined ? words.unknown : number(one.people, words)}</td>
                <td>{number(one.lat, words)}</td>
                <td>{number(one.lon, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Tiles({ words, layers }: Shown) {
  const share = (voids: number) =>
    new Intl.NumberFormat(words.lang, { style: "percent", maximumFractionDigits: 1 }).format(voids);
  return (
    <>
      <h3>{words.tiles}</h3>
      <div class="scroll" role="region" aria-label={words.table(words.tiles)} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.file}</th>
              <th scope="col">{words.extent}</th>
              <th scope="col">{words.heights}</th>
            </tr>
          </thead>
          <tbody>
            {layers.tiles.map(({ called, problem, voids = 0, arcSeconds = 0, ...frame }) => (
              <tr>
                <th scope="row">
                  <bdi>{called}</bdi>
                </th>
                {problem === undefined ? (
                  <>
                    <td>{extentOf(frame as Frame, words)}</td>
                    <td>
                      {words.voids(share(voids))} · {words.apart(number(arcSeconds, words))}
                    </td>
                  </>
                ) : (
                  <td colspan={2}>
                    <bdi lang="en">{problem}</bdi>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What keeps a plan from being made, and what it will not know. */
function Missing({ words, layers }: Shown) {
  const { places, placesProblem, tiles, terrainProblem, on, guessed = 0 } = layers;
  const off = places && on !== undefined && on > 0 ? places.count - on : 0;
  const told = [placesProblem, terrainProblem].filter((one) => one !== undefined);
  const lines = [
    ...(places || placesProblem !== undefined ? [] : [words.noPlaces]),
    ...(tiles.length > 0 ? [] : [words.noTiles]),
    ...(places && on === 0 ? [words.noneOn] : []),
    ...(off > 0 ? [words.someOff(off)] : []),
    ...(guessed > 0 ? [words.guessed(guessed)] : []),
    ...(places && places.uncounted > 0 ? [words.uncounted(places.uncounted)] : []),
    ...(places && places.count > MOST_PLACES ? [words.tooMany(number(MOST_PLACES, words))] : []),
  ];
  return (
    <>
      <h3>{words.missing}</h3>
      <ul>
        {told.map((line) => (
          <li>
            <bdi lang="en">{line}</bdi>
          </li>
        ))}
        {lines.map((line) => (
          <li>{line}</li>
        ))}
        {told.length + lines.length === 0 && <li>{words.complete}</li>}
      </ul>
      {places && places.left > 0 && (
        <details open>
          <summary>{words.rowsLeft(places.left)}</summary>
          <ul lang="en">
            {places.problems.map((line) => (
              <li>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Whether a plan can be made of it. */
export const isWhole = ({ places, terrainProblem, on = 0 }: Layers): boolean =>
  places !== undefined && terrainProblem === undefined && on > 0;
