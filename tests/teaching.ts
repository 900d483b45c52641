/** Whoever may teach teaches every class that is here: for tests about what is done in a class, and not about who sees it. */
import { askClasses } from "../src/features/classes/private/classes.ts";
import { askTeaching } from "../src/features/classes/private/teaching.ts";
import { may, type Role } from "../src/platform/accounts/roles.ts";
import { askAccounts } from "../src/platform/private/accounts.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

export async function everybodyTeaches(ask: Privately): Promise<void> {
  const accounts = await askAccounts(ask).find({ table: "auth_user", where: [] });
  const rooms = await askClasses(ask).rooms();
  for (const { id, role } of accounts)
    if (may(role as Role, "teach"))
      for (const room of rooms)
        await askTeaching(ask).teach({ room: room.id, account: String(id), at: room.at });
}

/** @param data the folder of an instance that serves */
export async function everybodyTeachesAt(data: string): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  await everybodyTeaches(running.private);
}
