/** Whose request it is: the address, and the network around it. Nothing of it touches a disk. */
import type { IncomingMessage } from "node:http";
import { forwardedFor, isHandedOn, isLoopback, plain } from "./forwarded.ts";
import { namedProxies } from "./proxies.ts";

/** As much of a request as says where it came from. */
export interface Asker extends Pick<IncomingMessage, "headers"> {
  readonly socket: Pick<IncomingMessage["socket"], "remoteAddress">;
}

/** The network that this came from: to be kept in memory alone, salted, and not for long. */
export const networkOf = (req: Asker): string => windowOf(addressOf(req));

/** Behind a proxy on this machine, or one that the operator named, the address that the proxy saw. */
export const addressOf = (req: Asker): string =>
  (isOfProxy(req) ? seenByProxy(req) : undefined) ?? plain(req.socket.remoteAddress ?? "");

/** What a proxy says that it saw; undefined where it says nothing that counts. Only a proxy's word is worth asking for. */
export const seenByProxy = ({ headers, socket }: Asker): string | undefined =>
  forwardedFor(headers, namedProxies(socket)?.has);

/** Whether the line comes from this machine or from a named proxy, so that it speaks for somebody else. */
export const isOfProxy = (req: Pick<Asker, "socket">): boolean =>
  isOfThisMachine(req) || namedProxies(req.socket) !== undefined;

/** Whether the line itself comes from this machine, as a proxy's does. */
export const isOfThisMachine = ({ socket }: Pick<Asker, "socket">): boolean =>
  isLoopback(socket.remoteAddress ?? "");

/** Whether a program on this machine asks for itself: for a name of the loopback, and for nobody else. */
export const isForItself = (req: Asker): boolean =>
  isOfThisMachine(req) &&
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(req.headers.host ?? "") &&
  !isHandedOn(req.headers);

/** The /24 of IPv4 and the /48 of IPv6: what one customer or one village is given. */
function windowOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.split("::");
  return [...head.split(":"), "0", "0", "0"].slice(0, 3).join(":");
}
