/**
 * Every page of the desk that a link leads to, uncached as they all are, in a large campaign: 2,000 stories, 500 pledges, 5,000
 * photos. The slowest of a hundred requests, page by page, on one core; beside it the health check of the same server. Needs taskset.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { invitation } from "../tests/invitation.ts";
import { cnd, serveAlone, temporary } from "../tools/program.ts";
import { manyStories } from "./many.ts";
import { median, report } from "./report.ts";

const STORIES = 2000;
const PLEDGES = 500;
const PHOTOS = 5000;
const EACH = 100; // requests a page, after some that warm it up
const DEEP = 60; // pages at most

using folder = temporary();
const campaign = join(folder.dir, "campaign");
const data = join(folder.dir, "data");
const env = { CND_DATA: data };
manyStories(campaign, STORIES);
manyPledges();
const imported = cnd(["import", campaign], env);
if (imported.code !== 0) throw new Error(imported.err);
await using server = await serveAlone(env, [], ["taskset", "-c", "0"]);
await manyPhotos();
const cookie = await comeIn();

const paths = await linked("/desk");
if (paths.length < 15) throw new Error(`Expected the pages of a desk, found ${paths.join(", ")}`);
const bare = await slowest("/healthz");
const measured: { path: string; p99: number; p50: number }[] = [];
for (const path of paths) measured.push({ path, ...(await slowest(path)) });
const worst = measured.toSorted((a, b) => b.p99 - a.p99);
for (const { path, p99, p50 } of worst.slice(0, 8))
  report({ name: `desk ${path} p99`, value: p99, unit: "ms", peer: { "its median": p50 } });
report({ name: "desk-pages", value: measured.length, unit: "pages" });
report({
  name: "desk-slowest-p99",
  value: worst[0]!.p99,
  unit: "ms",
  peer: { "/healthz": bare.p99 },
  ratio: worst[0]!.p99 / bare.p99,
});
report({ name: "desk-median", value: median(measured.map(({ p50 }) => p50)), unit: "ms" });

function manyPledges(): void {
  const first = readFileSync("campaign/pledges/huawei-120-million.yaml", "utf8");
  mkdirSync(join(campaign, "pledges"), { recursive: true });
  const pledger = /^pledger: (.*)$/m.exec(first)![1]!;
  writeFileSync(join(campaign, "partners.yaml"), partner(pledger));
  for (let i = 0; i < PLEDGES; i += 1)
    writeFileSync(
      join(campaign, "pledges", `filler-${i}.yaml`),
      first.replace(/^title: .*$/m, `title: Filler ${i}`),
    );
  cpSync("campaign/media", join(campaign, "media"), { recursive: true });
}

/** The one that made them, as the first campaign has it. */
function partner(id: string): string {
  const all = readFileSync("campaign/partners.yaml", "utf8").split(/^(?=- id: )/m);
  return all.find((one) => one.startsWith(`- id: ${id}\n`))!;
}

/** As if that many had been uploaded: their files are not there, their rows are. */
async function manyPhotos(): Promise<void> {
  using running = await openControl(dataPaths(data).socket);
  const found = Array.from({ length: PHOTOS }, (_, i) => ({
    media: `${i.toString(16).padStart(64, "0")}.jpg`,
    bytes: 200_000,
    width: 1600,
    height: 1200,
    name: `filler-${i}.jpg`,
    credit: "",
    notes: "",
    details: {},
    kept: 0,
    cut_of: null,
    replaced_by: null,
    words: `filler ${i}`,
    added_by: "Amina",
    at: i,
  }));
  await running.private("pictures.note", { found, uses: [], described: [] });
}

async function comeIn(): Promise<string> {
  const link = await invitation(data, { role: "owner", name: "Amina" });
  const answer = await fetch(server.base + link, {
    method: "POST",
    redirect: "manual",
    headers: {
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0]!);
  if (answer.status !== 303) throw new Error(`Expected to come in, got ${answer.status}`);
  return cookies.join("; ");
}

async function read(path: string): Promise<{ readonly status: number; readonly html: string }> {
  const answer = await fetch(server.base + path, { headers: { cookie }, redirect: "manual" });
  return { status: answer.status, html: await answer.text() };
}

/** Pages that links of the desk lead to, two steps deep: one for each form of an address. */
async function linked(from: string): Promise<string[]> {
  const found = new Map<string, string>();
  let next = [from];
  for (let step = 0; step < 3; step += 1) {
    const seen: string[] = [];
    for (const path of next.slice(0, DEEP)) {
      const { status, html } = await read(path);
      if (status !== 200) continue;
      found.set(formOf(path), path);
      for (const [, to = ""] of html.matchAll(/href="(\/desk[^"#]*)"/g)) {
        const other = to.replaceAll("&amp;", "&");
        if (!found.has(formOf(other)) && !seen.some((one) => formOf(one) === formOf(other)))
          seen.push(other);
      }
    }
    next = seen;
  }
  return [...found.values()];
}

/** Without what names one thing of many. */
function formOf(path: string): string {
  return path
    .replace(/filler-\d+/, ":slug")
    .replace(/[0-9a-f]{12,}[^/?]*/, ":id")
    .replace(/=[^&]*/g, "=");
}

async function slowest(path: string): Promise<{ readonly p99: number; readonly p50: number }> {
  for (let i = 0; i < 10; i += 1) await read(path);
  const times: number[] = [];
  for (let i = 0; i < EACH; i += 1) {
    const begin = performance.now();
    await read(path);
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  return { p99: times[Math.floor(EACH * 0.99)]!, p50: median(times) };
}
