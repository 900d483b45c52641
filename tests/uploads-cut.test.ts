/** Lines that are cut, announcements that nothing follows, and lines that drip: whoever comes after them finds room. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { newSecret } from "../src/platform/private/submissions.ts";
import { serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { announce, TELL, tell } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: ServedAlone;
let photo: Buffer;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serveAlone(env);
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#c2350a" } })
    .jpeg()
    .toBuffer();
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Places that are held, by the kind of work. */
async function held(kind: string): Promise<number> {
  const text = await (await fetch(`${server.base}/metrics`)).text();
  return Number(new RegExp(`cnd_places_held\\{work="${kind}"\\} (\\d+)`).exec(text)?.[1]);
}

async function until(so: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (let i = 0; !(await so()); i++) {
    assert.ok(i < 200, otherwise);
    await sleep(50);
  }
}

const nothingIsHeld = () =>
  until(
    async () => (await held("body")) + (await held("files")) === 0,
    "places are held that nobody is in",
  );

/** A whole story with its photo. */
const told = (from: string) => tell(server.base, { photo, from });

async function line(from: string, length: number, begins: string): Promise<Socket> {
  const { hostname, port } = new URL(server.base);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined).resume();
  await once(socket, "connect");
  socket.write(
    `POST ${TELL} HTTP/1.1\r\nHost: ${hostname}\r\nX-Forwarded-For: ${from}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n${begins}`,
  );
  return socket;
}

const PART = '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';
/** Where in a form a line is cut. */
const BEGINNINGS = [
  "",
  "--b\r\nContent-Dispo",
  PART,
  `${PART}${"x".repeat(3000)}`,
  `${PART}${"x".repeat(200_000)}`,
  `${PART}xx\r\n${PART.replace("photo", "voice")}yy`,
  `${PART}xx\r\n--b--\r\n`,
];

test("T15 a thousand forms are cut in every way, and the next one finds its place", async () => {
  const cut = async (i: number) => {
    const begins = BEGINNINGS[i % BEGINNINGS.length]!;
    const socket = await line("198.51.100.1", begins.length + 50_000, begins);
    if (i % 3 > 0) await sleep(i % 20);
    if (i % 2 === 0) socket.end();
    else socket.resetAndDestroy();
    socket.destroySoon();
  };
  for (let i = 0; i < 1000; i += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, k) => cut(i + k)));
  }
  assert.equal((await told("198.51.100.2")).status, 303, "from the same network");
  await nothingIsHeld();
  const left = readdirSync(join(env.CND_DATA, "uploads")).filter((name) =>
    name.endsWith(".coming"),
  );
  assert.deepEqual(left, [], "nothing of them is left");
});

const announced = (size: number) =>
  announce(server.base, { id: newSecret(), key: newSecret() }, "film", size);

test("T15 announcements without a byte take no room: after a hundred of 200 MB a story arrives", async () => {
  for (let i = 0; i < 100; i++) assert.equal((await announced(200_000_000)).status, 201);
  assert.equal((await told("203.0.113.1")).status, 303);
});

test("BU5 of six hundred lines with a megabyte each a few are read at once, and memory comes back", async () => {
  const resident = () => {
    const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]) / 1000; // MB
  };
  const atFirst = resident();
  const { hostname, port } = new URL(server.base);
  const megabyte = Buffer.alloc(999_000, "[");
  const lines = Array.from({ length: 600 }, (_, i) => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).resume();
    socket.write(
      `POST /log/records HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 198.18.${i % 20}.1\r\nContent-Length: 1000000\r\n\r\n`,
    );
    socket.write(megabyte);
    return socket;
  });
  let most = 0;
  for (let i = 0; i < 20; i++) {
    await sleep(100);
    most = Math.max(most, resident());
  }
  assert.ok((await held("records")) <= 64);
  assert.ok(most < atFirst + 250, `${atFirst} MB before, ${most} MB in the flood`);
  lines.forEach((one) => one.destroy());
  await until(async () => (await held("records")) === 0, "places are held that nobody is in");
});

test("T15 BU6 thirty lines of one network that send nothing hold up nobody, there or elsewhere", async () => {
  const lines = await Promise.all(
    Array.from({ length: 31 }, () => line("192.0.2.1", 500_000, `${PART}x`)),
  );
  assert.equal((await told("192.0.2.200")).status, 303, "behind the same address");
  lines.push(await line("192.0.2.1", 500_000, PART), await line("192.0.2.1", 500_000, PART));
  await until(async () => (await held("files")) === 32, "the lines do not fill their share");
  assert.equal((await told("192.0.2.200")).status, 503, "its share is taken");
  assert.equal((await told("203.0.113.9")).status, 303, "another network has its own");
  const metrics = await (await fetch(`${server.base}/metrics`)).text();
  assert.match(metrics, /^cnd_refused_total\{work="files",why="places"\} [1-9]\d*$/m);
  assert.match(metrics, /^cnd_places_held\{work="files"\} 32$/m);
  assert.doesNotMatch(metrics, /192\.0/);
  lines.forEach((one) => one.destroy());
  await nothingIsHeld();
  assert.equal((await told("192.0.2.200")).status, 303);
});
