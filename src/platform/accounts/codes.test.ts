/** Codes of an app and backup codes: each once, in its time, and not to be guessed. Rules A13 and A14. */
import assert from "node:assert/strict";
import { scryptSync } from "node:crypto";
import test from "node:test";
import { Secret, TOTP } from "otpauth";
import { DATABASES, type TestDatabase } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { alteredPrivately, openPrivate, platformParts } from "../private/private.ts";
import type { Privately } from "../private/part.ts";
import { newKey } from "../records/keys.ts";
import { openAccounts } from "./accounts.ts";
import { openCodes, type Begun } from "./codes.ts";
import { openSeal } from "./sealed.ts";
import { CODE_BOUNDS } from "./tries.ts";

const HERE = "192.0.2.7";
const asked = (cookies: readonly string[] = [], from = HERE) => ({
  socket: { remoteAddress: from },
  headers: { cookie: cookies.map((c) => c.split(";")[0]).join("; "), "user-agent": "Firefox" },
});
const appOf = ({ secret }: Pick<Begun, "secret">) => {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return (timestamp: number) => app.generate({ timestamp });
};
const NOW = Date.parse("2026-11-28T12:00:10Z");
const STEP = 30_000;
const QUICK = 16; // where many backup codes are made; those of an account are as slow as they are

async function openHouse(open: () => Promise<TestDatabase>) {
  const database = await open();
  await migrateLog(database.db, database.store);
  const own = await openPrivate(database.db, platformParts);
  return { own, db: database.db, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}
const options = (own: Privately) => ({
  private: own,
  base: "http://localhost:8080",
  key: newKey(),
  sealing: newKey(),
});

test("A13 the app's codes are those of RFC 6238", () => {
  const secret = Secret.fromUTF8("12345678901234567890").base32;
  const now = 59_000;
  assert.equal(appOf({ secret })(now), "287082");
  assert.equal(appOf({ secret })(1_111_111_109_000), "081804");
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`A13 bug: of a form that is sent twice at once one failed, or its backup codes held no more, on ${name}`, async () => {
    await using at = await openHouse(open);
    const codes = openCodes(at.own, {
      key: Buffer.alloc(32, 1),
      host: "example.org",
      now: () => NOW,
      cost: QUICK,
    });
    const li = { id: "li", name: "Li" };
    const begun = codes.begin(li, "s1");
    const confirm = () => codes.confirm(li, begun, appOf(begun)(NOW));
    for (const twice of [confirm, confirm, () => codes.remake("li")]) {
      const [, shown] = await Promise.all([twice(), twice()]);
      assert.equal((await codes.of("li"))!.left, 10);
      assert.equal(await codes.check("li", shown!.at(-1)!), true);
    }
  });

  test(`A13 a code counts once it was confirmed, holds a step before and after, and once; its secret is sealed, on ${name}`, async () => {
    await using at = await openHouse(open);
    let now = NOW;
    const codesWith = (key = Buffer.alloc(32, 1)) =>
      openCodes(at.own, { key, host: "example.org", now: () => now, cost: QUICK });
    const codes = codesWith();
    const li = { id: "li", name: "Li: one" };
    const begun = codes.begin(li, "s1");
    assert.match(begun.uri, /^otpauth:\/\/totp\/example\.org:Li%3A%20one\?/);
    const app = appOf(begun);
    assert.equal(await codes.check("li", app(now)), false, "nothing is set up yet");
    assert.equal(codes.again(li, "another", begun.sealed), undefined);
    assert.equal(codes.again({ id: "ana", name: "Ana" }, "s1", begun.sealed), undefined);
    now += 16 * 60_000;
    assert.equal(codes.again(li, "s1", begun.sealed), undefined, "its time is over");
    now = NOW;
    assert.equal(codes.again(li, "s1", begun.sealed)!.secret, begun.secret);
    assert.equal(await codes.confirm(li, begun, "000000"), undefined);
    assert.equal(await codes.of("li"), undefined);
    assert.equal((await codes.confirm(li, begun, app(now)))!.length, 10);
    assert.equal(await codes.check("li", app(now)), false, "the code that confirmed it is used");
    now += 3 * STEP;
    assert.equal(await codes.check("li", app(now + 2 * STEP)), false);
    assert.equal(await codes.check("li", app(now - 2 * STEP)), false);
    assert.equal(await codes.check("li", app(now - STEP)), true);
    assert.equal(await codes.check("li", app(now - STEP)), false, "again");
    const spaced = `${app(now).slice(0, 3)} ${app(now).slice(3)}`;
    const uses = Array.from({ length: 5 }, () => codes.check("li", spaced));
    assert.equal((await Promise.all(uses)).filter(Boolean).length, 1, "of five at once");
    assert.equal(await codes.check("li", app(now - STEP)), false, "an earlier one neither");
    const arabic = app(now + STEP).replaceAll(/\d/g, (d) => "٠١٢٣٤٥٦٧٨٩"[Number(d)]!);
    assert.equal(await codes.check("li", arabic), true);
    now += 3 * STEP;
    assert.equal(await codesWith(Buffer.alloc(32, 2)).check("li", app(now)), false);
    const [row] = (await at.own("accounts.find", { table: "auth_second", where: [] })) as object[];
    assert.ok(!JSON.stringify(row).includes(begun.secret));
    await codes.drop("li");
    assert.equal(await codes.check("li", app(now)), false);
    assert.deepEqual(await alteredPrivately(at.db, platformParts), []);
  });

  test(`A13 ten backup codes each hold once; new ones end the older, on ${name}`, async () => {
    await using at = await openHouse(open);
    const key = Buffer.alloc(32, 1);
    const codes = openCodes(at.own, { key, host: "example.org", now: () => NOW, cost: QUICK });
    const li = { id: "li", name: "Li" };
    assert.deepEqual(await codes.remake("li"), [], "with nothing that they could stand for");
    const begun = codes.begin(li, "s");
    const first = (await codes.confirm(li, begun, appOf(begun)(NOW)))!;
    assert.match(first.join(), /^(?:\d{4} \d{4} \d{4} \d{4},?){10}$/);
    assert.equal(new Set(first).size, 10);
    const uses = Array.from({ length: 3 }, () => codes.check("li", first[0]!));
    assert.equal((await Promise.all(uses)).filter(Boolean).length, 1);
    assert.equal(await codes.check("li", first[1]!.replaceAll(" ", "")), true);
    assert.equal((await codes.of("li"))!.left, 8);
    assert.equal(await codes.check("ana", first[2]!), false);
    const second = await codes.remake("li");
    assert.equal(await codes.check("li", first[2]!), false);
    assert.equal(await codes.check("li", second[2]!), true);
    const kept = JSON.stringify(await at.own("accounts.find", { table: "auth_backup", where: [] }));
    for (const code of second) assert.ok(!kept.includes(code.replaceAll(" ", "")));
  });

  test(`A13 whoever set up codes is asked one after a PIN or a mail; it makes a sign-in of its own, on ${name}`, async () => {
    await using at = await openHouse(open);
    const accounts = openAccounts(options(at.own));
    const { id, name: called } = await accounts.open({ name: "Li", role: "contributor" });
    await accounts.setPin(id, "48213377");
    const codes = await accounts.codes();
    const begun = codes.begin({ id, name: called }, "s");
    const [backup] = (await codes.confirm({ id, name: called }, begun, appOf(begun)(Date.now())))!;
    const kept = await at.own("accounts.find", { table: "auth_backup", where: [] });
    const slowly = scryptSync(backup!.replaceAll(" ", ""), id, 32, { N: 16_384 });
    assert.ok(JSON.stringify(kept).includes(slowly.toString("base64url")), "guessed slowly");
    const byPin = (await accounts.enterByPin("Li", "48213377", asked())) as readonly string[];
    assert.equal((await accounts.who(asked(byPin)))!.must, "prove");
    assert.equal(await accounts.enterByCode("000000", asked(byPin)), undefined);
    const proved = (await accounts.enterByCode(backup!, asked(byPin))) as readonly string[];
    const { must, isStrong, isSure } = (await accounts.who(asked(proved)))!;
    assert.deepEqual({ must, isStrong, isSure }, { must: undefined, isStrong: true, isSure: true });
    assert.equal(await accounts.who(asked(byPin)), undefined, "the one before has ended");
    assert.equal(await accounts.enterByCode(backup!, asked()), undefined, "nobody");
  });

  test(`A14 codes cannot be tried on and on, and whoever has the PIN closes no way of the right one, on ${name}`, async () => {
    await using at = await openHouse(open);
    let passed = 0;
    const accounts = openAccounts({ ...options(at.own), clock: () => passed });
    const { id } = await accounts.open({ name: "Li", role: "contributor" });
    await accounts.setPin(id, "48213377");
    const codes = await accounts.codes();
    const begun = codes.begin({ id, name: "Li" }, "s");
    const backup = (await codes.confirm({ id, name: "Li" }, begun, appOf(begun)(Date.now())))!;
    const enter = async (from: string) =>
      (await accounts.enterByPin("Li", "48213377", asked([], from))) as readonly string[];
    const mine = await enter(HERE);
    const own = (await accounts.enterByCode(backup[0]!, asked(mine))) as readonly string[];
    assert.ok((await accounts.who(asked(own)))!.isStrong);
    // Somebody has the PIN, comes in with it from many networks, and tries codes.
    const tried = async (code: string, from: string, cookies: readonly string[]) =>
      (await accounts.enterByCode(code, asked(cookies, from))) !== undefined;
    await at.own("accounts.update", {
      table: "auth_second",
      where: [],
      set: { failures: CODE_BOUNDS.strangersADay - 8 },
    });
    for (let i = 0; i < 2; i++) {
      const from = `203.0.${i}.9`;
      const theirs = await enter(from);
      for (let j = 0; j < 6; j++) assert.equal(await tried("000000", from, theirs), false);
    }
    const [row] = (await at.own("accounts.find", { table: "auth_second", where: [] })) as {
      failures: number;
    }[];
    assert.equal(row!.failures, CODE_BOUNDS.strangersADay, "over all networks, however many");
    assert.equal(await tried(backup[1]!, "203.0.2.9", await enter("203.0.2.9")), false);
    assert.ok(await tried(backup[1]!, HERE, await enter(HERE)), "its own network has its place");
    const wrong = await enter(HERE);
    for (let i = 0; i < 5; i++) assert.equal(await tried("000000", HERE, wrong), false);
    assert.equal(await tried(backup[2]!, HERE, await enter(HERE)), false, "five in a row wait");
    passed += CODE_BOUNDS.wait;
    assert.ok(await tried(backup[2]!, HERE, await enter(HERE)));
    assert.ok(await accounts.enterByLink(await accounts.link(id, 5), asked([], "203.0.2.9")));
  });
}

test("A13 what is sealed opens for what it is about alone, unaltered, under its key", () => {
  const seal = openSeal(Buffer.alloc(32, 7));
  const shut = seal.shut("a secret", "li");
  assert.equal(seal.open(shut, "li"), "a secret");
  assert.equal(seal.open(shut, "ana"), undefined);
  assert.equal(openSeal(Buffer.alloc(32, 8)).open(shut, "li"), undefined);
  const altered = `${shut.startsWith("A") ? "B" : "A"}${shut.slice(1)}`;
  for (const odd of ["", "x", shut.slice(0, -4), altered])
    assert.equal(seal.open(odd, "li"), undefined, odd);
  assert.notEqual(shut, seal.shut("a secret", "li"));
});
