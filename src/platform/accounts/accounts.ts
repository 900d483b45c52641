/**
 * Accounts of the desk: who signs in, how, and from where. Kept by better-auth on private tables; loaded when somebody
 * first comes to the desk, because readers, and those who guess, need none of it. Rules in README.md.
 */
import type { Accounts } from "./account.ts";
import { libraryOf, secretOf, type AccountsOptions } from "./library.ts";
import { openNetworks } from "./networks.ts";
import { openPasskeys } from "./passkeys.ts";
import { openRoster } from "./roster.ts";
import { openRows } from "./rows.ts";
import { openSignIns } from "./sign-ins.ts";
import { openStrength } from "./strength.ts";
import { openWaysIn } from "./ways-in.ts";

export function openAccounts(options: AccountsOptions): Accounts {
  const { private: privately, base, key } = options;
  const rows = openRows(privately);
  const networks = openNetworks(privately, secretOf(key, "networks"));
  const library = libraryOf(options, networks);
  const passkeys = openPasskeys(privately, { base, secret: secretOf(key, "passkeys") });
  const { asksOf, ...strength } = openStrength(privately, rows, library);
  const signIns = openSignIns(options, rows, library, asksOf);
  return {
    ...openRoster(privately, rows, library),
    ...strength,
    ...signIns,
    ...openWaysIn({ ...options, rows, library, networks, passkeys, signIns }),
    passkeys,
    codes: async () => (await library()).codes,
  };
}
