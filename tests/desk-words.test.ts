/** What the desk writes is what a folder says, and no word is lost on the way (features/editor/README.md). */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import type { Role } from "../src/platform/accounts/roles.ts";
import { freePort, serve, temporary, type Served } from "../tools/program.ts";
import { BROWSER_FLAGS, CHROMIUM, openBrowser } from "./browser.ts";
import { firstCampaign, firstCampaignOn } from "./campaigns.ts";
import { click, press } from "./clicks.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { invitation } from "./invitation.ts";

type Env = Record<string, string>;

/** A cookie of somebody who has come in. */
async function cookieOf(server: Served, env: Env, role: Role = "editor"): Promise<string> {
  const link = await invitation(env["CND_DATA"]!, { role, name: "Amina" });
  const answer = await fetch(server.base + link, {
    method: "POST",
    redirect: "manual",
    headers: {
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
  });
  assert.equal(answer.status, 303);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0]!)
    .join("; ");
}

for (const name of ["SQLite", "PostgreSQL"] as const)
  test(`W6 edit at the desk, export, import, export: the same bytes: ${name}`, async () => {
    using folder = temporary();
    await using campaign = await firstCampaignOn(name, join(folder.dir, "one"));
    await using second = await DATABASES[name]();
    const { env } = campaign;
    await using server = await serve(env);
    const cookie = await cookieOf(server, env);
    const post = async (path: string, fields: Env): Promise<string> => {
      const headers = { cookie, "sec-fetch-site": "same-origin" };
      const body = new URLSearchParams(fields);
      const answer = await fetch(server.base + path, {
        method: "POST",
        redirect: "manual",
        headers,
        body,
      });
      assert.equal(answer.status, 303, `${path}: ${await answer.text()}`);
      return answer.headers.get("location")!;
    };
    const typed = async (path: string): Promise<Env> => {
      const html = await (await fetch(server.base + path, { headers: { cookie } })).text();
      return fieldsOf(html.slice(html.indexOf('id="draft"')));
    };
    const publish = async (path: string) => {
      const { base } = fieldsOf(
        await (await fetch(`${server.base}${path}/publish`, { headers: { cookie } })).text(),
      );
      await post(`${path}/publish`, { base: base! });
    };
    const path = await post("/desk/stories", { slug: "mankosi" });
    const fields = await typed(path);
    await post(path, {
      ...fields,
      summary: 'Said anew: "so", and #1\r\n\r\n- two lines',
      markdown: `${fields["markdown"]}\r\n\r\n> We climb.\r\n> — Somebody\r\n\r\n![Here](map:mankosi)`,
      disclaimer: "no",
      "topics.connectivity": "yes",
    });
    await publish(path);
    const fresh = await post("/desk/stories", { title: "Ein Mast: «hoch»" });
    const { base } = await typed(fresh);
    const more = {
      category: "2026",
      "authors.0": "The campaign desk",
      summary: "true",
      markdown: "Ein Satz.",
    };
    await post(fresh, {
      base: base!,
      title: "Ein Mast: «hoch»",
      language: "de",
      published: "2026-11-01",
      ...more,
    });
    await publish(fresh);
    const french = await post(`${fresh}/translate`, { lang: "fr" });
    await post(french, {
      base: (await typed(french))["base"]!,
      title: "Un mât",
      summary: "Une phrase.",
      state: "person",
      translator: "Amina",
      markdown: "Une phrase.",
    });
    await publish(french);

    const first = exported(folder.dir, env);
    assert.ok(first["stories/ein-mast-hoch.fr.md"] !== undefined, Object.keys(first).join());
    const story = Buffer.from(first["stories/mankosi.md"]!, "base64").toString();
    assert.match(story, /> We climb\.\n> — Somebody\n\n!\[Here\]\(map:mankosi\)\n$/);
    for (const [file, bytes] of Object.entries(first))
      if (!/^stories\/(?:mankosi\.md|ein-mast)|^media\//.test(file))
        assert.equal(bytes, readFileSync(join("campaign", file), "base64"), `untouched: ${file}`);
    const again = succeed(["import", join(folder.dir, "out")], env);
    assert.match(again, /0 new, 0 edited/);
    const other = {
      CND_DATA: join(folder.dir, "two"),
      ...(name === "PostgreSQL" && { CND_DATABASE: second.address }),
    };
    succeed(["import", join(folder.dir, "out")], other);
    assert.deepEqual(exported(folder.dir, other), first);
  });

/** What a form would send. */
function fieldsOf(html: string): Env {
  const form = html.slice(0, html.indexOf("</form>"));
  const text = (words: string) =>
    words
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const fields: Env = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [field, value] = [/ name="([^"]*)"/, / value="([^"]*)"/].map((of) => of.exec(tag)?.[1]);
    if (field !== undefined && !tag.includes("checkbox")) fields[field] = text(value ?? "");
    if (field !== undefined && / checked/.test(tag)) fields[field] = "yes";
  }
  for (const [, field, value] of form.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g,
  ))
    fields[field!] = text(value!);
  for (const [, field, options] of form.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>([^]*?)<\/select>/g,
  ))
    fields[field!] = text(/value="([^"]*)" selected/.exec(options!)?.[1] ?? "");
  return fields;
}

interface Profile extends AsyncDisposable {
  readonly page: Page;
  readonly kill: () => Promise<void>;
}

/** A browser of its own with a profile that outlives it, in which somebody has come in. */
async function openProfile(dir: string, server: Served, cookie: string): Promise<Profile> {
  const port = await freePort();
  const child = spawn(
    CHROMIUM,
    [...BROWSER_FLAGS, `--user-data-dir=${dir}`, `--remote-debugging-port=${port}`, "about:blank"],
    { stdio: "ignore", detached: true },
  );
  const ended = once(child, "exit");
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGKILL");
    await ended;
  };
  for (let i = 0; i < 200; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined);
    if (up?.ok) break;
    await sleep(50);
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await signedIn(browser.contexts()[0]!, server, cookie);
  return { page, kill, [Symbol.asyncDispose]: kill };
}

async function signedIn(context: BrowserContext, server: Served, cookie: string): Promise<Page> {
  const [name = "", value = ""] = cookie.split(";")[0]!.split("=");
  await context.addCookies([{ name, value, url: `${server.base}/desk` }]);
  return context.newPage();
}

/** Somebody who has come in, in the browser of all tests, which keeps nothing. */
async function openDesk(
  server: Served,
  cookie: string,
): Promise<AsyncDisposable & { readonly page: Page }> {
  const context = await (await openBrowser()).newContext();
  const page = await signedIn(context, server, cookie);
  return { page, [Symbol.asyncDispose]: () => context.close() };
}

/** What this device keeps of the text that the page shows. */
const keptBy = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    (id) =>
      new Promise<string | undefined>((done) => {
        const asked = indexedDB.open("cnd-writing");
        asked.addEventListener("success", () => {
          const read = asked.result.transaction("kept").objectStore("kept").get(id);
          read.addEventListener("success", () => {
            asked.result.close();
            done((read.result as { fields: Env } | undefined)?.fields["markdown"]);
          });
        });
      }),
    new URL(page.url()).pathname.split("/").at(-1)!,
  );

interface House {
  readonly dir: string;
  readonly server: Served;
  readonly cookie: string;
}

/** The first campaign, served, and somebody who has come in: for whoever comes first, and then for the others. */
async function openHouse(): Promise<House> {
  const { dir } = opened.use(temporary());
  const env = { CND_DATA: join(dir, "data") };
  await firstCampaign(env.CND_DATA);
  const server = opened.use(await serve(env));
  return { dir, server, cookie: await cookieOf(server, env) };
}
const opened = new AsyncDisposableStack();
let house: Promise<House> | undefined;
after(() => opened.disposeAsync());

const ready = (page: Page): Promise<void> =>
  page.locator("#live[data-ready]").waitFor({ state: "attached" });

/** A new draft in its editor. */
async function begin(page: Page, base: string, title: string): Promise<void> {
  await page.goto(`${base}/desk/stories`);
  await page.getByLabel("Title").fill(title);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  await ready(page);
}

test("W12 a browser killed while somebody types brings every word back, with and without a connection", async () => {
  const { dir, server, cookie } = await (house ??= openHouse());
  const profile = join(dir, "profile");
  mkdirSync(profile);
  let path = "";
  let typed = "";
  const onServer = async () =>
    fieldsOf((await (await fetch(path, { headers: { cookie } })).text()).split('id="draft"')[1]!)[
      "markdown"
    ];
  for (const offline of [false, true]) {
    await using first = await openProfile(profile, server, cookie);
    if (path === "") {
      await begin(first.page, server.base, "Killed while writing");
      path = first.page.url();
    } else await first.page.goto(path);
    await ready(first.page);
    if (offline) await first.page.context().setOffline(true);
    await first.page.locator("#markdown").focus();
    await first.page.keyboard.press("Control+End");
    const words = offline
      ? " Ocho palabras más, escritas sin conexión alguna, aquí."
      : "Wir schreiben, bis der Strom geht!";
    await first.page.keyboard.type(words, { delay: 15 });
    typed += words;
    // At once on the device, which forgets them when the server has them.
    for (let i = 0; i < 1000 && (await keptBy(first.page)) !== typed; i++) {
      if ((await onServer()) === typed) break;
      await sleep(5);
    }
    await first.kill();
    await using second = await openProfile(profile, server, cookie);
    await second.page.goto(path);
    await ready(second.page);
    assert.equal(await second.page.locator("#markdown").inputValue(), typed);
    if ((await onServer()) !== typed)
      await second.page.locator("#live", { hasText: "Saved." }).waitFor();
    assert.equal(await onServer(), typed);
    await second.kill();
  }
});

test("W12 by keyboard alone: marks around words, the preview and the weight follow, nothing breaks the policy", async () => {
  const { server, cookie } = await (house ??= openHouse());
  await using desk = await openDesk(server, cookie);
  const { page } = desk;
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(`${server.base}/desk/stories`);
  await page.getByLabel("Title").focus();
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  await ready(page);
  const weight = await page.innerText("#weight");
  await page.locator("#markdown").focus();
  await page.keyboard.press("Control+b");
  await page.keyboard.type("mast");
  await page.keyboard.press("Shift+Tab"); // to the last mark, Map
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab"); // Pull-quote
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Pull-quote");
  await page.keyboard.press("Enter");
  await page.keyboard.type("We climb.");
  assert.equal(
    await page.locator("#markdown").inputValue(),
    "**mast\n\n> We climb.\n> — Speaker’s name\n\n**",
  );
  await page.keyboard.press("Control+z");
  await page.keyboard.type(
    "We climb every hill of this valley to speak with our children in town.",
  );
  await page.locator("#live", { hasText: "Saved." }).waitFor();
  await page.waitForFunction(
    (was) => document.getElementById("weight")!.textContent !== was,
    weight,
  );
  const frame = page.frameLocator("iframe#preview");
  await frame.locator("blockquote", { hasText: "every hill" }).waitFor();
  assert.deepEqual(wrong, []);
});

test("W12 what is typed a moment before a button is pressed is in the draft, and is no conflict with oneself", async () => {
  const { server, cookie } = await (house ??= openHouse());
  await using desk = await openDesk(server, cookie);
  const { page } = desk;
  const live = (words: RegExp) => page.locator("#live", { hasText: words }).waitFor();
  await begin(page, server.base, "In a hurry");
  await page.locator("#markdown").fill("One.");
  await live(/Saved\./);

  // The file has it otherwise than it was typed.
  await page.locator('[name="topics.connectivity"]').check();
  await page.locator('[name="authors.0"]').fill("the CAMPAIGN desk");
  await press(page, "Save");
  await page.waitForURL(/\?done$/);
  await ready(page);
  await page.locator("#markdown").fill("One. Two.");
  await live(/Saved|Someone else/);
  assert.match(await page.innerText("#live"), /Saved\./);

  await page.locator("#markdown").fill("One. Two. Three.");
  await click(page.getByText("Add a picture"));
  await page.locator("#upload").setInputFiles("docs/protocol/valid/small/media/hill.png");
  await page.locator("#upload-alt").fill("A hill");
  await press(page, "Add");
  await page.waitForURL(/[?&]added=/);
  await ready(page);
  assert.match(await page.locator("#markdown").inputValue(), /^One\. Two\. Three\.\s+!\[A hill\]/);
  assert.doesNotMatch(await page.innerText("#live"), /unsaved text|Someone else/);
});
