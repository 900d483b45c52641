/** How many posts an hour are taken, in all and from one corner of the network. Nothing of it touches a disk. */
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

const HOUR = 3_600_000; // ms

export interface Limit {
  /** Whether one more is taken; it is counted if so. */
  take(req: Pick<IncomingMessage, "socket" | "headers">): boolean;
}

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
  return {
    take(req) {
      const current = Math.floor(options.now() / HOUR);
      if (current !== hour) {
        [hour, taken, salt] = [current, 0, randomBytes(16).toString("hex")];
        counts.clear();
      }
      const window = createHash("sha256")
        .update(salt + windowOf(addressOf(req)))
        .digest("base64");
      const own = counts.get(window) ?? 0;
      if (taken >= options.total || own >= options.each) return false;
      taken += 1;
      counts.set(window, own + 1);
      return true;
    },
  };
}

/** Behind a proxy on this machine, the address that the proxy saw. */
function addressOf({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): string {
  const direct = (socket.remoteAddress ?? "").replace(/^::ffff:(?=\d+\.)/, "");
  if (!/^(127\.|::1$)/.test(direct)) return direct;
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return forwarded === "" ? direct : forwarded;
}

/** The /24 of IPv4 and the /48 of IPv6: what one customer or one village is given. */
function windowOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}
