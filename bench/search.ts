/** How long a question takes: 10,000 made-up stories in eight scripts, the server on one core, over HTTP. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { serveAlone, cnd, temporary } from "../tools/program.ts";
import { seeded } from "./many.ts";
import { median, report } from "./report.ts";
import { manyTongues, tongues, vocabulary } from "./tongues.ts";

const STORIES = 10_000;
const QUESTIONS = 400; // a round
const ROUNDS = 7;

using folder = temporary();
const campaign = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
manyTongues(campaign, STORIES);
mkdirSync(env.CND_DATA);
const limits = "search: { minute: { each: 1000000, total: 1000000 } }\n"; // this one network asks more than its share
writeFileSync(join(env.CND_DATA, "limits.yaml"), limits);
const start = performance.now();
const imported = cnd(["import", campaign], env);
if (imported.code !== 0) throw new Error(imported.err);
report({ name: "search-import-10000", value: (performance.now() - start) / 1000, unit: "s" });
const pinned = spawnSync("taskset", ["--version"]).status === 0 ? ["taskset", "-c", "0"] : [];
await using server = await serveAlone(env, [], pinned);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const questions = asked();
const p99s: number[] = [];
const medians: number[] = [];
let found = 0;
await round(); // warm
for (let i = 0; i < ROUNDS; i += 1) {
  const times = (await round()).toSorted((a, b) => a - b);
  p99s.push(times[Math.floor(times.length * 0.99)]!);
  medians.push(median(times));
}
if (found < (QUESTIONS * ROUNDS) / 2) throw new Error(`Only ${found} questions found anything.`);
report({ name: "search-p99", value: median(p99s), unit: "ms" });
report({ name: "search-median", value: median(medians), unit: "ms" });
agent.destroy();

/** Frequent words and rare ones, beginnings, one word and several, two characters and one. */
function asked(): string[] {
  const random = seeded(11);
  const words = tongues.map((tongue) => ({ tongue, known: vocabulary(tongue) }));
  return Array.from({ length: QUESTIONS }, (_, i) => {
    const { tongue, known } = words[i % words.length]!;
    const word = () => known[Math.floor(known.length ** random()) - 1]!;
    if (tongue === "zh" && i % 3 === 0) return word().slice(0, 1 + (i % 2));
    return Array.from({ length: 1 + Math.floor(random() * 3) }, word).join(" ");
  });
}

async function round(): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const before = performance.now();
    const html = await text(`/search?q=${encodeURIComponent(question)}`);
    times.push(performance.now() - before);
    if (html.includes("<mark>")) found += 1;
  }
  return times;
}

function text(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(server.base + path, { agent }, (res) => {
      let body = "";
      res.setEncoding("utf8");
      res.on("data", (part: string) => (body += part));
      res.on("end", () => resolve(body));
    }).on("error", reject);
  });
}
