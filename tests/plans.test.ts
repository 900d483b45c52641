/** Plans in a real browser: a link of one's own with script, without, and without a network; the desk; what pages weigh. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { samplePlan } from "../src/features/plans/plan.fixture.ts";
import { reportOf } from "../src/features/plans/planning/report.tsx";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { click, press } from "./clicks.ts";
import { exported, succeed } from "./commands.ts";

const SAMPLE = "docs/protocol/valid/plan";
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const PLAN = "/plans/cerdanya";
const LINK = `${PLAN}/link`;
let server: Served;
let browser: Browser;

before(async () => {
  succeed(["import", SAMPLE], env);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
const at = (path: string) => server.base.replace("127.0.0.1", "localhost") + path;

test("PN3 a plan comes back from an export byte for byte, with its pictures and its ground", () => {
  const files = exported(folder.dir, env);
  const name = "plans/cerdanya.yaml";
  const there = Buffer.from(files[name]!, "base64");
  assert.ok(there.equals(readFileSync(join(SAMPLE, name))), there.toString().slice(0, 200));
  for (const one of ["day.webp", "night.webp", "coverage.webp", "ground.png"])
    assert.ok(Object.keys(files).includes(`media/cerdanya-${one}`), one);
});

test("PN6 the drawing of the map lies on its pictures, on any screen", async () => {
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(at(PLAN));
    const drawn = (await page.locator("figure.map > svg").boundingBox())!;
    const picture = page.locator("figure.map > picture img");
    const relief = (await picture.boundingBox())!;
    for (const side of ["x", "y", "width", "height"] as const)
      assert.ok(
        Math.abs(drawn[side] - relief[side]) < 1.5,
        `${side} at ${width}: ${drawn[side]}, ${relief[side]}`,
      );
    await page.close();
  }
});

/** In sight of each other, so that the bend of rays shows in the share that is free. */
const ENDS = { from: "Puigcerdà, where the line arrives", to: "42.35583, 1.835" };
async function fillIn(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(ENDS)) await page.fill(`#${name}`, value);
  await page.fill("#to-mast", "12");
  await page.keyboard.press("Enter");
}
const valuesOn = async (page: Page) => ({
  verdict: await page.textContent("#verdict"),
  doubt: (await page.textContent("#doubt"))!.trim(),
  values: await page.locator("#drawn dd").allTextContents(),
});

test("PN17 PN45 two points on the map are two ends of a link, worked out on the device", async () => {
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(at(LINK));
  assert.ok(!asked.some((path) => path.endsWith(".png")), "the ground waits until it is asked for");
  const box = (await page.locator("#map").boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.87, box.y + box.height * 0.41);
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.height * 0.2);
  await page.waitForSelector("#drawn:not([hidden])");
  assert.match(await page.inputValue("#from"), /^42\.4\d+, 1\.92\d+$/);
  assert.match(
    (await page.textContent("#verdict"))!,
    /^The masts cannot see each other\. .*\d km from the first mast/,
  );
  assert.match((await page.getAttribute("#profile-ground", "d"))!, /^M78 288L(?:[\d.]+ [\d.]+L?)+/);
  assert.match((await page.getAttribute("#asked", "d"))!, /^M[\d.]+ [\d.]+L/);
  assert.equal(asked.filter((path) => path.endsWith(".png")).length, 1);
  assert.ok(!asked.some((path) => path.endsWith("/drawn")));
  await Promise.all([page.waitForURL(/\/drawn\?/), page.click("#by-server")]);
  assert.match((await page.textContent("#verdict"))!, /^The masts cannot see each other\./);
  assert.equal(
    asked.filter((path) => path.endsWith(".png")).length,
    1,
    "no ground is loaded for it",
  );
  await page.fill("#from-mast", "-5");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document.getElementById("verdict")!.textContent.startsWith("Choose two different points"),
  );
  assert.ok(!(await page.isVisible("#drawn")), "the former profile does not stand under an error");
  await page.close();
});

test("PN17 PN18 by keyboard with a script, and without one, the same link has the same numbers", async () => {
  const page = await browser.newPage();
  await page.goto(at(LINK));
  await fillIn(page);
  await page.waitForSelector("#drawn:not([hidden])");
  const here = await valuesOn(page);
  await page.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(at(LINK));
  for (const part of ["#drawn", "#keep", "#by-server"])
    assert.ok(!(await plain.isVisible(part)), part);
  await fillIn(plain);
  await plain.waitForURL(/\/drawn\?/);
  assert.deepEqual(await valuesOn(plain), here);
  assert.equal(here.values.length, 5);
  assert.match(
    here.verdict!,
    /^The line is clear\. At its tightest point, [\d.]+ km from the first mast, \d+ % of/,
  );
  assert.match((await plain.getAttribute("#profile-line", "d"))!, /^M[\d.]+ /);
  assert.match((await plain.getAttribute("#asked", "d"))!, /^M[\d.]+ [\d.]+L/);
  await plain.goto(at(`${PLAN}/drawn?from=here&to=there`));
  assert.match((await plain.textContent("#verdict"))!, /^Choose two different points/);
  const kept = await fetch(at(`${PLAN}/drawn?from=Toloriu`));
  assert.equal(kept.headers.get("cache-control"), "no-store");
  assert.equal((await fetch(at("/plans/no-such-plan/drawn?from=Toloriu"))).status, 404);
  await context.close();
});

test("PN17 K10 a kept page works without a network, ground and all", async () => {
  using own = temporary();
  const there = { CND_DATA: join(own.dir, "data") };
  succeed(["import", SAMPLE], there);
  await using far = await serve(there); // ended below; here where that is not reached
  const context = await browser.newContext();
  const page = await context.newPage();
  const address = far.base.replace("127.0.0.1", "localhost") + LINK;
  await page.goto(address);
  await page.click("#keep");
  await page.waitForFunction(() =>
    document
      .getElementById("verdict")!
      .textContent.startsWith("The page and its terrain are saved"),
  );
  await far[Symbol.asyncDispose]();
  await page.goto(address);
  await fillIn(page);
  await page.waitForSelector("#drawn:not([hidden])");
  assert.match((await page.textContent("#verdict"))!, /km from the first mast/);
  assert.ok(
    await page.evaluate(() => {
      const relief = document.querySelector<HTMLImageElement>("figure.map img")!;
      return relief.complete && relief.naturalWidth > 0;
    }),
    "the relief is there too",
  );
  await context.close();
});

test("PN22 the first view of a plan, its pictures and scripts included, is at most 30,000 bytes", async () => {
  const weigh = async (path: string) => {
    const answer = await fetch(at(path), { headers: { "Accept-Encoding": "br" } });
    assert.equal(answer.status, 200, path);
    const text = await answer.text();
    return { bytes: Number(answer.headers.get("content-length")), text };
  };
  const below = ["/hops/1", "/sites/summit-1", "/places/toloriu"].map((one) => PLAN + one);
  for (const path of ["/opportunities", PLAN, LINK, ...below]) {
    const { bytes, text } = await weigh(path);
    const shown = text.replaceAll(/<details[^]*?<\/details>/g, "");
    const parts = [...shown.matchAll(/<(?:img|script)\b[^>]*\bsrc="([^"]+)"/g)].map((m) => m[1]!);
    let all = bytes + 700; // the status line and headers
    for (const part of new Set(parts)) all += (await weigh(part)).bytes + 400;
    assert.ok(all <= 30_000, `${path}: ${all} bytes`);
    if (path === PLAN) assert.equal(parts.length, 1, "the relief is part of the first view");
  }
});

test("PN13 printed, the page holds what is folded on the screen", async () => {
  const page = await browser.newPage();
  await page.goto(at(PLAN));
  const bill = page.getByRole("rowheader", { name: "Radio and dish for a hop" });
  const figures = page.getByRole("cell", { name: "17,256" }); // of the curve's table
  assert.ok(!(await bill.isVisible()));
  await page.emulateMedia({ media: "print" });
  for (const part of [bill, figures]) assert.ok(await part.isVisible());
  assert.ok(!(await page.getByText("Where a device would have service").isVisible()));
  await page.close();
});

test("PM19 a report shows its ground, and printed it holds the table that it folds", async () => {
  const page = await browser.newPage();
  const nothing = new Uint8Array();
  await page.setContent(reportOf(samplePlan(), { day: nothing, coverage: nothing }));
  const fill = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((one) => getComputedStyle(one).fill);
  for (const part of [".hop path.ground", ".hop path.zone"])
    assert.notEqual(await fill(part), "none");
  assert.equal(await fill(".hop path.thread"), "none");
  const figures = page.getByRole("cell", { name: "17,256" });
  assert.ok(!(await figures.isVisible()));
  await page.emulateMedia({ media: "print" });
  assert.ok(await figures.isVisible());
  await page.close();
});

test("no page of plans is found wanting by axe, from left to right and from right to left", async () => {
  const page = await browser.newPage();
  const below = [
    "",
    "/link",
    "/hops/1",
    "/sites/summit-1",
    "/places/toloriu",
    "/places/lles-de-cerdanya",
  ];
  const paths = ["/opportunities", ...below.map((one) => PLAN + one)];
  const drawn = `${PLAN}/drawn?from=Toloriu&to=Osséja&from-mast=10&to-mast=10&mhz=5800`;
  const found = await axeFinds(page, server.base, [
    ...paths,
    ...paths.map((one) => `/ar${one}`),
    drawn,
  ]);
  assert.deepEqual(found, []);
  await page.close();
});

let came = 0;
/** Somebody at the desk, without script. */
async function signedIn(role: string): Promise<Page> {
  const name = `${role} ${++came}`;
  const link = succeed(["account", "invite", role, "--name", name], env).trim();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(new URL(link).pathname));
  await press(page, "Sign in");
  await page.waitForURL((url) => !url.pathname.startsWith("/desk/link"));
  return page;
}

test("PN19 PN23 a planner makes a plan a project with partners, places and a pledge, once", async () => {
  const page = await signedIn("planner");
  await page.goto(at("/desk/plans"));
  await click(page.getByRole("link", { name: "Cerdanya: eleven places" }));
  await page.selectOption("#steps", "2");
  await page.fill("#slug", "upper-valley");
  await page.fill("#partners", "nobody-here");
  await page.selectOption("#pledger", "hill-network");
  await page.fill("#by", "2031-06-30");
  const say = page.getByRole("button", { name: "Publish" });
  await click(say);
  assert.match(
    (await page.textContent("#partners-problem"))!,
    /nobody-here is not listed as a partner/,
  );
  assert.match((await page.textContent("#agreed-problem"))!, /A pledge must be voluntary/);
  assert.equal(await page.inputValue("#slug"), "upper-valley"); // as it was typed
  await page.fill("#partners", "hill-network");
  await page
    .getByLabel("I have made sure that the pledger agreed to the wording of this pledge")
    .check();
  await click(say);
  await page.waitForURL(/\/projects\/upper-valley$/);
  const project = (await page.textContent("main"))!;
  assert.match(project, /planned/);
  assert.match(project, /16,918, planned on 26 November 2026/);
  assert.match(project, /EUR 75,482/);
  const places = page.locator("main a[href^='/places/']");
  assert.equal(await places.count(), 8); // those of two steps
  await click(page.getByRole("link", { name: "Bellver de Cerdanya" }));
  await page.waitForURL(/\/places\/bellver-de-cerdanya$/);
  assert.match((await page.textContent("main"))!, /Cerdanya: eleven places from one line/); // who says so
  await page.goto(at(PLAN));
  const come = page.getByRole("region", { name: "Projects that resulted from this plan" });
  assert.match((await come.textContent())!, /planned/);
  await click(come.getByRole("link"));
  await page.waitForURL(/\/projects\/upper-valley$/);
  await page.goto(at("/pledges/upper-valley"));
  const pledge = (await page.textContent("main"))!;
  assert.match(pledge, /Hill Network/);
  assert.match(pledge, /16,918 people newly connected by 30 June 2031/);
  await page.goto(at("/desk/plans/cerdanya"));
  await page.fill("#slug", "upper-valley");
  await click(say);
  assert.match((await page.textContent("#slug-problem"))!, /This address is already in use/);
  await page.context().close();
});

test("PN19 PN23 a project keeps its plan through an export and an import", () => {
  const files = exported(folder.dir, env);
  const project = Buffer.from(files["projects/upper-valley.yaml"]!, "base64").toString();
  assert.match(project, /^plan: cerdanya$/m);
  const there = { CND_DATA: join(folder.dir, "again") };
  succeed(["import", join(folder.dir, "out")], there);
  assert.deepEqual(exported(folder.dir, there), files);
});

/** The form as somebody sends it who has no browser. */
const sent = (page: Page, form: Readonly<Record<string, string>>) =>
  page.request.post(at("/desk/plans/cerdanya"), {
    form: { title: "A", summary: "B", steps: "1", do: "become", ...form },
    maxRedirects: 0,
  });

test("PN19 words that no record may hold come back as they were typed, and nothing is said", async () => {
  const page = await signedIn("planner");
  const odd = [
    ["title", "x".repeat(501)],
    ["title", "one line\nand another"],
    ["summary", "y".repeat(5001)],
    ["summary", "a bell \u0007"],
  ] as const;
  for (const [field, text] of odd) {
    const answer = await sent(page, { slug: "odd", [field]: text });
    assert.equal(answer.status(), 422, field);
    assert.match(await answer.text(), new RegExp(`id="${field}-problem">Enter plain text of`));
  }
  assert.equal((await fetch(at("/projects/odd"))).status, 404);
  await page.context().close();
});

test("PN19 said three times at once it is one project, with one pledge", async () => {
  const page = await signedIn("planner");
  const pledge = { pledger: "hill-network", by: "2031-06-30", agreed: "yes" };
  const answers = await Promise.all(
    [1, 2, 3].map(() => sent(page, { slug: "at-once", ...pledge })),
  );
  assert.deepEqual(
    answers.map((answer) => answer.status()).toSorted((a, b) => a - b),
    [303, 422, 422],
  );
  await page.context().close();
});

test("PN19 a second project along the same plan finds the places that the first one named", async () => {
  const page = await signedIn("planner");
  await page.goto(at("/desk/plans/cerdanya"));
  assert.match((await page.textContent("main"))!, /Add the missing page for 1 place/); // that of the third step
  const answer = await sent(page, { slug: "whole-valley", steps: "3", places: "yes" });
  assert.equal(answer.status(), 303);
  await page.goto(at("/projects/whole-valley"));
  const links = page.locator("main a[href^='/places/']");
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.equal(paths.length, 10);
  for (const path of ["/places/eller", "/places/toloriu"]) assert.ok(paths.includes(path), path);
  await page.goto(at("/desk/plans/cerdanya"));
  assert.doesNotMatch(
    (await page.textContent("main"))!,
    /Add (?:a page|pages) for \d+ places? without/,
  );
  await page.context().close();
});

test("PN19 PN20 who may not plan does neither; a planner takes a plan back, and its project stays", async () => {
  const editor = await signedIn("editor");
  const answer = await editor.goto(at("/desk/plans/cerdanya"));
  assert.equal(answer?.status(), 403);
  await editor.context().close();
  const page = await signedIn("planner");
  await page.goto(at("/desk/plans/cerdanya"));
  await page.getByLabel("Remove the plan from the site").check();
  await press(page, "Withdraw");
  await page.waitForURL(/\/desk\/plans\?done$/);
  assert.equal((await fetch(at(PLAN))).status, 410);
  assert.match(await (await fetch(at("/opportunities"))).text(), /There are no plans yet/);
  assert.equal((await fetch(at("/projects/upper-valley"))).status, 200);
  await page.context().close();
});
