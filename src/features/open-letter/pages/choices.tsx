/** As what somebody signs, and from which country: on the web, and for a list on paper. */
import { Choice, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { SIGNER_KINDS } from "../records.ts";
import { countriesIn } from "../countries.ts";
import type { LetterWords } from "../words.ts";

type ChoiceProps = FieldProps & { readonly words: LetterWords };

export const KindChoice = ({ words, ...field }: ChoiceProps): Html => (
  <Choice
    name="kind"
    options={SIGNER_KINDS.map((kind) => [kind, words.kinds[kind]] as const)}
    lang={words.lang}
    required
    {...field}
  >
    {words.form.kind}
  </Choice>
);

export const CountryChoice = ({ words, ...field }: ChoiceProps): Html => (
  <Choice name="country" options={countriesIn(words.lang)} lang={words.lang} {...field}>
    {words.form.country}
  </Choice>
);
