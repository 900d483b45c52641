/** What was typed at the desk is not lost without a word (features/desk/README.md, D67 to D69). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { click, press } from "./clicks.ts";
import { deskAddresses } from "./desk-addresses.ts";
import { deskHouse } from "./desk-house.ts";

let desk: Page;
const house = deskHouse({}, async (ready) => {
  desk = await ready.signedIn("owner", "Li", { script: true, policy: true });
});

/** Goes there as by a link. @returns the sort of dialog in which the browser asks first, if it does */
async function leave(page: Page): Promise<string | undefined> {
  let asked: string | undefined;
  page.once("dialog", (dialog) => {
    asked = dialog.type();
    void dialog.accept();
  });
  await page.goto(`${house.base}/desk`);
  page.removeAllListeners("dialog");
  return asked;
}

const NEW = "/desk/content/partners/new";

test("D67 the browser asks before what was typed is lost: once something was changed, and not after it was sent", async () => {
  await desk.goto(house.base + NEW);
  await click(desk.getByRole("heading").first());
  assert.equal(await leave(desk), undefined, "nothing was changed");
  await desk.goto(house.base + NEW);
  const field = desk
    .locator("main form[method=post] input[type=text], main form[method=post] input:not([type])")
    .first();
  await field.fill("Something new");
  assert.equal(await leave(desk), "beforeunload");
  await desk.goto(house.base + NEW);
  await field.fill("Something new");
  await field.fill("");
  assert.equal(await leave(desk), undefined, "it reads as it did");
  await desk.goto(`${house.base}/desk/me`);
  await desk.locator("select[name=often]").selectOption({ index: 0 });
  await desk.locator("input[name=waits]").uncheck();
  let asked = false;
  desk.once("dialog", (dialog) => {
    asked = true;
    void dialog.accept();
  });
  await click(desk.locator("form[action='/desk/me/notices'] button[type=submit]"));
  desk.removeAllListeners("dialog");
  assert.equal(asked, false, "what is sent is not lost");
});

test("D68 a form that came back because something did not fit is asked about though nothing was changed on it since", async () => {
  await desk.goto(house.base + NEW);
  await desk.evaluate(() => {
    for (const one of document.querySelectorAll("[required]")) one.removeAttribute("required");
  });
  const form = desk.locator("main form[method=post]").first();
  await Promise.all([
    desk.waitForEvent("load"),
    form.evaluate((one: HTMLFormElement) => one.requestSubmit()),
  ]);
  assert.equal(await desk.locator("[data-came-back]").count(), 1);
  await click(desk.getByRole("heading").first());
  assert.equal(await leave(desk), "beforeunload");
});

test("D69 every form of the desk in which something is typed is watched, or keeps what is typed itself", async () => {
  await desk.goto(`${house.base}/desk/stories`);
  await desk.getByLabel("Title").fill("A new story");
  await press(desk, "Start");
  const patterns = [...deskAddresses(() => assert.fail("nobody asks"))]
    .filter(([name, { by }]) => name.startsWith("GET ") && (by === "of" || by === "early"))
    .map(([name]) => name.slice("GET ".length));
  assert.ok(patterns.length > 60, String(patterns.length));
  const fits = (pattern: string, path: string) =>
    new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+").replace("*", "[^?#]+")}$`).test(path);
  const waits = patterns.filter((one) => !/[:*]/.test(one));
  const seen = new Set<string>(waits);
  const tally = { watched: 0, kept: 0, small: 0 };
  const unwatched: string[] = [];
  for (let path = waits.shift(); path !== undefined; path = waits.shift()) {
    const answer = await desk.request.get(house.base + path);
    if (!/text\/html/.test(answer.headers()["content-type"] ?? "")) continue;
    await desk.goto(house.base + path);
    const found = await desk.evaluate(lookAtForms);
    for (const { name, is } of found.forms) {
      if (is === "unwatched") unwatched.push(`${path}: ${name}`);
      else tally[is] += 1;
    }
    for (const link of found.links) {
      const fitting = patterns.filter((one) => /[:*]/.test(one) && fits(one, link));
      const fresh = fitting.filter((one) => !seen.has(shapeOf(one, link)));
      if (fresh.length > 0) waits.push(link);
      for (const one of fresh) seen.add(shapeOf(one, link));
    }
  }
  assert.deepEqual(unwatched, []);
  assert.ok(tally.watched > 40 && tally.kept > 0 && tally.small > 10, JSON.stringify(tally));
});

/** One page of each sort: of `/desk/stories/*` by what follows the id, of things by their space. */
const shapeOf = (pattern: string, link: string): string =>
  `${pattern} ${link
    .split("/")
    .map((part, i) =>
      i === 3 && !link.startsWith("/desk/content/")
        ? ""
        : i === 4 && link.startsWith("/desk/content/")
          ? ""
          : part,
    )
    .join("/")}`;

/** In the page. */
function lookAtForms() {
  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  const isAsked = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
  const isTyped = (one: Element): one is Field =>
    one.matches("textarea, select, input:not([type=hidden], [type=submit], [type=button])") &&
    !(one as Field).disabled;
  function change(field: Field): void {
    if (field instanceof HTMLSelectElement)
      field.selectedIndex = field.selectedIndex === 0 ? field.options.length - 1 : 0;
    else if (field instanceof HTMLTextAreaElement) field.value += "x";
    else if (field.type === "checkbox" || field.type === "radio") field.checked = !field.checked;
    else if (field.type === "file") {
      const files = new DataTransfer();
      files.items.add(new File(["x"], "x.png"));
      field.files = files.files;
    } else if (/date/.test(field.type))
      field.value =
        field.value.replace(/^\d{4}/, "1999") ||
        "1999-01-01T00:00".slice(0, field.type === "date" ? 10 : 16);
    else if (field.type === "number") field.value = String(Number(field.value) + 1);
    else if (field.type === "color")
      field.value = field.value === "#123456" ? "#123457" : "#123456";
    else field.value += "x";
  }
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[method=post]")].map((form) => {
    const fields = [...form.elements].filter(isTyped);
    const name = `${form.getAttribute("action") ?? ""} ${fields.map((one) => one.name).join(" ")}`;
    const [field] = fields.filter(
      (one) => !(one instanceof HTMLSelectElement) || one.options.length > 1,
    );
    if (!field) return { name, is: "small" as const };
    if (form.dataset["keeps"] !== undefined) return { name, is: "kept" as const };
    const before = isAsked();
    change(field);
    const changed = isAsked();
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    form.reset();
    return { name, is: !before && changed ? ("watched" as const) : ("unwatched" as const) };
  });
  const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='/desk']")].map(
    ({ pathname }) => pathname,
  );
  return { forms, links };
}
