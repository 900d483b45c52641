/**
 * Requests a second and p99 on one core, against bare node:http sending the same bytes with the same headers.
 * Both servers run at once, pinned to core 0; wrk on core 1 loads them in turn. Needs wrk and taskset.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cnd, freePort, serveAlone, temporary } from "../tools/program.ts";
import { manyStories } from "./many.ts";
import { median, report } from "./report.ts";

const RUNS = 7;
const SECONDS = 3;
const CONNECTIONS = 32;

const p99s = new Map<number, number>();
for (const stories of [100, 10_000]) {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  manyStories(campaign, stories);
  const env = { CND_DATA: join(folder.dir, "data") };
  const imported = cnd(["import", campaign], env);
  if (imported.code !== 0) throw new Error(imported.err);
  await using ours = await serveAlone(env, [], ["taskset", "-c", "0"]);
  const paths = Array.from({ length: stories }, (_, i) => `/stories/filler-${i}`);
  const answers: { path: string; headers: Record<string, string>; body: string }[] = [];
  for (const path of paths) {
    const answer = await rawGet(ours.base, path);
    answers.push({ path, ...answer });
  }
  writeFileSync(join(folder.dir, "answers.json"), JSON.stringify(answers));
  writeFileSync(join(folder.dir, "load.lua"), lua(paths));
  const bare = await bareServer(join(folder.dir, "answers.json"));
  wrk(ours.base, folder.dir);
  wrk(bare.base, folder.dir); // warm-up, not counted
  const mine: Load[] = [];
  const peer: Load[] = [];
  for (let i = 0; i < RUNS; i++) {
    mine.push(wrk(ours.base, folder.dir));
    peer.push(wrk(bare.base, folder.dir));
  }
  const rate = median(mine.map((l) => l.rate));
  const peerRate = median(peer.map((l) => l.rate));
  const ratio = median(mine.map((l, i) => l.rate / peer[i]!.rate));
  const p99 = median(mine.map((l) => l.p99));
  p99s.set(stories, p99);
  report({
    name: `serve-${stories}-stories`,
    value: rate,
    unit: "requests/s",
    peer: { "node:http": peerRate },
    ratio,
  });
  report({
    name: `serve-${stories}-p99`,
    value: p99,
    unit: "ms",
    peer: { "node:http": median(peer.map((l) => l.p99)) },
  });
  report({
    name: `serve-${stories}-errors`,
    value: mine.reduce((n, l) => n + l.errors, 0),
    unit: "answers",
  });
  report({ name: `serve-${stories}-memory`, value: residentMB(ours.process.pid!), unit: "MB" });
  bare.stop();
}
report({
  name: "serve-p99-10000-to-100",
  value: p99s.get(10_000)!,
  unit: "ms",
  peer: { "100 stories": p99s.get(100)! },
  ratio: p99s.get(10_000)! / p99s.get(100)!,
});

interface Load {
  readonly rate: number;
  readonly p99: number;
  readonly errors: number;
}

function wrk(base: string, dir: string): Load {
  const out = execFileSync(
    "taskset",
    [
      "-c",
      "1",
      "wrk",
      "-t1",
      `-c${CONNECTIONS}`,
      `-d${SECONDS}s`,
      "--latency",
      "-s",
      join(dir, "load.lua"),
      base,
    ],
    { encoding: "utf8" },
  );
  const p99 = /99%\s+([\d.]+)(us|ms|s)/.exec(out)!;
  const ms = { us: 0.001, ms: 1, s: 1000 }[p99[2] as "us" | "ms" | "s"];
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)![1]),
    p99: Number(p99[1]) * ms,
    errors:
      Number(/Non-2xx or 3xx responses: (\d+)/.exec(out)?.[1] ?? 0) +
      (/Socket errors/.test(out) ? 1 : 0),
  };
}

/** wrk asks for all paths in a fixed shuffled order. */
function lua(paths: readonly string[]): string {
  const stride = 7919; // a prime, so that the walk visits every path
  return [
    `local paths = {${paths.map((p) => JSON.stringify(p)).join(",")}}`,
    "local i = 0",
    `request = function() i = (i + ${stride}) % #paths; return wrk.format("GET", paths[i + 1], {["Accept-Encoding"] = "br"}) end`,
  ].join("\n");
}

async function rawGet(
  base: string,
  path: string,
): Promise<{ headers: Record<string, string>; body: string }> {
  const { request } = await import("node:http");
  return new Promise((done, failed) => {
    request(`${base}${path}`, { headers: { "accept-encoding": "br" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        if (answer.statusCode !== 200) return failed(new Error(`${path}: ${answer.statusCode}`));
        const { date: _date, connection: _c, "keep-alive": _k, ...headers } = answer.headers;
        done({
          headers: headers as Record<string, string>,
          body: Buffer.concat(parts).toString("base64"),
        });
      });
    })
      .on("error", failed)
      .end();
  });
}

async function bareServer(answers: string): Promise<{ base: string; stop: () => void }> {
  const port = await freePort();
  const code = `
    const answers = new Map(JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).map((a) =>
      [a.path, { headers: a.headers, body: Buffer.from(a.body, "base64") }]));
    require("http").createServer((request, response) => {
      const { headers, body } = answers.get(request.url);
      response.writeHead(200, headers);
      response.end(body);
    }).listen(${port}, "127.0.0.1", () => console.log("up"));`;
  const child = spawn("taskset", ["-c", "0", process.execPath, "-e", code, answers], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return { base: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}

/** Resident memory of a process and everything it started. */
function residentMB(root: number): number {
  const parents = new Map<number, number>();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      continue; // it ended meanwhile
    }
  const family = new Set([root]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  let kB = 0;
  for (const pid of family)
    kB += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  return kB / 1024;
}
