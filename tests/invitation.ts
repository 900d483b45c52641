/** An invitation to the desk of an instance that serves, as `cnd account invite` gives it, without a process for each. */
import type { Accounts } from "../src/platform/accounts/account.ts";
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import type { Role } from "../src/platform/accounts/roles.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths, openDataFolder } from "../src/platform/process/data-folder.ts";
import { everybodyTeaches } from "./teaching.ts";

interface Invited {
  readonly role: Role;
  readonly name: string;
  readonly email?: string | undefined;
}

/**
 * Whoever may teach teaches the classes that are there by then.
 * @param data its data folder @returns the path of the link, which is good for an hour
 */
export const invitation = (data: string, { role, name, email }: Invited): Promise<string> =>
  atDoor(data, async (accounts, privately) => {
    const { id } = await accounts.open({ name, role, email });
    await everybodyTeaches(privately);
    return `/desk/link/${await accounts.link(id, 60)}`;
  });

/** A new link for somebody who has an account. */
export const newLink = (data: string, name: string): Promise<string> =>
  atDoor(data, async (accounts) => {
    const { id } = (await accounts.list()).find((one) => one.name === name)!;
    return `/desk/link/${await accounts.link(id, 60)}`;
  });

/** Somebody's sign-ins as if they were so many minutes older. */
export const ageSignIns = (data: string, name: string, minutes: number): Promise<void> =>
  atDoor(data, async (accounts, privately) => {
    const { id } = (await accounts.list()).find((one) => one.name === name)!;
    const set = { createdAt: new Date(Date.now() - minutes * 60_000).toISOString() };
    const where = [{ field: "userId", operator: "eq", value: id }];
    await privately("accounts.update", { table: "auth_session", where, set });
  });

async function atDoor<T>(
  data: string,
  work: (accounts: Accounts, privately: Privately) => Promise<T>,
): Promise<T> {
  using running = await openControl(dataPaths(data).socket);
  const { owner: key, log: sealing } = openDataFolder(data).keys;
  const base = await running.base();
  return await work(
    openAccounts({ private: running.private, base, key, sealing }),
    running.private,
  );
}
