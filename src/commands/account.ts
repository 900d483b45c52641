/** `cnd account`: who may come to the desk in the web. */
import { isSameName, type Account, type Accounts } from "../platform/accounts/account.ts";
import { openAccounts } from "../platform/accounts/accounts.ts";
import { isRole, ROLES } from "../platform/accounts/roles.ts";
import { askErased } from "../platform/private/erased.ts";
import type { Privately } from "../platform/private/part.ts";
import {
  CommandError,
  dataDir,
  openExisting,
  switches,
  withLog,
  type Noted,
  type Settings,
} from "./context.ts";
import { ownClock } from "../platform/process/steady-clock.ts";

export const help = `cnd account invite ROLE [--name NAME] [--mail ADDRESS] [--let-in]
Make an account and print a link to sign in, once, within seven days. Roles: ${ROLES.join(", ")}.
Run it again to replace a link that has not been used yet. If an address's account was erased here, invite it only with
--let-in: its owner asked to come back, and the trail records that you said so.

cnd account list
List each account's name, role and email.

cnd account link NAME
Print a link for someone who can no longer sign in; it works once, within a day.

cnd account close NAME
Close it: nobody can sign in with it, and its user is signed out. An owner can reopen it at the desk.`;

const A_DAY = 24 * 60; // minutes

export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { on, of, rest } = switches("account", args, ["let-in"], ["name", "mail"]);
  const [verb, what] = rest;
  if (verb === "list")
    return withAccounts(settings, async (accounts) => {
      for (const { name, role, email = "", closed } of await accounts.list())
        console.log([name, role, email, closed ? "closed" : ""].join("\t").trimEnd());
    });
  if (verb === "invite" && what !== undefined && isRole(what))
    return withAccounts(settings, async (accounts, base, privately) => {
      const name = of.name ?? what;
      const known = (await accounts.list()).find((one) => isSameName(one.name, name));
      if (known) {
        const again =
          known.closed || known.role !== what
            ? undefined
            : await accounts.linkAgain(known.id, 7 * A_DAY);
        if (again === undefined) throw new CommandError(nameTaken(known));
        console.error(
          `${known.name} was invited before and has not signed in. This link replaces the earlier one:`,
        );
        tell({ about: known.id, detail: what });
        return console.log(`${base}/desk/link/${again}`);
      }
      const isLetIn = of.mail !== undefined && (await letIn(privately, of.mail, on.has("let-in")));
      const { id } = await accounts.open({ name, role: what, email: of.mail });
      tell({ about: id, detail: isLetIn ? `${what} let-in` : what });
      console.log(`${base}/desk/link/${await accounts.link(id, 7 * A_DAY)}`);
    });
  if (verb === "link" && what !== undefined)
    return withAccounts(settings, async (accounts, base) => {
      const { id } = await openNamed(accounts, what);
      tell({ about: id });
      console.log(`${base}/desk/link/${await accounts.link(id, A_DAY)}`);
    });
  if (verb === "close" && what !== undefined)
    return withAccounts(settings, async (accounts) => {
      const { id, name } = await openNamed(accounts, what);
      if (!(await accounts.change(id, { closed: true })))
        throw new CommandError(
          `Expected another open owner besides ${name}, found none: nobody could reopen an account. Invite one first: bin/cnd.js account invite owner --name NAME`,
        );
      tell({ about: id });
      console.log(`${name} is closed and signed out everywhere.`);
    });
  throw new CommandError(
    `Expected cnd account invite ${ROLES.join("|")}, list, link NAME, or close NAME. See cnd account --help`,
  );
}

/** @returns whether its account was erased here, and its owner asked to come back */
async function letIn(privately: Privately, mail: string, again: boolean): Promise<boolean> {
  const { isErased, letIn: back } = askErased(privately);
  const account = { sort: "account", by: [mail] };
  const [wasErased = false] = await isErased([account]);
  if (!wasErased) return false;
  if (!again)
    throw new CommandError(
      `Expected an address that was not erased here, got ${mail}. If its owner asked to come back, add --let-in`,
    );
  await back([account]);
  return true;
}

const nameTaken = ({ name, role, closed }: Account): string =>
  `An account named ${name} already exists (${closed ? "closed" : role}). Choose another name (--name NAME)${closed ? ", or reopen it at the desk" : `, or print a new link for it: bin/cnd.js account link ${JSON.stringify(name)}`}.`;

/** @throws CommandError where not one open account has the name */
async function openNamed(accounts: Accounts, name: string): Promise<Account> {
  const [one, ...others] = (await accounts.list()).filter((a) => a.name === name && !a.closed);
  if (one && others.length === 0) return one;
  const found = one ? others.length + 1 : 0;
  throw new CommandError(
    `Expected one open account named ${name}, found ${found}. See cnd account list`,
  );
}

/** Through the running process, or directly where none runs. */
async function withAccounts(
  settings: Settings,
  work: (accounts: Accounts, base: string, privately: Privately) => Promise<void>,
): Promise<void> {
  await using reader = await openExisting(settings, dataDir(settings));
  const { owner: key, log: sealing } = reader.folder.keys;
  await withLog(settings, async (log, baseOf) => {
    const base = await baseOf();
    const aheadBy = () => ownClock().aheadBy();
    const { private: privately } = log;
    await work(openAccounts({ private: privately, base, key, sealing, aheadBy }), base, privately);
  });
}
