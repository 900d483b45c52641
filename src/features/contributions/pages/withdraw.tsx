/** Taking back with a code, without script: the way that a helper or a hub can go for somebody as well. Rule T8. */
import { Hint, Line, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { en } from "../words/en.ts";

const words = en.withdraw;

export function WithdrawMain({ code = "", problem }: { code?: string; problem?: string }): Html {
  const fields = { typed: { code }, problems: {} };
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.stand}</p>
      </header>
      <form method="post" action="/withdraw">
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
    </>
  );
}

export function WithdrawnByCode(): Html {
  return (
    <header class="row head">
      <h1 class="c10">{words.done}</h1>
      <p class="stand c8">{words.doneStand}</p>
    </header>
  );
}
