/** Who may come to the desk: owners at work and one's own page, in a real browser (features/desk/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { askAccounts } from "../src/platform/private/accounts.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { PERMISSIONS, ROLES, may } from "../src/platform/accounts/roles.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { alert, heading, ownersDesk } from "./desk-people.ts";

let base: string;
let owner: Page;
const { house, person, enter, invite, inviteByPage } = ownersDesk((ready) => {
  ({ base, owner } = ready);
});

test("D4 an owner invites: the link is shown as text and code, is mailed where there is an address, and brings in", async () => {
  const link = await inviteByPage("Amina", "editor", "amina@example.org");
  assert.ok(await owner.locator("svg.code").isVisible());
  assert.match(await owner.innerText('[role="status"]'), /sent to amina@example.org/);
  assert.match(house.post.letters.at(-1)!, /To: amina@example.org[^]*Hello Amina/);
  assert.ok(house.post.letters.at(-1)!.replaceAll("=\n", "").includes(new URL(link).pathname));
  const page = await enter(await person(), link);
  assert.match(await heading(page), /Amina/);
  assert.equal((await page.goto(`${base}/desk/accounts`))?.status(), 403);
  await owner.reload(); // the form again: nobody is invited twice
  assert.match(await alert(owner), /No changes have been made yet/);
  assert.match(await owner.innerText("#name-problem"), /The name Amina is already taken/);
  assert.equal(await owner.inputValue("#email"), "amina@example.org");
});

test("V85 an address whose account was erased is invited once its owner asked to come back, and the trail keeps that", async () => {
  const data = house.env["CND_DATA"]!;
  await invite("Omar", "editor", "omar@example.org");
  {
    using running = await openControl(dataPaths(data).socket);
    const where = [{ field: "email", operator: "eq" as const, value: "omar@example.org" }];
    assert.equal(await askAccounts(running.private).remove({ table: "auth_user", where }), 1);
  }
  await owner.goto(`${base}/desk/accounts`);
  assert.equal(await owner.locator("#again").count(), 0);
  await owner.fill("#name", "Omar once more");
  await owner.selectOption("#role", "editor");
  await owner.fill("#email", "Omar@example.org");
  await press(owner, "Create a link");
  assert.match(await owner.innerText("#again-problem"), /was erased here/);
  await owner.check("#again");
  await press(owner, "Create a link");
  assert.ok(await owner.locator("svg.code").isVisible());
  await owner.goto(`${base}/desk/trail`);
  assert.match(await owner.innerText("main"), /let-in/);
});

test("D4 A15 bug: an invitation that was sent twice at once opened two accounts of one name", async () => {
  const cookies = await owner.context().cookies(`${base}/desk`);
  const sent = () =>
    fetch(`${base}/desk/accounts/invite`, {
      method: "POST",
      headers: {
        cookie: cookies.map((c) => `${c.name}=${c.value}`).join("; "),
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ name: "Ines", role: "editor" }),
    });
  const answers = await Promise.all(Array.from({ length: 4 }, sent));
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422, 422, 422],
  );
  await owner.goto(`${base}/desk/accounts`);
  assert.equal(await owner.getByRole("link", { name: "Change Ines" }).count(), 1);
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
  await press(owner, "Reopen it");
  await press(owner, "Create a new link");
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
  await press(owner, "Create a new link");
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

test("D25 a name that reads like an address is refused, and says why; so no mail of ours carries a link of others", async () => {
  for (const name of ["evil.example/login", "Li evil\u2024example"]) {
    await inviteByPage(name, "editor", "victim@example.org").catch(() => "");
    assert.match(await owner.innerText("#name-problem"), /look like a web address/);
  }
  assert.ok(!house.post.letters.some((one) => /victim@/.test(one)));
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
