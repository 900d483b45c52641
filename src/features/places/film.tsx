/** A place's film: from the whole Earth at night down to it. PL12 of README.md. */
import type { Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { Linked } from "../../platform/web/linked.tsx";
import { filesOf } from "../../platform/web/player/choices.ts";
import { Player, weighed } from "../../platform/web/player/player.tsx";
import type { Html } from "../../platform/web/route.ts";
import { foreign } from "../../platform/words/inline.tsx";
import type { Place } from "./records.ts";
import type { PlaceCard } from "./queries.ts";
import { wordsIn } from "./words.ts";

type FilmOf = NonNullable<NonNullable<Place["sky"]>["film"]>;
type Filmed = Pick<PlaceCard, "name" | "sky">;

const ID = "film";

/** What of it may have a ladder or words. */
export const filmFiles = (place: Filmed | undefined): (string | undefined)[] =>
  filesOf(place?.sky?.film);

/** Leads to the film, and says how long it is and what it weighs. */
export function WatchFilm({
  place,
  lang,
  path = "",
}: {
  readonly place: Filmed | undefined;
  readonly lang: string;
  /** The page that it stands on, where that is another one. */
  readonly path?: string;
}): Html {
  const film = place?.sky?.film;
  if (!film) return <></>;
  const { file, seconds } = film;
  return (
    <>
      <a class="more" href={`${path}#${ID}`}>
        {wordsIn(lang).film.watch(place.name)}
      </a>{" "}
      <small>
        <bdi>{weighed(file.bytes, seconds, lang)}</bdi>
      </small>
    </>
  );
}

export function PlaceFilm(props: {
  readonly place: Filmed | undefined;
  readonly lang: string;
  /** The language of the campaign's short texts, in which its credit is. */
  readonly own: string;
  /** The campaign's language, in which its first words are. */
  readonly language: string;
  readonly ladders: ReadonlyMap<string, Ladder>;
}): Html {
  const { place, lang, own, language, ladders } = props;
  const film = place?.sky?.film;
  if (!film) return <></>;
  const title = wordsIn(lang).film.title(place.name);
  const { shown, speaks } = inLanguage(film, lang, language);
  return (
    <section class="flight" id={ID} aria-labelledby="film-title">
      <h2 class="knot mini" id="film-title">
        {title}
      </h2>
      <Player film={{ ...shown, title }} own={speaks} titled={lang} lang={lang} ladders={ladders} />
      {film.credit !== undefined && (
        <details class="media">
          <summary>
            <b>{wordsIn(lang).film.credit}</b>
          </summary>
          <p class="small" {...foreign(own, lang)}>
            <Linked text={film.credit} />
          </p>
        </details>
      )}
    </section>
  );
}

/** With its words in the reader's language, where they are there, and in the campaign's: a page does not name them all. */
function inLanguage(given: FilmOf, lang: string, own: string) {
  const { texts = [], ...film } = { ...given, credit: undefined }; // it stands below, folded away
  const mine = texts.find(({ language }) => language === lang);
  if (!mine || lang === own) return { shown: film, speaks: own };
  const { captions, descriptions, ...bare } = film;
  const seen = mine.descriptions === undefined && { descriptions }; // a reader hears one of them
  const other = { language: own, captions, ...seen };
  return { shown: { ...bare, ...mine, texts: [other] }, speaks: lang }; // what it lacks is not the other's
}
