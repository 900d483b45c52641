/** The page of a place: where it is, what is known of it, and what others have to show about it. */
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { Picture } from "../../platform/web/picture.tsx";
import type { Html, Related } from "../../platform/web/route.ts";
import { Sources, SourceLink } from "../../platform/web/sources.tsx";
import { countryName, formatDay, formatNumber } from "../../platform/web/words.ts";
import { Section } from "../../platform/web/heads.tsx";
import { foreign, linked, spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { Place } from "./records.ts";
import { PlaceFilm } from "./film.tsx";
import { Globe } from "./globe.tsx";
import { MeasuresBlock } from "./measures-block.tsx";
import { stateSaid, type SaidState } from "./standing.ts";

interface PlacePageProps {
  readonly slug: string;
  readonly place: Place;
  readonly related: readonly Related[];
  readonly lang: string;
  /** The campaign's language, in which places are described. */
  readonly own: string;
  /** In which the words of its film are. */
  readonly language: string;
  readonly to: (path: string) => string;
  /** Lighter files of the cover and the film, and the words of this. */
  readonly ladders: ReadonlyMap<string, Ladder>;
}

export function PlaceMain(props: PlacePageProps): Html {
  const { slug, place, related, lang, own, to } = props;
  const words = wordsIn(lang);
  const { name, region, note, cover, sources } = place;
  const country = countryName(place.country, lang);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{name}</h1>
        <div class="c8">
          <p class="meta">
            {region && region !== name && <span>{region}</span>}
            {country !== name && <span>{country}</span>}
          </p>
        </div>
        {note && (
          <p class="stand c8" {...foreign(own, words.lang)}>
            {note}
          </p>
        )}
      </header>
      {cover && (
        <figure class="cover" {...foreign(own, words.lang)}>
          <Picture
            picture={cover}
            title={words.relief}
            inline
            ladder={props.ladders.get(cover.file.media)}
          />
          {cover.credit && (
            <figcaption>
              <small>{cover.credit}</small>
            </figcaption>
          )}
        </figure>
      )}
      <div class="row">
        <div class="c4">
          <Globe
            place={{ slug, name, countryName: country, lat: place.lat, lon: place.lon }}
            lang={lang}
          />
        </div>
        <Facts place={place} country={country} lang={lang} own={own} />
      </div>
      <PlaceFilm
        place={place}
        lang={lang}
        own={own}
        language={props.language}
        ladders={props.ladders}
      />
      {place.measures && (
        <Section id="measures" title={words.connection} mini>
          <MeasuresBlock measures={place.measures} lang={lang} own={own} />
        </Section>
      )}
      {related.length > 0 ? (
        related.map((part) => part.html)
      ) : (
        <Invitation name={name} lang={lang} to={to} />
      )}
      {sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={sources} lang={lang} />
        </Section>
      )}
    </article>
  );
}

function Facts(props: {
  readonly place: Place;
  readonly country: string;
  readonly lang: string;
  readonly own: string;
}) {
  const { place, country, lang, own } = props;
  const words = wordsIn(lang);
  return (
    <div class="c8">
      <dl class="facts">
        <dt>{words.country}</dt>
        <dd>{country}</dd>
        {place.region && (
          <>
            <dt>{words.region}</dt>
            <dd>{place.region}</dd>
          </>
        )}
        <dt>{words.position}</dt>
        <dd>
          <bdi>{position(place)}</bdi>
        </dd>
        {place.state && (
          <>
            <dt>{words.state}</dt>
            <dd>
              <State
                state={stateSaid(place.state)}
                sources={place.sources ?? []}
                lang={lang}
                own={own}
              />
            </dd>
          </>
        )}
        {place.population !== undefined && (
          <>
            <dt>{words.people}</dt>
            <dd>
              <Population population={place.population} sources={place.sources ?? []} lang={lang} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** PL7: the word never stands without who says it. */
function State(props: {
  readonly state: SaidState;
  readonly sources: NonNullable<Place["sources"]>;
  readonly lang: string;
  readonly own: string;
}) {
  const { state, sources, lang, own } = props;
  const words = wordsIn(lang);
  const { value, asOf, saidBy, source } = state;
  return (
    <>
      {words.states[value]}
      {asOf === undefined ? <Raised sources={sources} lang={lang} /> : `, ${formatDay(asOf, lang)}`}
      {(saidBy ?? source) !== undefined && <br />}
      {saidBy !== undefined && <small>{words.saidBy(saidBy)} </small>}
      {source && (
        <small>
          <SourceLink source={source} lang={lang} />
          {source.note && <> {spoken(own, lang, source.note)}</>}
        </small>
      )}
    </>
  );
}

/** PL3: the number never stands without where it comes from. */
function Population(props: {
  readonly population: NonNullable<Place["population"]>;
  readonly sources: NonNullable<Place["sources"]>;
  readonly lang: string;
}) {
  const { population, sources, lang } = props;
  if (typeof population === "number")
    return (
      <>
        {formatNumber(population, lang)}
        <Raised sources={sources} lang={lang} />
      </>
    );
  return (
    <>
      {formatNumber(population.value, lang)}, {formatDay(population.asOf, lang)}
      <br />
      <small>
        <SourceLink source={population.source} lang={lang} />
      </small>
    </>
  );
}

/** Numbers that lead to the place's own sources, on which a figure alone rests. */
function Raised({
  sources,
  lang,
}: {
  readonly sources: NonNullable<Place["sources"]>;
  readonly lang: string;
}) {
  return (
    <>
      {sources.map((_, i) => (
        <sup>
          <a href={`#s${i + 1}`} aria-label={wordsIn(lang).sourceOf(i + 1)}>
            [{i + 1}]
          </a>
        </sup>
      ))}
    </>
  );
}

function Invitation({
  name,
  lang,
  to,
}: {
  readonly name: string;
  readonly lang: string;
  readonly to: (path: string) => string;
}) {
  return (
    <section>
      <p class="stand">{linked(wordsIn(lang).noStory(name), to("/take-part"))}</p>
    </section>
  );
}

/** `31.98° S, 29.15° E`: two decimals are about a kilometre, enough to find a village and no house. */
export function position({ lat, lon }: Pick<Place, "lat" | "lon">): string {
  const [north, east] = [Math.abs(lat).toFixed(2), Math.abs(lon).toFixed(2)];
  return `${north}° ${lat < 0 ? "S" : "N"}, ${east}° ${lon < 0 ? "W" : "E"}`;
}
