/** In which languages the campaign speaks, by their names. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { Hint, Line } from "../../../../platform/web/form-fields.tsx";
import { LanguageLine } from "../../../../platform/web/language-field.tsx";
import { languagesShown, languagesTyped } from "../../../../platform/web/languages.ts";
import type { Html } from "../../../../platform/web/route.ts";
import type { SettingsWords } from "../words.ts";

export function Languages(props: {
  readonly words: SettingsWords;
  /** Of the page. */
  readonly lang: string;
  readonly typed: Typed;
  readonly problems: Problems;
}): Html {
  const { words, lang, typed, problems } = props;
  const tags = languagesTyped(typed["languages"] ?? "", lang);
  return (
    <>
      <LanguageLine
        name="language"
        lang={lang}
        own={tags}
        typed={typed}
        problems={problems}
        required
      >
        {words.fields.language}
      </LanguageLine>
      <Line
        name="languages"
        typed={{ languages: languagesShown(tags, lang) }}
        problems={problems}
        maxlength={2000}
        required
      >
        {words.fields.languages}
        <Hint>{words.hints.languages}</Hint>
      </Line>
    </>
  );
}
