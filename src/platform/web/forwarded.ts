/**
 * What a proxy says about whom it asks for. A proxy on this machine is believed, and so is one that the operator named
 * (proxies.ts): whoever comes from elsewhere can claim anything.
 */
import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

/**
 * The address that the proxy saw, which is the last one that it names, in `X-Forwarded-For` or in `Forwarded` (RFC 7239). A
 * proxy sets one of them and lets the other through as somebody typed it: where they differ neither is believed, and whoever
 * sends both is counted with the proxy.
 * @param isProxy whether an address is that of a proxy which is believed, too: then what it saw is the address before it
 */
export function forwardedFor(
  headers: IncomingHttpHeaders,
  isProxy: (address: string) => boolean = () => false,
): string | undefined {
  const older = seenBy(listOf(headers["x-forwarded-for"]), isProxy);
  const said = seenBy(listOf(headers.forwarded), (hop) => isProxy(hopOf(hop) ?? ""));
  const newer = said === undefined ? undefined : hopOf(said);
  if (older === undefined || older === "") return newer;
  return newer === undefined || newer === plain(older) ? plain(older) : undefined;
}

/** Headers that proxies set, and networks that deliver for others. One of them is enough. */
const HANDED_ON = /forwarded|^via$|-ip$|^cf-|^cdn-loop$/; // X-Real-IP, True-Client-IP, CF-Ray …
export const isHandedOn = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some((name) => HANDED_ON.test(name));

/** Of the loopback: this machine's own. */
export const isLoopback = (address: string): boolean => /^(?:127\.|::1$)/.test(plain(address));

/** What each proxy added, the nearest one last: after each comma, whatever somebody quoted before it. */
const listOf = (header: string | readonly string[] | undefined): readonly string[] =>
  header === undefined
    ? []
    : String(header)
        .split(",")
        .map((one) => one.trim());

/** The last that is no proxy; the first where all of them are. */
const seenBy = (list: readonly string[], isProxy: (one: string) => boolean): string | undefined =>
  list.findLast((one) => !isProxy(plain(one))) ?? list[0];

const PAIR = /^\s*([\w-]+)=(?:"([^"\\]*)"|([^"\\\s]+))\s*$/;

/**
 * `for` of one element: `192.0.2.60`, `"192.0.2.60:4711"`, `"[2001:db8::17]:4711"`. Other names tell no address, nor does an
 * element that is not whole: what a stranger typed may have been cut into it.
 */
function hopOf(element: string): string | undefined {
  const pairs = element.split(";").map((pair) => PAIR.exec(pair));
  if (!pairs.every((pair) => pair !== null)) return undefined;
  const [own, another] = pairs.filter(([, name]) => name!.toLowerCase() === "for");
  if (!own || another) return undefined;
  const node = own[2] ?? own[3] ?? "";
  const address = /^\[([^\]]+)\](?::\w+)?$/.exec(node)?.[1] ?? node.split(":")[0]!;
  return isIP(address) === 0 ? undefined : plain(address);
}

/** An address of IPv4 is written so by what listens on both. */
export const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "");
