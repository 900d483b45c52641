/** How many posts an hour are taken, in all and from one corner of the network. Nothing of it touches a disk. */
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

const HOUR = 3_600_000; // ms

/** As much of a request as says where it came from. */
export interface Asker extends Pick<IncomingMessage, "headers"> {
  readonly socket: Pick<IncomingMessage["socket"], "remoteAddress">;
}

export interface Limit {
  /**
   * Whether one more is taken; it is counted if so.
   * @param vouched by whom: what they vouch for has a corner of its own, five times as wide, whatever address it comes from
   */
  take(req: Asker, vouched?: string): boolean;
  /** How full this hour is: from 0 to 1. */
  load(): number;
}

const OF_VOUCHED = 5; // times what one window of addresses has

/** @param options.each from one window of addresses: a village behind one address shares it */
export function openLimit(options: {
  readonly total: number;
  readonly each: number;
  readonly now: () => number;
}): Limit {
  let hour = -1;
  let salt = "";
  let taken = 0;
  const counts = new Map<string, number>(); // no more entries than `total`
  function turn(): void {
    const current = Math.floor(options.now() / HOUR);
    if (current === hour) return;
    [hour, taken, salt] = [current, 0, randomBytes(16).toString("hex")];
    counts.clear();
  }
  return {
    take(req, vouched) {
      turn();
      const corner = vouched === undefined ? windowOf(addressOf(req)) : `vouched by ${vouched}`;
      const key = createHash("sha256")
        .update(salt + corner)
        .digest("base64");
      const own = counts.get(key) ?? 0;
      const each = options.each * (vouched === undefined ? 1 : OF_VOUCHED);
      if (taken >= options.total || own >= each) return false;
      taken += 1;
      counts.set(key, own + 1);
      return true;
    },
    load() {
      turn();
      return taken / options.total;
    },
  };
}

/** The window of addresses that this came from: to be kept in memory alone, salted, and not for long. */
export const windowOfRequest = (req: Asker): string => windowOf(addressOf(req));

/** Behind a proxy on this machine, the address that the proxy saw. */
export function addressOf({ socket, headers }: Asker): string {
  const direct = plain(socket.remoteAddress ?? "");
  if (!/^(127\.|::1$)/.test(direct)) return direct;
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return forwarded === "" ? direct : plain(forwarded);
}

/** An address of IPv4 is written so by what listens on both. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** The /24 of IPv4 and the /48 of IPv6: what one customer or one village is given. */
function windowOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}
