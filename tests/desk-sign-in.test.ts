/** The ways in to the desk, for whom they open and for how long, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { click, press } from "./clicks.ts";
import { alert, heading, ownersDesk } from "./desk-people.ts";
import { withKeys } from "./second-proof.ts";

let base: string;
const { house, person, enter, invite, aged } = ownersDesk((ready) => {
  ({ base } = ready);
});

test("D8 a PIN of eight digits and a name come in; one that anybody would try is refused", async () => {
  const page = await enter(await person(), await invite("Joseph", "contributor"));
  const set = async (pin: string, again = pin) => {
    await page.goto(`${base}/desk/me`);
    await page.getByLabel(/^New PIN/).fill(pin);
    await page.getByLabel(/^Repeat the PIN/).fill(again);
    await press(page, "Set the PIN");
  };
  for (const pin of ["1234567", "12345678", "87654321", "11111111", "12121212", "19840312"]) {
    await set(pin);
    assert.ok(await page.locator("#pin-problem").isVisible(), pin);
  }
  await set("48213377", "48213378");
  assert.ok(await page.locator("#again-problem").isVisible());
  await set("4821 3377");
  assert.match(await page.innerText('[role="status"]'), /PIN saved/);
  const other = await person();
  await other.goto(`${base}/desk/sign-in`);
  await other.getByLabel("Your name").fill("Joseph");
  await other.getByLabel("PIN", { exact: true }).fill("48213377");
  await press(other, "Sign in");
  assert.match(await heading(other), /Joseph/);
});

test("D9 a code signs in another device, once", async () => {
  const page = await enter(await person(), await invite("Meera", "editor"));
  await page.goto(`${base}/desk/me`);
  await press(page, "Show a code");
  assert.ok(await page.locator("svg.code").isVisible());
  const link = await page.inputValue("#link");
  assert.match(await heading(await enter(await person(), link)), /Meera/);
  assert.match(await alert(await enter(await person(), link)), /already been used/);
});

test("D10 a passkey is added, signs in, and signs in no more once it is removed", async () => {
  const page = await enter(await person(true), await invite("Tomás", "editor"));
  await withKeys(page);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Add a passkey/);
  await page.waitForURL(/passkeySaved/);
  assert.match(await page.innerText("main"), /Passkey 1, added on/);
  await page.goto(`${base}/desk`);
  await press(page, "Sign out");
  const answers: string[] = [];
  page.on("request", (one) => {
    if (one.url().endsWith("/desk/passkey/answer")) answers.push(one.postData()!);
  });
  await press(page, "Sign in with a passkey");
  await page.waitForURL(`${base}/desk`);
  assert.match(await heading(page), /Tomás/);
  // The same answer again, from somebody who saw it go by.
  const [body] = answers;
  const again = await fetch(`${base}/desk/passkey/answer`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: body!,
  });
  assert.equal(again.status, 403);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Remove passkey 1/);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Sign out$/);
  await press(page, "Sign in with a passkey");
  await page.getByText("The passkey did not work").waitFor();
});

test("D1 the answer to a mail address tells nobody whether an account has it, nor whether its server takes mail", async () => {
  await invite("Noor", "editor", "noor@example.org");
  house.post.refuse("550 nobody here");
  const asked = async (email: string) => {
    const body = new URLSearchParams({ way: "mail", email });
    const answer = await fetch(`${base}/desk/sign-in`, { method: "POST", body });
    return { status: answer.status, text: await answer.text() };
  };
  const [known, unknown] = [await asked("noor@example.org"), await asked("nobody@example.org")];
  house.post.refuse("");
  assert.equal(unknown.status, 200);
  assert.match(unknown.text, /If an account uses this address/);
  assert.deepEqual(known, unknown);
});

async function until(holds: () => boolean, what: string): Promise<void> {
  for (let i = 0; !holds(); i++) {
    assert.ok(i < 1000, `Expected that ${what}, but it did not in 20 s`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

const post = (path: string, fields: Record<string, string>, from: string) =>
  fetch(base + path, {
    method: "POST",
    redirect: "manual",
    headers: { "x-forwarded-for": from },
    body: new URLSearchParams(fields),
  });

test("D24 bad sign-ins from elsewhere close no way in: not a PIN's, a link's, a mail's or a passkey's", async () => {
  const page = await enter(await person(), await invite("Nia", "owner", "nia@example.org"));
  await page.goto(`${base}/desk/me`);
  await page.getByLabel(/^New PIN/).fill("48213377");
  await page.getByLabel(/^Repeat the PIN/).fill("48213377");
  await press(page, "Set the PIN");
  const pathname = await invite("Guest", "contributor");
  const bad = async (from: string) => {
    const answer = await post(`/desk/link/${"A".repeat(22)}`, {}, from);
    await answer.arrayBuffer();
    return answer.status;
  };
  for (let i = 0; i < 31; i++) {
    const some = await Promise.all(Array.from({ length: 20 }, () => bad(`203.0.${i}.9`)));
    assert.deepEqual(new Set(some), new Set([403]));
  }
  const byPin = (pin: string, from: string) =>
    post("/desk/sign-in", { way: "pin", name: "Nia", pin }, from);
  for (let i = 0; i < 8; i++) assert.notEqual((await byPin("00000000", "203.0.0.9")).status, 303);
  assert.equal((await byPin("48213377", "203.0.0.9")).status, 403);
  assert.equal((await byPin("48213377", "198.51.100.1")).status, 303);
  assert.equal((await post(pathname, {}, "203.0.0.9")).status, 303);
  assert.equal((await post("/desk/passkey/ask", {}, "203.0.0.9")).status, 200);
  const before = house.post.letters.length;
  await post("/desk/sign-in", { way: "mail", email: "nia@example.org" }, "203.0.0.9");
  await until(() => house.post.letters.length > before, "the letter comes");
});

test("D23 of many requests for a link three mails go out, each link of them signs in, and the words are the same", async () => {
  await invite("Ola", "editor", "ola@example.org");
  const before = house.post.letters.length;
  const said = new Set<string>();
  for (let i = 0; i < 40; i++) {
    const fields = { way: "mail", email: "ola@example.org" };
    const answer = await post("/desk/sign-in", fields, `203.0.${i}.9`);
    said.add(`${answer.status} ${await answer.text()}`);
  }
  assert.equal(said.size, 1);
  await until(() => house.post.letters.length >= before + 3, "three letters come");
  // One to somebody else, asked afterwards, has overtaken none of hers.
  await invite("Pau", "editor", "pau@example.org");
  const hers = house.post.letters.slice(before).filter((one) => /To: ola@/.test(one));
  assert.equal(hers.length, 3);
  for (const letter of hers) {
    const path = /\/desk\/link\/[\w-]+/.exec(letter.replaceAll("=\n", ""))![0];
    assert.match(await heading(await enter(await person(), path)), /Ola/);
  }
  let last = 200;
  for (let i = 0; i < 70; i++)
    last = (await post("/desk/sign-in", { way: "mail", email: `x${i}@example.org` }, "192.0.2.1"))
      .status;
  assert.equal(last, 429, "one network asks for so many links in an hour and no more");
});

test("D26 what opens the desk is changed by whoever came in lately alone; then every other sign-in ends", async () => {
  const page = await enter(await person(), await invite("Zuri", "owner", "zuri@example.org"));
  const pinForm = { pin: "48213377", again: "48213377" };
  const cookie = async (of: Page) =>
    (await of.context().cookies(`${base}/desk`)).map((c) => `${c.name}=${c.value}`).join("; ");
  const asks = async (of: Page, path: string, fields: Record<string, string> = {}) =>
    fetch(base + path, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: await cookie(of) },
      body: new URLSearchParams(fields),
    });
  await aged("Zuri", 16);
  for (const path of ["/desk/me/pin", "/desk/me/passkeys", "/desk/me/device"]) {
    const answer = await asks(page, path, { ...pinForm, id: "x" });
    assert.equal(answer.headers.get("location"), "/desk/sign-in?again&then=%2Fdesk%2Fme", path);
  }
  const asked = await asks(page, "/desk/me/passkey/ask");
  assert.ok(asked.status !== 200);
  const fields = { name: "Mallory", role: "owner", email: "", lang: "en" };
  const invited = await asks(page, "/desk/accounts/invite", fields);
  assert.match(invited.headers.get("location")!, /sign-in\?again/);
  await page.goto(`${base}/desk/accounts`);
  assert.doesNotMatch(await page.innerText("main"), /Mallory/);
  await page.goto(`${base}/desk/me`);
  assert.equal(await page.getByLabel(/^New PIN/).count(), 0);
  await click(page.getByRole("link", { name: "Confirm your identity" }));
  assert.match(await heading(page), /Confirm your identity/);
  await enter(page, await house.linkOf("Zuri"));
  await page.goto(`${base}/desk/me`);
  assert.equal(await page.getByRole("button", { name: /^Sign out ./ }).count(), 0, "one sign-in");
  const elsewhere = await enter(await person(), await house.linkOf("Zuri"));
  await page.getByLabel(/^New PIN/).fill("48213377");
  await page.getByLabel(/^Repeat the PIN/).fill("48213377");
  await press(page, "Set the PIN");
  assert.match(await page.innerText('[role="status"]'), /signed out everywhere else/);
  await elsewhere.goto(`${base}/desk`);
  assert.equal(new URL(elsewhere.url()).pathname, "/desk/sign-in");
});
