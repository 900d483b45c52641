/** The language of the desk: chosen where somebody comes in, for an account, or for oneself. */
import type { Html } from "../../../platform/web/route.ts";
import { languageName } from "../../../platform/web/words.ts";
import { LANGUAGES } from "../../../platform/words/catalogue.ts";
import { foreign } from "../../../platform/words/inline.tsx";
import type { DeskWords } from "../words.ts";

/** @param chosen the tag that stands there */
export const LanguageChoice = (props: {
  readonly words: DeskWords["language"];
  readonly chosen: string | undefined;
}): Html => (
  <div class="field">
    <label for="lang">{props.words.label}</label>
    <select id="lang" name="lang" required>
      {LANGUAGES.map((one) => (
        <option value={one} selected={one === props.chosen} lang={one}>
          {languageName(one)}
        </option>
      ))}
    </select>
  </div>
);

/** The same page in the other languages, for those who have not come in. */
export const LanguageLinks = (props: {
  readonly words: DeskWords["language"];
  readonly lang: string;
  /** The path, with its query where it has one. */
  readonly at: string;
}): Html => (
  <nav class="chips" aria-label={props.words.title}>
    {LANGUAGES.map((one) => (
      <a
        href={`${props.at}${props.at.includes("?") ? "&" : "?"}lang=${one}`}
        hreflang={one}
        aria-current={one === props.lang ? "true" : undefined}
        {...foreign(one, props.lang)}
      >
        {languageName(one)}
      </a>
    ))}
  </nav>
);
