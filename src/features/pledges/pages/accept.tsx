/** The desk says what was sent about a pledge: whose it is, where that makes a difference. Rules P38 and P39. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { AcceptForm } from "../../../platform/sent/sort.ts";
import { Choice, Hint } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Sent } from "../sent.ts";

export function AcceptForPledge(
  { about }: Submission,
  { action, typed, problems }: AcceptForm,
): Html {
  const { way, slug } = JSON.parse(about) as Sent;
  const asksWhose = way === "figure" || way === "correction" || way === "answer";
  const isAnswer = way === "answer";
  return (
    <form method="post" action={action}>
      <p>
        It stands about <a href={`/pledges/${slug}`}>/pledges/{slug}</a>, signed by this instance.
      </p>
      {asksWhose && (
        <Choice
          name="by"
          typed={{ by: isAnswer ? "" : "other", ...typed }}
          problems={problems}
          required
          options={[
            ...(isAnswer ? [] : [["other", "somebody else says it"] as const]),
            ["pledger", "the pledger says it, and I have made sure"],
          ]}
        >
          Whose words are these?
          <Hint>Make sure by a way that you have from elsewhere, never by what was sent.</Hint>
        </Choice>
      )}
      <p class="acts">
        <button type="submit">Say it in public</button>
      </p>
    </form>
  );
}
