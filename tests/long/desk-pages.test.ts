/**
 * Every page of the desk of a furnished campaign in a real browser on a phone, in English and from right to left, with script and
 * without: nothing stands out of the screen, axe finds nothing, and each control is reached by the Tab key. So does the page that
 * waits for a backup.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { serve } from "../../tools/program.ts";
import { violations } from "../axe.ts";
import { openClass } from "../badge-house.ts";
import { deskAddresses } from "../desk-addresses.ts";
import { deskHouse } from "../desk-house.ts";
import { formIn } from "../form-reader.ts";
import { atListening, heard, madeSensor, say as hear } from "../listening-house.ts";
import { testCard } from "../test-card.ts";
import { tooWide } from "../too-wide.ts";

const DEEP = 7; // links from the first page of the desk
/** What answers no page, or one for those who have not come in yet. */
const NO_PAGE = [
  "/desk/trail/trail.csv",
  "/desk/subscribers/subscribers.csv",
  "/desk/second",
  "/desk/sign-in",
  "/desk/link/:token",
  "/desk/run/backups/:file/download",
  "/desk/run/arrivals/:id/report",
  "/desk/front/look/:id", // a page of readers, in a frame
  "/desk/several/photos", // asked without a form, they lead back to the list
  "/desk/several/:space",
  "/desk/classes/:id/now", // a part of the board
  "/desk/classes/:id/tap",
  "/desk/classes/:id/look", // for an owner who does not teach there, and after a restore: tests/class-seen.test.ts
  "/desk/run/restored",
];

const patterns = [...deskAddresses(() => assert.fail("nobody asks"))]
  .filter(([name, { by }]) => name.startsWith("GET ") && by !== undefined)
  .map(([name]) => name.slice("GET ".length));

const house = deskHouse({ mail: true }, furnish);
let walked: readonly string[] = [];

for (const lang of ["en", "ar"])
  for (const script of [true, false])
    test(`WB1 D31 every page of the desk ${script ? "with" : "without"} script, in ${lang}: as wide as a phone, in order for axe, each control by Tab`, async (t) => {
      walked = walked.length > 0 ? walked : await everyPage();
      const context = await house.browser.newContext({
        javaScriptEnabled: script,
        bypassCSP: true, // axe is a script, too
        viewport: { width: 360, height: 800 },
        storageState: { cookies: await cookies(), origins: [] },
      });
      const page = await context.newPage();
      await page.goto(`${house.base}/desk/me`);
      await page.context().request.post(`${house.base}/desk/me/language`, {
        form: { lang },
        headers: OWN,
      });
      const found: string[] = [];
      let controls = 0;
      for (const path of walked) {
        const at = (one: string): string => `${path}: ${one}`;
        found.push(...(await tooWide(page, house.base, [path])));
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang, path);
        found.push(...(await violations(script ? page : await still(page))).map(at));
        const reached = await tabbed(page);
        controls += reached.all;
        found.push(...reached.missed.map((one) => at(`not reached by Tab: ${one}`)));
      }
      await context.close();
      await stillPage?.context().close();
      stillPage = undefined;
      t.diagnostic(`${walked.length} pages, ${controls} controls`);
      assert.deepEqual(found, []);
    });

test("SU1 WB1 the page that waits for a backup: as wide as a phone, in order for axe, each control by Tab", async () => {
  const dir = join(house.folder.dir, "empty");
  mkdirSync(dir);
  await using server = await serve({ CND_DATA: dir });
  await strangersSee(server.base, ["/setup"]);
});

test("D31 WB1 what stands before the desk: as wide as a phone, in order for axe, each control by Tab", async () => {
  const link = await house.invited("editor", "Rosa");
  const paths = ["/desk/sign-in", "/desk/sign-in?again", link];
  const arabic = paths.map((path) => `${path}${path.includes("?") ? "&" : "?"}lang=ar`);
  await strangersSee(house.base, [...paths, ...arabic]);
});

async function strangersSee(base: string, paths: readonly string[]): Promise<void> {
  for (const script of [true, false]) {
    const options = { javaScriptEnabled: script, bypassCSP: true };
    const page = await (await house.browser.newContext(options)).newPage();
    for (const path of paths) {
      assert.deepEqual(await tooWide(page, base, [path]), []);
      assert.deepEqual(await violations(script ? page : await still(page)), [], path);
      const { all, missed } = await tabbed(page);
      assert.ok(all >= 3, `${path}: ${all} controls`);
      assert.deepEqual(missed, [], path);
    }
    await page.context().close();
  }
}

let stillPage: Page | undefined;
/** The page as it stands without script, where axe can run, which is one. */
async function still(page: Page): Promise<Page> {
  const options = { bypassCSP: true, viewport: { width: 360, height: 800 } };
  stillPage ??= await (await house.browser.newContext(options)).newPage();
  const html = (await page.content()).replaceAll(/<script\b[^]*?<\/script>|<\/?noscript>/g, "");
  const base = `<base href="${new URL(page.url()).origin}">`;
  await stillPage.setContent(html.replace("<head>", `<head>${base}`));
  return stillPage;
}

const OWN = { "sec-fetch-site": "same-origin" };
let signedIn: BrowserContext;
const cookies = () => signedIn.cookies();

async function read(path: string): Promise<{ readonly at: string; readonly html: string }> {
  const answer = await signedIn.request.get(house.base + path);
  const isPage = answer.status() === 200 && answer.headers()["content-type"]?.includes("html");
  return { at: new URL(answer.url()).pathname, html: isPage ? await answer.text() : "" };
}

/** One of each form of an address, as far as links of the desk lead; each address of the desk is among them. */
async function everyPage(): Promise<readonly string[]> {
  const found = new Map<string, string>();
  let next = ["/desk", "/desk/books/a-hill-at-night/text?into=ar"]; // a form leads to the second
  for (let step = 0; step < DEEP && next.length > 0; step += 1) {
    const more: string[] = [];
    for (const path of next) {
      const form = formOf(path);
      if (found.has(form)) continue;
      const { html } = await read(path);
      if (html === "") continue;
      found.set(form, path);
      for (const [, to = ""] of html.matchAll(/href="(\/desk[^"#]*)/g))
        more.push(to.replaceAll("&amp;", "&"));
    }
    next = more;
  }
  const all = [...found.values()];
  const plain = all.map((path) => path.replace(/\?.*/, ""));
  const left = patterns.filter(
    (pattern) => !NO_PAGE.includes(pattern) && !plain.some((path) => fits(pattern, path)),
  );
  assert.deepEqual(left, [], "every address of the desk is looked at");
  return all;
}

const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/:\w+/g, "[^/]+").replaceAll("*", ".+")}$`).test(path);

/** The address of which it is one, what of it is done there, and what is asked. */
function formOf(path: string): string {
  const [plain = "", query = ""] = path.split("?");
  const exact = patterns.find((one) => one === plain);
  const pattern = exact ?? patterns.find((one) => fits(one, plain)) ?? plain;
  const rest = pattern.endsWith("*") ? plain.split("/").slice(4).join("/") : "";
  const space = /^\/desk\/content\/(\w+)/.exec(plain)?.[1] ?? "";
  return [pattern, rest, space, query.replaceAll(/=[^&]*/g, "=")].join(" ");
}

/** Press Tab until it leads around. @returns the controls that can be seen, and those that it never reached */
async function tabbed(page: Page) {
  const all = await page.evaluate(() => {
    const controls =
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
    const seen = [...document.querySelectorAll<HTMLElement>(controls)].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(":disabled"),
    );
    for (const one of seen) one.dataset["control"] = "";
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    return seen.length;
  });
  // A day or an hour has three places or more, a frame is a page of its own.
  for (let presses = 0, around = 0; presses < 6 * all + 30 && around < 2; presses += 1) {
    await page.keyboard.press("Tab");
    const isOnPage = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      if (!at || at === document.body) return false;
      const { name, type } = at as HTMLInputElement;
      const group = type === "radio" ? `input[type=radio][name="${CSS.escape(name)}"]` : undefined;
      for (const one of group ? document.querySelectorAll<HTMLElement>(group) : [at])
        one.dataset["reached"] = "";
      return true;
    });
    if (!isOnPage) around += 1;
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll("[data-control]:not([data-reached])")].map((one) =>
      one.outerHTML.slice(0, 120),
    ),
  );
  return { all, missed };
}

const BOOK = {
  title: "A hill at night",
  language: "en",
  "credits.text": "The sample",
  "credits.pictures": "The sample",
  "licence.name": "CC BY 4.0",
  "pages.0": "row",
  "pages.0.lines": "A hill.\nA light.",
};

/** Somebody has worked here: something of each kind is begun, waits or was done. */
async function furnish(): Promise<void> {
  signedIn = (await house.signedIn("owner", "Li", { mail: "li@example.org" })).context();
  const post = async (path: string, form: Record<string, string>) => {
    const sent = await signedIn.request.post(house.base + path, {
      form,
      headers: OWN,
      maxRedirects: 0,
    });
    assert.equal(sent.status(), 303, `${path}: ${(await sent.text()).slice(-2000)}`);
    return new URL(sent.headers()["location"]!, house.base).pathname;
  };
  const file = (name: string, bytes: Buffer, mimeType: string) => ({
    name,
    buffer: bytes,
    mimeType,
  });
  const upload = async (
    path: string,
    multipart: Record<string, string | ReturnType<typeof file>>,
  ) => {
    const sent = await signedIn.request.post(house.base + path, {
      multipart,
      headers: OWN,
      maxRedirects: 0,
    });
    assert.equal(sent.status(), 303, `${path}: ${(await sent.text()).slice(-2000)}`);
    return new URL(sent.headers()["location"]!, house.base).pathname;
  };
  const photo = await sharp({
    create: { width: 640, height: 400, channels: 3, background: "#797" },
  })
    .jpeg()
    .toBuffer();
  await upload("/desk/media", {
    alt: "A mast on a hill",
    file: file("mast.jpg", photo, "image/jpeg"),
  });
  const draft = await post("/desk/stories", { title: "A mast on the hill" });
  const written = formIn((await read(draft)).html, "markdown");
  await post(draft, { ...written, summary: "It stands.", markdown: "# A mast\n\nIt **stands**." });
  await post("/desk/newsletters", {});
  await post("/desk/content/people/new", {
    ...formIn((await read("/desk/content/people/new")).html, "base"),
    name: "Amina Otieno",
  });
  const book = await post("/desk/content/books/new", {
    ...formIn((await read("/desk/content/books/new")).html, "base"),
    ...BOOK,
  });
  assert.equal(book, "/desk/content/books/a-hill-at-night");
  const card = join(house.folder.dir, "card.mp4");
  testCard(card, { seconds: 4, rate: 25, width: 160, height: 120 });
  await upload("/desk/books/a-hill-at-night/sign", {
    language: "xki",
    other: "",
    follows: "en",
    signer: "Amina Otieno",
    stated: "yes",
    film: file("film.mp4", readFileSync(card), "video/mp4"),
  });
  await post("/take-part/opportunity", {
    kind: "need",
    place: "Mpika",
    country: "ZM",
    words: "No signal at Mpika.",
    agree: "yes",
    contact: "sender@example.org",
  });
  const data = house.env["CND_DATA"]!;
  const { room } = await openClass(data, {
    name: "Truck 1",
    learners: { Aisha: true, Bilal: false },
  });
  const give = formIn((await read(`/desk/badges/${room}`)).html, "lang");
  await post(`/desk/badges/${room}/give`, give);
  await post("/desk/run/backups", {});
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Old</title><link>https://old.example.org/</link>
<description>d</description><item><title>The well</title><link>https://old.example.org/well/</link>
<pubDate>Mon, 01 Jun 2026 10:00:00 +0000</pubDate><description>&lt;p&gt;It was dug.&lt;/p&gt;</description></item></channel></rss>`;
  await upload("/desk/run/arrivals", {
    site: "",
    file: file("feed.xml", Buffer.from(feed), "text/xml"),
  });
  const { sensor, key } = madeSensor("S07");
  await atListening(data, (ask) => ask.addSensor(sensor));
  assert.equal((await hear(house.base, key, heard("S07"))).status, 200); // an alarm waits
  const isThere = async (path: string, what: RegExp) => what.test((await read(path)).html);
  while (!(await isThere("/desk/run", /\/desk\/run\/backups\//))) await sleep(100);
}
