/** A place from space: who has light, and the one line that reaches the place. PL10 and PL11 of README.md. */
import { SKY_KINDS, type SkyKind, type SkyView } from "../../platform/folder/sky-fields.ts";
import { mediaPath } from "../../platform/web/picture.tsx";
import type { Html } from "../../platform/web/route.ts";
import { filled, foreign, spoken } from "../../platform/words/inline.tsx";
import type { Place } from "./fold.ts";
import { wordsIn } from "./words.ts";

export interface SkyProps {
  /** By night or by day around a place, or the whole Earth, on which no place is marked. */
  readonly view: SkyView;
  readonly of: { readonly place: string; readonly kind: SkyKind } | "earth";
  readonly lang: string;
  /** The campaign's language, in which its words are. */
  readonly own: string;
  /** What stands on its dark end: title and summary. The picture then comes by itself; without, when it is near. */
  readonly children?: unknown;
}

/** Which of its pictures a page opens with: the one that the place says, else by night, else by day. */
export const firstSky = (sky: Place["sky"]): SkyKind | undefined =>
  [sky?.first, ...SKY_KINDS].find((kind) => kind && sky?.[kind]);

export function Sky({ view, of, lang, own, children }: SkyProps): Html {
  const words = wordsIn(lang);
  const { wide, small, plain, drawing, year, note, credit } = view;
  const isEarth = of === "earth";
  const alt =
    isEarth || (view.alt !== undefined && own === words.lang)
      ? (view.alt ?? "")
      : words.sky.alt(of.place);
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
              <path class="thread" vector-effect="non-scaling-stroke" d={LINE} />
            </svg>
            <circle class="halo" cx="50%" cy="50%" r="15" />
            <circle class="pin" cx="50%" cy="50%" r="6" />
          </svg>
        )}
      </div>
      {children !== undefined && <header>{children}</header>}
      <figcaption class="small">
        {filled(words.sky[isEarth ? of : of.kind], {
          place: <b>{isEarth ? "" : of.place}</b>,
          year: year.slice(0, 4),
        })}
        {note !== undefined && <> {spoken(own, words.lang, note)}</>}{" "}
        <details>
          <summary>{words.sky.credit}</summary> {spoken(own, words.lang, credit)}
        </details>
      </figcaption>
    </figure>
  );
}

/** From the rail to the place, in hundredths of the picture. */
const LINE = "M0 12C20 12 24 50 50 50";
