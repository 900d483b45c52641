/** The first screen: a picture, the claim, one sentence of purpose, one number, two ways on. */
import { globeRows } from "../../../engines/globe/globe.ts";
import { mediaPath } from "../../../platform/web/picture.tsx";
import { OpenPicture, stillOf } from "../../../platform/web/stills.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { mayBeShown } from "../../people/api.ts";
import { Sky, skyOf, type PlaceCard } from "../../places/api.ts";
import { storyPath } from "../../stories/api.ts";
import type { Campaign } from "../records.ts";
import { FORMS } from "./doors.tsx";
import type { FrontProps } from "./props.ts";

export function Opening(props: FrontProps): Html {
  const { front, request, words } = props;
  const { frame } = request;
  const own = foreign(frame.own, words.lang);
  const claim = <h1 {...own}>{frame.claim}</h1>;
  const scene = front.campaign?.scene;
  if (scene)
    return (
      <Scene {...props} scene={scene}>
        {claim}
        <Purpose {...props} />
      </Scene>
    );
  const sky = openingSky(props);
  if (sky)
    return (
      <Sky {...sky} lang={words.lang} own={frame.own} above={claim}>
        <Purpose {...props} />
      </Sky>
    );
  const photo = photoOf(props);
  return (
    <>
      <header class="row head">
        <div class="c8">{claim}</div>
      </header>
      <div class="lead">
        {!photo && front.lead?.place && <Far {...props} place={front.lead.place} />}
        <div class="who">
          <Purpose {...props} />
          {photo && (
            <OpenPicture
              picture={photo}
              title={words.front.photo}
              inline
              lang={words.lang}
              ladder={front.ladders.get(photo.file.media)}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** What the page opens with where the campaign has no scene: a photo of the person comes before any picture of a place. */
export const openingSky = (props: Pick<FrontProps, "front" | "request">) =>
  props.front.campaign?.scene || photoOf(props)
    ? undefined
    : skyOf(props.front.lead?.place, props.request.frame.earth);

/** What the person agreed to be seen on. */
function photoOf({ front: { lead }, request }: Pick<FrontProps, "front" | "request">) {
  const photo = lead?.person?.photo;
  return photo && mayBeShown(lead.person, "photo", lead.lang, request.today) ? photo : undefined;
}

/** A drawing, whole and light on a phone, beside the words where there is room. */
function Scene(
  props: FrontProps & {
    readonly scene: NonNullable<Campaign["scene"]>;
    readonly children: unknown;
  },
): Html {
  const { scene, front, request, words, children } = props;
  const still = stillOf(scene, front.ladders.get(scene.file.media)) ?? scene.file;
  const own = foreign(request.frame.own, words.lang);
  return (
    <div class="scene">
      <picture>
        <source media="(min-width:44rem)" srcset={mediaPath(scene.file)} />
        <img
          src={mediaPath(still)}
          alt={scene.alt}
          width={scene.file.width}
          height={scene.file.height}
          {...own}
        />
      </picture>
      <div class="who">
        {children}
        {scene.credit !== undefined && (
          <p class="small" {...own}>
            {scene.credit}
          </p>
        )}
      </div>
    </div>
  );
}

/** Why the campaign is there, the number, and where a reader goes on. */
function Purpose({ front, request, to, words }: FrontProps): Html {
  const { campaign, lead } = front;
  const { frame, lang } = request;
  const own = foreign(frame.own, words.lang);
  const number = campaign?.number;
  return (
    <>
      <p class="stand" {...own}>
        {frame.purpose}
      </p>
      {number && (
        <p class="figure" {...own}>
          <a href={to(number.to)}>
            <b>{number.figure}</b> <span>{number.says}</span>
          </a>
        </p>
      )}
      <p class="acts">
        {lead ? (
          <a class="button" href={storyPath(frame, lang, lead.slug)}>
            <span>{lead.person ? words.front.meet(lead.person.name) : words.front.read}</span>
          </a>
        ) : (
          <a class="button" href={to(FORMS.tell)}>
            {words.front.wantedStory}
          </a>
        )}
        <a class="button quiet" href={to(FORMS.ask)}>
          {words.doors.ask.name}
        </a>
      </p>
    </>
  );
}
const GLOBE = { size: 424, rows: 60 };
const BALL = { left: 496, mirrored: 74, top: 24, scale: 0.92 }; // where the style puts the globe

/** The line leaves the rail and ends at the pin; in right-to-left the globe moves over, unmirrored. */
function Far({
  place,
  to,
  words,
}: {
  place: PlaceCard;
  to: (path: string) => string;
  words: FrontProps["words"];
}) {
  const { path, pin, rim } = globeRows(place.lat, place.lon, GLOBE);
  const at = (left: number) => round(left + pin.x * BALL.scale);
  const [x, mirrored] = [at(BALL.left), at(BALL.mirrored)];
  const y = round(BALL.top + pin.y * BALL.scale);
  return (
    <figure class="cover far">
      <svg
        viewBox="0 0 960 456"
        preserveAspectRatio="xMidYMid slice"
        role="img"
        aria-labelledby="g1"
      >
        <title id="g1">{words.front.globe(`${place.name}, ${place.countryName}`)}</title>
        <g class="ball" transform={`translate(${BALL.left} ${BALL.top}) scale(${BALL.scale})`}>
          <path class="land" d={path} />
          <circle class="rim" cx={rim.x} cy={rim.y} r={rim.r} />
          <circle class="pin" cx={pin.x} cy={pin.y} r="6.5" />
          <circle class="halo" cx={pin.x} cy={pin.y} r="14" />
        </g>
        <path
          class="thread ltr"
          vector-effect="non-scaling-stroke"
          d={`M0 392C0 418 10 428 36 428H450C590 428 ${round(x - 110)} ${y} ${x} ${y}`}
        />
        <path
          class="thread rtl"
          vector-effect="non-scaling-stroke"
          d={`M960 392C960 418 950 428 924 428H510C370 428 ${round(mirrored + 110)} ${y} ${mirrored} ${y}`}
        />
      </svg>
      <figcaption class="here">
        <a href={to(`/places/${place.slug}`)}>
          {place.name}, {place.countryName}
        </a>
      </figcaption>
    </figure>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;
