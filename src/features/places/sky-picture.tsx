/** A place from space: who has light, and the one line that reaches the place. PL10 and PL11 of README.md. */
import { mediaPath } from "../../platform/web/picture.tsx";
import type { Html } from "../../platform/web/route.ts";
import { filled, foreign, spoken } from "../../platform/words/inline.tsx";
import type { Place } from "./fold.ts";
import type { SkyKind } from "./sky.ts";
import { wordsIn } from "./words.ts";

export interface SkyProps {
  readonly place: { readonly name: string; readonly sky?: Place["sky"] };
  readonly kind: SkyKind;
  readonly lang: string;
  /** The campaign's language, in which its words are. */
  readonly own: string;
  /** What stands on its dark end: title and summary. The picture then comes by itself; without, when it is near. */
  readonly children?: unknown;
}

/** Which of its pictures a page opens with: by night, else by day. */
export const firstSky = (sky: Place["sky"]): SkyKind | undefined =>
  sky?.night ? "night" : sky?.day && "day";

/** Nothing where there is no such picture. */
export function Sky({ place, kind, lang, own, children }: SkyProps): Html {
  const view = place.sky?.[kind];
  if (!view) return <>{children}</>;
  const words = wordsIn(lang);
  const { wide, small, plain, alt, drawing } = view;
  const said = words.sky[kind];
  return (
    <figure class={children === undefined ? "sky ground" : "sky"}>
      <div class="seen">
        {drawing !== undefined && (
          <svg viewBox="0 -.5 16 8" preserveAspectRatio="none" aria-hidden="true">
            <path class="lit" d={drawing} />
          </svg>
        )}
        <picture>
          <source media="(min-width:44rem)" type="image/avif" srcset={mediaPath(wide)} />
          <source type="image/avif" srcset={mediaPath(small)} />
          <img
            src={mediaPath(plain)}
            alt={alt !== undefined && own === words.lang ? alt : words.sky.alt(place.name)}
            width={plain.width}
            height={plain.height}
            {...(children === undefined && { loading: "lazy" })}
          />
        </picture>
        <svg aria-hidden="true">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            <path class="thread" vector-effect="non-scaling-stroke" d={LINE} />
          </svg>
          <circle class="halo" cx="50%" cy="50%" r="15" />
          <circle class="pin" cx="50%" cy="50%" r="6" />
        </svg>
      </div>
      {children !== undefined && <header>{children}</header>}
      <figcaption class="small">
        {filled(said, { place: <b>{place.name}</b>, year: view.year.slice(0, 4) })}
        {view.note !== undefined && <> {spoken(own, words.lang, view.note)}</>}{" "}
        <span {...foreign("en", words.lang)}>{view.credit}</span>
      </figcaption>
    </figure>
  );
}

/** From the rail to the place, in hundredths of the picture. */
const LINE = "M0 12C20 12 24 50 50 50";
