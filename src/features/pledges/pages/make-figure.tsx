/** The few fields of a figure that a pledger says of their own pledge. Rule P56. */
import { Hint, Line, Tick } from "../../../platform/web/form-fields.tsx";
import type { Again } from "../../../platform/sent/sort.ts";
import type { Html } from "../../../platform/web/route.ts";
import { unitWords } from "../amounts.ts";
import { makeWordsIn } from "../make-words.ts";
import type { PledgeLine } from "../queries.ts";

export function FigureToSay({
  typed,
  problems = {},
  line,
  lang,
}: Again & { readonly line: PledgeLine; readonly lang: string }): Html {
  const { figure: say } = makeWordsIn(lang);
  const field = { typed, problems };
  return (
    <>
      <p>{say.about}</p>
      <Line name="value" inputmode="decimal" required {...field}>
        {say.value(unitWords(line.pledge.unit, lang))}
        <Hint>{say.valueHint}</Hint>
      </Line>
      <Line name="asOf" required {...field}>
        {say.asOf}
        <Hint>{say.asOfHint}</Hint>
      </Line>
      <Line name="url" inputmode="url" maxlength={2000} {...field}>
        {say.url}
        <Hint>{say.urlHint}</Hint>
      </Line>
      <Tick name="agree" required {...field}>
        {say.agree}
      </Tick>
    </>
  );
}
