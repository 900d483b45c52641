/**
 * A contribution sent by a real browser over a link that is slow, loses packets and is cut: what reached the server's sockets, and
 * whether it arrived once and whole. For a test and a benchmark.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { CHROMIUM, openBrowserAt } from "../tests/browser.ts";
import { goOnTo } from "../tests/telling.ts";
import { openLink, type Link, type LinkOptions } from "./link.ts";
import { cnd, program, temporary } from "./program.ts";

interface Contribution extends LinkOptions {
  readonly photos: number;
  /** Seconds. */
  readonly voice: number;
  /** All but the last spread over the files; the last when the words have left. */
  readonly cuts: number;
  /** Within which it has to arrive. */
  readonly minutes: number;
}
interface Arrived {
  /** Bytes of the files as they leave the browser, and of the words. */
  readonly own: number;
  /** Bytes that the server's sockets read from the press of the button to the answer. */
  readonly delivered: number;
  /** Both ways, with all headers, as Ethernet counts them. */
  readonly wire: number;
  readonly seconds: number;
  readonly cuts: number;
  /** Files that the server holds, and stories at its desk. */
  readonly files: number;
  readonly stories: number;
}

/** Where the browser asks, and what stands behind it. */
export const PORT = 8080;
export const BEHIND = 8081;

export async function contributeOver(asked: Contribution): Promise<Arrived> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(temporary());
  const link = stack.use(await openLink(asked));
  const data = join(folder.dir, "data");
  const env = { PATH: process.env["PATH"] ?? "", CND_DATA: data, PORT: String(BEHIND) };
  const campaign = join(folder.dir, "campaign");
  if (cnd(["init", campaign, "--yes"], env).code !== 0) throw new Error("No campaign was made.");
  stack.use(await started([...link.server, process.execPath, program(), "serve", campaign], env));
  const counter = await counting(link);
  stack.use(counter);
  const files = await makeFiles(folder.dir, asked);
  const browser = await openBrowserAt(atClient(link, folder.dir));
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(asked.minutes * 60_000);
  await page.goto(`http://${link.address}:${PORT}/take-part/story`);
  await page.locator("#tell[data-ready]").waitFor();
  const words = "The mast came on a Tuesday.";
  await page.fill("#text", words);
  await page.setInputFiles("#photo", files.photos);
  if (files.voice !== undefined) await page.setInputFiles("#voice", [files.voice]);
  const all = asked.photos + (files.voice === undefined ? 0 : 1);
  await page.waitForFunction((n) => document.querySelectorAll("#pieces li").length === n, all);
  const sizes = await page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        indexedDB.open("cnd-tell").addEventListener("success", ({ target }) => {
          const db = (target as IDBOpenDBRequest).result;
          db.transaction("kept")
            .objectStore("kept")
            .get("pieces")
            .addEventListener("success", (event) => {
              const pieces = (event.target as IDBRequest<{ blob: Blob }[]>).result;
              done(pieces.map(({ blob }) => blob.size));
              db.close();
            });
        });
      }),
  );
  const own = sizes.reduce((sum, n) => sum + n, 0) + Buffer.byteLength(words);
  const before = counter.bytes();
  const wireBefore = link.bytes();
  const began = performance.now();
  let cuts = 0;
  let haveWordsLeft = false;
  page.on("request", (request) => {
    haveWordsLeft ||= request.method() === "POST" && request.url().endsWith("/take-part/story");
  });
  await page.click("#tell button[type=submit]:not([name])");
  /** Also after an error in its place: the browser asks again by itself. */
  const arrived = page
    .waitForEvent("framenavigated", (frame) => /\/story\/name\/[\w-]{22}$/.test(frame.url()))
    .then(
      () => true,
      async () => {
        const came = `${counter.bytes() - before} of ${own} bytes came, after ${cuts} cuts`;
        const shown = await page.innerText("body").catch(String);
        const said = await page.innerText("#said", { timeout: 1000 }).catch(() => "");
        throw new Error(
          `Expected it to arrive within ${asked.minutes} minutes; ${came}. ${page.url()} says “${said}” and shows:\n${shown.slice(0, 1000)}`,
        );
      },
    );
  while (!(await Promise.race([arrived, sleep(50, false)]))) {
    const isDue = counter.bytes() - before > ((cuts + 1) * own) / (asked.cuts + 1);
    if (cuts < asked.cuts - 1 ? isDue : cuts < asked.cuts && haveWordsLeft) {
      cuts += 1;
      await cut(link);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const [delivered, wire] = [counter.bytes() - before, link.bytes() - wireBefore];
  await page.selectOption("#naming", "none");
  await goOnTo(page, "agree");
  await page.click("#tell button[type=submit]:not([name])");
  await page.waitForURL(/\/o\/[\w-]{22}$/);
  return {
    own,
    delivered,
    wire,
    seconds: Math.round(seconds),
    cuts,
    files: readdirSync(join(data, "uploads")).length,
    stories: cnd(["desk", "list"], env).out.match(/The mast came/g)?.length ?? 0,
  };
}

/** For three seconds nothing passes. */
export async function cut(link: Link): Promise<void> {
  const set = (state: string) => {
    const [command, ...args] = [...link.client, "ip", "link", "set", "link0", state];
    execFileSync(command, args);
  };
  set("down");
  await sleep(3000);
  set("up");
}

/** Photos as a phone makes them, and a voice of Opus. */
async function makeFiles(dir: string, { photos, voice }: Contribution) {
  const made: string[] = [];
  for (let n = 0; n < photos; n++) {
    const [width, height] = [2000, 1500];
    const raw = Buffer.alloc(width * height * 3);
    for (let i = 0; i < raw.length; i++) {
      const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
      raw[i] =
        128 +
        60 * Math.sin((x + n * 97) / 31) +
        40 * Math.sin(y / 17) +
        ((i * 2_654_435_761) >>> 29) * 6;
    }
    const file = join(dir, `photo-${n}.jpg`);
    await sharp(raw, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 97 })
      .toFile(file);
    made.push(file);
  }
  if (voice === 0) return { photos: made };
  const file = join(dir, "voice.ogg");
  const sound = `anoisesrc=d=${voice}:c=pink:a=0.4`;
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-f",
    "lavfi",
    "-i",
    sound,
    "-c:a",
    "libopus",
    "-b:a",
    "16k",
    file,
  ]);
  return { photos: made, voice: file };
}

const COUNT = `
const net = require("node:net"); let bytes = 0;
net.createServer((near) => {
  const far = net.connect(${BEHIND}, "127.0.0.1");
  near.on("data", (part) => { bytes += part.length; });
  near.on("error", () => far.destroy()); far.on("error", () => near.destroy());
  near.pipe(far); far.pipe(near);
}).listen(${PORT}, () => setInterval(() => console.log(bytes), 100));`;

/** What stands before the server and counts what its sockets read. */
export async function counting(link: Link): Promise<AsyncDisposable & { bytes: () => number }> {
  let bytes = 0;
  const proxy = await started([...link.server, process.execPath, "-e", COUNT], {}, (text) => {
    bytes = Number(text.trim().split("\n").at(-1)) || bytes;
  });
  return { bytes: () => bytes, [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose]() };
}

/** A program that has said its first line. */
export async function started(
  [command, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  heard: (text: string) => void = () => undefined,
): Promise<AsyncDisposable> {
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  const path = { PATH: process.env["PATH"] ?? "" };
  const child: ChildProcess = spawn(command!, args, {
    env: { ...path, ...env },
    stdio,
    detached: true,
  });
  const out = child.stdout!.setEncoding("utf8");
  out.on("data", (text: string) => heard(text));
  if (heard.length === 0)
    for (let said = ""; !said.includes("Serving on");) said = String((await once(out, "data"))[0]);
  else await once(out, "data");
  return {
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      process.kill(-child.pid!, "SIGTERM");
      await ended;
    },
  };
}

/** A small program that starts Chromium at the client's end of the link. */
export function atClient(link: Link, dir: string): string {
  const file = join(dir, "chromium");
  writeFileSync(file, `#!/bin/sh\nexec ${link.client.join(" ")} ${CHROMIUM} "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}
