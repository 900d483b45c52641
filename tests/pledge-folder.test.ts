/** What is said beside a pledge's own body, in a folder and back: figures, evidence, a dispute and its answer. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { stringify } from "yaml";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";

const folder = temporary();
const [campaign, out] = [join(folder.dir, "campaign"), join(folder.dir, "out")];
const env = { CND_DATA: join(folder.dir, "data") };
const copy = { CND_DATA: join(folder.dir, "copy") };
const source = { title: "A release", url: "https://example.com/release" };
const figure = (id: string, value: number, more: object = {}) => ({
  id,
  value,
  text: "people in villages",
  measure: "cumulative",
  asOf: "2026-01",
  saidOn: "2026-02-01",
  saidBy: "Alpha",
  by: "pledger",
  source,
  ...more,
});
const evidence = (claim: string, title: string) => ({
  claim,
  kind: "document",
  title,
  url: "https://example.com/report",
  by: "An office",
  date: "2026-02",
});
const PLEDGE = {
  kind: "pledge",
  title: "A thousand people",
  pledger: "alpha",
  summary: "A promise in a sentence.",
  metric: "people connected",
  unit: "people",
  target: 1000,
  from: "2025-01-01",
  by: "2040-12-31",
  claims: [figure("c1", 50)],
  evidence: [evidence("c1", "A report")],
};

let records: string[];
before(() => {
  run(env, "init", campaign, "--yes");
  const alpha = { name: "Alpha", kind: "carrier", summary: "A carrier.", standing: "named" };
  write("partners.yaml", [{ id: "alpha", ...alpha }]);
  const point = { type: "Point", coordinates: [1, 2] };
  const properties = { name: "Village", country: "ZA" };
  const village = { type: "Feature", id: "village", geometry: point, properties };
  write("places.geojson", { type: "FeatureCollection", features: [village] });
  mkdirSync(join(campaign, "pledges"));
  write("pledges/thousand.yaml", PLEDGE);
  run(env, "import", campaign);
});
after(() => folder[Symbol.dispose]());

function run(where: Readonly<Record<string, string>>, ...args: string[]): string {
  const ran = cnd(args, where);
  assert.equal(ran.code, 0, ran.err);
  return ran.out.trim();
}
function write(path: string, value: unknown): void {
  const text = path.endsWith(".yaml") ? stringify(value) : JSON.stringify(value);
  writeFileSync(join(campaign, path), text);
}

/** @returns the id of the record */
function file(what: string, said: object): string {
  const path = join(folder.dir, "said.yaml");
  writeFileSync(path, stringify(said));
  return run(env, "file", what, path, "--pledge", "thousand");
}

async function shown(server: Served) {
  const { subject, record, ledger, ...pledge } = (await (
    await fetch(`${server.base}/api/pledges/thousand`)
  ).json()) as Record<string, unknown> & { ledger: object[] };
  assert.ok(subject && record);
  const page = await (await fetch(`${server.base}/pledges/thousand`)).text();
  const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  const own = JSON.stringify([
    pledge,
    ledger.map((entry) => ({ ...entry, proof: "", places: [] })),
  ]);
  return {
    api: own.replaceAll(/http:\/\/localhost:\d+|[0-9a-f]{64}/g, ""),
    text: main.replaceAll(/<[^>]+>|[0-9a-f]{64}/g, " "),
  };
}

test("P31 an export holds what was said beside the pledge; the same instance says none of it again", async () => {
  const village = await subjectOfVillage();
  const later = { unit: "people", places: [village], revises: "c1" };
  const dispute = {
    id: "d1",
    claim: "c2",
    text: "Fewer.",
    by: "A village",
    date: "2026-03-01",
    source,
  };
  const answer = { dispute: "d1", text: "We counted.", by: "Alpha", date: "2026-03-20" };
  records = [
    file("claim", figure("c2", 70, later)),
    file("claim", figure("c3", 90, { unit: "people", revises: "c9" })),
    file("evidence", evidence("c2", "Another report")),
    file("evidence", evidence("c9", "Of a figure that is not here")),
    file("dispute", dispute),
    file("answer", answer),
  ];
  run(env, "export", out);
  const text = readFileSync(join(out, "pledges/thousand.yaml"), "utf8");
  for (const words of [
    "id: c2",
    "places: [village]",
    "revises: c1",
    "Another report",
    "id: d1",
    "dispute: d1",
  ])
    assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /c9/, "what leads nowhere stays in the log");
  const files = contents();
  assert.match(run(env, "import", out), /\(0 records\)/);
  assert.match(run(env, "import", campaign), /\(0 records\)/);
  run(env, "export", out);
  assert.deepEqual(contents(), files);
});

test("P31 another instance shows the same figures, and writes the same folder", async () => {
  run(copy, "import", out);
  const files = contents();
  run(copy, "export", out);
  assert.deepEqual(contents(), files);
  await using one = await serve(env);
  await using other = await serve(copy);
  assert.deepEqual(await shown(other), await shown(one));
});

test("P30 the proof of a figure that was said later is its own record", async () => {
  await using server = await serve(env);
  const leads = async (of: string) => {
    const answer = await fetch(`${server.base}/pledges/thousand/proof/${of}`, {
      redirect: "manual",
    });
    return [answer.status, answer.headers.get("location"), answer.headers.get("cache-control")];
  };
  const [c2] = records;
  assert.deepEqual((await leads("c2")).slice(0, 2), [301, `/log/records/${c2}`]);
  assert.match(String((await leads("c2"))[2]), /no-cache/, "an edit may say it again");
  const page = await fetch(`${server.base}/pledges/thousand/proof/c2`);
  assert.match(await page.text(), /Claim made/);
});

test("P31 a file that changes a figure edits the pledge alone; what else was said beside it is not said again", () => {
  const path = join(out, "pledges/thousand.yaml");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace("value: 90", "value: 91"));
  assert.match(run(env, "import", out), /1 edited.*\(1 records?\)/);
  assert.match(run(env, "import", out), /\(0 records\)/);
  const files = contents();
  run(env, "export", out);
  assert.equal(
    contents()
      .get("pledges/thousand.yaml")!
      .match(/value: 91/g)!.length,
    1,
  );
  assert.deepEqual([...contents().keys()], [...files.keys()]);
  run(env, "verify");
});

test("P43 what somebody sent comes into the pledge's own words neither in other words nor once it was taken back", async () => {
  const sent = [
    file("claim", figure("sent-0a1b2c3d", 8080, { unit: "people" })),
    file("evidence", evidence("c1", "A sent report")),
  ];
  run(env, "export", out);
  const path = join(out, "pledges/thousand.yaml");
  const text = readFileSync(path, "utf8");
  const refused = (words: string): string => {
    writeFileSync(path, words);
    const ran = cnd(["import", out], env);
    assert.equal(ran.code, 1, ran.out);
    return ran.err;
  };
  assert.match(
    refused(text.replace("value: 8080", "value: 8081")),
    /thousand\.yaml:\d+: claims\[\d\]: expected sent-0a1b2c3d in the words in which it was sent/,
  );
  writeFileSync(path, text);
  assert.match(run(env, "import", out), /\(0 records\)/);

  for (const record of sent) run(env, "erase", record, "--reason", "withdrawn by whoever sent it");
  const both = refused(text);
  assert.match(both, /claims\[\d\]: expected nothing that its sender took back, found sent-0a1b/);
  assert.match(both, /evidence\[\d\]: expected no more evidence than before/);
  assert.equal(both.match(/expected/g)!.length, 2, both);

  run(env, "export", out);
  const without = readFileSync(path, "utf8");
  assert.doesNotMatch(without, /\b8080\b|A sent report/);
  assert.match(run(env, "import", out), /\(0 records\)/);
  writeFileSync(path, without.replace("A report", "The report"));
  assert.match(run(env, "import", out), /\(1 records?\)/, "one's own evidence in other words");
  assert.match(run(copy, "import", out), /edited/, "where nobody took anything back, all is said");
});

async function subjectOfVillage(): Promise<string> {
  await using server = await serve(env);
  const { items } = (await (await fetch(`${server.base}/api/places`)).json()) as {
    items: { subject: string }[];
  };
  return items[0]!.subject;
}

function contents(): Map<string, string> {
  const paths = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  assert.ok(paths.length > 5);
  return new Map(paths.map((path) => [path.slice(out.length + 1), readFileSync(path, "utf8")]));
}
