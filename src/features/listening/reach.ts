/** Whether a letter about an alarm can reach anybody. Pure. Rule LW24. */
import type { Account } from "../../platform/accounts/account.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Told, Watcher } from "./private/forms.ts";

const STUCK = 10 * 60_000; // ms that a letter waits before somebody is told of it

/** No mail server is named; nobody is on watch; none of them has an address; the mail server takes no letter. */
export type Unreached = "mail" | "line" | "addresses" | "stuck";

interface Reach {
  readonly hasMail: boolean;
  readonly line: readonly Watcher[];
  readonly accounts: readonly Pick<Account, "id" | "email" | "closed" | "role">[];
  /** Letters that wait to be sent. */
  readonly letters: readonly Pick<Told, "at">[];
  readonly now: number;
}

/** Why no letter goes out; undefined where one can. */
export function unreachedOf(of: Reach): Unreached | undefined {
  const { hasMail, letters, now } = of;
  if (!hasMail) return "mail";
  const guards = guardsIn(of);
  if (guards.length === 0) return "line";
  if (guards.every(({ email }) => email === undefined)) return "addresses";
  return letters.some(({ at }) => now - at > STUCK) ? "stuck" : undefined;
}

/** Those of the line who may be told: whose account is open, and may watch. */
export const guardsIn = ({ line, accounts }: Pick<Reach, "line" | "accounts">) =>
  accounts.filter(
    ({ id, closed, role }) =>
      !closed && may(role, "watch") && line.some(({ account }) => account === id),
  );
