/** Accounts, for owners: who may come, as what. */
import type { Serving } from "../../platform/feature.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Extra } from "../../platform/web/extra.ts";
import { AccountList } from "./pages/accounts.tsx";

export function accountAddresses({ accounts, door }: Serving): Readonly<Record<string, Extra>> {
  return {
    "GET /desk/accounts": door.of("accounts", async ({ account }) => {
      const main = AccountList({ accounts: await accounts.list() });
      return { page: deskPage({ account, part: "/desk/accounts", title: "Accounts", main }) };
    }),
  };
}
