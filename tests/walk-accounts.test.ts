/** Coming to the desk, staying and leaving, by keyboard alone and without script (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { tabbedThrough } from "./hands.ts";
import { byPin, setCodes, setPin, withKeys } from "./second-proof.ts";

const house = deskHouse({ isNew: true, mail: true });
const person = (script: boolean): Promise<Page> => house.person({ script });
const heading = (page: Page): Promise<string> => page.innerText("h1");

for (const [way, hands] of Object.entries(EACH_WAY)) {
  const script = way === "by keyboard alone";
  const named = (name: string) => `${name} ${script ? "K" : "P"}`;
  const mailOf = (name: string) => `${name.toLowerCase()}-${script ? "k" : "p"}@example.org`;

  test(`D4 an owner invites, changes a role, closes an account and opens it again ${way}`, async () => {
    const owner = hands(await person(script));
    const { page } = owner;
    await page.goto(house.base + (await house.invited("owner", named("Li"))));
    await owner.press("Sign in");
    await owner.follow("Accounts");
    await owner.fill("Name at the desk", named("Amina"));
    await owner.choose("Role", "editor");
    await owner.fill("Email", mailOf("Amina"));
    await owner.press("Create a link");
    await owner.said(/sent to amina/);
    const link = await page.inputValue("#link");
    const guest = hands(await person(script));
    await guest.page.goto(house.base + new URL(link).pathname);
    await guest.press("Sign in");
    assert.match(await heading(guest.page), /Amina/);
    await owner.follow("Accounts");
    await owner.follow(`Change ${named("Amina")}`);
    await owner.choose("Role", "moderator");
    await owner.press("Change the role");
    await owner.said(/^Done\.$/);
    await owner.press("Close the account");
    await owner.said(/^Done\.$/);
    await guest.page.reload();
    assert.equal(new URL(guest.page.url()).pathname, "/desk/sign-in");
    await owner.press("Reopen it");
    await owner.said(/^Done\.$/);
  });

  test(`D7 a PIN, a link by mail and a code sign in; a sign-in is ended elsewhere ${way}`, async () => {
    const mail = mailOf("Rosa");
    const own = hands(await person(script));
    await own.page.goto(house.base + (await house.invited("editor", named("Rosa"), mail)));
    await own.press("Sign in");
    await own.follow("You");
    await own.fill("New PIN", "1234 5678");
    await own.fill("Repeat the PIN", "1234 5678");
    await own.press("Set the PIN");
    await own.said(/No changes have been made yet/);
    await own.fill("New PIN", "4821 3377");
    await own.fill("Repeat the PIN", "4821 3377");
    await own.press("Set the PIN");
    await own.said(/PIN saved/);

    const other = hands(await person(script));
    await other.page.goto(`${house.base}/desk/sign-in`);
    await other.fill("Your name", named("Rosa"));
    await other.fill("PIN", "00000000");
    await other.press("Sign in");
    await other.said(/do not match/);
    await other.fill("Your name", named("Rosa"));
    await other.fill("PIN", "48213377");
    await other.press("Sign in");
    assert.match(await heading(other.page), /Rosa/);

    await own.follow("You");
    await own.press(/^Sign out ./);
    await own.said(/./);
    await other.page.reload();
    assert.equal(new URL(other.page.url()).pathname, "/desk/sign-in");
    const before = house.post.letters.length;
    await other.fill("Your email", mail);
    await other.press("Send me a link");
    for (let i = 0; house.post.letters.length === before; i++) {
      assert.ok(i < 500, "the link does not come");
      await new Promise((done) => setTimeout(done, 20));
    }
    const letter = house.post.letters.at(-1)!.replaceAll("=\n", "");
    await other.page.goto(house.base + /\/desk\/link\/[\w-]+/.exec(letter)![0]);
    await other.press("Sign in");
    assert.match(await heading(other.page), /Rosa/);

    await own.page.goto(`${house.base}/desk/me`);
    await own.press("Show a code");
    const third = hands(await person(script));
    await third.page.goto(house.base + new URL(await own.page.inputValue("#link")).pathname);
    await third.press("Sign in");
    assert.match(await heading(third.page), /Rosa/);
    await third.follow("You");
    await third.press("Sign out");
    await third.page.goto(`${house.base}/desk`);
    assert.equal(new URL(third.page.url()).pathname, "/desk/sign-in");
  });
}

test("D10 a passkey is added by keyboard alone; without script the page says what it needs", async () => {
  const plain = EACH_WAY["without script"](await person(false));
  await plain.page.goto(house.base + (await house.invited("editor", "Tomás")));
  await plain.press("Sign in");
  await plain.follow("You");
  assert.ok(await plain.page.locator("[data-no-passkey]").isVisible());
  assert.equal(await plain.page.getByRole("button", { name: /^Add a passkey/ }).count(), 0);
  const keys = EACH_WAY["by keyboard alone"](await person(true));
  await withKeys(keys.page);
  await keys.page.goto(house.base + (await house.invited("editor", "Meera")));
  await keys.press("Sign in");
  await keys.follow("You");
  await keys.press(/^Add a passkey/);
  await keys.said(/./);
  await keys.press(/^Remove passkey 1/);
  await keys.said(/./);
});

test("D11 Tab goes through each page of accounts in its order, is seen at each stop and comes out; axe finds nothing", async () => {
  const page = await house.signedIn("owner", "Walker", { script: true });
  await page.goto(`${house.base}/desk/accounts`);
  const one = await page
    .getByRole("link", { name: /^Change / })
    .first()
    .getAttribute("href");
  const paths = ["/desk", "/desk/accounts", one!, "/desk/me", "/desk/me/codes"];
  const found: string[] = [];
  for (const path of paths) found.push(...(await tabbedThrough(page, house.base + path)));
  const stranger = await person(true);
  found.push(...(await tabbedThrough(stranger, `${house.base}/desk/sign-in`)));
  assert.deepEqual(found, []);
  paths.push(`${one}?done`, "/desk/me?done=pinSaved");
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});

test("D27 D28 Tab goes through the page that asks a second proof and that of codes set up; axe finds nothing", async () => {
  const page = await house.signedIn("editor", "Ada", { script: true });
  await setPin(page, house.base);
  await withKeys(page);
  await page.goto(`${house.base}/desk/me`);
  await press(page, /^Add a passkey/);
  await page.waitForURL(/passkeySaved/);
  const app = await setCodes(page, house.base);
  const found = await tabbedThrough(page, `${house.base}/desk/me`);
  await byPin(page, house.base, "Ada");
  assert.equal(new URL(page.url()).pathname, "/desk/second");
  found.push(...(await tabbedThrough(page, `${house.base}/desk/second`)));
  assert.deepEqual(found, []);
  assert.deepEqual(await axeFinds(page, house.base, ["/desk/second"]), []);
  const keys = EACH_WAY["by keyboard alone"](page);
  await page.goto(`${house.base}/desk/second`);
  await keys.fill("Code from your app", "123456");
  await keys.press("Sign in");
  await keys.said(/code is wrong/);
  await keys.fill("Code from your app", app());
  await keys.press("Sign in");
  assert.match(await heading(page), /Ada/);
});
