/** The desk says what was sent about a pledge: whose it is, where that makes a difference. Rules P38 and P39. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm } from "../../../platform/sent/sort.ts";
import { Choice, Hint } from "../../../platform/web/form-fields.tsx";
import { filled } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Sent } from "../sent.ts";
import { wordsIn } from "../words.ts";

export function AcceptForPledge(
  { about }: Submission,
  { action, lang, typed, problems }: AcceptForm,
): Html {
  const { way, slug, fromPledger } = JSON.parse(about) as Sent;
  const asksWhose = way === "figure" || way === "correction" || way === "answer";
  const isAnswer = way === "answer";
  const { accept: say } = wordsIn(lang);
  return (
    <form method="post" action={action}>
      <p>
        {filled(say.about, {
          pledge: (
            <a href={`/pledges/${slug}`} dir="ltr">
              /pledges/{slug}
            </a>
          ),
        })}
      </p>
      {asksWhose && (
        <Choice
          name="by"
          typed={{ by: isAnswer ? "" : fromPledger ? "pledger" : "other", ...typed }}
          problems={problems}
          required
          lang={lang}
          options={[...(isAnswer ? [] : [["other", say.other] as const]), ["pledger", say.pledger]]}
        >
          {say.whose}
          <Hint>{fromPledger ? say.fromPledger : say.whoseHint}</Hint>
        </Choice>
      )}
      <p class="acts">
        <button type="submit">{say.button}</button>
      </p>
    </form>
  );
}
