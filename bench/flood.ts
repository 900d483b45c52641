/** The thread of bench/inbox.ts that floods: letters made and signed before, sent at a rate, their answers counted. */
import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { letter } from "./letters.ts";

export type Kind = "signed" | "forged" | "replayed" | "large" | "deep";
export interface Flood {
  readonly kind: Kind;
  readonly seconds: number;
  /** Letters a second. */
  readonly rate: number;
}
export interface Flooded {
  readonly sent: number;
  /** How often each status came back. */
  readonly counted: Readonly<Record<string, number>>;
}
export interface FloodData {
  readonly port: number;
  readonly actor: string;
  /** PKCS 8, PEM. */
  readonly key: string;
  readonly letters: number;
}

const SOCKETS = 64;
const { port, actor, key: pem, letters } = workerData as FloodData;
const host = `localhost:${port}`;
const key = createPrivateKey(pem);
const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const many = (count: number, make: (i: number) => Buffer) =>
  Array.from({ length: count }, (_, i) => make(i));
const deep = "[".repeat(100_000) + "]".repeat(100_000);
const made: Readonly<Record<Kind, readonly Buffer[]>> = {
  signed: many(letters, (i) => letter({ host, actor, key, from: "198.51.100.1" }, `s${i}`)),
  forged: many(500, (i) => letter({ host, actor, key: other, from: "198.51.100.2" }, `f${i}`)),
  replayed: [letter({ host, actor, key, from: "198.51.100.3" }, "r")],
  large: [letter({ host, actor, key, from: "198.51.100.4" }, "l", JSON.stringify("x".repeat(1e7)))],
  deep: [letter({ host, actor, key, from: "198.51.100.5" }, "d", deep)],
};
let next = 0;

parentPort!.on("message", (flood: Flood) => void run(flood));
parentPort!.postMessage("ready");

async function run({ kind, seconds, rate }: Flood): Promise<void> {
  const counted: Record<string, number> = {};
  const count = (what: string) => (counted[what] = (counted[what] ?? 0) + 1);
  const sockets: (Socket | undefined)[] = Array.from({ length: SOCKETS });
  const began = performance.now();
  let sent = 0;
  for (let now = began; now - began < seconds * 1000; now = performance.now()) {
    for (const due = ((now - began) / 1000) * rate; sent < due; sent++) {
      const at = sent % SOCKETS;
      const socket = (sockets[at] ??= opened(count, () => (sockets[at] = undefined)));
      if (socket.writableLength > 0) count("not read yet");
      else socket.write(made[kind][next++ % made[kind].length]!);
    }
    await sleep(5);
  }
  await sleep(1000); // for the last answers
  for (const socket of sockets) socket?.destroy();
  parentPort!.postMessage({ sent, counted } satisfies Flooded);
}

function opened(count: (what: string) => void, closed: () => void): Socket {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  socket.setEncoding("latin1");
  socket.on("data", (text: string) => {
    for (const [, status] of text.matchAll(/HTTP\/1\.1 (\d{3})/g)) count(status!);
  });
  socket.on("error", () => count("cut off"));
  socket.on("close", closed);
  return socket;
}
