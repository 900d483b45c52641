/** What is asked beside a PIN or a link by mail: passkeys, and codes from an app, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { alert, heading, ownersDesk, pathOf } from "./desk-people.ts";
import { appOn, byPin, setCodes, setPin, withKeys } from "./second-proof.ts";

let base: string;
let owner: Page;
const { house, person, enter, invite, aged } = ownersDesk((ready) => {
  ({ base, owner } = ready);
});

test("D27 an owner asks a second factor of a role: a PIN alone adds none, then it is asked, and nothing else opens", async () => {
  const page = await enter(await person(true), await invite("Owen", "owner"));
  const choose = async (isOn: boolean) => {
    await page.goto(`${base}/desk/accounts`);
    await page.getByRole("checkbox", { name: "planner" }).setChecked(isOn);
    await press(page, "Save these roles");
  };
  await choose(true);
  assert.match(await alert(page), /First add your own passkey or codes/);
  await withKeys(page);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Add a passkey/);
  await page.waitForURL(/passkeySaved/);
  const guest = await enter(await person(true), await invite("Pia", "planner"));
  assert.match(await heading(guest), /Pia/, "an owner's link vouches");
  await setPin(guest, base);
  await byPin(guest, base, "Pia");
  await guest.goto(`${base}/desk/me`);
  await press(guest, "Show a code");
  const [, weak] = /(\/desk\/link\/[\w-]+)/.exec(await guest.inputValue("#link"))!;
  await choose(true);
  assert.ok(await page.getByRole("checkbox", { name: "planner" }).isChecked());

  for (const path of ["/desk", "/desk/me", "/desk/plans", "/desk/me/codes"]) {
    await guest.goto(base + path);
    assert.equal(pathOf(guest), "/desk/second", path);
  }
  assert.match(await guest.innerText("main"), /Ask an owner for a new link/);
  const added = await guest.request.post(`${base}/desk/me/passkey/ask`);
  assert.equal(new URL(added.url()).pathname, "/desk/second", "a PIN adds no second factor");
  await enter(guest, weak!);
  assert.equal(pathOf(guest), "/desk/second", "a code of a PIN's sign-in vouches for no more");
  await enter(guest, await house.linkOf("Pia"));
  await withKeys(guest);
  await guest.goto(`${base}/desk/me`);
  await press(guest, /^Add a passkey/);
  await guest.waitForURL(/passkeySaved/);
  await byPin(guest, base, "Pia");
  assert.equal(pathOf(guest), "/desk/second");
  assert.deepEqual(await axeFinds(guest, base, ["/desk/second"]), []);
  await guest.goto(`${base}/desk/plans`);
  await press(guest, "Sign in with a passkey");
  await guest.waitForURL(`${base}/desk/plans`);
  await page.goto(`${base}/desk/accounts`);
  assert.match(await page.innerText("main"), /Pia\s+planner · has a PIN · has a second proof/);
  await choose(false);
});

for (const [how, script] of [
  ["without script", false],
  ["with script, without what axe finds", true],
] as const)
  test(`D28 codes from an app are set up, asked after a PIN, made anew and removed, ${how}`, async () => {
    const name = `Ada ${script}`;
    const page = await enter(await person(script), await invite(name, "editor"));
    await setPin(page, base);
    const elsewhere = await enter(await person(), await house.linkOf(name));
    await click(page.getByRole("link", { name: "Set up codes" }));
    const app = await appOn(page);
    assert.match(
      (await page.getByRole("link", { name: "Open the app" }).getAttribute("href"))!,
      /^otpauth:\/\/totp\//,
    );
    await page.getByLabel("The six digits").fill("000000");
    await press(page, "Confirm");
    assert.match(await page.innerText("#code-problem"), /These digits are not valid/);
    await page.getByLabel("The six digits").fill(app());
    await press(page, "Confirm");
    assert.match(await heading(page), /ten backup codes/);
    const backup = await page.locator("code").allInnerTexts();
    assert.equal(backup.length, 10);
    await elsewhere.goto(`${base}/desk`);
    assert.equal(pathOf(elsewhere), "/desk/sign-in", "every other sign-in has ended");

    await byPin(page, base, name);
    assert.equal(pathOf(page), "/desk/second");
    if (script) assert.deepEqual(await axeFinds(page, base, ["/desk/second"]), []);
    await page.goto(`${base}/desk/stories`);
    const prove = async (code: string) => {
      await page.getByLabel(/^Code from your app/).fill(code);
      await press(page, "Sign in");
    };
    await prove("123456");
    assert.match(await alert(page), /code is wrong/);
    const code = app();
    await prove(code);
    assert.equal(pathOf(page), "/desk/stories", "where they wanted to go");
    await byPin(page, base, name);
    await prove(code);
    assert.match(await alert(page), /already been used/);
    await prove(backup[0]!);
    assert.match(await heading(page), new RegExp(name));

    await page.goto(`${base}/desk/me`);
    assert.match(await page.innerText("main"), /Backup codes left: 9/);
    if (script) assert.deepEqual(await axeFinds(page, base, ["/desk/me", "/desk/me/codes"]), []);
    await page.goto(`${base}/desk/me`);
    await press(page, "Create new backup codes");
    const newer = await page.locator("code").allInnerTexts();
    assert.equal(newer.length, 10);
    await byPin(page, base, name);
    await prove(backup[1]!);
    assert.match(await alert(page), /code is wrong/, "new ones end the older");
    await prove(newer[0]!);
    const third = await enter(await person(), await house.linkOf(name));
    await page.goto(`${base}/desk/me`);
    await press(page, "Remove the codes");
    assert.match(await page.innerText('[role="status"]'), /Codes removed/);
    await third.goto(`${base}/desk`);
    assert.equal(pathOf(third), "/desk/sign-in", "every other sign-in has ended again");
    await byPin(page, base, name);
    assert.equal(pathOf(page), "/desk");
    await aged(name, 16);
    for (const [method, path] of [
      ["get", "/desk/me/codes"],
      ["post", "/desk/me/codes"],
      ["post", "/desk/me/codes/backup"],
      ["post", "/desk/me/codes/remove"],
    ] as const) {
      const answer = await page.request[method](base + path, { maxRedirects: 0 });
      assert.match(answer.headers()["location"] ?? "", /sign-in\?again/, path);
    }
  });

test("D29 an owner removes the second factor of somebody whose phone is lost: every sign-in ends, a new link brings in", async () => {
  const page = await enter(await person(true), await invite("Nilo", "editor"));
  await withKeys(page);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Add a passkey/);
  await page.waitForURL(/passkeySaved/);
  await setCodes(page, base);
  await owner.goto(`${base}/desk/accounts`);
  await click(owner.getByRole("link", { name: "Change Nilo" }));
  await press(owner, "Remove passkeys and codes");
  assert.equal(await owner.getByRole("button", { name: "Remove passkeys and codes" }).count(), 0);
  await page.goto(`${base}/desk`);
  assert.equal(pathOf(page), "/desk/sign-in");
  await enter(page, await house.linkOf("Nilo"));
  await page.goto(`${base}/desk/me`);
  assert.doesNotMatch(await page.innerText("main"), /Backup codes left|Passkey 1/);
});
