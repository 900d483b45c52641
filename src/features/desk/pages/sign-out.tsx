/** The way out of the desk, at the end of pages of one's own. */
import type { Html } from "../../../platform/web/route.ts";
import type { DeskWords } from "../words.ts";

/** @param isLast they would need a new link to come back */
export const SignOut = ({
  words,
  isLast = false,
}: {
  readonly words: DeskWords;
  readonly isLast?: boolean;
}): Html => (
  <form method="post" action="/desk/sign-out">
    {isLast && <p id="no-way-back">{words.way.out}</p>}
    <p class="acts">
      <button type="submit" class="quiet" aria-describedby={isLast ? "no-way-back" : undefined}>
        {words.signOut}
      </button>
    </p>
  </form>
);
