/** A pledge from outside: keys, signatures, evidence and its erasure, silence, two who claim one village, 200 figures. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import type { Key } from "../src/platform/records/keys.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";
import { dayThatHolds } from "./day.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let owner: Key;
const ids: Record<string, string> = {};

const source = { title: "A release", url: "https://example.com/release" };
const today = await dayThatHolds();
const figure = (id: string, value: number, more: JsonObject = {}): JsonObject => ({
  id,
  value,
  text: "people in villages",
  measure: "cumulative",
  asOf: today,
  saidOn: today,
  saidBy: "A carrier",
  by: "pledger",
  source,
  ...more,
});
const pledge = (partner: string, claims: readonly JsonObject[]): JsonObject => ({
  kind: "pledge",
  title: `What ${partner} promised`,
  pledger: ids[partner]!,
  summary: "A promise in a sentence.",
  metric: "people connected",
  unit: "people",
  target: 1_000_000,
  from: today,
  by: "2040",
  goal: true,
  claims,
});

before(async () => {
  await newCampaign(env.CND_DATA);
  owner = ownerOf(env.CND_DATA);
  server = await serve(env);
  for (const name of ["alpha", "beta", "gamma"])
    await open("partners", name, "partner.named/1", {
      name,
      kind: "carrier",
      summary: "A carrier.",
      standing: "joined",
    });
  await open("places", "village", "place.named/1", placeBody("Village"));
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function open(space: string, slug: string, kind: string, body: JsonObject): Promise<void> {
  const opened = sign(owner, { kind, body });
  ids[slug] = opened.id;
  const bound = sign(owner, { kind: "slug.bound/1", subject: opened.id, body: { space, slug } });
  await say(server.base, opened, bound);
}

/** The words of a page's main part. */
async function page(path: string): Promise<string> {
  const html = await (await fetch(`${server.base}${path}`)).text();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return main.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}
const run = (...args: string[]) => {
  const ran = cnd(args, env);
  assert.equal(ran.code, 0, ran.err);
  return ran.out.trim();
};

test("P21 a key bound to another partner attests from far away; the pledger's own and a stranger's do not", async () => {
  await open("pledges", "reach", "pledge.made/1", pledge("alpha", [figure("c1", 5000)]));
  const attest = (key: string, out: string) =>
    cnd([
      "attest",
      "--key",
      key,
      "--pledge",
      ids["reach"]!,
      "--claim",
      "c1",
      "--value",
      "5000",
      "--unit",
      "people",
      "--as-of",
      today,
      "--statement",
      "We counted them.",
      "--out",
      out,
    ]);
  const posted = async (out: string) =>
    (await (await post(server.base, readFileSync(out, "utf8"))).json()) as Answer;
  for (const [partner, attested] of [
    ["alpha", /So far, this figure comes from the pledger/],
    ["gamma", /attested: 5,000/],
  ] as const) {
    const [file, out] = [join(folder.dir, `${partner}.pem`), join(folder.dir, `${partner}.json`)];
    const key = run("key", "new", file);
    assert.equal(attest(file, out).code, 0);
    assert.equal((await posted(out)).results[0]!.is, "ungranted", "before it is bound it waits");
    run("key", "bind", partner, key);
    assert.match(await page("/pledges/reach"), attested);
  }
  assert.match(await page("/pledges/reach"), /attested gamma , .* We counted them\./);
  assert.match(await page("/pledges"), /attested: 5,000/);
  const refused = cnd(["key", "bind", "gamma", owner.name], env);
  assert.deepEqual([refused.code, /own key cannot attest/.test(refused.err)], [1, true]);
});

test("P22 erasing evidence takes the number down, says when, and the log still holds; cutting its entry out does not", async () => {
  await open("pledges", "shown", "pledge.made/1", pledge("beta", [figure("c1", 300)]));
  const document = join(folder.dir, "report.txt");
  writeFileSync(document, "300 people");
  const sha256 = createHash("sha256").update("300 people").digest("hex");
  const yaml = join(folder.dir, "evidence.yaml");
  writeFileSync(
    yaml,
    `claim: c1\nkind: document\ntitle: A report\nurl: https://example.com/r\nby: An office\ndate: ${today}\nsha256: ${sha256}\n`,
  );
  const record = run("file", "evidence", yaml, "--pledge", "shown", "--document", document);
  assert.match(await page("/pledges/shown"), /evidenced: 300/);
  writeFileSync(document, "301 people");
  const odd = cnd(["file", "evidence", yaml, "--pledge", "shown", "--document", document], env);
  assert.deepEqual([odd.code, /expected a document with the hash/.test(odd.err)], [1, true]);
  run("erase", record, "--reason", "asked for");
  const text = await page("/pledges/shown");
  assert.match(text, /No evidence has been filed for this figure yet/);
  assert.match(text, /Evidence was withdrawn on /);
  run("verify");
  const copy = join(folder.dir, "copy");
  run("backup", join(folder.dir, "all.tar"));
  assert.equal(cnd(["restore", join(folder.dir, "all.tar")], { CND_DATA: copy }).code, 0);
  const db = new DatabaseSync(join(copy, "log.sqlite"));
  const { idx } = db.prepare("select idx from record where id = ?").get(record) as { idx: number };
  db.prepare("delete from record where idx = ?").run(idx);
  db.close();
  const broken = cnd(["verify"], { CND_DATA: copy });
  assert.equal(broken.code, 1);
  assert.match(broken.err, new RegExp(`\\b${idx}\\b`));
});

test("P25 on a day 25 months later the pledges are silent: the headline drops, and the page says why", async () => {
  const later = new Date(Date.now() + 25 * 31 * 86_400_000).toISOString().slice(0, 10);
  assert.match(await page("/pledges"), /claimed: 5,300/);
  const text = await page(`/pledges?on=${later}`);
  assert.doesNotMatch(text, /5,300/);
  assert.match(
    text,
    /2 pledges are silent, so they are not counted: we have found no report on them for 24 months/,
  );
  assert.match(
    await page(`/pledges/reach?on=${later}`),
    /headline totals have not included the pledge since it fell silent/,
  );
  assert.doesNotMatch(await page("/pledges/reach"), /headline totals have not included/);
});

test("P27 two partners who claim one village raise the total once, and the range says so", async () => {
  for (const [partner, value] of [
    ["alpha", 900],
    ["beta", 800],
  ] as const)
    await open(
      "pledges",
      `village-${partner}`,
      "pledge.made/1",
      pledge(partner, [figure("v", value, { places: [ids["village"]!] })]),
    );
  const text = await page("/pledges");
  assert.match(text, /6,200 to 7,000/);
  assert.match(text, /1 place is named in more than one pledge for the same years/);
});

test("a ledger of 200 figures is at most 20 kB compressed and readable without script", async () => {
  const claims = Array.from({ length: 200 }, (_, i) => figure(`c${i}`, i * 1000 + 1));
  await open("pledges", "long", "pledge.made/1", pledge("gamma", claims));
  const answer = await fetch(`${server.base}/pledges/long`, {
    headers: { "accept-encoding": "br" },
  });
  const text = await answer.text();
  assert.doesNotMatch(text, /<script(?! type="application\/ld\+json")/);
  const length = Number(answer.headers.get("content-length"));
  assert.ok(length > 1000 && length <= 20_000, `${length}`);
  assert.ok(text.includes("199,001"));
});

test("bad figures change nothing", async () => {
  const about = (body: JsonObject) =>
    sign(owner, { kind: "claim.made/1", subject: ids["reach"]!, body });
  for (const [bad, words] of [
    [figure("x", -5, { unit: "people" }), /a number not below 0/],
    [figure("x", 1e30, { unit: "people" }), /a number below/],
    [figure("x", 5e10, { unit: "people" }), /no more people than live/],
    [figure("x", 5, { unit: "people", asOf: "1850" }), /a date from 1900 on/],
    [
      figure("x", 5, { unit: "people", asOf: "2026-02", saidOn: "2026-01-31" }),
      /not after it was said/,
    ],
  ] as const) {
    const answer = await post(server.base, about(bad));
    assert.equal(answer.status, 422);
    assert.match(((await answer.json()) as { message: string }).message, words);
  }
  assert.match(await page("/pledges/reach"), /attested: 5,000/);
});
