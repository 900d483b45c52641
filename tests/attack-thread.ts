/**
 * The attackers of attack.ts, a process of their own: each kind goes round its networks until it is told to stop. With `mixed` there
 * are those too that keep many lines busy, each with its next question as soon as the last is answered.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { newSecret } from "../src/platform/private/submissions.ts";

const [base, networks, mixed] = process.argv.slice(2) as [string, string, string];
const { hostname, port } = new URL(base);
const NETWORKS = Number(networks);
const PAUSE = 60; // ms between two of one kind: what one machine can send beside those who measure
const done: Record<string, number> = {};
const held: Socket[] = [];
const over = new AbortController();
let turn = 0;
const network = () => `198.18.${turn++ % NETWORKS}.${1 + (turn % 200)}`;

const TELL = "/take-part/story";
const b64 = (text: string) => Buffer.from(text).toString("base64");
const PART = '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n';

/** What is sent on a line of its own, whole or in part. */
async function line(path: string, headers: string, body: Uint8Array | string): Promise<Socket> {
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined).resume();
  await once(socket, "connect");
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nX-Forwarded-For: ${network()}\r\n${headers}\r\n\r\n`,
  );
  socket.write(body);
  return socket;
}
const ask = async (path: string, init: RequestInit) => {
  const headers = { "X-Forwarded-For": network(), ...(init.headers as Record<string, string>) };
  const answer = await fetch(base + path, { ...init, headers, redirect: "manual" });
  await answer.arrayBuffer();
};

/** A picture of so many chunks without a byte in them. */
function chunks(n: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const named = Buffer.concat([Buffer.from(name), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const empty = chunk("teXt", Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    ...Array.from({ length: n }, () => empty),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
const CHUNKS = chunks(100_000);

const KINDS: Readonly<Record<string, () => Promise<void>>> = {
  async spaces() {
    const text = `a${" ".repeat(60_000)}b`;
    await ask(`/stories/${mixed === "mixed" ? "mankosi" : "our-first-story"}/comment`, {
      method: "POST",
      body: new URLSearchParams({ id: newSecret(), text }),
    });
  },
  async cuts() {
    const socket = await line(
      TELL,
      "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000",
      `${PART}${"x".repeat(20_000)}`,
    );
    await sleep(5);
    if (turn % 2 === 0) socket.end();
    else socket.resetAndDestroy();
    socket.destroySoon();
  },
  async announcements() {
    await ask(`${TELL}/files`, {
      method: "POST",
      headers: {
        "Tus-Resumable": "1.0.0",
        "Upload-Key": newSecret(),
        "Upload-Length": "200000000",
        "Upload-Metadata": `id ${b64(newSecret())},what ${b64("film")}`,
      },
    });
  },
  async pictures() {
    const form = new FormData();
    const fields = { id: newSecret(), text: "x", naming: "none" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set("photo", new Blob([new Uint8Array(CHUNKS)]), "a.png");
    await ask(TELL, { method: "POST", body: form });
    await sleep(500);
  },
  async drips() {
    if (held.length >= 200) held.shift()!.destroy();
    const socket = await line(
      TELL,
      "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 90000",
      PART,
    );
    held.push(socket);
    for (const one of held) one.write("x");
  },
  async signIns() {
    await ask("/desk/sign-in", {
      method: "POST",
      body: new URLSearchParams({ way: "pin", name: "owner", pin: "12345678" }),
    });
  },
  async bodies() {
    const socket = await line(
      "/log/records",
      "Content-Type: application/json\r\nContent-Length: 1000000",
      Buffer.alloc(999_000, "["),
    );
    held.push(socket);
    if (held.length >= 200) held.shift()!.destroy();
  },
};

const SIDE = 1600;
/** Nothing but the marks that stand in three corners of a code: some 9 kB. */
async function marks(): Promise<Blob> {
  const ring = (at: number) => Math.abs((at % 9) - 4);
  const pixels = Uint8Array.from({ length: SIDE * SIDE }, (_, i) =>
    [2, 4].includes(Math.max(ring(i % SIDE), ring(Math.floor(i / SIDE)))) ? 255 : 0,
  );
  const raw = { width: SIDE, height: SIDE, channels: 1 } as const;
  const picture = await sharp(pixels, { raw }).png({ compressionLevel: 9 }).toBuffer();
  return new Blob([new Uint8Array(picture)]);
}
const PICTURE = await marks();

/** How many at once, and what each does. */
const MANY: Readonly<Record<string, readonly [number, () => Promise<void>]>> = {
  nonsense: [64, () => ask(`/atlas/africa?topic=${newSecret()}`, {})],
  marks: [
    24,
    async () => {
      const form = new FormData();
      form.set("name", "Amina");
      form.set("photo", PICTURE, "a.png");
      await ask("/badges/check", { method: "POST", body: form });
    },
  ],
};

async function goOn(name: string, work: () => Promise<void>, pause: number): Promise<void> {
  while (!over.signal.aborted) {
    await work().catch(() => sleep(PAUSE)); // turned away, or cut: that is what it is about
    done[name] = (done[name] ?? 0) + 1;
    if (pause > 0) await sleep(pause);
  }
}
const running = Object.entries(KINDS).map(([name, work]) => goOn(name, work, PAUSE));
if (mixed === "mixed")
  for (const [name, [lines, work]] of Object.entries(MANY))
    running.push(...Array.from({ length: lines }, () => goOn(name, work, 0)));
process.once("message", () => over.abort());
await Promise.all(running);
held.forEach((socket) => socket.destroy());
process.send!(done, () => process.exit());
