/** Who may come to the desk. */
import type { Account } from "../../../platform/accounts/accounts.ts";
import type { Html } from "../../../platform/web/route.ts";

export const AccountList = ({ accounts }: { readonly accounts: readonly Account[] }): Html => (
  <>
    <header class="row head">
      <h1 class="c10">Accounts</h1>
    </header>
    <ul class="lines">
      {accounts.map(({ name, role, closed }) => (
        <li>
          {name}
          <small>
            {role}
            {closed && ", closed"}
          </small>
        </li>
      ))}
    </ul>
  </>
);
