/**
 * The address that cards carry. Where the site has none but that of its own machine, other devices of the room would look for the
 * class in themselves: then it is the address by which the teacher came, or one that the machine has in a network. Rule CL4.
 */
import { networkInterfaces, type NetworkInterfaceInfo } from "node:os";
import type { Serving } from "../../../platform/feature.ts";

type Networks = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** This machine, as it calls itself: nobody else finds it there. */
export const isOwnName = (hostname: string): boolean =>
  /^(?:localhost|.{1,200}\.localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\])$/.test(
    hostname,
  );

/**
 * The likeliest first; the site's own alone where others reach it, or where nobody else reaches the port.
 * @param asked the host by which the page was asked for
 */
export function cardAddresses(
  { base, isShared }: Pick<Serving, "base" | "isShared">,
  asked: string | undefined,
  networks: Networks = networkInterfaces(),
): readonly string[] {
  if (!isShared || !isOwnName(new URL(base).hostname)) return [base];
  const came = URL.parse(`http://${asked ?? ""}`);
  const hosts = Object.values(networks)
    .flatMap((all) => all ?? [])
    .filter(({ internal, family, address }) => isRoom({ internal, family, address }))
    .map(({ address }) => `${address}${portOf(base)}`);
  if (came && !isOwnName(came.hostname) && came.pathname === "/" && came.username === "")
    hosts.unshift(came.host);
  return [...new Set(hosts.map((host) => `http://${host}`)), base];
}

/** One of version 4 that was given to it, and not one that it gave itself because nobody did. */
const isRoom = ({
  internal,
  family,
  address,
}: Pick<NetworkInterfaceInfo, "internal" | "family" | "address">): boolean =>
  !internal && family === "IPv4" && !address.startsWith("169.254.");

function portOf(base: string): string {
  const { port } = new URL(base);
  return port === "" ? "" : `:${port}`;
}
