/** The story that leads: a person first, and the one line that reaches the person's place on the globe. */
import { globeRows } from "../../../engines/globe/globe.ts";
import { Picture } from "../../../platform/web/picture.tsx";
import { formatMinutes } from "../../../platform/web/words.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import { personCovers } from "../../people/feature.ts";
import type { PlaceCard } from "../../places/feature.ts";
import { placeLine, storyPath, walkName, type StoryCard } from "../../stories/feature.ts";
import type { FrontProps } from "./props.ts";

export function Lead({ front, request, to, words }: FrontProps) {
  const { lead } = front;
  if (!lead)
    return (
      <div class="lead">
        <div class="who">
          <h2>
            <a class="wanted" href={to("/take-part")}>
              {words.front.wantedStory}
            </a>
          </h2>
          <p class="stand">{words.front.leads}</p>
        </div>
      </div>
    );
  const { frame, lang, today } = request;
  const { person, place } = lead;
  const photo = person?.photo && personCovers(person, "photo", lead.lang, today) && person.photo;
  const walk = walkName(frame, lead.walk) ?? lead.category;
  const href = storyPath(frame, lang, lead.slug);
  const own = foreign(lead.lang, words.lang);
  return (
    <article class="lead">
      {place && (
        <Far place={place} to={to} words={words} portrait={person !== undefined && !photo} />
      )}
      <div class="who">
        <p class="meta">
          <span {...foreign(frame.language, words.lang)}>{walk}</span>
          {place && <span>{placeLine(place)}</span>}
        </p>
        <h2 {...(person ? {} : own)}>
          <a href={href}>{person?.name ?? lead.title}</a>
        </h2>
        <p class="stand" {...own}>
          {lead.summary}
        </p>
        <p class="meta">
          <a href={href}>{words.front.read}</a>
          <span>{formatMinutes(lead.minutes, words.lang)}</span>
          {lead.sources > 0 && <span>{words.front.sources(lead.sources)}</span>}
        </p>
        {photo && (
          <Picture
            picture={photo}
            title={words.front.photo}
            lang={words.lang}
            ladder={front.ladders.get(photo.file.media)}
          />
        )}
        <FilmLine lead={lead} href={href} to={to} words={words} />
      </div>
    </article>
  );
}

function FilmLine({
  lead,
  href,
  to,
  words: { front: words, lang },
}: {
  lead: StoryCard;
  href: string;
  to: (path: string) => string;
  words: FrontProps["words"];
}) {
  const { film } = lead;
  if (film)
    return (
      <p class="film">
        <b>{words.film}</b>{" "}
        <a href={href} {...foreign(lead.lang, lang)}>
          {film.title}
        </a>
        {"minutes" in film && film.minutes !== undefined && (
          <span>{formatMinutes(film.minutes, lang)}</span>
        )}
      </p>
    );
  return (
    <p class="film">
      <b>{words.film}</b> <a href={to("/take-part")}>{words.wanted}</a> <span>{words.upTo}</span>{" "}
      <span>{words.captions}</span> <a href={to("/take-part")}>{words.signWanted}</a>
    </p>
  );
}

const GLOBE = { size: 424, rows: 60 };
const BALL = { left: 496, mirrored: 74, top: 24, scale: 0.92 }; // where the style puts the globe

/** The line leaves the rail and ends at the pin; in right-to-left the globe moves over, unmirrored. */
function Far({
  place,
  to,
  words,
  portrait,
}: {
  place: PlaceCard;
  to: (path: string) => string;
  words: FrontProps["words"];
  portrait: boolean;
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
        {portrait && (
          <>
            <br />
            <small>{words.front.portrait}</small>
          </>
        )}
      </figcaption>
    </figure>
  );
}

const round = (n: number): number => Math.round(n * 10) / 10;
