/**
 * From which networks an account was signed in: a right PIN from there always has its place, whatever others try. Of a
 * network 16 bits of a keyed hash are kept, which some 256 windows of IPv4 share: enough to tell a stranger by, and no
 * address.
 */
import { createHmac } from "node:crypto";
import type { Privately } from "../private/part.ts";
import { askAccounts } from "../private/accounts.ts";
import { is } from "./rows.ts";
import { momentNow } from "../process/steady-clock.ts";

export interface Networks {
  isKnown(userId: string, network: string): Promise<boolean>;
  saw(userId: string, network: string): Promise<void>;
}

/** @param network the window of addresses (platform/web/network.ts) */
export function openNetworks(privately: Privately, secret: Buffer): Networks {
  const named = (userId: string, network: string): string =>
    createHmac("sha256", secret)
      .update(JSON.stringify([userId, network]))
      .digest("hex")
      .slice(0, 4);
  return {
    async isKnown(userId, network) {
      const where = [is("id", `${userId} ${named(userId, network)}`)];
      return (await askAccounts(privately).count({ table: "auth_network", where })) === 1;
    },
    async saw(userId, network) {
      const at = momentNow();
      await askAccounts(privately).saw({ userId, network: named(userId, network), at });
    },
  };
}
