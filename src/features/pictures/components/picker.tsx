/** A photo is chosen from those that there are: found by words, shown small, chosen by a button of a form. Works without script. */
import { focusClass } from "../../../platform/web/stills.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { Pickable } from "../library.ts";
import { wordsIn } from "../words.ts";

interface PickerProps {
  /** Of the field; what is typed to find one is `<name>_find`, the button that looks for it `do=find:<name>`. */
  readonly name: string;
  readonly legend: string;
  /** Of the desk. */
  readonly lang: string;
  /** What is chosen: the name of a file. */
  readonly value: string;
  /** What was typed to find one. */
  readonly find: string;
  readonly found: readonly Pickable[];
  /** What is chosen, where it is none of those found. */
  readonly chosen?: Pickable | undefined;
  /** Why what was chosen does not fit. */
  readonly problem?: string | undefined;
  /** A field that may stay empty offers that. */
  readonly isOptional?: boolean;
}

/** A field of a larger form: its value is the file's name, `<sha256>.<kind>`; see `pictureValue` for what a record holds of it. */
export function PicturePicker(props: PickerProps): Html {
  const { name, legend, lang, value, find, found, chosen, problem, isOptional } = props;
  const words = wordsIn(lang);
  const isListed = found.some(({ picture }) => picture.media === value);
  const all = chosen && !isListed ? [chosen, ...found] : found;
  return (
    <fieldset
      id={name}
      class="field"
      tabindex={problem === undefined ? undefined : -1}
      aria-describedby={problem === undefined ? undefined : `${name}-problem`}
    >
      <legend>{legend}</legend>
      {problem !== undefined && (
        <p class="status" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <label for={`${name}_find`}>{words.find}</label>
      <p class="acts">
        <input
          id={`${name}_find`}
          name={`${name}_find`}
          type="search"
          value={find}
          maxlength={200}
          autocomplete="off"
          dir="auto"
        />
        <button class="quiet" name="do" value={`find:${name}`} formnovalidate>
          {words.look}
        </button>
      </p>
      {all.length === 0 && <p>{find === "" ? words.none : words.noneSo}</p>}
      <ul class="four">
        {all.map((one) => (
          <li>
            <label class="tick">
              <input
                type="radio"
                name={name}
                value={one.picture.media}
                checked={one.picture.media === value}
              />
              <Thumb of={one} />
              <Called of={one} lang={lang} />
            </label>
          </li>
        ))}
      </ul>
      {isOptional && (
        <label class="tick">
          <input type="radio" name={name} value="" checked={value === ""} /> {words.noPhoto}
        </label>
      )}
    </fieldset>
  );
}

/** Small, in the shape of a list, whatever its own. Its words stand beside it. */
export const Thumb = ({ of }: { readonly of: Pickable }): Html => (
  <span class="glimpse">
    <img
      class={focusClass(of.picture.details.focus)}
      src={of.src}
      alt=""
      width={of.picture.width}
      height={of.picture.height}
      loading="lazy"
    />
  </span>
);

/** What it is called: what it shows, else the name of its file. */
export function Called({ of, lang }: { readonly of: Pickable; readonly lang: string }): Html {
  if (of.alt === "") return <bdi>{of.picture.name}</bdi>;
  const own = of.lang === lang ? {} : { lang: of.lang, dir: directionOf(of.lang) };
  return <bdi {...own}>{of.alt}</bdi>;
}
