/** A place with what lies near it, drawn by the server: is it where it should be, and does it stand here twice? Rule KO9. */
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Html } from "../../platform/web/route.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { placeList, type PlaceCard } from "../places/api.ts";
import { isGone } from "./things.ts";
import { PART, pathOfThing, type ThingVisit } from "./visit.ts";
import type { ContentWords } from "./words.ts";

const SIZE = { width: 960, height: 440 }; // units of the drawing
const NEAREST = 8; // places
const LEAST = 20; // km; a village and its hill
const DEGREE = 111.195; // km

interface Near {
  readonly place: PlaceCard;
  readonly km: number;
}

/** The nearest places, the nearest first. */
async function nearOf({ serving, standing, visit }: ThingVisit) {
  const all = await serving.instance.snapshot((db) => placeList(db, visit.lang));
  const own = all.find(({ subject }) => subject === standing.subject);
  if (!own) return undefined;
  const near = all
    .filter((one) => one !== own)
    .map((place): Near => ({ place, km: distanceKm(own, place) }))
    .toSorted((a, b) => a.km - b.km)
    .slice(0, NEAREST);
  return { own, near };
}

export async function nearMap(at: ThingVisit): Promise<Html> {
  const found = await nearOf(at);
  return found ? <NearMap {...found} words={at.words} lang={at.visit.lang} /> : <></>;
}

export async function showMap(at: ThingVisit): Promise<Reply> {
  const { visit, standing, words, name, space } = at;
  const path = pathOfThing(space, standing.slug);
  if (space !== "places" || isGone(standing)) return { to: path };
  const { account, lang } = visit;
  const title = words.map(name);
  const main = (
    <>
      <PlainHead title={title} />
      <p class="acts">
        <a href={path}>{words.change(name)}</a>
        <a href={`${path}/merge`}>{words.merge}</a>
      </p>
      {await nearMap(at)}
    </>
  );
  return { page: deskPage({ account, lang, part: PART, title, main }) };
}

function NearMap(props: {
  readonly own: PlaceCard;
  readonly near: readonly Near[];
  readonly words: ContentWords;
  readonly lang: string;
}): Html {
  const { own, near, words, lang } = props;
  // So wide that the nearest few are on it, wherever they are.
  const reach = near[Math.min(3, near.length - 1)]?.km ?? LEAST;
  const half = Math.min(Math.max(reach * 1.3, LEAST), 5000);
  const east = Math.max(Math.cos((own.lat * Math.PI) / 180), 0.05);
  const at = ({ lat, lon }: PlaceCard) => {
    const turn = ((lon - own.lon + 540) % 360) - 180; // over the date line, too
    const scale = SIZE.height / (2 * half);
    return {
      x: Math.round(SIZE.width / 2 + turn * DEGREE * east * scale),
      y: Math.round(SIZE.height / 2 - (lat - own.lat) * DEGREE * scale),
    };
  };
  const isOn = ({ x, y }: { x: number; y: number }) =>
    x >= 0 && x <= SIZE.width && y >= 0 && y <= SIZE.height;
  const shown = near.map(({ place }) => ({ place, ...at(place) })).filter(isOn);
  return (
    <>
      <div class="row">
        <figure class="map c8 world">
          <svg
            viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
            role="img"
            aria-label={words.map(own.name)}
          >
            <g paint-order="stroke">
              <rect width={SIZE.width} height={SIZE.height} fill="none" stroke="var(--edge)" />
              {shown.map(({ place, x, y }) => (
                <>
                  <circle class="pin" cx={x} cy={y} r="4" />
                  <text x={x} y={y - 8} text-anchor={x > SIZE.width * 0.7 ? "end" : "start"}>
                    {place.name}
                  </text>
                </>
              ))}
              <circle cx={SIZE.width / 2} cy={SIZE.height / 2} r="7" fill="var(--signal)" />
              <text x={SIZE.width / 2} y={SIZE.height / 2 + 26} text-anchor="middle">
                {own.name}
              </text>
            </g>
          </svg>
          <figcaption>
            <small>
              {words.mapHint(formatNumber(Math.round((2 * half * SIZE.width) / SIZE.height), lang))}
            </small>
          </figcaption>
        </figure>
      </div>
      <ul class="lines">
        {near.map(({ place, km }) => (
          <li>
            <a href={pathOfThing("places", place.slug)} dir="auto">
              {place.name}
            </a>
            <small>{words.km(formatNumber(Math.round(km * 10) / 10, lang))}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
