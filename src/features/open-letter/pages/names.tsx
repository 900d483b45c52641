/** The names under the letter: who, as what, where, on which day, and the sentence that some added. */
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay } from "../../../platform/web/words.ts";
import type { NamedSignature } from "../queries.ts";
import type { LetterWords } from "../words.ts";

export function Names(props: {
  readonly names: readonly NamedSignature[];
  readonly words: LetterWords;
}): Html {
  const { names, words } = props;
  return (
    <ul class="lines">
      {names.map((one) => (
        <li>
          <span>
            <bdi>{one.name}</bdi>
            {one.words !== undefined && (
              <>
                {" "}
                <q dir="auto">{one.words}</q>
              </>
            )}
          </span>
          <small>{aboutOf(one, words)}</small>
        </li>
      ))}
    </ul>
  );
}

/** `Carrier, Mankosi, South Africa, 26 November 2026` */
function aboutOf(one: NamedSignature, words: LetterWords): string {
  const { kind, place, country, signed, confirmed, by } = one;
  return [
    words.kinds[kind],
    place,
    country !== undefined && countryName(country, words.lang),
    formatDay(signed, words.lang),
    confirmed !== "mail" && by !== undefined && words.onPaper(by),
  ]
    .filter((part) => part !== undefined && part !== false)
    .join(", ");
}
