/** Whose request it is: the address, and the network around it. Nothing of it touches a disk. */
import type { IncomingMessage } from "node:http";

/** As much of a request as says where it came from. */
export interface Asker extends Pick<IncomingMessage, "headers"> {
  readonly socket: Pick<IncomingMessage["socket"], "remoteAddress">;
}

/** The network that this came from: to be kept in memory alone, salted, and not for long. */
export const networkOf = (req: Asker): string => windowOf(addressOf(req));

/** Behind a proxy on this machine, the address that the proxy saw. */
export function addressOf({ socket, headers }: Asker): string {
  const direct = plain(socket.remoteAddress ?? "");
  if (!LOOPBACK.test(direct)) return direct;
  const forwarded = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)!
    .trim();
  return forwarded === "" ? direct : plain(forwarded);
}

const LOOPBACK = /^(?:127\.|::1$)/;
/** Whether the line itself comes from this machine, as a proxy's does. */
export const isOfThisMachine = ({ socket }: Asker): boolean =>
  LOOPBACK.test(plain(socket.remoteAddress ?? ""));

/** An address of IPv4 is written so by what listens on both. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");

/** The /24 of IPv4 and the /48 of IPv6: what one customer or one village is given. */
function windowOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}
