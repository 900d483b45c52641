/** The settings: an owner changes the campaign in a browser without script, and the export is the canonical folder (features/campaign/README.md). */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { axeFinds } from "./axe.ts";
import { click } from "./clicks.ts";
import { exported, succeed } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import { ownerOf, say, sign } from "./saying.ts";

let page: Page;
const house = deskHouse({ isNew: true, mail: true }, async (open) => {
  page = await open.signedIn("owner", "Li", { mail: "li@example.org" });
});
const { folder, env } = house;

const settings = (on = page) => on.goto(`${house.base}/desk/settings`);
const press = (name: string, on = page) =>
  click(on.getByRole("button", { name, exact: true }).first());
const status = () => page.innerText('[role="status"]');
const alert = (on = page) => on.innerText('[role="alert"]');
const front = async () => (await fetch(`${house.base}/`)).text();
const fileIn = (path: string) =>
  Buffer.from(exported(folder.dir, env)[path] ?? "", "base64").toString("utf8");
/** What the form of the settings sends as it stands on the page. */
const formOn = async (on: Page): Promise<Record<string, string>> => {
  await settings(on);
  return Object.fromEntries(
    await on.$$eval("form[action='/desk/settings'] [name]", (all) =>
      all.flatMap((one) => {
        const { name, value, type, checked } = one as HTMLInputElement;
        return type === "checkbox" && !checked ? [] : [[name, value] as const];
      }),
    ),
  );
};
/** How many records the log holds. */
const size = async () =>
  (await (await fetch(`${house.base}/log/checkpoint`)).text()).split("\n")[1];

test("C15 what is saved stands on the pages and in the canonical file, and imports to nothing new", async () => {
  await settings();
  const held = await size();
  await press("Save");
  assert.match(await status(), /Nothing has changed/);
  assert.equal(await size(), held);
  await page.getByLabel("Name", { exact: true }).fill("Wells: for “All”");
  await page.getByLabel("Claim line").fill("Water is near");
  await page.getByLabel(/^Legal lines/).fill("One line.\n\n  Another: with a colon.  ");
  await page.getByLabel("The goal in one line").fill("A thousand wells");
  await page.getByLabel("What is counted").fill("wells dug");
  await page.getByLabel("Unit").fill("wells");
  await page.getByLabel("Target").fill("1 000");
  await page.getByLabel(/^Start day/).fill("2026-11-25");
  await page.getByLabel(/^Deadline/).fill("2031");
  await page.getByLabel(/^All languages/).fill("en, fr ar");
  await page.getByLabel(/^Goal sector/).selectOption({ label: "Telecommunications" });
  await page.getByLabel(/^Organisation’s registration number/).fill("XM-DAC-41122");
  await press("Save");
  assert.match(await status(), /saved/i);
  const html = await front();
  for (const words of ["Wells: for “All”", "Water is near"]) assert.ok(html.includes(words), words);
  assert.match(await (await fetch(`${house.base}/about`)).text(), /Another: with a colon\./);
  const yaml = fileIn("campaign.yaml");
  assert.match(yaml, /^name: "Wells: for “All”"$/m);
  assert.match(yaml, /^languages: \[en, fr, ar\]$/m);
  assert.match(yaml, /^ {2}target: 1000$/m);
  assert.match(yaml, /^iati: \{ reference: XM-DAC-41122, sector: "22020" \}$/m);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  succeed(["import", "--format", join(folder.dir, "out")]);
  assert.equal(readFileSync(join(folder.dir, "out/campaign.yaml"), "utf8"), yaml);
});

test("C15 bad input comes back as typed, with a line for each field", async () => {
  await settings();
  const held = await size();
  await page.getByLabel("Hashtag, without #").fill("two words");
  await page.getByLabel("Target").fill("a lot");
  await page.getByLabel(/^Organisation’s registration number/).fill("41122");
  await page.getByLabel(/^Start day/).fill("2026-02-30");
  await page.getByLabel(/^All languages/).fill("fr");
  await press("Save");
  assert.match(await page.innerText("#hashtag-problem"), /Expected a hashtag/);
  assert.match(await page.innerText("#goalTarget-problem"), /Expected a number/);
  assert.match(await page.innerText("#iatiReference-problem"), /such as XM-DAC-41122/);
  assert.match(await page.innerText("#goalFrom-problem"), /2026-11-24/);
  assert.equal(await page.inputValue("#goalTarget"), "a lot");
  await page.getByLabel("Hashtag, without #").fill("#Wells");
  await page.getByLabel("Target").fill("1000");
  await page.getByLabel(/^Organisation’s registration number/).fill("");
  await page.getByLabel(/^Start day/).fill("2026-11-25");
  await press("Save");
  assert.match(await page.innerText("#languages-problem"), /Expected en/);
  assert.equal(await size(), held);
});

test("C16 of two owners the second is told, keeps what they typed, and may save it then", async () => {
  const other = await house.signedIn("owner", "Ana");
  await settings();
  await settings(other);
  await page.getByLabel("Claim line").fill("Said by the first");
  await press("Save");
  await other.getByLabel("Claim line").fill("Said by the second");
  await press("Save", other);
  assert.match(await alert(other), /Someone else saved/);
  assert.equal(await other.inputValue("#claim"), "Said by the second");
  assert.match(await front(), /Said by the first/);
  await press("Save", other);
  assert.match(await front(), /Said by the second/);
  const editor = await house.signedIn("editor", "Amina");
  assert.equal((await settings(editor))?.status(), 403);
});

test("C16 of owners who save at the very same moment all but one are told", async () => {
  const form = await formOn(page);
  const saved = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      page.request.post(`${house.base}/desk/settings`, {
        form: { ...form, claim: `Said at once, ${i}` },
        maxRedirects: 0,
      }),
    ),
  );
  const answers = saved.map((one) => one.status()).toSorted((a, b) => a - b);
  assert.deepEqual(answers, [303, ...Array(7).fill(409)]);
});

test("C17 a colour too near to the paper is refused with its ratio; another colours every page", async () => {
  const form = await formOn(page);
  assert.match(await page.innerText("main"), /#c2350a, with a contrast of 4\.9\d:1 on paper/);
  const colours = { colourDay: "#ff8a5c", colourNight: "#ff8a5c" };
  const save = (more: object) =>
    page.request.post(`${house.base}/desk/settings`, { form: { ...form, ...more } });
  assert.match(
    await (await save(colours)).text(),
    /contrast of 2\.\d\d:1 on paper is too low: the line/,
  );
  const grey = await (await save({ ...colours, colourDay: "#868686" })).text();
  assert.match(
    grey,
    /On paper, a contrast of 3\.\d\d:1 is enough for the line \(at least 3:1\), but too low for words/,
  );
  assert.match(await (await save({ ...colours, colourDay: "#0a5cc2" })).text(), /Saved/);
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
    await press("Use this logo");
  };
  const flat = { width: 600, height: 300, channels: 4 as const, background: "#0a5cc2" };
  const png = await sharp({ create: flat }).png().toBuffer();
  const noise = { ...flat, noise: { type: "gaussian" as const, mean: 128, sigma: 60 } };
  const bad: readonly (readonly [string, string | Buffer, RegExp])[] = [
    [
      "x.svg",
      "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
      /can contain a script/,
    ],
    ["svg.png", "<?xml version='1.0'?><svg/>", /can contain a script/],
    [
      "two.png",
      Buffer.concat([png, Buffer.from("PK\x03\x04 an archive PK\x05\x06")]),
      /another kind of file/,
    ],
    ["text.png", "hello", /another kind of file/],
    ["cut.png", png.subarray(0, 60), /cannot be read/],
    ["empty.png", "", /Choose a file/],
    ["large.png", Buffer.alloc(5_100_000), /limit is 5 MB/],
    [
      "bomb.png",
      await sharp({ create: { ...flat, width: 12_000, height: 6000 } })
        .png({ palette: true, colours: 2, compressionLevel: 9 })
        .toBuffer(),
      /too many pixels/,
    ],
  ];
  for (const [name, bytes, why] of bad) {
    await put(write(name, bytes));
    assert.match(await alert(), why, name);
  }
  const gravel = await sharp({ create: { ...noise, width: 640, height: 88 } })
    .png()
    .toBuffer();
  await put(write("gravel.png", gravel));
  assert.match(await status(), /saved/i);
  assert.match(
    await page.innerText("[aria-labelledby=logo-part]"),
    /The logo is [12]?\d(\.\d)? kB/,
  );
  await put(write("good.png", png));
  assert.match(await status(), /saved/i);
  const [, src] = /<img src="(\/media\/[0-9a-f]{64}\.webp)" width="176" height="88"/.exec(
    await front(),
  )!;
  const served = await fetch(house.base + src!);
  assert.equal(served.status, 200);
  const kept = Buffer.from(await served.arrayBuffer());
  assert.ok(kept.length < 2000, `${kept.length} bytes`);
  assert.match(fileIn("campaign.yaml"), /^logo: media\/logo\.webp$/m);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  await settings();
  await press("Remove the logo");
  assert.doesNotMatch(await front(), /<img src="\/media\/[0-9a-f]{64}\.webp" width="176"/);
});

test("C19 pages are written, changed and taken back; their files come back as they were said", async () => {
  await settings();
  await click(page.getByRole("link", { name: "New page" }));
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
  assert.match(await status(), /saved/i);
  await click(page.getByRole("link", { name: "View the page" }));
  assert.equal(await page.innerText("h1"), "Our house");
  assert.equal(fileIn("pages/our-house.md"), `---\ntitle: Our house\n---\n${markdown}\n`);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
  await page.goto(`${house.base}/desk/settings/pages/our-house`);
  await page.getByLabel("Summary in one or two sentences").fill("Where we are.");
  await press("Save the page");
  assert.match(fileIn("pages/our-house.md"), /^summary: Where we are\.$/m);
  await press("Withdraw the page");
  assert.equal((await fetch(`${house.base}/pages/our-house`)).status, 410);
  await page.goto(`${house.base}/desk/settings/pages/our-house`);
  await page.getByLabel("Title").fill("Our house again");
  await press("Save the page");
  assert.equal((await fetch(`${house.base}/pages/our-house`)).status, 200);
});

test("C19 an old address of a page leads to the page at the desk, too, and writes over nothing", async () => {
  using database = new DatabaseSync(join(env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const row = database.prepare("select subject from page where title = 'Our house again'").get();
  const { subject } = row as { subject: string };
  const bound = { space: "pages", slug: "our-home" };
  const key = ownerOf(env["CND_DATA"]!);
  await say(house.base, sign(key, { kind: "slug.bound/1", subject, body: bound }));
  await page.goto(`${house.base}/desk/settings/new-page`);
  await page.getByLabel("Its address").fill("our-house");
  await page.getByLabel("Title").fill("Something else");
  await page.getByLabel("Text, in Markdown").fill("Words of another page.");
  await press("Save the page");
  assert.match(await page.innerText("#slug-problem"), /already a page at this address/);
  await page.goto(`${house.base}/desk/settings/pages/our-house`);
  assert.equal(await page.inputValue("#title"), "Our house again");
  await page.getByLabel("Title").fill("Our house");
  await press("Save the page");
  assert.match(await status(), /saved/i);
  assert.match(await (await fetch(`${house.base}/pages/our-home`)).text(), /<h1[^>]*>Our house</);
});

test("C20 the navigation shows the parts that are chosen, and at least one is", async () => {
  const nav = async () =>
    [...(await front()).matchAll(/<nav class="nav"[^]*?<\/nav>/g)][0]![0].match(/href="[^"]*"/g);
  await settings();
  await page.getByLabel("Pledges").uncheck();
  await page.getByLabel("Conversation").uncheck();
  await press("Save");
  assert.deepEqual(
    await nav(),
    ["/stories", "/do-good", "/take-part", "/search"].map((path) => `href="${path}"`),
  );
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

test("C23 topics and walks of life are added, worded anew and removed; one that stories name stays", async () => {
  await settings();
  const topics = page.locator("#topics ~ fieldset");
  const known = (await topics.count()) - 2;
  const [name, question] = ["name", "question"].map((key) =>
    page.locator(`[name="topics-${known}-${key}"]`),
  );
  await name!.fill("Water");
  await press("Save");
  assert.match(await page.innerText(`#topics-${known}-question-problem`), /Expected a line/);
  await question!.fill("How far is the well?");
  await page.getByLabel(/^Licence for/).fill("CC BY 4.0");
  await page.getByLabel("Licence address").fill("https://creativecommons.org/licenses/by/4.0/");
  await press("Save");
  assert.match(await status(), /saved/i);
  assert.match(fileIn("campaign.yaml"), /id: water\n|id: water,/);
  assert.match(fileIn("campaign.yaml"), /^licence: .*CC BY 4\.0/m);
  assert.match(await (await fetch(`${house.base}/conversation`)).text(), /How far is the well\?/);
  await settings();
  await name!.fill("");
  await question!.fill("");
  await press("Save");
  assert.doesNotMatch(fileIn("campaign.yaml"), /id: water/);
  await settings();
  for (const key of ["name", "question"]) await page.locator(`[name="topics-0-${key}"]`).fill("");
  await press("Save");
  assert.match(await page.innerText("#topics-0-name-problem"), /Stories use this entry/);
  assert.match(succeed(["import", join(folder.dir, "out"), "--dry-run"], env), /0 records/);
});

test("C21 the address is said, and what the mail server answered to a test", async () => {
  await settings();
  assert.match(await page.innerText("main"), /address is http:\/\/localhost:\d+\./);
  await press("Send me a test message");
  assert.match(await status(), /Sent to li@example\.org\. The server answered: 250 kept/);
  assert.match(house.post.letters.at(-1)!, /To: li@example\.org/);
  house.post.refuse("550 nobody here");
  await press("Send me a test message");
  assert.match(await alert(), /The server answered: .*550 nobody here/);
});

test("C15 axe finds nothing in the settings, and nothing scrolls sideways", async () => {
  const paths = ["", "/new-page", "/pages/our-house"].map((path) => `/desk/settings${path}`);
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});
