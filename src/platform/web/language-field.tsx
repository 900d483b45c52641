/** A field that names a language: by its name, offered while it is typed; any other is found by its name or tag, too. */
import { Line, type FieldProps } from "./form-fields.tsx";
import { languageShown, languagesFor, signLanguagesIn } from "./languages.ts";
import type { Html } from "./route.ts";

export function LanguageLine(
  props: FieldProps & {
    readonly name: string;
    /** Of the page. */
    readonly lang: string;
    /** Those of the campaign: offered first. */
    readonly own?: readonly string[];
    /** Sign languages come first. */
    readonly isSigned?: boolean;
    readonly required?: boolean;
    readonly children: unknown;
  },
): Html {
  const { name, lang, own = [], isSigned = false, typed } = props;
  const list = `${name}-names`;
  const spoken = languagesFor(own, lang);
  const signed = signLanguagesIn(lang);
  const shown = languageShown(typed[name] ?? "", lang);
  return (
    <>
      <Line {...props} typed={{ ...typed, [name]: shown }} maxlength={100} list={list} />
      <datalist id={list}>
        {(isSigned ? [...signed, ...spoken] : [...spoken, ...signed]).map(([, called]) => (
          <option value={called} />
        ))}
      </datalist>
    </>
  );
}
