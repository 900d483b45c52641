/**
 * Proxies on other machines, which the operator names by their networks (CND_PROXY). Only what comes on a line from one of
 * them, or from this machine, is asked for whom it speaks.
 */
import { BlockList, isIP, type Socket } from "node:net";
import { plain } from "./forwarded.ts";

/** The networks of proxies that are believed. */
export interface Proxies {
  readonly has: (address: string) => boolean;
}

type Line = Pick<Socket, "remoteAddress">;

/** What is believed of a line from a proxy that was named; a line of nobody's is not in it. */
const lines = new WeakMap<Line, Proxies>();

/** Whether a line comes from a named proxy is looked at once, when it opens. */
export function believeNamed(socket: Line, proxies: Proxies | undefined): void {
  if (proxies?.has(plain(socket.remoteAddress ?? "")) === true) lines.set(socket, proxies);
}

/** The proxies that are believed of this line; undefined where it comes from no named one. */
export const namedProxies = (socket: Line): Proxies | undefined => lines.get(socket);

/**
 * Reads addresses and networks, separated by commas, such as `10.0.0.0/24,2001:db8::7`.
 * @throws Error that names the one which is none, or which would believe everybody
 */
export function readProxies(text: string): Proxies {
  const list = new BlockList();
  for (const one of text.split(",").map((typed) => typed.trim())) {
    const [address = "", bits, ...more] = one.split("/");
    const version = isIP(address);
    const widest = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (version === 0 || more.length > 0 || !(prefix >= 1 && prefix <= widest))
      throw new Error(
        `expected the addresses of your proxies, or their networks, such as 10.0.0.7 or 10.0.0.0/24, separated by commas; got ${one === "" ? "nothing" : one.slice(0, 80)}.`,
      );
    list.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return {
    has(address) {
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 4 ? "ipv4" : "ipv6");
    },
  };
}
