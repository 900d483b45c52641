/** The desk as people come to it: by a link or with a PIN, without script, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { cnd } from "../tools/program.ts";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();

test("D1 an invitation opens the desk once; without one the way leads to the sign-in", async () => {
  const page = await house.person();
  await page.goto(`${house.base}/desk`);
  assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
  const { out } = cnd(["account", "invite", "editor", "--name", "Amina"], house.env);
  const link = new URL(out).pathname;
  await page.goto(house.base + link);
  await page.goto(house.base + link); // a look uses nothing up
  await press(page, "Sign in");
  assert.match(await page.innerText("h1"), /Amina/);
  const [cookie] = await page.context().cookies(`${house.base}/desk`);
  assert.equal(cookie?.path, "/desk");
  assert.deepEqual(await page.context().cookies(`${house.base}/stories`), []);
  const other = await house.person();
  await other.goto(house.base + link);
  await press(other, "Sign in");
  assert.match(await other.innerText('[role="alert"]'), /already been used/);
});

test("D2 a part of the desk that is not one's own stays shut, and a form of another site does nothing", async () => {
  const page = await house.person();
  await page.goto(house.base + (await house.invited("contributor", "Joseph")));
  await press(page, "Sign in");
  assert.equal((await page.goto(`${house.base}/desk/accounts`))?.status(), 403);
  const [cookie] = await page.context().cookies(`${house.base}/desk`);
  const foreign = await fetch(`${house.base}/desk/sign-out`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "cross-site" },
  });
  assert.equal(foreign.status, 403);
  for (const origin of ["null", "nonsense", "https://elsewhere.example"]) {
    const unsure = await fetch(`${house.base}/desk/sign-in`, {
      method: "POST",
      headers: { origin },
    });
    assert.equal(unsure.status, 403, origin);
  }
  assert.equal((await page.goto(`${house.base}/desk`))?.status(), 200);
});

test("D3 who signs out is out", async () => {
  const page = await house.person();
  await page.goto(house.base + (await house.invited("owner", "Li")));
  await press(page, "Sign in");
  await press(page, "Sign out");
  await page.goto(`${house.base}/desk`);
  assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
  assert.match(cnd(["account", "list"], house.env).out, /Li\towner/);
});
