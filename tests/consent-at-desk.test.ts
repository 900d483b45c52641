/** Consent that the desk takes down: to what is published, and back to nothing (features/contributions/README.md). Without script. */
import assert from "node:assert/strict";
import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import { codeOf } from "../src/platform/sent/code.ts";
import { SENDER } from "../src/features/contributions/keep.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import type { Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { answerNobody } from "./answering.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { tell } from "./telling.ts";
import { CODE, consentDesk } from "./consent-desk.ts";

let server: Served;
let desk: Page;
let photo: Buffer;
const {
  env,
  folder,
  jpeg,
  status,
  said,
  consents,
  rowsOf,
  withdraw,
  peopleIn,
  proofs,
  idOf,
  begin,
  agree,
  publish,
  deleteDraft,
  eraseAtDesk,
} = consentDesk((ready) => {
  ({ server, desk, photo } = ready);
});

test("T11 of a story that the desk writes the desk takes down who agreed, with a proof and a code to hand over, which takes it back", async () => {
  const size = await said();
  await desk.goto(`${server.base}/desk/stories`);
  await desk.getByLabel("Title").fill("The nurse and the link");
  await press(desk, "Start");
  const draft = desk.url();
  await click(desk.getByRole("link", { name: "Consents" }));
  assert.deepEqual(await axeFinds(desk, server.base, [new URL(desk.url()).pathname]), []);
  await desk.fill("#shown", "Wanjiru");
  await desk.check("[name=chosen]");
  await desk.fill("#p0-name", "W. M.");
  for (const name of ["p0-story", "p0-web", "p0-feed", "p0-child"])
    await desk.check(`[name=${name}]`);
  await desk.fill("#p0-asked", "Amina, on a visit");
  await desk.selectOption("#p0-how", "signed form");
  await press(desk, "Save");
  const main = await desk.innerText("main");
  assert.match(main, /Enter the name of the guardian/);
  assert.match(main, /Add the recording, or the photo of the signed form/);
  assert.equal(consents(), 0);
  await desk.fill("#p0-guardian", "Her father");
  await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
  await press(desk, "Save");
  const code = CODE.exec(await desk.innerText('main [role="status"]'))![0];
  assert.equal(consents(), 1);
  await desk.goto(draft);
  const [nurse = ""] = peopleIn(draft);
  assert.match(nurse, /^told-[0-9a-f]{12}-0$/);
  const called = await desk.inputValue('[name="people.0"]');
  assert.doesNotMatch(called, /^told-/, "by her name");
  for (const [name, text] of [
    ["summary", "A nurse calls the hospital."],
    ["category", "Health"],
    ["markdown", "She calls."],
  ] as const)
    await desk.fill(`[name=${name}]`, text);
  await desk.fill('[name="people.1"]', "nobody-known");
  await press(desk, "Save, then publish …");
  assert.match(await desk.innerText("main"), /nobody-known/);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  await desk.goto(draft);
  await desk.fill('[name="people.1"]', "");
  await press(desk, "Save, then publish …");
  assert.equal(await said(), size);
  assert.equal(await status(`/authors/${nurse}`), 404);
  await press(desk, "Publish");
  assert.equal(await status(`/authors/${nurse}`), 200);
  const slug = "the-nurse-and-the-link";
  assert.match(await (await fetch(`${server.base}/stories/${slug}`)).text(), /Wanjiru/);
  assert.equal(proofs().length, 1);
  await deleteDraft(draft);
  assert.equal(await status(`/stories/${slug}`), 200);
  assert.deepEqual([consents(), proofs().length], [1, 1], "what proves it stays with the story");
  await withdraw(code);
  assert.equal(await status(`/stories/${slug}`), 410);
  assert.equal(await status(`/authors/${nurse}`), 410);
  assert.equal(consents(), 0);
});

test("T11 a draft that is deleted before it was published leaves nothing of who agreed", async () => {
  const size = await said();
  await desk.goto(`${server.base}/desk/stories`);
  await desk.getByLabel("Title").fill("Never told");
  await press(desk, "Start");
  const draft = desk.url();
  await desk.goto(`${draft}/consents`);
  await desk.fill("#p0-name", "Somebody");
  for (const name of ["p0-story", "p0-web"]) await desk.check(`[name=${name}]`);
  await desk.fill("#p0-asked", "Amina");
  await desk.fill("#p0-words", "Yes.");
  await desk.selectOption("#p0-how", "text");
  await desk.locator("#shown").evaluate((field: HTMLInputElement) => {
    field.removeAttribute("maxlength");
    field.value = "x".repeat(300);
  });
  await press(desk, "Save");
  assert.match(await desk.innerText("#shown-problem"), /one line of at most 200/);
  assert.equal(consents(), 0, "no record could say such a name");
  await desk.fill("#shown", "");
  await press(desk, "Save");
  assert.equal(consents(), 1);
  await deleteDraft(draft);
  assert.equal(consents(), 0);
  assert.equal(await said(), size);
});

test("T9 T11 sent without any consent it becomes a draft, and is published once the desk has taken down who agreed, when, how and with which proof", async () => {
  const secret = newSecret();
  const [title, slug] = ["The bridge is open", "the-bridge-is-open"];
  const sent = await tell(server.base, { photo, fields: { id: secret, title, language: "en" } });
  assert.equal(sent.status, 303, await sent.text());
  await desk.goto(`${server.base}/desk/queue`);
  await click(desk.getByRole("link", { name: title }));
  const missing = /No consent was sent with this story.*record under Consents/;
  assert.match(await desk.innerText("main"), missing, "the queue says what is missing");
  await press(desk, "Create a draft");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: title }).first());
  const draft = desk.url();
  await desk.goto(`${draft}/publish`);
  assert.match(await desk.innerText("main"), missing);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  const forged = { method: "POST", headers: { Origin: server.base }, form: { base: "1" } };
  await desk.request.fetch(`${draft}/publish`, forged);
  assert.equal(await status(`/stories/${slug}`), 404, "not by another way, either");

  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const [known, proofsBefore] = [consents(), proofs().length];
  await desk.goto(`${draft}/consents`);
  await desk.fill("#shown", "Juma");
  await desk.fill("#given", day(2));
  await desk.fill("#p0-asked", "Amina, by telephone");
  assert.equal(await desk.isVisible("#given-problem"), false);
  for (const name of ["p0-story", "p0-web", "p0-feed"]) await desk.check(`[name=${name}]`);
  await desk.fill("#p0-name", "J. O.");
  await desk.selectOption("#p0-how", "voice recording");
  await press(desk, "Save");
  assert.match(await desk.innerText("#given-problem"), /today’s date or an earlier one/);
  assert.match(
    await desk.innerText('main [role="alert"]'),
    /Date of agreement[^]*today’s date or an earlier one/,
  );
  assert.equal(consents(), known);
  await desk.fill("#given", day(-3));
  await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
  await press(desk, "Save");
  assert.match(await desk.innerText('main [role="status"]'), CODE);
  const row = rowsOf("consent").find(({ about }) => /Amina, by telephone/.test(String(about)))!;
  assert.deepEqual(
    [consents(), proofs().length, row["given"]],
    [known + 1, proofsBefore + 1, day(-3)],
  );
  await desk.goto(`${draft}/publish`);
  await answerNobody(desk);
  await press(desk, "Publish");
  const page = await (await fetch(`${server.base}/stories/${slug}`)).text();
  assert.match(page, /Juma/);
  assert.doesNotMatch(page, /J\. O\.|Amina/);

  await withdraw(codeOf(secret, SENDER));
  assert.equal(await status(`/stories/${slug}`), 410);
  const [left] = rowsOf("consent").filter(({ about }) => /Amina, by telephone/.test(String(about)));
  assert.equal(
    left?.["subject"],
    null,
    "of Juma, who did not take anything back, nothing is public",
  );
  const [rest] = rowsOf("story_rest").map(({ draft: id }) => String(id));
  await desk.goto(`${server.base}/desk/stories/${rest}/publish`);
  assert.match(await desk.innerText("main"), /J\. O\. has not agreed to this version/);
  await deleteDraft(`${server.base}/desk/stories/${rest}`);
  assert.deepEqual([consents(), proofs().length], [known - 1, proofsBefore], "nothing of it stays");
});

test("T13 the desk and a command erase with a story what was kept of who agreed, but of somebody whom another story names still; no restore brings it back", async () => {
  const [rowsBefore, proofsBefore] = [consents(), proofs().length];
  const kept = () => [consents() - rowsBefore, proofs().length - proofsBefore];
  const { uploads } = dataPaths(env.CND_DATA);
  const village = await begin("The village and its line");
  await agree(village, "Asha");
  const code = await agree(village, "Bela");
  const [asha, bela] = await publish(village);
  const port = await begin("The port and its line");
  await publish(port, [bela!]);
  assert.deepEqual(kept(), [2, 2]);
  const backup = join(folder.dir, "backup");
  succeed(["backup", backup], env);

  await eraseAtDesk(village);
  assert.equal(await status("/stories/the-village-and-its-line"), 410);
  assert.equal(await status(`/authors/${asha}`), 410);
  assert.equal(await status(`/authors/${bela}`), 200);
  assert.equal(await status("/stories/the-port-and-its-line"), 200, "it rests on what Bela agreed");
  assert.deepEqual(kept(), [1, 1]);
  assert.deepEqual(readdirSync(uploads).toSorted(), rowsOf("upload").map(idOf).toSorted());
  assert.doesNotMatch(JSON.stringify(rowsOf("consent")), /Asha/);

  succeed(["erase", "/stories/the-port-and-its-line"], env);
  assert.equal(await status(`/authors/${bela}`), 410);
  assert.deepEqual(kept(), [0, 0], "nothing that stands rests on it any more");
  assert.deepEqual(readdirSync(uploads).toSorted(), rowsOf("upload").map(idOf).toSorted());
  await desk.goto(`${server.base}/withdraw`);
  await desk.fill("#code", code);
  await desk.check("[name=sure]");
  await press(desk, "Withdraw");
  assert.equal(
    await desk.getByText("Withdrawn.", { exact: true }).count(),
    0,
    "the code leads to nothing",
  );

  const restored = join(folder.dir, "restored");
  for (const what of ["erasures", "withdrawn", "checkpoint"])
    renameSync(`${env.CND_DATA}.${what}`, `${restored}.${what}`);
  succeed(["restore", backup, "--new-log"], { CND_DATA: restored });
  assert.deepEqual([consents(restored), proofs(restored).length], [rowsBefore, proofsBefore]);
});
