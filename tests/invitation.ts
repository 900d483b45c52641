/** An invitation to the desk of an instance that serves, as `cnd account invite` gives it, without a process for each. */
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import type { Role } from "../src/platform/accounts/roles.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths, openDataFolder } from "../src/platform/process/data-folder.ts";

export interface Invited {
  readonly role: Role;
  readonly name: string;
  readonly email?: string | undefined;
}

/** @param data its data folder @returns the path of the link, which is good for an hour */
export async function invitation(data: string, { role, name, email }: Invited): Promise<string> {
  using running = await openControl(dataPaths(data).socket);
  const key = openDataFolder(data).keys.owner;
  const base = await running.base();
  const accounts = openAccounts({ private: running.private, base, key });
  const { id } = await accounts.open({ name, role, email });
  return `/desk/link/${await accounts.link(id, 60)}`;
}
