/**
 * What may be a guess, of a PIN or of a code, is looked at here: before the library is loaded, which only those need who come
 * in. How many are looked at, and where that is counted, stands in README.md.
 */
import { hashPassword, verifyPassword } from "@better-auth/utils/password";
import { askAccounts } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";
import type { Networks } from "./networks.ts";
import { is } from "./rows.ts";
import { BOUNDS, CODE_BOUNDS, newToken, openPlaces, openTries } from "./tries.ts";
import { timeNow } from "../process/steady-clock.ts";

/** The account that it is right for; undefined for none; "busy" where so many are looked at that this one was not. */
type Looked = { readonly userId: string } | undefined | "busy";

interface Guesses {
  pin(name: string, pin: string, network: string): Promise<Looked>;
  /** @param check whether the code holds: it is asked once, and not where too many were wrong */
  code(userId: string, network: string, check: () => Promise<boolean>): Promise<Looked>;
}

/** @param clock ms of a clock that never jumps */
export function openGuesses(
  privately: Privately,
  networks: Networks,
  clock: () => number,
): Guesses {
  let nobody: string | undefined; // a hash that no PIN has
  const [tries, codeTries] = [openTries(clock), openTries(clock, CODE_BOUNDS)];
  // Strangers who keep theirs full leave those free that are for networks from which the account was signed in.
  const [ofKnown, ofStrangers] = [openPlaces(), openPlaces()];
  return {
    async pin(name, pin, network) {
      const asked = { table: PIN_TRIES.table, where: [is("name", name)], limit: 2 };
      const [user, twin] = await askAccounts(privately).find(asked);
      // The same work where nobody has this name, so that the time it takes names nobody.
      const one = user && !twin && typeof user["pin"] === "string" ? user : undefined;
      const userId = String(one?.["id"] ?? "");
      const isKnown = await networks.isKnown(userId, network);
      const right = await (isKnown ? ofKnown : ofStrangers).hold(network, async () => {
        if (!tries.take(name, network, isKnown)) return false;
        const counted = one && (isKnown || (await countStranger(privately, PIN_TRIES, userId)));
        const hash = one ? String(one["pin"]) : (nobody ??= await hashPassword(newToken()));
        return (await verifyPassword(hash, pin)) && counted === true;
      });
      if (right === undefined) return "busy";
      if (!one || !right) return undefined;
      tries.right(name, network);
      return { userId };
    },
    async code(userId, network, check) {
      const isKnown = await networks.isKnown(userId, network);
      const right = await (isKnown ? ofKnown : ofStrangers).hold(network, async () => {
        if (!codeTries.take(userId, network, isKnown)) return false;
        if (!isKnown && !(await countStranger(privately, CODE_TRIES, userId))) return false;
        return check();
      });
      if (right === undefined) return "busy";
      if (!right) return undefined;
      codeTries.right(userId, network);
      return { userId };
    },
  };
}

/** Where the tries of strangers are counted, until when, and how many there may be. */
interface Counted {
  readonly table: string;
  readonly count: string;
  readonly until: string;
  readonly most: number;
}
const PIN_TRIES: Counted = {
  table: "auth_user",
  count: "pinFailures",
  until: "pinAfter",
  most: BOUNDS.strangersADay,
};
const CODE_TRIES: Counted = {
  table: "auth_second",
  count: "failures",
  until: "failuresUntil",
  most: CODE_BOUNDS.strangersADay,
};

/**
 * A try from a network from which the account was never signed in is counted with the account before it is looked at: of
 * many that come at once, and over restarts, no more than those of the bound are. @returns whether this one is
 */
async function countStranger(
  privately: Privately,
  { table, count, until, most }: Counted,
  id: string,
): Promise<boolean> {
  const now = new Date(timeNow());
  const one = is("id", id);
  const ends = new Date(now.getTime() + BOUNDS.day).toISOString();
  const [row] = await askAccounts(privately).find({ table, where: [one] });
  if (!row) return false;
  const before = row[until] ?? null;
  if (before === null || before <= now.toISOString() || before > ends) {
    const set = { [count]: 0, [until]: ends };
    await askAccounts(privately).update({ table, where: [one, is(until, before)], set });
  }
  const where = [one, { field: count, operator: "lt", value: most } as const];
  return (await askAccounts(privately).add({ table, where, by: { [count]: 1 } })) !== undefined;
}
