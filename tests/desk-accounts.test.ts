/** Who may come to the desk and by which way: owners at work and one's own page, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { PERMISSIONS, ROLES, may } from "../src/platform/accounts/roles.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

let base: string;
let owner: Page;
const house = deskHouse({ isNew: true, mail: true }, async (open) => {
  base = open.base;
  owner = await open.signedIn("owner", "Li");
});

const person = (script = false): Promise<Page> => house.person({ script });
const enter = (page: Page, link: string): Promise<Page> => house.enter(page, link);
const heading = (page: Page) => page.innerText("h1");
const alert = (page: Page) => page.innerText('[role="alert"]');

async function invite(name: string, role: string, email = ""): Promise<string> {
  await owner.goto(`${base}/desk/accounts`);
  await owner.getByLabel(/^Name at the desk/).fill(name);
  await owner.getByLabel("Role", { exact: true }).selectOption(role);
  await owner.getByLabel(/^Mail/).fill(email);
  await press(owner, "Make a link");
  assert.equal(await owner.locator("#name-problem").count(), 0, name);
  return owner.inputValue("#link");
}
/** Their sign-ins are so many minutes older. */
const aged = (name: string, minutes: number): Promise<void> => house.aged(name, minutes);

test("D4 an owner invites: the link is shown as text and code, is mailed where there is an address, and brings in", async () => {
  const link = await invite("Amina", "editor", "amina@example.org");
  assert.ok(await owner.locator("svg.code").isVisible());
  assert.match(await owner.innerText('[role="status"]'), /sent to amina@example.org/);
  assert.match(house.post.letters.at(-1)!, /To: amina@example.org[^]*Hello Amina/);
  assert.ok(house.post.letters.at(-1)!.replaceAll("=\n", "").includes(new URL(link).pathname));
  const page = await enter(await person(), link);
  assert.match(await heading(page), /Amina/);
  assert.equal((await page.goto(`${base}/desk/accounts`))?.status(), 403);
  await owner.reload(); // the form again: nobody is invited twice
  assert.match(await alert(owner), /Nothing was changed/);
  assert.match(await owner.innerText("#name-problem"), /Amina already/);
  assert.equal(await owner.inputValue("#email"), "amina@example.org");
});

test("D5 a role is changed at once, a closed account is out and comes back; nobody changes their own", async () => {
  const page = await enter(await person(), await invite("Kwame", "contributor"));
  await owner.goto(`${base}/desk/accounts`);
  await click(owner.getByRole("link", { name: "Change Kwame" }));
  const at = owner.url();
  await owner.getByLabel("Role", { exact: true }).selectOption("moderator");
  await press(owner, "Change the role");
  await page.goto(`${base}/desk`);
  assert.match(await page.innerText("main"), /as moderator/);
  await press(owner, "Close the account");
  await page.goto(`${base}/desk`);
  assert.equal(new URL(page.url()).pathname, "/desk/sign-in");
  await press(owner, "Open it again");
  await press(owner, "Make a new link");
  await enter(page, await owner.inputValue("#link"));
  assert.match(await heading(page), /Kwame/);
  // A moderator posts what only owners may.
  const id = new URL(at).pathname.split("/").at(-1)!;
  const cookie = (await page.context().cookies(`${base}/desk`)).map((c) => `${c.name}=${c.value}`);
  const raised = await fetch(`${base}/desk/accounts/${id}/role`, {
    method: "POST",
    redirect: "manual",
    headers: {
      cookie: cookie.join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "role=owner",
  });
  assert.equal(raised.status, 403);
  await owner.goto(`${base}/desk/accounts`);
  await click(owner.getByRole("link", { name: "Change Li" }));
  assert.match(await owner.innerText("main"), /your own account/);
  assert.equal(await owner.getByRole("button", { name: /Close|role/ }).count(), 0);
});

test("D6 the page shows which role may do what, as the one table says it", async () => {
  await owner.goto(`${base}/desk/accounts`);
  const rows = await owner.$$eval("tbody tr", (all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent === "may")),
  );
  assert.deepEqual(
    rows,
    PERMISSIONS.map((what) => ROLES.map((role) => may(role, what))),
  );
});

test("D7 one sees where one is signed in and ends it there; somebody else's sign-in stays", async () => {
  const here = await enter(await person(), await invite("Rosa", "editor"));
  await owner.goto(`${base}/desk/accounts`);
  await click(owner.getByRole("link", { name: "Change Rosa" }));
  await press(owner, "Make a new link");
  const there = await enter(await person(), await owner.inputValue("#link"));
  await here.goto(`${base}/desk/me`);
  assert.match(await here.innerText("main"), /this device/);
  const id = await here.getAttribute('form[action="/desk/me/sign-ins"] input', "value");
  await owner.goto(`${base}/desk/me`);
  const foreign = await owner.request.post(`${base}/desk/me/sign-ins`, { form: { id: id! } });
  assert.equal(foreign.status(), 200);
  assert.equal((await there.goto(`${base}/desk/me`))?.status(), 200);
  assert.equal(await heading(there), "Rosa");
  await press(here, /^Sign out ./);
  await there.goto(`${base}/desk`);
  assert.equal(new URL(there.url()).pathname, "/desk/sign-in");
});

test("D8 a PIN of eight digits and a name come in; one that anybody would try is refused", async () => {
  const page = await enter(await person(), await invite("Joseph", "contributor"));
  const set = async (pin: string, again = pin) => {
    await page.goto(`${base}/desk/me`);
    await page.getByLabel(/^New PIN/).fill(pin);
    await page.getByLabel(/^The same/).fill(again);
    await press(page, "Set the PIN");
  };
  for (const pin of ["1234567", "12345678", "87654321", "11111111", "12121212", "19840312"]) {
    await set(pin);
    assert.ok(await page.locator("#pin-problem").isVisible(), pin);
  }
  await set("48213377", "48213378");
  assert.ok(await page.locator("#again-problem").isVisible());
  await set("4821 3377");
  assert.match(await page.innerText('[role="status"]'), /PIN is set/);
  const other = await person();
  await other.goto(`${base}/desk/sign-in`);
  await other.getByLabel("Your name").fill("Joseph");
  await other.getByLabel("PIN", { exact: true }).fill("48213377");
  await press(other, "Come in");
  assert.match(await heading(other), /Joseph/);
});

test("D9 a code signs in another device, once", async () => {
  const page = await enter(await person(), await invite("Meera", "editor"));
  await page.goto(`${base}/desk/me`);
  await press(page, "Show a code");
  assert.ok(await page.locator("svg.code").isVisible());
  const link = await page.inputValue("#link");
  assert.match(await heading(await enter(await person(), link)), /Meera/);
  assert.match(await alert(await enter(await person(), link)), /used already/);
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
  await page.getByText("That did not work").waitFor();
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
  assert.match(unknown.text, /If an account has this address/);
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
  await page.getByLabel(/^The same/).fill("48213377");
  await press(page, "Set the PIN");
  const { pathname } = new URL(await invite("Guest", "contributor"));
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
  await click(page.getByRole("link", { name: "Confirm that it is you" }));
  assert.match(await heading(page), /Confirm that it is you/);
  await enter(page, await house.linkOf("Zuri"));
  await page.goto(`${base}/desk/me`);
  assert.equal(await page.getByRole("button", { name: /^Sign out ./ }).count(), 0, "one sign-in");
  const elsewhere = await enter(await person(), await house.linkOf("Zuri"));
  await page.getByLabel(/^New PIN/).fill("48213377");
  await page.getByLabel(/^The same/).fill("48213377");
  await press(page, "Set the PIN");
  assert.match(await page.innerText('[role="status"]'), /Every other sign-in of yours has ended/);
  await elsewhere.goto(`${base}/desk`);
  assert.equal(new URL(elsewhere.url()).pathname, "/desk/sign-in");
});

test("D25 a name that reads like an address is refused, and says why; so no mail of ours carries a link of others", async () => {
  for (const name of ["evil.example/login", "Li evil\u2024example"]) {
    await invite(name, "editor", "victim@example.org").catch(() => "");
    assert.match(await owner.innerText("#name-problem"), /read like an address/);
  }
  assert.ok(!house.post.letters.some((one) => /victim@/.test(one)));
});

async function withKeys(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an app on a phone does with the key that a page shows. */
async function appOn(page: Page): Promise<() => string> {
  const key = (await page.locator("#key").inputValue()).replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  let last = 0;
  return () => {
    // Of the three that hold the first that was not used: a test waits for no half minute.
    last = Math.max(last + 1, app.counter() - 1);
    return app.generate({ timestamp: last * 30_000 });
  };
}
const setPin = async (page: Page) => {
  await page.goto(`${base}/desk/me`);
  await page.getByLabel(/^New PIN/).fill("48213377");
  await page.getByLabel(/^The same/).fill("48213377");
  await press(page, "Set the PIN");
};
const byPin = async (page: Page, name: string) => {
  await page.goto(`${base}/desk/sign-in`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("PIN", { exact: true }).fill("48213377");
  await press(page, "Come in");
};
const pathOf = (page: Page) => new URL(page.url()).pathname;

test("D27 an owner asks a second factor of a role: a PIN alone adds none, then it is asked, and nothing else opens", async () => {
  const page = await enter(await person(true), await invite("Owen", "owner"));
  const choose = async (isOn: boolean) => {
    await page.goto(`${base}/desk/accounts`);
    await page.getByRole("checkbox", { name: "planner" }).setChecked(isOn);
    await press(page, "Save these roles");
  };
  await choose(true);
  assert.match(await alert(page), /Add a passkey or codes of your own first/);
  await withKeys(page);
  await page.goto(`${base}/desk/me`);
  await press(page, /^Add a passkey/);
  await page.waitForURL(/passkeySaved/);
  const guest = await enter(await person(true), await invite("Pia", "planner"));
  assert.match(await heading(guest), /Pia/, "an owner's link vouches");
  await setPin(guest);
  await byPin(guest, "Pia");
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
  await byPin(guest, "Pia");
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
    await setPin(page);
    const elsewhere = await enter(await person(), await house.linkOf(name));
    await click(page.getByRole("link", { name: "Set up codes" }));
    const app = await appOn(page);
    assert.match(
      (await page.getByRole("link", { name: "Open the app" }).getAttribute("href"))!,
      /^otpauth:\/\/totp\//,
    );
    await page.getByLabel("The six digits").fill("000000");
    await press(page, "Confirm");
    assert.match(await page.innerText("#code-problem"), /not the digits of this moment/);
    await page.getByLabel("The six digits").fill(app());
    await press(page, "Confirm");
    assert.match(await heading(page), /ten backup codes/);
    const backup = await page.locator("code").allInnerTexts();
    assert.equal(backup.length, 10);
    await elsewhere.goto(`${base}/desk`);
    assert.equal(pathOf(elsewhere), "/desk/sign-in", "every other sign-in has ended");

    await byPin(page, name);
    assert.equal(pathOf(page), "/desk/second");
    if (script) assert.deepEqual(await axeFinds(page, base, ["/desk/second"]), []);
    await page.goto(`${base}/desk/stories`);
    const prove = async (code: string) => {
      await page.getByLabel(/^Code from your app/).fill(code);
      await press(page, "Come in");
    };
    await prove("123456");
    assert.match(await alert(page), /does not hold/);
    const code = app();
    await prove(code);
    assert.equal(pathOf(page), "/desk/stories", "where they wanted to go");
    await byPin(page, name);
    await prove(code);
    assert.match(await alert(page), /used already/);
    await prove(backup[0]!);
    assert.match(await heading(page), new RegExp(name));

    await page.goto(`${base}/desk/me`);
    assert.match(await page.innerText("main"), /Backup codes left: 9/);
    if (script) assert.deepEqual(await axeFinds(page, base, ["/desk/me", "/desk/me/codes"]), []);
    await page.goto(`${base}/desk/me`);
    await press(page, "Make new backup codes");
    const newer = await page.locator("code").allInnerTexts();
    assert.equal(newer.length, 10);
    await byPin(page, name);
    await prove(backup[1]!);
    assert.match(await alert(page), /does not hold/, "new ones end the older");
    await prove(newer[0]!);
    const third = await enter(await person(), await house.linkOf(name));
    await page.goto(`${base}/desk/me`);
    await press(page, "Remove the codes");
    assert.match(await page.innerText('[role="status"]'), /The codes are removed/);
    await third.goto(`${base}/desk`);
    assert.equal(pathOf(third), "/desk/sign-in", "every other sign-in has ended again");
    await byPin(page, name);
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
  const page = await enter(await person(), await invite("Nilo", "editor"));
  await page.goto(`${base}/desk/me/codes`);
  const app = await appOn(page);
  await page.getByLabel("The six digits").fill(app());
  await press(page, "Confirm");
  await owner.goto(`${base}/desk/accounts`);
  await click(owner.getByRole("link", { name: "Change Nilo" }));
  await press(owner, "Remove passkeys and codes");
  assert.equal(await owner.getByRole("button", { name: "Remove passkeys and codes" }).count(), 0);
  await page.goto(`${base}/desk`);
  assert.equal(pathOf(page), "/desk/sign-in");
  await enter(page, await house.linkOf("Nilo"));
  await page.goto(`${base}/desk/me`);
  assert.doesNotMatch(await page.innerText("main"), /Backup codes left/);
});

test("D11 the pages of accounts have no violation that axe finds, and nothing scrolls sideways", async () => {
  const page = await enter(await person(true), await invite("Axel", "owner"));
  const id = await page.goto(`${base}/desk/accounts`).then(async () => {
    const link = page.getByRole("link", { name: "Change Rosa" });
    return link.getAttribute("href");
  });
  const paths = ["/desk", "/desk/accounts", id!, "/desk/trail", "/desk/me", "/desk/sign-in"];
  assert.deepEqual(await axeFinds(page, base, paths), []);
});
