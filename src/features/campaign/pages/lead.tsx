/** The claim, and the story that leads: a person, and the one line that reaches the person's place, from space or on a globe. */
import { globeRows } from "../../../engines/globe/globe.ts";
import { OpenPicture } from "../../../platform/web/stills.tsx";
import { formatMinutes } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { mayBeShown } from "../../people/api.ts";
import { Sky, skyOf, WatchFilm, type PlaceCard } from "../../places/api.ts";
import { placeLine, storyPath, walkName } from "../../stories/api.ts";
import type { FrontProps } from "./props.ts";

export function Opening(props: FrontProps) {
  const { front, request, words } = props;
  const { frame } = request;
  const own = foreign(frame.own, words.lang);
  const sky = openingSky(props);
  if (sky)
    return (
      <Sky {...sky} lang={words.lang} own={frame.own} above={<h1 {...own}>{frame.claim}</h1>}>
        <Lead {...props} />
      </Sky>
    );
  return (
    <>
      <header class="row head" {...own}>
        <h1 class="c8">{frame.claim}</h1>
      </header>
      <Lead {...props} far={front.lead?.place} />
    </>
  );
}

/** What the page opens with: a photo of the person comes before any picture of a place. */
export const openingSky = (props: Pick<FrontProps, "front" | "request">) =>
  photoOf(props) ? undefined : skyOf(props.front.lead?.place, props.request.frame.earth);

/** What the person agreed to be seen on. */
function photoOf({ front: { lead }, request }: Pick<FrontProps, "front" | "request">) {
  const photo = lead?.person?.photo;
  return photo && mayBeShown(lead.person, "photo", lead.lang, request.today) ? photo : undefined;
}

/** `far` is where it is drawn on a globe. */
function Lead(props: FrontProps & { readonly far?: PlaceCard | undefined }) {
  const { front, request, to, words, far } = props;
  const { lead } = front;
  if (!lead)
    return (
      <div class="lead">
        <div class="who">
          <h2>
            <a href={to("/take-part/story")}>{words.front.wantedStory}</a>
          </h2>
          <p class="stand">{words.front.leads}</p>
        </div>
      </div>
    );
  const { frame, lang } = request;
  const { person, place } = lead;
  const photo = photoOf(props);
  const walk = walkName(frame, lead.walk) ?? lead.category;
  const href = storyPath(frame, lang, lead.slug);
  const own = foreign(lead.lang, words.lang);
  return (
    <article class="lead">
      {far && <Far place={far} to={to} words={words} />}
      <div class="who">
        <p class="meta">
          <span {...foreign(frame.own, words.lang)}>{walk}</span>
          {place && <span>{placeLine(place)}</span>}
        </p>
        <h2 {...(person ? {} : own)}>
          <a href={href}>{person?.name ?? lead.title}</a>
        </h2>
        <p class="stand" {...own}>
          {lead.summary}
        </p>
        <p class="meta">
          <a class="button" href={href}>
            {words.front.read}
          </a>
          <span>{formatMinutes(lead.minutes, words.lang)}</span>
          {lead.sources > 0 && <a href={`${href}#so`}>{words.front.sources(lead.sources)}</a>}
          <WatchFilm place={place} lang={words.lang} path={href} />
        </p>
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
    </article>
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
