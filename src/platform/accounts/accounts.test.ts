import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES, type TestDatabase } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import type { Privately } from "../private/part.ts";
import { openPrivate } from "../private/private.ts";
import { newKey } from "../records/keys.ts";
import { openAccounts, type Accounts } from "./accounts.ts";
import { may, PERMISSIONS, ROLES } from "./roles.ts";

const PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0";
const asked = (cookies: readonly string[] = []) => ({
  headers: { cookie: cookies.map((c) => c.split(";")[0]).join("; "), "user-agent": PHONE },
});

async function openDesk(
  open: () => Promise<TestDatabase>,
): Promise<{ accounts: Accounts; private: Privately } & AsyncDisposable> {
  const database = await open();
  await migrateLog(database.db, database.store);
  const own = await openPrivate(database.db);
  const accounts = openAccounts({ private: own, base: "http://localhost:8080", key: newKey() });
  return {
    accounts,
    private: own,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`A2 a link signs in once, and its cookie is for the desk alone, on ${name}`, async () => {
    await using at = await openDesk(open);
    const amina = await at.accounts.open({ name: "Amina", role: "editor" });
    const token = await at.accounts.link(amina.id, 10);
    const cookies = await at.accounts.enterByLink(token, asked());
    assert.match(cookies![0]!, /^cnd\.session_token=.*; Path=\/desk; HttpOnly; SameSite=Lax$/);
    const visitor = await at.accounts.who(asked(cookies));
    assert.deepEqual(visitor?.account, { ...amina });
    assert.equal(await at.accounts.enterByLink(token, asked()), undefined);
    assert.equal(await at.accounts.enterByLink("made-up", asked()), undefined);
    const late = await at.accounts.link(amina.id, -1);
    assert.equal(await at.accounts.enterByLink(late, asked()), undefined);
  });

  test(`A3 a PIN signs in; five wrong ones make the account wait, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const { id } = await accounts.open({ name: "Joseph", role: "contributor" });
    assert.equal(await accounts.enterByPin("Joseph", "", asked()), undefined);
    await accounts.setPin(id, "48213377");
    assert.ok(await accounts.enterByPin("Joseph", "48213377", asked()));
    for (let i = 0; i < 5; i++)
      assert.equal(await accounts.enterByPin("Joseph", "00000000", asked()), undefined);
    assert.equal(await accounts.enterByPin("Joseph", "48213377", asked()), undefined);
    await accounts.setPin(id, "11112222");
    assert.ok(await accounts.enterByPin("Joseph", "11112222", asked()));
  });

  test(`A4 sign-ins are listed by device, without an address, and end when revoked or closed, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const { id } = await accounts.open({ name: "Li", role: "editor", email: "Li@example.org" });
    const enter = async () => (await accounts.enterByLink(await accounts.link(id, 5), asked()))!;
    const [first, second] = [await enter(), await enter()];
    const listed = await accounts.signIns(id);
    assert.deepEqual(
      listed.map((s) => s.device),
      ["Firefox, Android", "Firefox, Android"],
    );
    const { signIn } = (await accounts.who(asked(first)))!;
    await accounts.revoke(id, signIn);
    assert.equal(await accounts.who(asked(first)), undefined);
    assert.ok(await accounts.who(asked(second)));
    await accounts.change(id, { closed: true });
    assert.equal(await accounts.who(asked(second)), undefined);
    assert.equal(await accounts.byMail("li@example.org"), undefined);
    assert.equal(await enter(), undefined);
  });

  test(`A5 leaving ends the sign-in, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const { id } = await accounts.open({ name: "Rosa", role: "moderator" });
    const cookies = await accounts.enterByLink(await accounts.link(id, 5), asked());
    await accounts.leave(asked(cookies));
    assert.equal(await accounts.who(asked(cookies)), undefined);
    assert.deepEqual(await accounts.signIns(id), []);
  });
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`A6 the last open owner stays one, also when two lower each other at once, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const [li, ana] = [
      await accounts.open({ name: "Li", role: "owner" }),
      await accounts.open({ name: "Ana", role: "owner" }),
    ];
    const lowered = await Promise.all([
      accounts.change(li.id, { role: "editor" }),
      accounts.change(ana.id, { closed: true }),
    ]);
    assert.equal(lowered.filter(Boolean).length, 1);
    const owners = (await accounts.list()).filter((a) => a.role === "owner" && !a.closed);
    assert.equal(owners.length, 1);
    assert.equal(await accounts.change(owners[0]!.id, { role: "planner" }), false);
    assert.equal(await accounts.change("nobody", { role: "planner" }), false);
  });

  test(`A7 of many PINs, or of many uses of one link, that come at once no more count than one by one, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const { id } = await accounts.open({ name: "Joseph", role: "contributor" });
    await accounts.setPin(id, "48213377");
    const wrong = Array.from({ length: 12 }, () => accounts.enterByPin("Joseph", "0", asked()));
    assert.deepEqual(new Set(await Promise.all(wrong)), new Set([undefined]));
    assert.equal(await accounts.enterByPin("Joseph", "48213377", asked()), undefined);
    const token = await accounts.link(id, 5);
    const uses = Array.from({ length: 8 }, () => accounts.enterByLink(token, asked()));
    assert.equal((await Promise.all(uses)).filter((one) => one !== undefined).length, 1);
  });

  test(`A9 a challenge of a passkey is answered once, for what it was made, and in its time, on ${name}`, async () => {
    await using at = await openDesk(open);
    const passkeys = await at.accounts.passkeys();
    const table = "auth_verification";
    const kept = () => at.private("accounts.count", { table, where: [] });
    const answerTo = (challenge: string) => {
      const said = Buffer.from(JSON.stringify({ challenge })).toString("base64url");
      return { id: "x", response: { clientDataJSON: said } };
    };
    const { challenge } = await passkeys.ask();
    const joseph = await at.accounts.open({ name: "Joseph", role: "contributor" });
    assert.equal(await passkeys.added(joseph.id, answerTo(challenge)), false);
    assert.equal(await kept(), 1, "it was made for a sign-in");
    assert.equal(await passkeys.check(answerTo(challenge)), undefined);
    assert.equal(await kept(), 0, "an answer that does not hold uses it up too");
    const late = answerTo((await passkeys.ask()).challenge);
    const set = { expiresAt: new Date(Date.now() - 1).toISOString() };
    await at.private("accounts.update", { table, where: [], set });
    assert.equal(await passkeys.check(late), undefined);
    assert.equal(await kept(), 1, "its time is over: nothing is looked at");
    for (const odd of [undefined, {}, { response: { clientDataJSON: "?" } }])
      assert.equal(await passkeys.check(odd), undefined);
  });

  test(`A8 what is over is forgotten, on ${name}`, async () => {
    await using at = await openDesk(open);
    const { accounts } = at;
    const { id } = await accounts.open({ name: "Joseph", role: "contributor" });
    await accounts.link(id, -1);
    const good = await accounts.link(id, 5);
    await accounts.forgetOld();
    const kept = await at.private("accounts.count", { table: "auth_verification", where: [] });
    assert.equal(kept, 1);
    assert.ok(await accounts.enterByLink(good, asked()));
  });
}

test("A1 each role may do what the table says, and the owner everything", () => {
  for (const what of PERMISSIONS) assert.equal(may("owner", what), true, what);
  assert.deepEqual(
    ROLES.filter((role) => may(role, "publish")),
    ["owner", "editor"],
  );
  assert.equal(may("contributor", "queue"), false);
});
