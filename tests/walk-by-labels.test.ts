/**
 * From `cnd init` to a story, a course, an event and a person erased, by somebody who finds everything by what stands on the page:
 * labels, links and buttons by their names, no selector, no address but that of the first link, no shell. No page is opened a
 * second time, and nothing is typed a second time.
 */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { click } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const portrait = join(folder.dir, "portrait.png");
let server: Served;
let browser: Browser;
let one: Walker;

before(async () => {
  const flat = { width: 64, height: 48, channels: 3 as const, background: "#0a5cc2" };
  writeFileSync(portrait, await sharp({ create: flat }).png().toBuffer());
  const data = join(folder.dir, "data");
  succeed(["init", campaign, "--yes"], { CND_DATA: data });
  succeed(["import", campaign], { CND_DATA: data });
  server = await serve({ CND_DATA: data });
  browser = await openBrowser();
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  page.setDefaultTimeout(5000);
  one = new Walker(page);
  await page.goto(server.base + (await invitation(data, { role: "owner", name: "Amina" })));
  await one.press("Sign in");
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Who goes on by what is read, and remembers each page that was opened and each text that was typed. */
class Walker {
  readonly opened: string[] = [];
  readonly typed: string[] = [];
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
    page.on("framenavigated", (frame) => {
      if (frame === page.mainFrame()) this.seen.add(this.here);
    });
  }
  private readonly seen = new Set<string>();

  get here(): string {
    return new URL(this.page.url()).pathname;
  }
  /** A link: in the page, or in the menu, of which its group is opened. */
  async follow(name: string | RegExp, group?: string): Promise<void> {
    const link = this.page
      .getByRole("main")
      .getByRole("link", { name, exact: true })
      .filter({ visible: true });
    if (group !== undefined && (await link.count()) === 0) await this.unfold(group);
    const to = new URL((await link.first().getAttribute("href"))!, this.page.url());
    if (to.hash === "" || to.pathname !== this.here) {
      assert.ok(
        !this.seen.has(to.pathname),
        `${to.pathname} is opened a second time, from ${this.here}`,
      );
      this.opened.push(to.pathname);
    }
    await click(link.first());
  }
  /** What a form answers is no page that somebody had to find. */
  press = (name: string | RegExp): Promise<void> =>
    click(this.page.getByRole("button", { name, exact: true }).filter({ visible: true }).first());
  async fill(label: string | RegExp, text: string): Promise<void> {
    assert.ok(!this.typed.includes(text), `“${text}” is typed a second time, on ${this.here}`);
    this.typed.push(text);
    await this.field(label).fill(text);
  }
  /** Of several that are called the same, the one that came last. */
  async fillLast(label: string, text: string): Promise<void> {
    assert.ok(!this.typed.includes(text), `“${text}” is typed a second time, on ${this.here}`);
    this.typed.push(text);
    await this.fields(label).last().fill(text);
  }
  tick = (label: string | RegExp): Promise<void> => this.field(label).check();
  choose = async (label: string | RegExp, option: string): Promise<void> => {
    await this.field(label).selectOption({ label: option });
  };
  give = (label: string | RegExp, file: string): Promise<void> =>
    this.field(label).setInputFiles(file);
  unfold = (words: string): Promise<void> =>
    this.page.getByText(words, { exact: true }).filter({ visible: true }).first().click();
  valueOf = (label: string): Promise<string> => this.field(label).inputValue();
  says = async (words: RegExp): Promise<void> =>
    assert.match(await this.page.getByRole("main").innerText(), words);
  /** By how its label begins; a hint stands behind it. */
  private fields(label: string | RegExp) {
    const begins = typeof label === "string" ? new RegExp(`^\\s*${label}`) : label;
    return this.page.getByLabel(begins).filter({ visible: true });
  }
  private field = (label: string | RegExp) => this.fields(label).first();
}

test("D74 a course with exercises and an event, by labels alone: no page is opened twice, nothing is typed twice", async () => {
  await one.follow("Classes", "Classes");
  await one.follow("Make a class");
  await one.follow("Add a course");
  await one.fill("Title", "A lamp");
  await one.fill("Summary in a few sentences", "How a lamp burns.");
  await one.choose("Language", "English");
  await one.fill("Hours needed with a teacher", "1");
  await one.fill("Licence", "CC BY 4.0");
  await one.press(/^Add one\s*: Lessons/);
  await one.fillLast("Title", "Oil and wick");
  await one.fill("The lesson", "A wick draws the oil up.");
  await one.press(/^Add: One right answer/);
  await one.fill("Question", "What burns in a lamp?");
  await one.fill("Answer(?!s)", "The oil");
  await one.tick("This answer is right");
  await one.fillLast("Answer(?!s)", "The jar");
  await one.fill(
    "Feedback for an answer that is not yet right",
    "Look what is less in the morning.",
  );
  await one.press("Save and publish");
  await one.says(/Done\./);

  await one.follow("Events", "Reach");
  await one.follow("Announce an event");
  await one.fill("What is the event called", "Open day");
  await one.fill("What happens at the event, in a few sentences", "Come and see.");
  await one.fill("Begins", "2060-05-05T10:00");
  await one.fill("Ends", "2060-05-05T12:00");
  await one.fill("Or describe the place in one line", "At the mast");
  await one.fill("Time zone", "Johannesburg");
  await one.press("Announce");
  await one.says(/Open day/);
});

test("D74 D75 a story is begun, and the person in it added on the way, with a portrait; the way leads back to the story", async () => {
  await one.follow("Stories", "Write");
  await one.fill("Title", "The first call");
  await one.press("Start");
  const draft = one.here;
  await one.fill("Summary", "A first call from the valley.");
  await one.fill("Text", "We climbed the hill for every call.");
  await one.fill("Category", "Community network");
  await one.fill("People in the story 1", "Wanjiru Kamau");
  await one.press("Save");
  await one.follow("Add it");
  assert.equal(await one.valueOf("Name"), "Wanjiru Kamau", "it was typed, and stands there");
  await one.unfold("Portrait");
  await one.give("Choose a file", portrait);
  await one.fill("What the portrait shows", "A woman on a hill");
  await one.fill("Who made it", "The campaign desk");
  await one.press("Save and publish");
  assert.equal(one.here, draft);
  assert.equal(await one.valueOf("People in the story 1"), "Wanjiru Kamau");
  assert.equal(await one.valueOf("Text"), "We climbed the hill for every call.");
});

test("D74 the person agrees, and the story is published", async () => {
  await one.press("Save");
  await one.follow("Consents");
  await one.choose("Who agreed", "Wanjiru Kamau");
  await one.tick("the text");
  await one.tick("photos");
  await one.tick("on this site");
  await one.tick("Wanjiru Kamau’s portrait");
  await one.fill("Who asked this person", "Amina, on a visit");
  await one.choose("How did this person agree", "in writing, quoted below");
  await one.fill("What the person said when they agreed", "Yes, tell it.");
  await one.press("Save");
  await one.says(/Wanjiru Kamau’s code/);
  await one.follow("Check and publish …");
  await one.press("Publish");
  await one.says(/The story is published at/);
});

test("D74 a person is erased for ever", async () => {
  await one.follow("Content", "Write");
  await one.follow("People");
  await one.follow("Wanjiru Kamau");
  await one.follow("Erase permanently");
  await one.tick("I have read this");
  await one.press("Erase permanently");
  await one.says(/Done\./);
  assert.equal(await one.page.getByRole("link", { name: "Wanjiru Kamau" }).count(), 0);
  assert.ok(one.opened.length >= 10 && one.typed.length >= 15, "pages and words were counted");
});
