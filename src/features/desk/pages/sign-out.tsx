/** The way out of the desk, at the end of pages of one's own. */
import type { Html } from "../../../platform/web/route.ts";
import type { DeskWords } from "../words.ts";

export const SignOut = ({ words }: { readonly words: DeskWords }): Html => (
  <form method="post" action="/desk/sign-out">
    <p class="acts">
      <button type="submit" class="quiet">
        {words.signOut}
      </button>
    </p>
  </form>
);
