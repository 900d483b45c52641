/** A restore without its lists closes what stands by consent, until an owner has looked (src/platform/private/README.md, V87). */
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { subjectAt } from "../src/platform/addresses/addresses.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { besideData, dataPaths } from "../src/platform/process/data-folder.ts";
import { cnd, serve, temporary } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";
import { say, sign, ownerOf } from "./saying.ts";

const CONSENT = `  consent:
    purposes: [story, photo]
    channels: [web, feed]
    languages: [en, fr]
    until: 2099-01-01
    method: text
    given: 2026-01-01
`;

test("V87 a restore without its lists closes what stands by consent, also after a restart, until an owner has looked; what others closed stays closed", async () => {
  using folder = temporary();
  const at = (one: string) => join(folder.dir, one);
  const env = { CND_DATA: at("data") };
  cpSync("docs/protocol/valid/small", at("campaign"), { recursive: true });
  const people = readFileSync(at("campaign/people.yaml"), "utf8");
  const [, before = "", role = "", after = ""] =
    /^([^]*?)(  role:\n(?: {4}.*\n)+)([^]*)$/.exec(people) ?? [];
  assert.ok(role.length > 10);
  writeFileSync(
    at("campaign/people.yaml"),
    `${before}${CONSENT}${after}- id: bo\n  name: Bo\n  walk: teacher\n${CONSENT}- id: role-alone\n  name: Cy\n  walk: teacher\n${role}`,
  );
  succeed(["import", at("campaign")], env);
  succeed(["backup", at("backup")], env);
  const status = async (base: string) =>
    Promise.all(
      ["/authors/ada", "/stories/two-hills", "/authors/bo", "/authors/role-alone"].map(
        async (path) => (await fetch(base + path)).status,
      ),
    );
  {
    await using served = await serve(env);
    assert.deepEqual(await status(served.base), [200, 200, 200, 200]);
  }
  // With its lists nothing is closed.
  rmSync(env.CND_DATA, { recursive: true });
  assert.doesNotMatch(succeed(["restore", at("backup")], env), /closed/);
  {
    await using served = await serve(env);
    assert.deepEqual(await status(served.base), [200, 200, 200, 200]);
  }
  rmSync(env.CND_DATA, { recursive: true });
  for (const one of ["withdrawn", "access", "erasures", "checkpoint"] as const)
    rmSync(besideData(env.CND_DATA)[one], { force: true });
  const said = succeed(["restore", at("backup")], env);
  assert.match(said, /learner, class, sensor or subscriber erased since then may be back/);
  assert.match(said, /the pages, stories and photos of 2 people\..*\/desk\/run\/restored/s);
  for (const _ of ["at first", "after a restart"]) {
    await using served = await serve(env);
    assert.deepEqual(await status(served.base), [404, 404, 404, 200]);
  }
  assert.match(cnd(["doctor"], env).out, /WRONG +restored +.*the pages of 2 people are closed/);
  await using served = await serve(env);
  // Bo objects meanwhile.
  const { subject } = await subjectOf(env.CND_DATA, "bo");
  await say(
    served.base,
    sign(ownerOf(env.CND_DATA), { kind: "person.held/1", subject, body: { day: "2026-12-01" } }),
  );
  const browser = await openBrowser();
  const desk = served.base.replace("127.0.0.1", "localhost");
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(desk + (await invitation(env.CND_DATA, { role: "owner", name: "Li" })));
  await press(page, "Sign in");
  await page.goto(`${desk}/desk`);
  assert.match(await page.innerText("main"), /people whose pages are closed because of a restore/);
  await page.goto(`${desk}/desk/run/restored`);
  assert.match(await page.innerText("main"), /Ada[^]*Bo/);
  await page.locator("input[name=looked]").evaluate((box) => box.removeAttribute("required"));
  await press(page, "Reopen the other pages");
  assert.deepEqual(await status(served.base), [404, 404, 404, 200], "the box was not ticked");
  await page.check("input[name=looked]");
  await press(page, "Reopen the other pages");
  assert.deepEqual(await status(served.base), [200, 200, 404, 200]);
  assert.match(cnd(["doctor"], env).out, /ok +restored/);
  await browser.close();
});

async function subjectOf(data: string, slug: string): Promise<{ readonly subject: string }> {
  const reader = openReader(dataPaths(data).database);
  const found = await reader.snapshot((db) => subjectAt(db, "people", slug));
  await reader.db.destroy();
  assert.ok(found);
  return found;
}
