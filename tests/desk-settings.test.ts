/** The settings: an owner changes the campaign in a browser without script, and the export is the canonical folder (features/campaign/README.md). */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { exported, succeed } from "./commands.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let post: PostOffice;
let server: Served;
let browser: Browser;
let page: Page;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], env);
  post = await openPostOffice();
  server = await serve({ ...env, CND_MAIL: post.url });
  browser = await openBrowser();
  page = await signedIn("owner", "Li", "li@example.org");
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  post?.[Symbol.dispose]();
  folder[Symbol.dispose]();
});

async function signedIn(role: string, name: string, mail?: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const fresh = await context.newPage();
  const more = mail === undefined ? [] : ["--mail", mail];
  const link = succeed(["account", "invite", role, "--name", name, ...more], env).trim();
  await fresh.goto(server.base + new URL(link).pathname);
  await fresh.getByRole("button", { name: "Come in" }).click();
  return fresh;
}
const settings = (on = page) => on.goto(`${server.base}/desk/settings`);
const press = (name: string, on = page) => on.getByRole("button", { name, exact: true }).click();
const status = () => page.innerText('[role="status"]');
const alert = (on = page) => on.innerText('[role="alert"]');
const front = async () => (await fetch(`${server.base}/`)).text();
const fileIn = (path: string) =>
  Buffer.from(exported(folder.dir, env)[path] ?? "", "base64").toString("utf8");
/** How many records the log holds. */
const size = async () =>
  (await (await fetch(`${server.base}/log/checkpoint`)).text()).split("\n")[1];

test("C15 what is saved stands on the pages and in the canonical file, and imports to nothing new", async () => {
  await settings();
  const held = await size();
  await press("Save");
  assert.match(await status(), /Nothing was different/);
  assert.equal(await size(), held);
  await page.getByLabel("Name", { exact: true }).fill("Wells: for “All”");
  await page.getByLabel("Claim line").fill("Water is near");
  await page.getByLabel(/^Legal lines/).fill("One line.\n\n  Another: with a colon.  ");
  await page.getByLabel("The goal in one line").fill("A thousand wells");
  await page.getByLabel("What is counted").fill("wells dug");
  await page.getByLabel("In which unit").fill("wells");
  await page.getByLabel("How many").fill("1 000");
  await page.getByLabel(/^From which day/).fill("2026-11-25");
  await page.getByLabel(/^By when/).fill("2031");
  await page.getByLabel(/^All its languages/).fill("en, fr ar");
  await press("Save");
  assert.match(await status(), /saved/);
  const html = await front();
  for (const words of ["Wells: for “All”", "Water is near", "Another: with a colon."])
    assert.ok(html.includes(words), words);
  const yaml = fileIn("campaign.yaml");
  assert.match(yaml, /^name: "Wells: for “All”"$/m);
  assert.match(yaml, /^languages: \[en, fr, ar\]$/m);
  assert.match(yaml, /^ {2}target: 1000$/m);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  succeed(["import", "--format", join(folder.dir, "out")]);
  assert.equal(readFileSync(join(folder.dir, "out/campaign.yaml"), "utf8"), yaml);
});

test("C15 bad input comes back as typed, with a line for each field", async () => {
  await settings();
  const held = await size();
  await page.getByLabel("Hashtag, without #").fill("two words");
  await page.getByLabel("How many").fill("a lot");
  await page.getByLabel(/^From which day/).fill("2026-02-30");
  await page.getByLabel(/^All its languages/).fill("fr");
  await press("Save");
  assert.match(await page.innerText("#hashtag-problem"), /Expected a hashtag/);
  assert.match(await page.innerText("#goalTarget-problem"), /Expected a number/);
  assert.match(await page.innerText("#goalFrom-problem"), /2026-11-24/);
  assert.equal(await page.inputValue("#goalTarget"), "a lot");
  await page.getByLabel("Hashtag, without #").fill("#Wells");
  await page.getByLabel("How many").fill("1000");
  await page.getByLabel(/^From which day/).fill("2026-11-25");
  await press("Save");
  assert.match(await page.innerText("#languages-problem"), /Expected en/);
  assert.equal(await size(), held);
});

test("C16 of two owners the second is told, keeps what they typed, and may save it then", async () => {
  const other = await signedIn("owner", "Ana");
  await settings();
  await settings(other);
  await page.getByLabel("Claim line").fill("Said by the first");
  await press("Save");
  await other.getByLabel("Claim line").fill("Said by the second");
  await press("Save", other);
  assert.match(await alert(other), /Somebody else saved/);
  assert.equal(await other.inputValue("#claim"), "Said by the second");
  assert.match(await front(), /Said by the first/);
  await press("Save", other);
  assert.match(await front(), /Said by the second/);
  const editor = await signedIn("editor", "Amina");
  assert.equal((await settings(editor))?.status(), 403);
});

test("C17 a colour too near to the paper is refused with its ratio; another colours every page", async () => {
  await settings();
  assert.match(await page.innerText("main"), /#c2350a, 4\.9\d:1 on paper/);
  const colours = { colourDay: "#ff8a5c", colourNight: "#ff8a5c" };
  const form = await page.$$eval("form[action='/desk/settings'] [name]", (all) =>
    all.flatMap((one) => {
      const { name, value, type, checked } = one as HTMLInputElement;
      return type === "checkbox" && !checked ? [] : [[name, value]];
    }),
  );
  const save = (more: object) =>
    page.request.post(`${server.base}/desk/settings`, {
      form: { ...Object.fromEntries(form), ...more } as Record<string, string>,
    });
  assert.match(await (await save(colours)).text(), /2\.\d\d:1 on paper is too little for the line/);
  const grey = await (await save({ ...colours, colourDay: "#868686" })).text();
  assert.match(grey, /3\.\d\d:1 on paper is enough for the line \(3:1\) and too little for words/);
  assert.match(await (await save({ ...colours, colourDay: "#0a5cc2" })).text(), /It is saved/);
  assert.match(await front(), /--signal:#0a5cc2/);
  assert.match(fileIn("campaign.yaml"), /^colour: \{ day: "#0a5cc2", night: "#ff8a5c" \}$/m);
});

test("C18 a logo is made small and stands on every page; no SVG, no other file, no large one", async () => {
  const dir = join(folder.dir, "logos");
  mkdirSync(dir);
  const write = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(dir, name), bytes);
    return join(dir, name);
  };
  const put = async (path: string) => {
    await settings();
    await page.setInputFiles("#logo", path);
    await press("Put it there");
  };
  const flat = { width: 600, height: 300, channels: 4 as const, background: "#0a5cc2" };
  const png = await sharp({ create: flat }).png().toBuffer();
  const noise = { ...flat, noise: { type: "gaussian" as const, mean: 128, sigma: 60 } };
  const bad: readonly (readonly [string, string | Buffer, RegExp])[] = [
    [
      "x.svg",
      "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
      /can carry a script/,
    ],
    ["svg.png", "<?xml version='1.0'?><svg/>", /can carry a script/],
    ["text.png", "hello", /another kind of file/],
    ["cut.png", png.subarray(0, 60), /cannot be read/],
    ["empty.png", "", /Choose a file/],
    ["large.png", await sharp({ create: noise }).png().toBuffer(), /at most 30 kB/],
    [
      "bomb.png",
      await sharp({ create: { ...flat, width: 3000, height: 2000 } })
        .png({ compressionLevel: 9 })
        .toBuffer(),
      /cannot be read/,
    ],
  ];
  for (const [name, bytes, why] of bad) {
    await put(write(name, bytes));
    assert.match(await alert(), why, name);
  }
  await put(write("good.png", png));
  assert.match(await status(), /saved/);
  const [, src] = /<img src="(\/media\/[0-9a-f]{64}\.webp)" width="176" height="88"/.exec(
    await front(),
  )!;
  const served = await fetch(server.base + src!);
  assert.equal(served.status, 200);
  const kept = Buffer.from(await served.arrayBuffer());
  assert.ok(kept.length < 2000, `${kept.length} bytes`);
  assert.match(fileIn("campaign.yaml"), /^logo: media\/logo\.webp$/m);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  await settings();
  await press("Remove it");
  assert.doesNotMatch(await front(), /<img src="\/media\/[0-9a-f]{64}\.webp" width="176"/);
});

test("C19 pages are written, changed and taken back; their files come back as they were said", async () => {
  await settings();
  await page.getByRole("link", { name: "A new page" }).click();
  const markdown = "First words.\n\n## A heading\n\n- one\n- two";
  await page.getByLabel("Its address").fill("About us!");
  await page.getByLabel("Title").fill("Our house");
  await page.getByLabel("Text, in Markdown").fill(`${markdown}\n\n![x](media/x.webp)`);
  await press("Save the page");
  assert.match(await page.innerText("#slug-problem"), /a-z/);
  assert.match(await page.innerText("#markdown-problem"), /picture/);
  await page.getByLabel("Its address").fill("our-house");
  await page.getByLabel("Text, in Markdown").fill(`\n${markdown}\n`);
  await press("Save the page");
  assert.match(await status(), /saved/);
  await page.getByRole("link", { name: "See the page" }).click();
  assert.equal(await page.innerText("h1"), "Our house");
  assert.equal(fileIn("pages/our-house.md"), `---\ntitle: Our house\n---\n${markdown}\n`);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  await page.goto(`${server.base}/desk/settings/pages/our-house`);
  await page.getByLabel("In one or two sentences").fill("Where we are.");
  await press("Save the page");
  assert.match(fileIn("pages/our-house.md"), /^summary: Where we are\.$/m);
  await press("Take the page back");
  assert.equal((await fetch(`${server.base}/pages/our-house`)).status, 404);
  await page.goto(`${server.base}/desk/settings/pages/our-house`);
  await page.getByLabel("Title").fill("Our house again");
  await press("Save the page");
  assert.equal((await fetch(`${server.base}/pages/our-house`)).status, 200);
});

test("C20 the navigation shows the parts that are chosen, and at least one is", async () => {
  const nav = async () =>
    [...(await front()).matchAll(/<nav class="nav"[^]*?<\/nav>/g)][0]![0].match(/href="[^"]*"/g);
  await settings();
  await page.getByLabel("Pledges").uncheck();
  await page.getByLabel("Conversation").uncheck();
  await press("Save");
  assert.deepEqual(await nav(), ['href="/stories"', 'href="/do-good"', 'href="/take-part"']);
  assert.match(fileIn("campaign.yaml"), /^navigation: \[stories, do-good, take-part\]$/m);
  await settings();
  for (const part of ["Stories", "Do good", "Take part"])
    await page.getByLabel(part, { exact: true }).uncheck();
  await press("Save");
  assert.match(await page.innerText("#navigation-problem"), /at least one/);
  for (const part of ["Stories", "Do good", "Pledges", "Conversation", "Take part"])
    await page.getByLabel(part, { exact: true }).check();
  await press("Save");
  assert.doesNotMatch(fileIn("campaign.yaml"), /^navigation/m);
});

test("C21 the address is said, and what the mail server answered to a test", async () => {
  await settings();
  assert.match(await page.innerText("main"), /calls itself http:\/\/localhost:\d+\./);
  await press("Send me a test message");
  assert.match(await status(), /Sent to li@example\.org\. The server answered: 250 kept/);
  assert.match(post.letters.at(-1)!, /To: li@example\.org/);
  post.refuse("550 nobody here");
  await press("Send me a test message");
  assert.match(await alert(), /The server answered: .*550 nobody here/);
});

test("C15 axe finds nothing in the settings, and nothing scrolls sideways", async () => {
  const paths = ["", "/new-page", "/pages/our-house"].map((path) => `/desk/settings${path}`);
  assert.deepEqual(await axeFinds(page, server.base, paths), []);
});
