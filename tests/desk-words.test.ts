/** What the desk writes is what a folder says, and no word is lost on the way (features/writing/README.md). */
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type Page } from "playwright-core";
import { freePort, serve, temporary, type Served } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";

type Env = Record<string, string>;

/** A cookie of somebody who has come in. */
async function cookieOf(server: Served, env: Env, role = "editor"): Promise<string> {
  const link = succeed(["account", "invite", role, "--name", "Amina"], env).trim();
  const answer = await fetch(server.base + new URL(link).pathname, {
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

for (const [name, open] of Object.entries(DATABASES))
  test(`W6 edit at the desk, export, import, export: the same bytes: ${name}`, async () => {
    await using database = await open();
    await using second = await open();
    using folder = temporary();
    const on = (dir: string, address: string): Env => ({
      CND_DATA: join(folder.dir, dir),
      ...(name === "PostgreSQL" && { CND_DATABASE: address }),
    });
    const env = on("one", database.address);
    succeed(["import", "campaign"], env);
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
      topics: "connectivity",
    });
    await publish(path);
    const fresh = await post("/desk/stories", { title: "Ein Mast: «hoch»" });
    const { base } = await typed(fresh);
    const more = {
      category: "2026",
      authors: "campaign-desk",
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
    const french = await post(`${fresh}/translate/fr`, {
      base: "0",
      title: "Un mât",
      summary: "Une phrase.",
      state: "person",
      translator: "Amina",
      markdown: "Une phrase.",
    });
    assert.match(french, /\/translate\/fr$/);
    const page = await (await fetch(server.base + french, { headers: { cookie } })).text();
    const [, id] = / data-id="([0-9a-f]{12})"/.exec(page)!;
    await publish(`/desk/stories/${id}`);

    const first = exported(folder.dir, env);
    assert.ok(first["stories/ein-mast-hoch.fr.md"] !== undefined, Object.keys(first).join());
    const story = Buffer.from(first["stories/mankosi.md"]!, "base64").toString();
    assert.match(story, /> We climb\.\n> — Somebody\n\n!\[Here\]\(map:mankosi\)\n$/);
    const again = succeed(["import", join(folder.dir, "out")], env);
    assert.match(again, /0 new, 0 edited/);
    const other = on("two", second.address);
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

/** A browser of its own with a profile that outlives it. */
async function openProfile(
  profile: string,
): Promise<{ browser: Browser; page: Page; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(
    process.env["CND_TEST_CHROMIUM"] ?? "/usr/bin/chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=${port}`,
      "about:blank",
    ],
    { stdio: "ignore", detached: true },
  );
  for (let i = 0; i < 200; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined);
    if (up?.ok) break;
    await sleep(50);
  }
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = await browser.contexts()[0]!.newPage();
  page.setDefaultTimeout(10_000);
  return { browser, page, child };
}

test("W12 a browser killed while somebody types brings every word back, with and without a connection", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["import", "campaign"], env);
  await using server = await serve(env);
  const cookie = await cookieOf(server, env);
  const profile = join(folder.dir, "profile");
  mkdirSync(profile);
  const signIn = async (page: Page) => {
    const [cookieName = "", value = ""] = cookie.split(";")[0]!.split("=");
    await page.context().addCookies([{ name: cookieName, value, url: `${server.base}/desk` }]);
  };
  let path = "";
  let typed = "";
  for (const offline of [false, true]) {
    const first = await openProfile(profile);
    await signIn(first.page);
    if (path === "") {
      await first.page.goto(`${server.base}/desk/stories`);
      await first.page.getByLabel("Title").fill("Killed while writing");
      await first.page.keyboard.press("Enter");
      await first.page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
      path = first.page.url();
    } else await first.page.goto(path);
    await first.page.locator("#live[data-ready]").waitFor({ state: "attached" });
    if (offline) await first.page.context().setOffline(true);
    await first.page.locator("#markdown").focus();
    await first.page.keyboard.press("Control+End");
    const words = offline
      ? " Ocho palabras más, escritas sin conexión alguna, aquí."
      : "Wir schreiben, bis der Strom geht.";
    await first.page.keyboard.type(words, { delay: 15 });
    typed += words;
    const since = await first.page.evaluate(() => performance.now());
    await first.page.keyboard.type("!");
    typed += "!";
    await first.page.waitForFunction(
      (was) => Number(document.getElementById("live")!.dataset["kept"]) > was,
      since,
    );
    const ended = once(first.child, "exit");
    process.kill(-first.child.pid!, "SIGKILL");
    await ended;
    const second = await openProfile(profile);
    await signIn(second.page);
    await second.page.goto(path);
    await second.page.locator("#live[data-ready]").waitFor({ state: "attached" });
    assert.equal(await second.page.locator("#markdown").inputValue(), typed);
    await second.page.locator("#live", { hasText: "Saved." }).waitFor();
    const saved = await fetch(path, { headers: { cookie } });
    assert.equal(fieldsOf((await saved.text()).split('id="draft"')[1]!)["markdown"], typed);
    const gone = once(second.child, "exit");
    await second.browser.close();
    process.kill(-second.child.pid!, "SIGKILL");
    await gone;
  }
});

test("W12 by keyboard alone: marks around words, the preview and the weight follow, nothing breaks the policy", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  succeed(["import", "campaign"], env);
  await using server = await serve(env);
  const cookie = await cookieOf(server, env);
  const profile = join(folder.dir, "profile");
  const { browser, page, child } = await openProfile(profile);
  const wrong: string[] = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  const [cookieName = "", value = ""] = cookie.split(";")[0]!.split("=");
  await page.context().addCookies([{ name: cookieName, value, url: `${server.base}/desk` }]);
  await page.goto(`${server.base}/desk/stories`);
  await page.getByLabel("Title").focus();
  await page.keyboard.type("By keyboard");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  await page.locator("#live[data-ready]").waitFor({ state: "attached" });
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
    "**mast\n\n> We climb.\n> — Who says it\n\n**",
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
  const gone = once(child, "exit");
  await browser.close();
  process.kill(-child.pid!, "SIGKILL");
  await gone;
});
