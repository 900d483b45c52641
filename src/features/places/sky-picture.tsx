/** A place from space, and from near: who has light, and the one line that reaches the place. PL10, PL11, PL14 of README.md. */
import type { CardPicture } from "../../platform/media/cards/card.ts";
import { SKY_KINDS, type SkyKind, type SkyView } from "../../platform/folder/sky-fields.ts";
import { Linked } from "../../platform/web/linked.tsx";
import { mediaPath, WaitsUnscripted } from "../../platform/web/picture.tsx";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { filled, foreign, spoken } from "../../platform/words/inline.tsx";
import type { Place } from "./records.ts";
import { placesBySubject } from "./queries.ts";
import { wordsIn } from "./words.ts";

interface SkyProps {
  /** By night, by day or near, of a place, or the whole Earth, on which no place is marked. */
  readonly view: SkyView;
  readonly of: { readonly place: string; readonly kind: SkyKind } | "earth";
  readonly lang: string;
  /** The campaign's language, in which its words are. */
  readonly own: string;
  /** What stands on its dark end: title and summary. The picture then comes by itself; without, when it is near. */
  readonly children?: unknown;
  /** What stands at its upper end: the claim, where a front page opens with it. */
  readonly above?: Html;
}

/** Its pictures: the one that the place says first, then by night, by day and near. */
export const skiesOf = (sky: Place["sky"]): { readonly kind: SkyKind; readonly view: SkyView }[] =>
  [...new Set([sky?.first, ...SKY_KINDS])].flatMap((kind) => {
    const view = kind && sky?.[kind];
    return view ? [{ kind, view }] : [];
  });

/** Which of its pictures from space a page opens with. */
export const firstSky = (sky: Place["sky"]): SkyKind | undefined =>
  skiesOf(sky).find(({ kind }) => kind !== "near")?.kind;

/** What a page opens with: its place, or the Earth where it is of none. */
export function skyOf(
  place: Pick<Place, "name" | "sky"> | undefined,
  earth: SkyView | undefined,
): Pick<SkyProps, "view" | "of"> | undefined {
  const kind = firstSky(place?.sky);
  if (place && kind) return { view: place.sky![kind]!, of: { place: place.name, kind } };
  return !place && earth ? { view: earth, of: "earth" } : undefined;
}

/** The same behind the words of a share card. */
export const skyOnCard = (
  sky: Pick<SkyProps, "view" | "of"> | undefined,
): CardPicture | undefined =>
  sky && { media: sky.view.wide.media, ...(sky.of !== "earth" && { isPlace: true }) };

/** In a text without markup: what it shows, in which language that is said, and the caption. */
export function skySays(
  { view, of }: Pick<SkyProps, "view" | "of">,
  lang: string,
  own: string,
): { readonly alt: string; readonly altLang: string; readonly caption: string } {
  const { sky, lang: said } = wordsIn(lang);
  const isEarth = of === "earth";
  const isItsOwn = isEarth || (view.alt !== undefined && own === said);
  const caption = sky[isEarth ? of : of.kind]
    .replace("{place}", isEarth ? "" : of.place)
    .replace("{year}", view.year.slice(0, 4));
  return {
    alt: isItsOwn ? (view.alt ?? "") : (of.kind === "near" ? sky.altNear : sky.alt)(of.place),
    altLang: isEarth ? own : said,
    caption,
  };
}

/** The first of these places that has one, else the Earth: for a card of what is of several places, or of none. */
export async function skyOfSeveral(
  { db, lang, frame }: Pick<PageRequest, "db" | "lang" | "frame">,
  subjects: readonly string[],
): Promise<CardPicture | undefined> {
  const found = await placesBySubject(db, subjects, lang);
  const first = subjects.map((one) => found.get(one)).find((one) => firstSky(one?.sky));
  return skyOnCard(skyOf(first, frame.earth));
}

export function Sky({ view, of, lang, own, children, above }: SkyProps): Html {
  const words = wordsIn(lang);
  const { wide, small, plain, year, note, credit } = view;
  const isEarth = of === "earth";
  const stands = above ? " hero" : children === undefined ? " ground" : "";
  const isNear = !isEarth && of.kind === "near"; // its summits stand at its upper edge
  const { alt } = skySays({ view, of }, lang, own);
  return (
    <figure class={`sky${stands}${isNear ? " near" : ""}`}>
      <div class="seen">
        <Drawn view={view} />
        <picture>
          <source media="(min-width:44rem)" type="image/avif" srcset={mediaPath(wide)} />
          <source type="image/avif" srcset={mediaPath(small)} />
          <img
            src={mediaPath(plain)}
            alt={alt}
            {...(isEarth && foreign(own, words.lang))}
            width={plain.width}
            height={plain.height}
            {...(children === undefined && { loading: "lazy" })}
          />
        </picture>
        {!isEarth && (
          <svg aria-hidden="true">
            <svg viewBox="0 0 100 100" preserveAspectRatio="none">
              <path
                class="thread"
                vector-effect="non-scaling-stroke"
                d={above ? FROM_BELOW : FROM_ABOVE}
              />
            </svg>
            <circle class="halo" cx="50%" cy="50%" r="15" />
            <circle class="pin" cx="50%" cy="50%" r="6" />
          </svg>
        )}
        {above && <div class="claim">{above}</div>}
      </div>
      {children !== undefined && <header>{children}</header>}
      <figcaption class="small">
        {filled(words.sky[isEarth ? of : of.kind], {
          place: <b>{isEarth ? "" : of.place}</b>,
          year: year.slice(0, 4),
        })}
        {note !== undefined && <> {spoken(own, words.lang, note)}</>}{" "}
        <details id={above ? CREDIT : undefined}>
          <summary>{words.sky.credit}</summary> {spoken(own, words.lang, <Linked text={credit} />)}
        </details>
      </figcaption>
    </figure>
  );
}

/** Where the credit of the picture stands with which a page opens. */
const CREDIT = "picture";

/** From the rail to the place, in hundredths of the picture: round the words that stand on it. */
const FROM_ABOVE = "M0 12C20 12 24 50 50 50";
const FROM_BELOW = "M0 72C24 72 28 50 50 50";

/**
 * A place in a list, small, without words of its own: what it shows is said beside it. It comes when it is near. A browser whose
 * scripting is off does not wait, which four tiny ones allow; where there is none, it is left with the drawing.
 */
export function Glimpse({ view }: { readonly view: SkyView }): Html {
  const { small, plain, tiny } = view;
  return (
    <div class="glimpse">
      <Drawn view={view} />
      <picture>
        {tiny ? (
          <>
            <source media="(min-width:44rem)" type="image/avif" srcset={mediaPath(small)} />
            <source type="image/avif" srcset={mediaPath(tiny)} />
          </>
        ) : (
          <>
            <WaitsUnscripted />
            <source type="image/avif" srcset={mediaPath(small)} />
          </>
        )}
        <img
          src={mediaPath(plain)}
          alt=""
          width={plain.width}
          height={plain.height}
          loading="lazy"
        />
      </picture>
      <svg aria-hidden="true">
        <circle class="halo" cx="50%" cy="50%" r="11" />
        <circle class="pin" cx="50%" cy="50%" r="4.5" />
      </svg>
    </div>
  );
}

const Drawn = ({ view: { drawing } }: { readonly view: SkyView }) =>
  drawing === undefined ? (
    <></>
  ) : (
    <svg viewBox="0 -.5 16 8" preserveAspectRatio="none" aria-hidden="true">
      <path class="lit" d={drawing} />
    </svg>
  );
