/** How long pages take while a 100,000-record import and then a rebuild run beside them, in the same instance. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cnd, program, serve, temporary } from "../tools/program.ts";
import { report } from "./report.ts";

const STORIES = 50_000; // two records each: the story and its address
const EVERY = 20; // ms between two requests
const PATHS = ["/", "/stories", "/stories/our-first-story", "/about", "/log"];

using folder = temporary();
const campaign = join(folder.dir, "campaign");
const env = { PATH: process.env["PATH"] ?? "", CND_DATA: join(folder.dir, "data") };
if (cnd(["init", campaign, "--yes"]).code !== 0) throw new Error("No campaign was made.");
if (cnd(["import", campaign], env).code !== 0) throw new Error("The campaign was not imported.");
mkdirSync(join(campaign, "stories"), { recursive: true });
for (let i = 0; i < STORIES; i++)
  writeFileSync(
    join(campaign, "stories", `filler-${i}.md`),
    `---\ntitle: Filler ${i}\nsummary: For measuring.\nlanguage: en\ncategory: Filler\npublished: 2026-01-01\nauthors: [campaign-desk]\n---\n\nFor measuring.\n`,
  );
await using server = await serve(env);
for (const path of PATHS) await timed(path);
await during("import", ["import", campaign]);
await during("rebuild", ["rebuild"]);

async function during(name: string, command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program(), ...command], { stdio: "inherit", env });
  const ended = once(child, "exit");
  const times: number[] = [];
  const sizes = new Set<string>();
  const began = performance.now();
  while (child.exitCode === null) {
    const path = PATHS[times.length % PATHS.length]!;
    const { ms, stories } = await timed(path);
    times.push(ms);
    if (stories !== undefined) sizes.add(stories);
    await sleep(EVERY);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`cnd ${name} ended with ${code}.`);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]!;
  report({ name: `pages-while-${name}-p99`, value: at(0.99), unit: "ms", peer: { p50: at(0.5) } });
  report({ name: `pages-while-${name}-longest`, value: times.at(-1)!, unit: "ms" });
  report({ name: `${name}-100000`, value: (performance.now() - began) / 1000, unit: "s" });
  console.log(JSON.stringify({ name: `states-seen-while-${name}`, value: [...sizes] }));
}

/** Time of one answer; of `/stories` also the number of stories it speaks of. */
async function timed(path: string): Promise<{ ms: number; stories: string | undefined }> {
  const start = performance.now();
  const answer = await fetch(server.base + path);
  const text = await answer.text();
  const ms = performance.now() - start;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return {
    ms,
    stories: path === "/stories" ? /([\d,]+) stor(?:y|ies)/.exec(text)?.[1] : undefined,
  };
}
