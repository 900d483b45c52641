/** The first page of the desk. */
import type { Account } from "../../../platform/accounts/accounts.ts";
import type { Html } from "../../../platform/web/route.ts";

export const Home = ({ account }: { readonly account: Account }): Html => (
  <>
    <header class="row head">
      <h1 class="c10">Good to see you, {account.name}</h1>
      <p class="stand c8">Nothing on the desk is public. You are here as {account.role}.</p>
    </header>
    <form method="post" action="/desk/sign-out">
      <p class="acts">
        <button type="submit" class="quiet">
          Sign out
        </button>
      </p>
    </form>
  </>
);
