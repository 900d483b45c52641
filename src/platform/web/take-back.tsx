/** The way to take back what one has sent, at its secret address: a form that asks once more before it does. */
import type { Html } from "./route.ts";
import { Section } from "./heads.tsx";

export function TakeBack(props: {
  readonly action: string;
  /** What the form's `do` says, where other forms are posted to the same address. */
  readonly does?: string;
  /** It was pressed without the tick. */
  readonly unsure: boolean;
  readonly words: {
    readonly title: string;
    readonly unsure: unknown;
    readonly sure: unknown;
    readonly send: string;
  };
}): Html {
  const { action, does, unsure, words } = props;
  return (
    <Section id="withdraw" title={words.title} mini>
      <form method="post" action={action}>
        {does !== undefined && <input type="hidden" name="do" value={does} />}
        {unsure && (
          <p class="status" role="alert">
            {words.unsure}
          </p>
        )}
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="sure" value="yes" required /> {words.sure}
          </label>
        </div>
        <p class="acts">
          <button class="quiet" type="submit">
            {words.send}
          </button>
        </p>
      </form>
    </Section>
  );
}
