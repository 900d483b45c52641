/** `cnd breach`: a breach is noted, and its 72 hours are counted (docs/host/breach.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { cnd, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { tablesHolding } from "./tables-holding.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const env = { CND_DATA: join(folder.dir, "data") };
before(() => newCampaign(env.CND_DATA));
const HOUR = 3_600_000; // ms
const utc = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace("T", " ")} UTC`;

test("V90 a breach is noted with the moment of becoming aware, and its 72 hours are counted from it", () => {
  assert.match(succeed(["breach", "list"], env), /^No breaches noted\.$/m);
  const aware = Math.floor(Date.now() / 60_000) * 60_000 - 2 * HOUR;
  const far = new Date(aware + 3 * HOUR).toISOString().replace(".000Z", "+03:00");
  const said = succeed(["breach", "note", "A laptop was stolen", "--at", far], env);
  assert.ok(said.startsWith(`Noted as number 1. Aware since ${utc(aware)}; `), said);
  assert.ok(
    said.includes(`the 72-hour limit is ${utc(aware + 72 * HOUR)}: 69 hours are left.`),
    said,
  );
  assert.match(said, /^1\. Stop it: [^]*^4\. Two of you decide/m);
  succeed(["breach", "note", "A letter went to the wrong list"], env);
  succeed(["breach", "note", "An old stick was found", "--at", "2026-02-01T10:00Z"], env);
  const list = succeed(["breach", "list"], env);
  assert.match(
    list,
    /^1\. A laptop was stolen\n   Aware since [^\n]+69 hours are left\.\n2\. A letter [^]+ 7[12] hours are left\.\n3\. An old stick [^]+ the 72-hour limit is 2026-02-04 10:00 UTC: it passed \d+ hours ago\.\n$/,
  );
  assert.deepEqual(tablesHolding(env.CND_DATA, "A laptop was stolen"), ["breach"]);
  assert.ok(tablesHolding(env.CND_DATA, "cnd breach note").includes("trail"));
  const [backup, again] = [join(folder.dir, "b.tar.gz"), join(folder.dir, "again")];
  succeed(["backup", backup], env);
  succeed(["restore", backup], { CND_DATA: again });
  assert.equal(succeed(["breach", "list"], { CND_DATA: again }), list, "a backup has the notes");
});

test("V90 a moment to come, one without its distance from UTC and more than a line are refused, and nothing is noted", () => {
  const listed = succeed(["breach", "list"], env);
  const wrong: readonly (readonly string[])[] = [
    ["note"],
    ["note", " "],
    ["note", "x".repeat(501)],
    ["note", "one\ntwo"],
    ["note", "A stick", "and more"],
    ["note", "A stick", "--at", "yesterday"],
    ["note", "A stick", "--at", "2026-02-01T10:00"],
    ["note", "A stick", "--at", "2026-02-30T10:00Z"],
    ["note", "A stick", "--at", "2026-02-01T24:00Z"],
    ["note", "A stick", "--at", "2999-01-01T00:00Z"],
    ["list", "all"],
    ["drop", "1"],
  ];
  for (const args of wrong) {
    const { code, err } = cnd(["breach", ...args], env);
    assert.equal(code, 1, args.join(" "));
    assert.match(err, /^(?:cnd: )?Expected [^\n]+\n$/, args.join(" "));
  }
  assert.equal(succeed(["breach", "list"], env), listed);
});
