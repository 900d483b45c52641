/** The desk as people come to it: by a link or with a PIN, without script, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  succeed(["import", "campaign"], env);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** A browser of somebody else's, without script. */
async function person(): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  return context.newPage();
}
const invited = (role: string, name: string): string =>
  new URL(succeed(["account", "invite", role, "--name", name], env).trim()).pathname;

test("D1 an invitation opens the desk once; without one the way leads to the sign-in", async () => {
  const page = await person();
  await page.goto(`${server.base}/desk`);
  assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
  const link = invited("editor", "Amina");
  await page.goto(server.base + link);
  await page.goto(server.base + link); // a look uses nothing up
  await page.getByRole("button", { name: "Come in" }).click();
  assert.match(await page.innerText("h1"), /Amina/);
  const [cookie] = await page.context().cookies(`${server.base}/desk`);
  assert.equal(cookie?.path, "/desk");
  assert.deepEqual(await page.context().cookies(`${server.base}/stories`), []);
  const other = await person();
  await other.goto(server.base + link);
  await other.getByRole("button", { name: "Come in" }).click();
  assert.match(await other.innerText('[role="alert"]'), /used already/);
});

test("D2 a part of the desk that is not one's own stays shut, and a form of another site does nothing", async () => {
  const page = await person();
  await page.goto(server.base + invited("contributor", "Joseph"));
  await page.getByRole("button", { name: "Come in" }).click();
  assert.equal((await page.goto(`${server.base}/desk/accounts`))?.status(), 403);
  const [cookie] = await page.context().cookies(`${server.base}/desk`);
  const foreign = await fetch(`${server.base}/desk/sign-out`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "cross-site" },
  });
  assert.equal(foreign.status, 403);
  assert.equal((await page.goto(`${server.base}/desk`))?.status(), 200);
});

test("D3 who signs out is out", async () => {
  const page = await person();
  await page.goto(server.base + invited("owner", "Li"));
  await page.getByRole("button", { name: "Come in" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(`${server.base}/desk`);
  assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
  assert.match(cnd(["account", "list"], env).out, /Li\towner/);
});
