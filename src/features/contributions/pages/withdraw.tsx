/** Taking back with a code, without script: the way that a helper or a hub can go for somebody as well. Rule T8. */
import { Hint, Line, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";

export interface Withdrawing {
  readonly code?: string;
  readonly problem?: string;
}

export function WithdrawMain({ code = "", problem, lang, to }: Withdrawing & InLanguage): Html {
  const words = wordsIn(lang).withdraw;
  const fields = { typed: { code }, problems: {} };
  return (
    <>
      <PageHead title={words.title} stand={words.stand} />
      <form method="post" action={to("/withdraw")}>
        {problem !== undefined && (
          <p class="status" role="alert">
            {problem}
          </p>
        )}
        <Line name="code" required maxlength={20} {...fields}>
          {words.code}
          <Hint>{words.codeHint}</Hint>
        </Line>
        <Tick name="sure" required {...fields}>
          {words.sure}
        </Tick>
        <p class="acts field">
          <button type="submit">{words.button}</button>
        </p>
      </form>
      <p>{linked(wordsIn(lang).agreeing.way, to("/agree"))}</p>
    </>
  );
}

export function WithdrawnByCode({ lang }: Pick<InLanguage, "lang">): Html {
  const words = wordsIn(lang).withdraw;
  return <PageHead title={words.done} stand={words.doneStand} />;
}
