/**
 * Everything at once from twenty networks, while readers read and one contributor sends a story over a slow line: what the
 * readers wait, whether the story arrives, and how much memory all processes take. The attackers are a process of their own.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { newSecret } from "../src/platform/private/submissions.ts";
import type { ServedAlone } from "../tools/program.ts";

const HONEST = "203.0.113.50"; // a network that attacks nobody
const SLOW = 4000; // bytes a second: 32 kbit/s
const SETTLED = 15_000; // ms
const FORMS_EVERY = 3000; // ms; a thread takes no more than so many comments an hour
const PAGES = ["/", "/stories", "/pledges", "/do-good", "/conversation", "/take-part"];

interface Attacked {
  /** ms that pages took, without and with the attack, in order. */
  readonly calm: readonly number[];
  readonly pages: readonly number[];
  /** What `/healthz`, a server that does nothing, and an honest form from elsewhere took, in order. */
  readonly health: readonly number[];
  readonly bare: readonly number[];
  readonly forms: readonly number[];
  /** The status that the honest contributor was answered. */
  readonly story: number;
  /** MB in all processes: before, the most in between, and a while after. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number };
  /** What the attackers did, by kind, and how often. */
  readonly done: Readonly<Record<string, number>>;
}

interface Options {
  readonly seconds: number;
  /** The side of each of the two photos, in pixels. */
  readonly photo: number;
  /** ms after the attack. */
  readonly rest: number;
  /** Whence the attackers come. */
  readonly networks?: number;
  /** With those too that keep many lines busy; and the server that does nothing, beside which it is measured. */
  readonly mixed?: { readonly bare: string };
  /** Begins the attackers: on a processor of their own, say. */
  readonly under?: readonly string[];
}

export async function attack(server: ServedAlone, options: Options): Promise<Attacked> {
  const { networks = 20, mixed, under = [] } = options;
  await read(server.base, 20); // every page is made once
  const calm = await read(server.base, 100);
  await sleep(Math.min(options.rest, SETTLED)); // its threads have begun, and are at rest
  const before = resident(server.process.pid!);
  const thread = fileURLToPath(new URL("./attack-thread.ts", import.meta.url));
  const args = [thread, server.base, String(networks), mixed ? "mixed" : ""];
  const [command, ...rest] = [...under, process.execPath, ...args];
  const attackers = spawn(command!, rest, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const began = performance.now();
  const passed = () => performance.now() - began;
  const story = tellSlowly(server.base, options.photo);
  const [pages, health, bare, forms]: number[][] = [[], [], [], []];
  let most = before;
  while (passed() < options.seconds * 1000) {
    pages!.push(...(await read(server.base, 10)));
    if (mixed) {
      for (let i = 0; i < 5; i++) {
        health!.push(await timed(`${server.base}/healthz`));
        bare!.push(await timed(mixed.bare));
      }
      if (forms!.length < passed() / FORMS_EVERY)
        forms!.push(await speak(server.base, forms!.length));
    }
    most = Math.max(most, resident(server.process.pid!));
    await sleep(20);
  }
  const status = await story;
  attackers.send("stop");
  const [done] = (await once(attackers, "message")) as [Record<string, number>];
  await once(attackers, "exit");
  await sleep(options.rest);
  const after = resident(server.process.pid!);
  const sorted = (all: number[] | undefined) => all!.toSorted((a, b) => a - b);
  return {
    calm,
    pages: sorted(pages),
    health: sorted(health),
    bare: sorted(bare),
    forms: sorted(forms),
    story: status,
    memory: { before, most, after },
    done,
  };
}

/** @returns ms */
async function timed(address: string): Promise<number> {
  const from = performance.now();
  const answer = await fetch(address);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return performance.now() - from;
}

/** A comment, where nobody else speaks, from a network that attacks nobody, another one each time. @returns ms */
async function speak(base: string, n: number): Promise<number> {
  const from = performance.now();
  const answer = await fetch(`${base}/stories/melling/comment`, {
    method: "POST",
    headers: { "X-Forwarded-For": `203.0.${n % 100}.50` },
    body: new URLSearchParams({ id: newSecret(), text: `We carry water up the hill, ${n}.` }),
    redirect: "manual",
  });
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`A comment was answered ${answer.status}.`);
  return performance.now() - from;
}

export const p99 = (sorted: readonly number[]): number =>
  sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Infinity;

/** So many pages, one after the other, as readers who come back do. @returns ms of each, sorted */
async function read(base: string, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const from = performance.now();
    const answer = await fetch(base + PAGES[i % PAGES.length]!);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A reader was answered ${answer.status}.`);
    took.push(performance.now() - from);
  }
  return took.toSorted((a, b) => a - b);
}

/** A story with two photos over a line of 32 kbit/s. @returns the status of the answer */
async function tellSlowly(base: string, side: number): Promise<number> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const photo = await sharp({
    create: { width: side, height: side, channels: 3, background: "#888", noise },
  })
    .jpeg({ quality: 70 })
    .toBuffer();
  const field = (name: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = `--b\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const fields = {
    id: newSecret(),
    text: "We carry water up the hill.",
    naming: "none",
  };
  const body = Buffer.concat([
    Buffer.from(
      Object.entries(fields)
        .map(([name, value]) => field(name, value))
        .join(""),
    ),
    ...[1, 2].flatMap(() => [Buffer.from(file), photo, Buffer.from("\r\n")]),
    Buffer.from("--b--\r\n"),
  ]);
  const { hostname, port } = new URL(base);
  const line = connect(Number(port), hostname);
  let answer = "";
  line.on("data", (part: Buffer) => (answer += part.toString("latin1")));
  line.write(
    `POST /take-part/story HTTP/1.1\r\nHost: ${hostname}\r\nX-Forwarded-For: ${HONEST}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
  );
  for (let at = 0; at < body.length && !line.destroyed; at += SLOW / 10) {
    line.write(body.subarray(at, at + SLOW / 10));
    await sleep(100);
  }
  if (!line.destroyed) await once(line, "close");
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

/** MB of a process and all that it started. */
function resident(pid: number): number {
  const parents = globSync("/proc/[0-9]*/status").map(readOr);
  const number = (text: string, what: string) =>
    Number(new RegExp(`^${what}:\\s+(\\d+)`, "m").exec(text)?.[1] ?? 0);
  const withChildren = (id: number): number =>
    parents
      .filter((text) => number(text, "PPid") === id)
      .reduce((sum, text) => sum + withChildren(number(text, "Pid")), 0) +
    number(readOr(`/proc/${id}/status`), "VmRSS") / 1000;
  return withChildren(pid);
}

function readOr(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it has ended
  }
}
