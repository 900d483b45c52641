/** Which addresses nobody outside may make this machine ask: its own, its network's, and those that stand for them. */
import { BlockList, isIP } from "node:net";

/**
 * Whether it is one that not everybody can reach (the registries of special addresses, RFC 6890), or that stands for one.
 * What is no address at all is private too.
 */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address, "ipv4");
  const groups = groupsOf(address);
  if (!groups) return true;
  const [first = 0, second = 0] = groups;
  // NAT64 (RFC 6052): where a network speaks IPv6 alone, every IPv4 host has such an address.
  const behind = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((g) => g === 0);
  if (behind || isMapped(groups)) return PRIVATE.check(asIPv4(groups), "ipv4");
  return first >> 13 !== 1 || PRIVATE.check(address, "ipv6"); // 2000::/3 alone is given out
}

const PRIVATE = new BlockList();
for (const subnet of [
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24",
  "192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3",
  "168.63.129.16/32", // the inside of one large provider of machines, though its number looks public
].flatMap((line) => line.split(" ")))
  add(subnet, "ipv4");
// Teredo and its neighbours, examples in books, 6to4, examples again.
for (const subnet of "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split(" ")) add(subnet, "ipv6");

function add(subnet: string, family: "ipv4" | "ipv6"): void {
  const [net = "", bits] = subnet.split("/");
  PRIVATE.addSubnet(net, Number(bits), family);
}

/** Its eight numbers; undefined for what is no IPv6 address, or one of a single link (`%eth0`). */
function groupsOf(address: string): readonly number[] | undefined {
  if (isIP(address) !== 6 || address.includes("%")) return undefined;
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const numbers = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((group) => parseInt(group, 16));
  const [before, after] = [numbers(head), numbers(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const isMapped = (groups: readonly number[]): boolean =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;

const asIPv4 = (groups: readonly number[]): string =>
  groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
