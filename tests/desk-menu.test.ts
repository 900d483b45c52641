/** The menu of the desk and its help: what each role sees there, and that no page is without (features/desk/README.md, D31 to D33). */
import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { features } from "../src/app.ts";
import { GROUPS, groupsFor, isFor, topicAt } from "../src/platform/accounts/menu.tsx";
import { glossaryIn } from "../src/platform/accounts/glossary.ts";
import { wordsIn as doorWordsIn } from "../src/platform/accounts/words.ts";
import { chromeIn } from "../src/platform/web/chrome.ts";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { may, ROLES } from "../src/platform/accounts/roles.ts";
import { OF_WIDTH, tooWide, violations } from "./axe.ts";
import { click } from "./clicks.ts";
import { deskAddresses } from "./desk-addresses.ts";
import { deskHouse } from "./desk-house.ts";

const menu = features.flatMap((feature) => feature.desk ?? []);
const addresses = deskAddresses(() => assert.fail("nobody asks"));
/** What answers no page, or one of those who have not come in yet. */
const NO_PAGE = ["/desk/trail/trail.csv", "/desk/subscribers/subscribers.csv", "/desk/second"];

test("D31 an entry of the menu is shown to those who may open its page, and to nobody else", () => {
  assert.ok(menu.length > 15);
  for (const entry of menu) {
    const page = addresses.get(`GET ${entry.path}`);
    assert.notEqual(page, undefined, `${entry.path} answers nothing`);
    const asks = page?.permission ?? "anybody";
    const shown = ROLES.filter((role) => isFor(entry, { role }));
    const mayOpen = ROLES.filter((role) => asks === "anybody" || may(role, asks));
    assert.deepEqual(shown, mayOpen, entry.path);
  }
  assert.equal(new Set(menu.map(({ path }) => path)).size, menu.length);
  const owners = groupsFor(menu, { role: "owner" });
  assert.deepEqual(
    owners.map(([group]) => group),
    GROUPS,
  );
});

test("D31 no group of the menu is called as a part of the public menu is, in any language", () => {
  assert.ok(LANGUAGES.length >= 8);
  for (const lang of LANGUAGES) {
    const open = Object.values<string>(chromeIn(lang).nav);
    assert.ok(open.length >= 5);
    for (const name of Object.values<string>(doorWordsIn(lang).groups))
      assert.ok(!open.includes(name), `${lang}: ${name}`);
  }
  // Whoever teaches finds classes under their own name.
  for (const role of ["owner", "editor", "teacher"] as const) {
    const [group] = groupsFor(menu, { role }).find(([, all]) =>
      all.some(({ path }) => path === "/desk/classes"),
    )!;
    assert.equal(doorWordsIn("en").groups[group], "Classes", role);
  }
});

test("D32 every page of the desk has its help, of three sentences at most", () => {
  const pages = [...addresses].filter(
    ([name, { by }]) => name.startsWith("GET ") && (by === "of" || by === "sure"),
  );
  assert.ok(pages.length > 25, String(pages.length));
  const without = pages
    .map(([name]) => name.slice(4).replaceAll(/:\w+|\*/g, "x"))
    .filter((path) => !NO_PAGE.includes(path) && !topicAt(menu, path));
  assert.deepEqual(without, []);
  const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
  for (const topic of menu.flatMap((entry) => [entry, ...(entry.pages ?? [])])) {
    const { title, help } = topic.about("en");
    assert.ok(title.length > 1 && title.length <= 40, topic.path);
    const count = [...sentences.segment(help)].length;
    assert.ok(count >= 1 && count <= 3 && help.length <= 400, `${topic.path}: ${count}`);
  }
  // A picture says nothing that the words do not say, and weighs little.
  const drawn = menu
    .flatMap((entry) => [entry, ...(entry.pages ?? [])])
    .flatMap(({ path, picture }) => (picture ? [{ path, picture }] : []));
  assert.ok(drawn.length >= 12, String(drawn.length));
  for (const { path, picture } of drawn) {
    const data = Object.values(picture).flat().join(" ");
    assert.match(data, /^[MmLlHhVvCcSsAaZz\d\s.-]+$/, path);
    assert.ok(gzipSync(data).length <= 500, `${path}: ${gzipSync(data).length} bytes`);
  }
  assert.equal(topicAt(menu, "/desk/stories/0123/publish")?.path, "/desk/stories/:id/publish");
  assert.equal(topicAt(menu, "/desk/stories/0123/preview")?.path, "/desk/stories/:id");
  assert.equal(topicAt(menu, "/desk/nowhere"), undefined);
});

const house = deskHouse({ isNew: true });

test("D31 D32 the menu works without script on a narrow phone: its groups unfold, the present one is marked, the help is there", async () => {
  const page = await house.signedIn("owner", "Li", { width: 360 });
  await page.goto(`${house.base}/desk/settings`);
  const marked = page.locator(".menu summary[aria-current]");
  assert.deepEqual(await marked.allInnerTexts(), ["Run"]);
  const groups = page.locator(".menu details");
  const names = await groups.locator("summary").allInnerTexts();
  // A group of one entry is that entry.
  assert.ok(names.length >= 4 && names.includes("Write") && names.at(-1) === "Help");
  for (const name of names) {
    const group = groups.filter({ has: page.locator("summary", { hasText: name }) });
    await group.locator("summary").click();
    assert.ok(await group.locator("a").first().isVisible(), name);
    assert.equal(await tooWide(page), 0, name);
    assert.equal(await page.locator(".menu details[open]").count(), 1, name);
  }
  assert.match(await page.locator(".menu .help").innerText(), /what every page says/);
  assert.equal(
    await page.locator(".menu svg").count(),
    0,
    "where words say it, there is no picture",
  );
  await page.locator(".menu summary", { hasText: "Write" }).click();
  await click(page.locator(".menu").getByRole("link", { name: "Stories" }));
  assert.equal(new URL(page.url()).pathname, "/desk/stories");
  const here = page.locator('.menu a[aria-current="page"]');
  assert.equal(await here.textContent(), "Stories");
});

test("D31 a drawing is turned round where one reads from right to left, and its signs are not", async () => {
  const page = await house.signedIn("moderator", "Salma", { script: true });
  await page.context().request.post(`${house.base}/desk/me/language`, {
    form: { lang: "ar" },
    headers: { "sec-fetch-site": "same-origin" },
  });
  await page.goto(`${house.base}/desk/queue`);
  await page.locator(".menu .help summary").press("Enter");
  const ways = await page
    .locator(".menu .sketch path")
    .evaluateAll((paths) =>
      paths.map((path) => [
        path.classList.contains("sign"),
        (path as SVGGraphicsElement).getScreenCTM()!.a > 0,
      ]),
    );
  assert.ok(ways.some(([isSign]) => isSign) && ways.some(([isSign]) => !isSign));
  for (const [isSign, isUpright] of ways) assert.equal(isUpright, isSign);
});

test("D31 axe finds nothing in the menu, with each of its groups open, wide and narrow", async () => {
  const page = await house.signedIn("moderator", "Amina", { script: true });
  await page.goto(`${house.base}/desk/help`);
  for (const [width, rules] of [[1280], [360, OF_WIDTH]] as const) {
    await page.setViewportSize({ width, height: 800 });
    const groups = page.locator(".menu details");
    for (let i = 0; i < (await groups.count()); i += 1) {
      await groups.nth(i).locator("summary").press("Enter");
      assert.equal(await page.locator(".menu details[open]").count(), 1);
      assert.deepEqual(await violations(page, rules), [], `${width} ${i}`);
    }
  }
});

test("D33 the help finds pages and words as they are typed, for whoever looks", async () => {
  const page = await house.signedIn("planner", "Joseph");
  const pageOf = async (asked: string) => {
    await page.goto(`${house.base}/desk/help?${new URLSearchParams({ q: asked })}`);
    return page.locator("dl.helps dt").allInnerTexts();
  };
  const all = await pageOf("");
  assert.ok(all.includes("Plans") && !all.includes("Accounts"), all.join());
  const words = Object.values(glossaryIn("en").terms).map(({ word }) => word);
  assert.equal(words.length, 12);
  assert.deepEqual(all.slice(-12), words);
  assert.deepEqual(await pageOf("  SIGNÉD statement"), ["Record"]);
  assert.deepEqual(await pageOf("zzz"), []);
  assert.match(await page.innerText('[role="status"]'), /We found nothing about “zzz”/);
  await click(page.getByRole("link", { name: "Show everything" }));
  assert.equal(await page.locator("dl.helps dt").count(), all.length);
});
