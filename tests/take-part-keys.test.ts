/**
 * Everything that people send without an account, by keys alone: from the first field to the page of thanks and the secret address after
 * it, each once without script and once with it, in a real browser. Rules T12 and, of each form, its own.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { openSink, type Sink } from "./mail-sink.ts";

const folder = temporary();
const env: Record<string, string> = { CND_DATA: join(folder.dir, "data") };
const PLEDGE = "/pledges/giga/send?about=";
const photo = join(folder.dir, "a.jpg");
const voice = join(folder.dir, "voice.ogg");
let server: Served;
let browser: Browser;
let sink: Sink;

before(async () => {
  sink = await openSink();
  env["CND_MAIL"] = sink.url;
  await firstCampaign(env["CND_DATA"]!);
  server = await serve(env);
  browser = await openBrowser();
  const picture = { create: { width: 640, height: 480, channels: 3 as const, background: "#486" } };
  writeFileSync(photo, await sharp(picture).jpeg().toBuffer());
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-f",
    "lavfi",
    "-i",
    "sine=440:d=2",
    "-c:a",
    "libopus",
    voice,
  ]);
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  await sink?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** What goes into the fields, by their names: words, the value of a choice, `true` for a tick, paths of files. */
type Answers = Readonly<Record<string, string | true | readonly string[]>>;

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly name: string;
  readonly text: string;
  readonly isShut: boolean;
  readonly options: readonly string[];
}

/** Where the keys are, as somebody who looks at the screen sees it. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const field = at as HTMLInputElement | HTMLSelectElement;
    return {
      tag: at?.tagName ?? "",
      type: at instanceof HTMLInputElement || at instanceof HTMLButtonElement ? at.type : "",
      name: at === document.body ? "" : (field.name ?? ""),
      text: at?.tagName === "BODY" ? "" : (at?.textContent ?? "").trim(),
      isShut: at?.parentElement instanceof HTMLDetailsElement && !at.parentElement.open,
      options: at instanceof HTMLSelectElement ? [...at.options].map(({ value }) => value) : [],
    };
  });

const MOST = 400; // stops: no form has more, and a trap would never end

/** Go along the page with Tab, answer what is asked, and press the button of this name. */
async function goThrough(page: Page, answers: Answers, button: string): Promise<void> {
  const open = new Set(Object.keys(answers));
  let at = await focused(page);
  for (let stop = 0; stop < MOST; stop++) {
    if (stop > 0 || !open.has(at.name)) {
      await page.keyboard.press("Tab");
      at = await focused(page);
    }
    const answer = answers[at.name];
    if (at.tag === "SUMMARY" && at.isShut) await page.keyboard.press("Enter");
    else if (at.tag === "BUTTON" && at.text === button) {
      assert.deepEqual([...open], [], "each field was reached before the button");
      await page.keyboard.press("Enter");
      return;
    } else if (answer === undefined || !open.delete(at.name)) continue;
    else await fill(page, at, answer);
  }
  assert.fail(`No button "${button}" was reached with Tab; open: ${[...open].join(", ")}`);
}

async function fill(page: Page, at: Focused, answer: Answers[string]): Promise<void> {
  if (answer === true) return page.keyboard.press("Space");
  if (typeof answer !== "string") {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.keyboard.press("Enter"),
    ]);
    const shown = page.locator("#pieces li");
    const many = await shown.count();
    await chooser.setFiles([...answer]);
    // Whoever sees it waits until what was chosen is there: what asks about each file comes with it.
    if ((await page.locator("#tell[data-ready]").count()) > 0)
      await shown.nth(many + answer.length - 1).waitFor();
    return;
  }
  if (at.tag === "SELECT") {
    const steps = at.options.indexOf(answer);
    assert.ok(steps > 0, `${at.name} has ${at.options.join(", ")}`);
    for (let i = 0; i < steps; i++) await page.keyboard.press("ArrowDown");
    return;
  }
  await page.keyboard.press("Control+A"); // some fields begin with a word
  await page.keyboard.type(answer);
}

/** The secret address, by keys: it says how far it is, and takes it back. */
async function statusAndBack(page: Page, said: RegExp): Promise<void> {
  await page.waitForURL(/\/o\/[A-Za-z0-9_-]{22}$/);
  assert.match(await page.innerText("h1"), /Thank you\. We have what you sent/);
  assert.match(await page.innerText("main"), said);
  await goThrough(page, { sure: true }, "Withdraw");
  await page.getByRole("heading", { level: 1, name: "Withdrawn." }).waitFor();
}

/** What is answered on each of the steps. */
type InSteps = readonly [tell: Answers, name: Answers, agree: Answers];

const NEXT = "Save and continue";

/** One step after the other, to the press of the last button. */
async function tellThrough(page: Page, script: boolean, steps: InSteps): Promise<void> {
  const [tell, name, agree] = steps;
  await goThrough(page, tell, NEXT);
  await atStep(page, "name", script);
  await goThrough(page, name, "Send"); // without the one yes it leads to the page that asks for each
  await atStep(page, "agree", script);
  await goThrough(page, agree, "Send");
}

async function atStep(page: Page, step: string, script: boolean): Promise<void> {
  await page.waitForURL(new RegExp(`/story/${step}/`));
  if (script) await page.locator("#tell[data-ready]").waitFor();
}

const OWN: InSteps = [
  {
    text: "The mast came on a Tuesday.",
    photo: [photo, photo],
    shows: "A mast on a hill",
    voice: [voice],
  },
  {
    naming: "chosen",
    name: "Amina",
    title: "A mast on Tuesday",
    place: "Hilltop",
    language: "Swahili",
    contact: "by the shop",
  },
  {
    "p0-name": "A. M.",
    "p0-story": true,
    "p0-photo": true,
    "p0-voice": true,
    "p0-web": true,
    "p0-feed": true,
    "p0-in-photo2": true,
    "p0-in-voice": true,
    "p0-languages": "sw en",
    "p0-asked": "herself",
    "p0-how": "text",
    "p1-name": "Her son",
    "p1-story": true,
    "p1-web": true,
    "p1-asked": "his mother",
    "p1-how": "text",
    "p1-words": "Yes, tell it.",
    "p1-child": true,
    "p1-guardian": "A. M.",
  },
];
const HELPED: InSteps = [
  { text: "She told it under the tree, and I wrote it down." },
  { naming: "none", helperName: "Joseph", helperHow: "signed form", proof: [photo] },
  { "p0-name": "Mama K.", "p0-story": true, "p0-web": true },
];
const FIGURE: Answers = {
  value: "900",
  text: "schools in villages",
  measure: "cumulative",
  asOf: "2025",
  saidBy: "An office",
  saidOn: "2026-02",
  url: "https://example.com/count",
  title: "A count",
  agree: true,
};

for (const script of [false, true]) {
  const how = script ? "with script" : "without script";
  const open = async (path: string): Promise<Page> => {
    const viewport = { width: 360, height: 360 }; // less to draw at each of some hundred stops
    const context = await browser.newContext({
      viewport,
      javaScriptEnabled: script,
      bypassCSP: script,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("filechooser", () => undefined); // from here on none is shown by the browser itself
    await page.goto(server.base + path);
    if (script && path === "/take-part/story") await page.locator("#tell[data-ready]").waitFor();
    return page;
  };

  test(`T12 a story with photos and a voice is told by keys alone, ${how}`, async () => {
    const page = await open("/take-part/story");
    await tellThrough(page, script, OWN);
    await statusAndBack(page, /Files in which this person is seen or heard: photo 2 and voice/);
    await page.context().close();
  });

  test(`T12 a helper tells it for somebody, with the signed form, by keys alone, ${how}`, async () => {
    const page = await open("/take-part/story");
    await tellThrough(page, script, HELPED);
    await page.waitForURL(/\/o\//);
    assert.match(await page.innerText("main"), /Joseph: on paper/);
    const code = /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}(?!.*[2-9A-Z]{3} [2-9A-Z]{4})/s.exec(
      await page.innerText("main"),
    )![0];
    const address = page.url();
    await page.goto(`${server.base}/withdraw`);
    await goThrough(page, { code: code.toLowerCase(), sure: true }, "Withdraw");
    await page.getByRole("heading", { level: 1, name: "Withdrawn." }).waitFor();
    await page.goto(address);
    assert.match(await page.innerText("h1"), /Withdrawn/);
    await page.context().close();
  });

  test(`T12 what does not fit is found by keys alone, and nothing that was typed is lost, ${how}`, async () => {
    const page = await open("/take-part/story");
    const [tell, name, agree] = OWN;
    const { "p1-guardian": _, "p1-words": _words, ...without } = agree;
    await tellThrough(page, script, [tell, name, without]);
    const list = page.locator("[role=alert]:focus", { hasText: "Enter the name of the guardian" });
    await list.waitFor();
    for (const key of ["Tab", "Enter"]) await page.keyboard.press(key);
    assert.equal((await focused(page)).name, "p1-guardian", "the first that does not fit");
    assert.equal(await page.inputValue("#p1-name"), agree["p1-name"]);
    await goThrough(page, { "p1-words": "Yes.", "p1-guardian": "A. M." }, "Send");
    await statusAndBack(page, /A mast on Tuesday/);
    await page.context().close();
  });

  test(`O2 something is asked for by keys alone, ${how}`, async () => {
    const page = await open("/take-part/opportunity");
    const answers = {
      kind: "roof",
      place: "Hilltop",
      words: "A roof that sees the valley",
      agree: true,
    } as const;
    await goThrough(page, answers, "Send");
    await statusAndBack(page, /A roof that sees the valley/);
    await page.context().close();
  });

  for (const [about, more] of [
    ["figure", {}],
    ["correction", { claim: "first" }],
  ] as const)
    test(`P36 a ${about} is sent by keys alone, ${how}`, async () => {
      const page = await open(PLEDGE + about);
      const claim =
        "claim" in more ? await page.locator("#claim option").nth(1).getAttribute("value") : null;
      const unit = (await page.inputValue("#unit")) || "schools";
      await goThrough(page, { ...FIGURE, unit, ...(claim !== null && { claim }) }, "Send");
      await statusAndBack(page, /A count/);
      await page.context().close();
    });

  test(`U1 updates are asked for by keys alone, ${how}`, async () => {
    const page = await open("/updates");
    const often = await page.locator("#often option").nth(1).getAttribute("value");
    const button = (await page.locator('form[action$="/updates"] button').innerText()).trim();
    await goThrough(page, { address: `amina-${script}@example.org`, often: often! }, button);
    await page.waitForLoadState();
    assert.equal(await page.locator("[aria-invalid]").count(), 0, await page.innerText("main"));
    assert.doesNotMatch(await page.innerText("h1"), /^$/);
    for (
      let i = 0;
      i < 200 && !sink.received.some(({ to }) => to.startsWith(`amina-${script}`));
      i++
    )
      await page.waitForTimeout(50);
    assert.ok(sink.received.some(({ to }) => to.startsWith(`amina-${script}`)));
    await page.context().close();
  });
}
