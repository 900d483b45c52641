/** Consent of somebody whom the campaign knows: chosen, seen, recorded after publication, taken back in one act (features/contributions/README.md). */
import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { CODE, consentDesk } from "./consent-desk.ts";

let server: Served;
let desk: Page;
let draft: string;
const { env, folder, status, said, consents, rowsOf, begin } = consentDesk((ready) => {
  ({ server, desk } = ready);
});

const ROSA = `
- id: rosa
  name: Rosa Lima
  role:
    text: speaker of the village
    source: { title: The register, url: "https://example.org/register", publisher: The village }
  photo: { file: media/rosa.jpg, alt: Rosa at her door }
`;

before(async () => {
  const files = join(folder.dir, "files");
  succeed(["export", files], env);
  mkdirSync(join(files, "media"), { recursive: true });
  const photo = sharp({ create: { width: 320, height: 320, channels: 3, background: "#714221" } });
  writeFileSync(join(files, "media/rosa.jpg"), await photo.jpeg().toBuffer());
  const people = join(files, "people.yaml");
  assert.ok(existsSync(people));
  appendFileSync(people, ROSA.trimStart());
  succeed(["import", files], env);
  draft = await begin("Rosa and the line");
  for (const [name, text] of [
    ["summary", "She has a line now."],
    ["category", "Health"],
    ["markdown", "She calls."],
    ["people.0", "Rosa Lima"],
  ] as const)
    await desk.fill(`[name="${name}"]`, text);
  await press(desk, "Save, then publish …");
  await press(desk, "Publish");
  assert.equal(await status("/stories/rosa-and-the-line"), 200, "by her role");
});

const dayFrom = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** But for who it is, and where she is seen. */
async function agree(): Promise<void> {
  for (const name of ["p0-story", "p0-photo", "p0-web"]) await desk.check(`[name=${name}]`);
  await desk.fill("#p0-asked", "Amina");
  await desk.fill("#p0-words", "Yes.");
  await desk.selectOption("#p0-how", "text");
}

test("T21 who is in the story already is chosen, and the name is not asked again; the portrait stands first, as a picture with its words", async () => {
  await desk.goto(`${draft}/consents`);
  assert.deepEqual(await axeFinds(desk, server.base, [new URL(desk.url()).pathname]), []);
  await click(desk.locator("main").getByRole("link", { name: "Rosa Lima" }));
  assert.equal(await desk.inputValue("#p0-name"), "Rosa Lima");
  assert.equal(await desk.inputValue("#person"), "rosa");
  await desk.goto(`${draft}/consents`);
  const [first = ""] = await desk.locator("#p0-ins label").allInnerTexts();
  assert.match(first, /Rosa Lima’s portrait/);
  const print = desk.locator("#p0-ins label img").first();
  assert.match((await print.getAttribute("src")) ?? "", /^\/media\/[0-9a-f]{64}/);
  await print.scrollIntoViewIfNeeded();
  const isSeen = () => print.evaluate((img: HTMLImageElement) => img.naturalWidth > 0);
  for (let i = 0; i < 100 && !(await isSeen()); i += 1) await desk.waitForTimeout(50);
  assert.ok(await isSeen(), "the desk sees the portrait before anybody agreed to it");
  await desk.selectOption("#person", "rosa");
  await agree();
  await desk.fill("#p0-until", dayFrom(20));
  await desk.check("[name=p0-in-photo1]");
  await press(desk, "Save");
  assert.match(await desk.innerText('main [role="status"]'), CODE);
  const main = await desk.innerText("main");
  assert.match(main, /Rosa Lima\n[^]*Rosa Lima’s portrait/);
  assert.doesNotMatch(main, /Not named/);
  assert.match(String(rowsOf("consent")[0]!["about"]), /"name":"Rosa Lima"[^]*"name":"Rosa Lima"/);
});

test("T20 what was recorded after the story was published is said by publishing it once more", async () => {
  const size = await said();
  assert.doesNotMatch(
    await (await fetch(`${server.base}/authors/rosa`)).text(),
    /Rosa at her door/,
  );
  await desk.goto(`${draft}/consents`);
  await click(desk.getByRole("link", { name: "Publish …", exact: true }));
  await press(desk, "Publish");
  assert.ok((await said()) > size);
  assert.match(await (await fetch(`${server.base}/authors/rosa`)).text(), /Rosa at her door/);
  await desk.goto(`${draft}/publish`);
  const again = desk.getByRole("button", { name: "Publish", exact: true });
  assert.equal(await again.count(), 0, "there is nothing more to say");
});

test("W29 the first page of the desk and its list of stories say whose consent lapses, and lead to where a new one is recorded", async () => {
  await desk.goto(`${server.base}/desk`);
  await click(desk.getByRole("link", { name: "Consents that expire within 30 days" }));
  await click(desk.locator("#lapsing ~ ul").first().getByRole("link", { name: "Rosa Lima" }));
  assert.equal(desk.url(), `${draft}/consents?person=rosa#add`);
  assert.equal(await desk.inputValue("#person"), "rosa");
});

test("T19 the desk takes a consent back in one act, and reads first what goes and what stays", async () => {
  await desk.goto(`${draft}/consents`);
  await click(desk.getByRole("link", { name: "Withdraw" }));
  assert.deepEqual(await axeFinds(desk, server.base, [new URL(desk.url()).pathname]), []);
  const [goes, stays] = [
    await desk.innerText("section[aria-labelledby=goes]"),
    await desk.innerText("section[aria-labelledby=stays]"),
  ];
  assert.match(goes, /“Rosa and the line”[^]*1 consent,/);
  assert.match(stays, /Rosa Lima’s entry stays/);
  await desk.locator("[name=sure]").evaluate((field) => field.removeAttribute("required"));
  await press(desk, "Withdraw");
  assert.match(await desk.innerText("main"), /Tick the box first/);
  assert.deepEqual([await status("/stories/rosa-and-the-line"), consents()], [200, 1]);
  await desk.check("[name=sure]");
  await press(desk, "Withdraw");
  assert.deepEqual([await status("/stories/rosa-and-the-line"), consents()], [410, 0]);
  assert.equal(await status("/authors/rosa"), 200);
});
