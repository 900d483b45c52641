/** The photos that are there, small, each a link; and the words by which some of them are found. Both work without script. */
import type { Html } from "../../../platform/web/route.ts";
import type { Pickable } from "../library.ts";
import { wordsIn } from "../words.ts";
import { Called, Thumb } from "./picker.tsx";

export function FindPhotos(props: {
  /** Where the list stands. */
  readonly action: string;
  /** What was typed. */
  readonly find: string;
  /** Of the desk. */
  readonly lang: string;
  /** What the address says besides. */
  readonly keep?: Readonly<Record<string, string>>;
}): Html {
  const look = wordsIn(props.lang);
  return (
    <form class="find" role="search" action={props.action}>
      <div class="field">
        <label for="find">{look.find}</label>
        <input
          id="find"
          name="find"
          type="search"
          value={props.find}
          maxlength={200}
          autocomplete="off"
          dir="auto"
        />
      </div>
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="button">{look.look}</button>
    </form>
  );
}

export const Gallery = (props: {
  readonly photos: readonly Pickable[];
  readonly to: (one: Pickable) => string;
  readonly lang: string;
  /** What stands below each, where several can be changed at once. */
  readonly below?: (one: Pickable, n: number, name: Html) => Html;
}): Html => (
  <ul class="four">
    {props.photos.map((one, n) => {
      const name = <Called of={one} lang={props.lang} />;
      return (
        <li>
          <Thumb of={one} />
          <p>
            <a href={props.to(one)}>{name}</a>
          </p>
          {props.below?.(one, n, name)}
        </li>
      );
    })}
  </ul>
);
