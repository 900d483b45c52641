/** Two in one story, through the whole program: one leaves, the other reads what is left and agrees with a code (features/contributions/README.md). Without script. */
import assert from "node:assert/strict";
import { renameSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import type { Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { consentDesk } from "./consent-desk.ts";

let server: Served;
let desk: Page;
const { env, folder, status, consents, rowsOf, withdraw, peopleIn, begin, agree, publish } =
  consentDesk((ready) => {
    ({ server, desk } = ready);
  });

const post = async (path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(server.base + path, { method: "POST", body });
  return { status: answer.status, text: await answer.text() };
};

test("T22 T23 W30 one of two leaves: the story is gone at once, what the other said waits for her own yes, is published with it, and comes back by no restore", async () => {
  const draft = await begin("Asha and Bela at the well");
  const asha = await agree(draft, "Asha");
  const bela = await agree(draft, "Bela");
  const people = peopleIn(draft);
  await desk.goto(draft);
  const words = "Asha came first.\n\n> It was dry.\n> — Asha\n\n> Then it rained.\n> — Bela";
  await desk.fill("[name=summary]", "Asha and Bela have a well.");
  await desk.fill("[name=category]", "Water");
  await desk.fill("[name=markdown]", words);
  await press(desk, "Save, then publish …");
  await press(desk, "Publish");
  const old = "/stories/asha-and-bela-at-the-well";
  assert.match(await (await fetch(server.base + old)).text(), /It was dry[^]*Then it rained/);
  const backup = join(folder.dir, "before");
  succeed(["backup", backup], env);

  await withdraw(asha);
  assert.equal(await status(old), 410);
  for (const one of people) assert.equal(await status(`/authors/${one}`), 410, one);
  assert.deepEqual([consents(), rowsOf("story_rest").length], [1, 1]);
  const rest = `${server.base}/desk/stories/${String(rowsOf("story_rest")[0]!["draft"])}`;
  assert.doesNotMatch(JSON.stringify(rowsOf("draft_version")), /Asha|It was dry/);
  assert.doesNotMatch(JSON.stringify(rowsOf("consent")), /Asha/);
  await desk.goto(`${server.base}/desk`);
  assert.match(await desk.innerText("main"), /Stories awaiting agreement after someone withdrew/);
  await desk.goto(`${rest}/publish`);
  assert.match(
    await desk.innerText("main"),
    /Bela, in her passport has not agreed to this version/,
  );
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  assert.deepEqual(await axeFinds(desk, server.base, ["/agree"]), []);

  const shown = await post("/agree", { code: bela });
  assert.match(shown.text, /Then it rained[^]*I agree/);
  assert.doesNotMatch(shown.text, /Asha|It was dry/);
  const [, seen = ""] = /name="seen" value="([0-9a-f]{64})"/.exec(shown.text) ?? [];
  assert.equal((await post("/agree", { code: bela, seen, sure: "" })).status, 422);
  assert.equal((await post("/agree", { code: bela, seen: "0", sure: "yes" })).status, 409);
  assert.equal((await post("/agree", { code: asha })).status, 422, "her code leads to nothing");
  assert.deepEqual(rowsOf("consent_yes"), []);
  await desk.goto(rest);
  await desk.fill("[name=title]", "The rain");
  await desk.fill("[name=summary]", "It rained.");
  await press(desk, "Save, then publish …");
  assert.equal((await post("/agree", { code: bela, seen, sure: "yes" })).status, 409);
  const again = await post("/agree", { code: bela });
  const [, now = ""] = /name="seen" value="([0-9a-f]{64})"/.exec(again.text) ?? [];
  assert.match(
    (await post("/agree", { code: bela, seen: now, sure: "yes" })).text,
    /Your agreement has been recorded/,
  );
  await desk.goto(`${rest}/publish`);
  await press(desk, "Publish");
  const address = new URL(
    (await desk.getByRole("link", { name: /\/stories\// }).getAttribute("href"))!,
  );
  const page = await (await fetch(server.base + address.pathname)).text();
  assert.match(page, /Then it rained[^]*Bela/);
  assert.doesNotMatch(page, /Asha|It was dry/);

  await withdraw(bela);
  assert.equal(await status(address.pathname), 410);
  assert.deepEqual([consents(), rowsOf("draft").length], [0, 0]);
  const restored = join(folder.dir, "restored");
  for (const what of ["erasures", "withdrawn", "checkpoint"])
    renameSync(`${env.CND_DATA}.${what}`, `${restored}.${what}`);
  succeed(["restore", backup, "--new-log"], { CND_DATA: restored });
  assert.equal(consents(restored), 0);
  assert.doesNotMatch(JSON.stringify(rowsOf("draft_version", restored)), /Asha|Bela/);
});

test("T23 the desk notes how somebody agreed to what is left", async () => {
  const draft = await begin("Dina and Edo at the mast");
  const dina = await agree(draft, "Dina");
  await agree(draft, "Edo");
  await withdraw(dina);
  const [{ draft: id } = {}] = rowsOf("story_rest");
  const rest = `${server.base}/desk/stories/${String(id)}`;
  await desk.goto(`${rest}/consents`);
  assert.deepEqual(await axeFinds(desk, server.base, [new URL(desk.url()).pathname]), []);
  assert.match(await desk.innerText("main"), /Someone has withdrawn from this story/);
  await desk.fill("[name=yes-how]", "read to her by telephone");
  await press(desk, "Record Edo, in her passport");
  assert.equal(rowsOf("consent_yes").length, 1);
  assert.equal(await desk.locator("[name=yes-how]").count(), 0);
  await desk.goto(`${rest}/publish`);
  assert.doesNotMatch(await desk.innerText("main"), /has not agreed/);
});

test("T25 somebody whom another story names leaves that one, too: what the other said in it waits for her yes, under the code that she has", async () => {
  const alone = await begin("Faiza alone");
  const faiza = await agree(alone, "Faiza");
  const [address = ""] = await publish(alone);
  const both = await begin("Faiza and Gita");
  const gita = await agree(both, "Gita");
  const [gitas = ""] = await publish(both, [address], "Faiza waits.\n\n> We wait.\n> — Gita");
  for (const one of ["faiza-alone", "faiza-and-gita"])
    assert.equal(await status(`/stories/${one}`), 200, one);
  const before = rowsOf("story_rest").map(({ draft }) => draft);
  await withdraw(faiza);
  for (const one of ["/stories/faiza-alone", "/stories/faiza-and-gita", `/authors/${address}`])
    assert.equal(await status(one), 410, one);
  assert.equal(await status(`/authors/${gitas}`), 410, "what she agreed to is shown no more");
  const [rest, ...more] = rowsOf("story_rest").filter(({ draft }) => !before.includes(draft));
  assert.ok(rest && more.length === 0);
  assert.doesNotMatch(JSON.stringify([rowsOf("draft_version"), rowsOf("consent")]), /Faiza/);
  const shown = await post("/agree", { code: gita });
  assert.match(shown.text, /We wait[^]*I agree/);
  await withdraw(gita);
  assert.doesNotMatch(JSON.stringify([rowsOf("draft_version"), rowsOf("consent")]), /Gita/);
});
