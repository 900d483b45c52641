/**
 * A link of a chosen rate, round trip and loss between two network namespaces, for tests and benches:
 * real packets, real TCP, a real shaper. Namespace `client` ── namespace `way` ── namespace `server`.
 *
 * The rate is `tc tbf`. Where the kernel has no netem, nothing in it delays packets, so both ends speak
 * through a VXLAN tunnel whose datagrams pass this program, which holds each back for half a round trip.
 * Run by itself, in the namespace between, it is that part: `link.ts MS LOSS`.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface LinkOptions {
  readonly kbps: number;
  /** ms */
  readonly rtt: number;
  /** The share of packets that are lost, each way. */
  readonly loss?: number;
}
export interface Link extends AsyncDisposable {
  /** Put before a command, they run it at that end. */
  readonly client: readonly string[];
  readonly server: readonly string[];
  /** The server's address as the client sees it. */
  readonly address: string;
  /** Bytes that have crossed so far, both ways, with all headers, as Ethernet counts them. */
  bytes(): number;
}

const ENDS = { client: 1, server: 2 } as const;
const PORT = 4789; // VXLAN's
const BURST = 4; // kB that the shaper lets through at once
const QUEUE = 400; // ms that a packet may wait for its turn

/** Its addresses are ready a second after a link is up, and a browser that sees one come drops what it was loading. */
const WITHOUT_IPV6 = [
  "sh",
  "-c",
  "for f in all default; do f=/proc/sys/net/ipv6/conf/$f/disable_ipv6; [ ! -e $f ] || echo 1 > $f; done",
];

/** Why there can be no link here; undefined when there can. */
export function whyNoLink(): string | undefined {
  if (process.getuid?.() !== 0) return "network namespaces need root";
  const name = `cnd-${randomBytes(3).toString("hex")}`;
  const made = spawnSync("ip", ["netns", "add", name], { encoding: "utf8" });
  if (made.error) return "there is no ip command here";
  if (made.status !== 0) return `network namespaces are not allowed here: ${made.stderr.trim()}`;
  spawnSync("ip", ["netns", "del", name]);
  return undefined;
}

export async function openLink({ kbps, rtt, loss = 0 }: LinkOptions): Promise<Link> {
  const id = randomBytes(3).toString("hex");
  const name = (end: string) => `cnd-${id}-${end}`;
  const inside = (end: string) => ["ip", "netns", "exec", name(end)];
  const way = name("way");
  let relay: ChildProcess | undefined;
  const close = async () => {
    if (relay && relay.exitCode === null) {
      relay.kill();
      await once(relay, "exit");
    }
    for (const end of ["way", ...Object.keys(ENDS)]) spawnSync("ip", ["netns", "del", name(end)]);
  };
  try {
    run("ip", "netns", "add", way);
    run(...inside("way"), ...WITHOUT_IPV6);
    run(...inside("way"), "ip", "link", "set", "lo", "up");
    for (const [end, n] of Object.entries(ENDS)) {
      const at = inside(end);
      run("ip", "netns", "add", name(end));
      run(...at, ...WITHOUT_IPV6);
      run(...at, "ip", "link", "set", "lo", "up");
      run(
        ..."ip link add".split(" "),
        `end${n}`,
        "netns",
        way,
        ..."type veth peer name out netns".split(" "),
        name(end),
      );
      run(...inside("way"), ...`ip addr add 10.98.${n}.1/24 dev end${n}`.split(" "));
      run(...inside("way"), ...`ip link set end${n} mtu 1600 up`.split(" "));
      run(...at, ...`ip addr add 10.98.${n}.2/24 dev out`.split(" "));
      run(...at, ...`ip link set out mtu 1600 up`.split(" "));
      run(
        ...at,
        ...`ip link add link0 type vxlan id 7 local 10.98.${n}.2 remote 10.98.${n}.1 dstport ${PORT}`.split(
          " ",
        ),
      );
      run(...at, ...`ip link set link0 mtu 1500 gso_max_segs 1 up`.split(" ")); // a packet is a packet
      run(...at, ...`ip addr add 10.99.0.${n}/24 dev link0`.split(" "));
      run(
        ...at,
        ...`tc qdisc add dev link0 root tbf rate ${kbps}kbit burst ${BURST}kb latency ${QUEUE}ms`.split(
          " ",
        ),
      );
    }
    const args = [
      ...inside("way").slice(1),
      process.execPath,
      fileURLToPath(import.meta.url),
      String(rtt / 2),
      String(loss),
    ];
    relay = spawn("ip", args, { stdio: ["ignore", "pipe", "inherit"] });
    await once(relay.stdout!, "data"); // it listens
  } catch (error) {
    await close();
    throw error;
  }
  return {
    client: inside("client"),
    server: inside("server"),
    address: `10.99.0.${ENDS.server}`,
    bytes() {
      const at = "/sys/class/net/link0/statistics";
      const counts = run(...inside("client"), "cat", `${at}/rx_bytes`, `${at}/tx_bytes`);
      return counts
        .trim()
        .split("\n")
        .reduce((all, n) => all + Number(n), 0);
    },
    [Symbol.asyncDispose]: close,
  };
}

function run(...[command, ...args]: readonly string[]): string {
  const done = spawnSync(command!, args, { encoding: "utf8" });
  if (done.status !== 0)
    throw new Error(
      `${[command, ...args].join(" ")}: ${done.stderr?.trim() ?? done.error?.message}`,
    );
  return done.stdout;
}

/** The part between: hands datagrams on, each after its time, in order. */
async function handOn(delay: number, loss: number): Promise<void> {
  const sockets = await Promise.all(Object.values(ENDS).map((n) => bound(`10.98.${n}.1`)));
  for (const [i, n] of Object.values(ENDS).entries()) {
    const waiting: { due: number; datagram: Buffer }[] = [];
    const to = `10.98.${n}.2`;
    const out = sockets[i]!;
    const hand = () => {
      const now = performance.now();
      while (waiting[0] && waiting[0].due <= now + 0.5)
        out.send(waiting.shift()!.datagram, PORT, to);
      if (waiting[0]) setTimeout(hand, waiting[0].due - performance.now());
    };
    sockets[1 - i]!.on("message", (datagram) => {
      if (Math.random() < loss && !isArp(datagram)) return;
      fillChecksum(datagram);
      waiting.push({ due: performance.now() + delay, datagram });
      if (waiting.length === 1) setTimeout(hand, delay);
    });
  }
  console.log("listening");
}

async function bound(address: string): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.bind(PORT, address);
  await once(socket, "listening");
  return socket;
}

const FRAME = 8; // bytes of VXLAN's header
const IP = FRAME + 14;

/** What asks where an address is. The links that this stands for have none; three lost ones, and an address counts as unreachable. */
const isArp = (datagram: Buffer): boolean =>
  datagram.length >= IP && datagram.readUInt16BE(IP - 2) === 0x0806;

/** The kernel leaves the sums of TCP and UDP to a network card, and there is none on this way. */
function fillChecksum(datagram: Buffer): void {
  if (datagram.length < IP + 20 || datagram.readUInt16BE(IP - 2) !== 0x0800) return;
  const start = IP + (datagram[IP]! & 15) * 4;
  const end = IP + datagram.readUInt16BE(IP + 2);
  const protocol = datagram[IP + 9]!;
  const at = start + (protocol === 6 ? 16 : 6);
  if ((protocol !== 6 && protocol !== 17) || end > datagram.length || at + 2 > end) return;
  datagram.writeUInt16BE(0, at);
  let sum = protocol + (end - start);
  for (let i = IP + 12; i < IP + 20; i += 2) sum += datagram.readUInt16BE(i);
  for (let i = start; i + 1 < end; i += 2) sum += datagram.readUInt16BE(i);
  if ((end - start) % 2 === 1) sum += datagram[end - 1]! << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  datagram.writeUInt16BE(~sum & 0xffff, at);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await handOn(Number(process.argv[2]), Number(process.argv[3]));
