/** `cnd account`: who may come to the desk in the web. */
import { openAccounts, type Accounts } from "../platform/accounts/accounts.ts";
import { isRole, ROLES } from "../platform/accounts/roles.ts";
import type { Privately } from "../platform/private/part.ts";
import {
  baseOf,
  CommandError,
  dataDir,
  openExisting,
  openLocked,
  openRunning,
  type Noted,
  type Settings,
} from "./context.ts";
import { options } from "./saying.ts";

export const help = `cnd account invite ROLE [--name NAME] [--mail ADDRESS]
Make an account and print a link that signs in once, within seven days. Roles: ${ROLES.join(", ")}.

cnd account list
Name, role and mail address of every account.

cnd account link NAME
A new link for somebody who has lost every way in; it works once, within a day.`;

const A_DAY = 24 * 60; // minutes

export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { of, rest } = options(args, ["name", "mail"]);
  const [verb, what] = rest;
  if (verb === "list")
    return withAccounts(settings, async (accounts) => {
      for (const { name, role, email = "", closed } of await accounts.list())
        console.log([name, role, email, closed ? "closed" : ""].join("\t").trimEnd());
    });
  if (verb === "invite" && what !== undefined && isRole(what))
    return withAccounts(settings, async (accounts, base) => {
      const name = of.name ?? what;
      const { id } = await accounts.open({ name, role: what, email: of.mail });
      tell({ about: id, detail: what });
      console.log(`${base}/desk/link/${await accounts.link(id, 7 * A_DAY)}`);
    });
  if (verb === "link" && what !== undefined)
    return withAccounts(settings, async (accounts, base) => {
      const named = (await accounts.list()).filter((a) => a.name === what && !a.closed);
      if (named.length !== 1)
        throw new CommandError(
          `Expected one open account named ${what}, found ${named.length}. See cnd account list`,
        );
      tell({ about: named[0]!.id });
      console.log(`${base}/desk/link/${await accounts.link(named[0]!.id, A_DAY)}`);
    });
  throw new CommandError(
    `Expected cnd account invite ${ROLES.join("|")}, list, or link NAME. See cnd account --help`,
  );
}

/** Through the running process, or directly where none runs. */
async function withAccounts(
  settings: Settings,
  work: (accounts: Accounts, base: string) => Promise<void>,
): Promise<void> {
  const dir = dataDir(settings);
  await using reader = await openExisting(settings, dir);
  const { owner: key, log: sealing } = reader.folder.keys;
  const on = (privately: Privately, base: string) =>
    work(openAccounts({ private: privately, base, key, sealing }), base);
  await using instance = await openLocked(settings, dir, "");
  if (instance) return await on(instance.log.private, baseOf(settings));
  using running = await openRunning(dir);
  return await on(running.private, await running.base());
}
