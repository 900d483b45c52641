/** By which ways somebody comes in again by themselves, and proves that it is them. Rule D65. */
import type { Account } from "../../platform/accounts/account.ts";
import type { Serving } from "../../platform/feature.ts";

export interface Ways {
  readonly pin: boolean;
  readonly mail: boolean;
  readonly passkey: boolean;
  /** Their role asks more than a PIN or a mail. */
  readonly asksMore: boolean;
  /** One of them, with what their role asks beside it, is enough: nobody else has to let them in. */
  readonly bringBack: boolean;
}

export async function waysOf(
  { accounts, mail }: Pick<Serving, "accounts" | "mail">,
  { id, role, hasPin: pin, email }: Account,
): Promise<Ways> {
  const passkey = (await accounts.passkeys.of(id)).length > 0;
  const asksMore = (await accounts.strongRoles()).has(role);
  const byMail = mail !== undefined && email !== undefined;
  const isEnough = async () => !asksMore || (await (await accounts.codes()).of(id)) !== undefined;
  const bringBack = passkey || ((pin || byMail) && (await isEnough()));
  return { pin, mail: byMail, passkey, asksMore, bringBack };
}
