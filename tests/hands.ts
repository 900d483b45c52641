/**
 * Two ways to use a page: with the keyboard alone, looking at where the focus is, and by forms and links without script.
 * What somebody does is written once and done with either.
 */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { click } from "./clicks.ts";

type Name = string | RegExp;

export interface Hands {
  readonly page: Page;
  readonly isKeyboard: boolean;
  follow(name: Name): Promise<void>;
  press(name: Name): Promise<void>;
  fill(label: Name, text: string): Promise<void>;
  choose(label: Name, option: string): Promise<void>;
  tick(label: Name): Promise<void>;
  unfold(summary: Name): Promise<void>;
  give(label: Name, file: string): Promise<void>;
  /** The page says this, and the focus is there. */
  said(words: RegExp): Promise<void>;
}

// Where the focus stops, as far as it is shown.
const STOPS =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], video[controls], audio[controls]";
const MOST_STOPS = 500; // of one page
const PRESSES = 20; // of Tab, at once, where all stops are looked at
const MOST_TO_FOCUS = 10_000; // ms

abstract class Common {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  protected link(name: Name): Locator {
    return this.page.getByRole("main").getByRole("link", exactly(name)).first();
  }
  /** A link of the desk's menu stands in a group, which is opened first. */
  protected async openGroup(name: Name): Promise<void> {
    if ((await this.link(name).count()) > 0) return;
    const within = this.page.getByRole("link", { ...exactly(name), includeHidden: true });
    const group = this.page.locator(".menu details:not([open])", { has: within });
    if ((await group.count()) === 0) return;
    await this.unfold((await group.first().locator("summary").innerText()).trim());
  }
  abstract unfold(summary: Name): Promise<void>;
  protected button(name: Name): Locator {
    return this.page.getByRole("button", exactly(name)).first();
  }
  /** By how its label begins; a hint stands behind it. */
  protected field(label: Name): Locator {
    return this.page
      .getByLabel(
        typeof label === "string"
          ? new RegExp(`^\\s*${label.replaceAll(/[^\w ]/g, "\\$&")}`)
          : label,
      )
      .and(this.page.locator("input, textarea, select"))
      .filter({ visible: true })
      .first();
  }
  protected summary(name: Name): Locator {
    const said = this.page.locator("summary").getByText(name, { exact: true }).first();
    return said.locator("xpath=ancestor-or-self::summary"); // beside its name it may say more
  }
  protected isOpen(name: Name): Promise<boolean> {
    return this.summary(name).evaluate((one) => one.closest("details")!.open);
  }
  async said(words: RegExp): Promise<void> {
    const note = this.page.locator('[role="status"][autofocus], [role="alert"][autofocus]').first();
    assert.match(await note.innerText(), words);
    // The focus comes when the page is first drawn, and on a busy machine that is after it is loaded.
    await note.and(this.page.locator(":focus")).waitFor({ timeout: MOST_TO_FOCUS });
  }
}
const exactly = (name: Name) => ({ name, ...(typeof name === "string" && { exact: true }) });

/** Forms and links, as a browser without script has them. */
export class PlainHands extends Common implements Hands {
  readonly isKeyboard = false;
  async follow(name: Name): Promise<void> {
    await this.openGroup(name);
    await click(this.link(name));
  }
  press = (name: Name) => click(this.button(name));
  fill = (label: Name, text: string) => this.field(label).fill(text);
  tick = (label: Name) => this.field(label).check();
  async unfold(name: Name): Promise<void> {
    if (!(await this.isOpen(name))) await this.summary(name).click();
  }
  give = (label: Name, file: string) => this.field(label).setInputFiles(file);
  async choose(label: Name, option: string): Promise<void> {
    await this.field(label).selectOption({ label: option });
  }
}

/** Tab, Enter, Space and letters. */
export class KeyHands extends Common implements Hands {
  readonly isKeyboard = true;

  constructor(page: Page) {
    super(page);
    page.on("filechooser", () => undefined); // caught from now on: a key may be quicker than the asking for it
  }

  async follow(name: Name): Promise<void> {
    await this.openGroup(name);
    await this.go(this.link(name), "Enter");
  }
  async press(name: Name): Promise<void> {
    await this.go(this.button(name), "Space");
  }
  async fill(label: Name, text: string): Promise<void> {
    await this.reach(this.field(label));
    await this.page.keyboard.press("ControlOrMeta+a");
    if (text === "") await this.page.keyboard.press("Delete");
    else await this.page.keyboard.insertText(text);
  }
  async choose(label: Name, option: string): Promise<void> {
    const field = this.field(label);
    await this.reach(field);
    // A sign that no key has, such as ’, is not typed: from there it goes by the arrows.
    await this.page.keyboard.type(option.split("’")[0]!);
    const chosen = () =>
      field.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.textContent?.trim());
    if (option.includes("’") && (await chosen()) !== option) {
      await this.page.keyboard.press("Home");
      for (let n = await field.locator("option").count(); n > 1; n--)
        if ((await chosen()) !== option) await this.page.keyboard.press("ArrowDown");
    }
    assert.equal(await chosen(), option);
  }
  async tick(label: Name): Promise<void> {
    await this.reach(this.field(label));
    await this.page.keyboard.press("Space");
  }
  async unfold(name: Name): Promise<void> {
    if (await this.isOpen(name)) return;
    await this.reach(this.summary(name));
    await this.page.keyboard.press("Enter");
  }
  async give(label: Name, file: string): Promise<void> {
    await this.reach(this.field(label));
    const asked = this.page.waitForEvent("filechooser");
    await this.page.keyboard.press("Enter");
    await (await asked).setFiles(file);
  }

  private async go(target: Locator, key: string): Promise<void> {
    await this.reach(target);
    const left = this.page.waitForEvent("framenavigated", {
      predicate: (frame) => frame === this.page.mainFrame(),
    });
    await this.page.keyboard.press(key);
    await left;
    await this.page.waitForLoadState("load");
  }

  /** Tab to it, as many presses at once as there are stops before it: those that come when the focus is there are let go. */
  private async reach(target: Locator): Promise<void> {
    const wanted = await target.elementHandle();
    for (let i = 0; i < MOST_STOPS;) {
      const trouble = await wanted.evaluate(stayThere, STOPS);
      if (trouble === "") return;
      assert.notEqual(trouble, "unseen", `${String(target)} has the focus and does not show it`);
      i += Number(trouble);
      await pressTab(this.page, Number(trouble));
    }
    assert.fail(`${String(target)} is not reached by Tab on ${this.page.url()}`);
  }
}

const pressTab = (page: Page, times: number): Promise<unknown> =>
  Promise.all(Array.from({ length: times }, () => page.keyboard.press("Tab")));

/**
 * In the page: what is wrong with where the focus is, and until nothing is, hold it once it comes to `one`: elsewhere, it is so
 * many presses away, or about so many.
 */
function stayThere(one: Node, stops: string): "" | "unseen" | number {
  const held = globalThis as unknown as { tabsHeld?: AbortController | undefined };
  const active = document.activeElement;
  if (active !== one) {
    held.tabsHeld ??= hold();
    const all = [...document.querySelectorAll<HTMLElement>(stops)].filter(
      (stop) => stop === one || stop === active || (stop.checkVisibility() && stop.tabIndex >= 0),
    );
    const [from, to] = [all.indexOf(active as HTMLElement), all.indexOf(one as HTMLElement)];
    return Math.max(1, to > from ? to - from : all.length - from + to);
  }
  held.tabsHeld?.abort();
  held.tabsHeld = undefined;
  const { outlineStyle, outlineWidth } = getComputedStyle(one as Element);
  return outlineStyle !== "none" && outlineWidth !== "0px" ? "" : "unseen";

  function hold(): AbortController {
    const end = new AbortController();
    const stay = (event: KeyboardEvent) => {
      if (event.key === "Tab" && document.activeElement === one) event.preventDefault();
    };
    addEventListener("keydown", stay, { capture: true, signal: end.signal });
    return end;
  }
}

/**
 * Goes through a whole page with Tab. @returns one line for each stop that is unseen or out of order, for what is never
 * reached, and for a page that is not left again
 */
export async function tabbedThrough(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.evaluate(() =>
    document.querySelectorAll("details").forEach((one) => (one.open = true)),
  );
  const wanted = await page.evaluate((stops) => {
    const all = document.querySelectorAll<HTMLElement>(stops);
    const shown = [...all].filter((one) => one.checkVisibility() && !one.matches(":disabled"));
    shown.forEach((one, i) => (one.dataset["stop"] = String(i)));
    const fields = shown.filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === "radio",
    );
    for (const radio of fields) if (!radio.checked) delete radio.dataset["stop"]; // one of a group is a stop
    return shown.filter((one) => one.dataset["stop"] !== undefined).map((one) => label(one));
    function label(one: HTMLElement): string {
      return `${one.dataset["stop"]}|${one.tagName} ${(one.textContent || one.id).trim().slice(0, 30)}`;
    }
  }, STOPS);
  // It comes when the page is first drawn, which may be after it is loaded, and would lead away from the beginning.
  const first = page.locator("[autofocus]");
  if ((await first.count()) > 0)
    await first.and(page.locator(":focus")).waitFor({ timeout: MOST_TO_FOCUS });
  await page.evaluate(noteStops);
  const found: string[] = [];
  const seen = new Set<string>();
  let last = -1;
  for (let i = 0, isOut = false; !isOut; i += PRESSES) {
    if (i > MOST_STOPS) return [...found, `${path}: no way out after ${MOST_STOPS} stops`];
    await pressTab(page, PRESSES);
    for (const at of await page.evaluate(takeStops)) {
      isOut ||= !at || (at.stop === "0" && seen.has("0"));
      if (isOut) break;
      if (!at!.isSeen) found.push(`${path}: the focus is not seen on ${at!.name}`);
      if (at!.isFrame || at!.stop === undefined) continue;
      if (Number(at!.stop) < last) found.push(`${path}: ${at!.name} comes too late`);
      last = Number(at!.stop);
      seen.add(at!.stop);
    }
  }
  for (const one of wanted)
    if (!seen.has(one.split("|")[0]!)) found.push(`${path}: never reached: ${one}`);
  return found;
}

/** Where the focus was after a press; nowhere on the page, where it has come out. */
interface Stop {
  readonly stop: string | undefined;
  readonly name: string;
  readonly isSeen: boolean;
  readonly isFrame: boolean;
}
interface Noting {
  stopsNoted: (Stop | undefined)[];
}
const takeStops = () => (globalThis as unknown as Noting).stopsNoted.splice(0);

/** In the page: each Tab notes where the one before has led, and the first begins at the head. */
function noteStops(): void {
  const notes = globalThis as unknown as Noting;
  notes.stopsNoted = [];
  let isFirst = true;
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Tab") return;
      if (!isFirst) notes.stopsNoted.push(now());
      isFirst = false;
    },
    { capture: true },
  );
  document.body.tabIndex = -1; // the next Tab goes on from what had the focus last
  document.body.focus();
  document.body.removeAttribute("tabindex");

  function now(): Stop | undefined {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const isOwn = one.matches("iframe, video, audio"); // what is inside shows it
    return {
      stop: one.dataset["stop"],
      name: `${one.tagName} ${(one.textContent || one.id).trim().slice(0, 30)}`,
      isSeen: isOwn || (outlineStyle !== "none" && outlineWidth !== "0px"),
      isFrame: one.matches("iframe"),
    };
  }
}
