/** A restore gives nobody back what was taken from them: sign-ins, used links, closed accounts, roles. Rules V20, V21. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { Secret, TOTP } from "otpauth";
import type { Accounts } from "../src/platform/accounts/account.ts";
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths, openDataFolder } from "../src/platform/process/data-folder.ts";
import { serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";

const nobody = { headers: {}, socket: { remoteAddress: "127.0.0.1" } };
type Env = { readonly CND_DATA: string; readonly CND_DATABASE?: string };

test("V20 V21 bug: a restore revived a closed moderator's sign-in, a signed-out cookie and a used link", async () => {
  using folder = temporary();
  const { dir } = folder;
  const env = { CND_DATA: join(dir, "data") };
  await newCampaign(env.CND_DATA);
  const file = join(dir, "backup.tar.gz");
  const said = await atDesk(env, async (accounts, ask) => {
    const owner = await accounts.open({ name: "Li", role: "owner" });
    const closed = await accounts.open({ name: "Kwame", role: "moderator" });
    const lowered = await accounts.open({ name: "Rosa", role: "owner" });
    const cookies = await Promise.all(
      [owner, closed, lowered].map(({ id }) => enter(accounts, id)),
    );
    await accounts.setPin(lowered.id, "2718 2818");
    await accounts.setPin(owner.id, "3141 5926");
    const link = await accounts.link(owner.id, 60);
    const codes = await accounts.codes();
    const setUp = async (of: { id: string; name: string }) => {
      const begun = codes.begin(of, "s");
      const app = new TOTP({ secret: Secret.fromBase32(begun.secret) });
      return (await codes.confirm(of, begun, app.generate()))!;
    };
    const used = await setUp(owner);
    await setUp(lowered);
    const code = { name: "A hub", given_by: "Li", given: "2026-01-01", code: "abcde-fghjk" };
    await ask("vouchers.give", { id: "1", ...code });
    succeed(["backup", file], env);
    assert.equal(await held(file, dir), 0, "no backup holds a sign-in");
    older(env, file, dir);
    assert.ok(await accounts.enterByLink(link, nobody));
    await accounts.leave(cookieOf(cookies[0]!));
    assert.equal(await accounts.change(closed.id, { closed: true }), true);
    assert.equal(await accounts.change(lowered.id, { role: "contributor" }), true);
    await accounts.setPin(lowered.id, "1618 0339");
    assert.ok(await codes.check(owner.id, used[0]!));
    await codes.drop(lowered.id);
    const later = await setUp(closed);
    await accounts.setStrongRoles(new Set(["moderator"] as const));
    await ask("vouchers.revoke", { id: "1", day: "2026-02-02" });
    return { cookies, link, used, later };
  });
  await using database = await DATABASES.PostgreSQL();
  const again = [
    { CND_DATA: join(dir, "again") },
    { CND_DATA: join(dir, "pg"), CND_DATABASE: database.address },
  ];
  for (const to of again) {
    cpSync(`${env.CND_DATA}.access`, `${to.CND_DATA}.access`);
    assert.doesNotMatch(succeed(["restore", file], to), /Decisions made since/);
    await atDesk(to, async (accounts) => {
      for (const cookie of said.cookies)
        assert.equal(await accounts.who(cookieOf(cookie)), undefined);
      assert.equal(await accounts.enterByLink(said.link, nobody), undefined);
      const [kwame, li, rosa] = await accounts.list();
      const codes = await accounts.codes();
      assert.equal((await codes.of(li!.id))!.left, 9);
      assert.equal(await codes.check(li!.id, said.used[0]!), false, "a used backup code");
      assert.equal(await codes.check(li!.id, said.used[1]!), true);
      assert.equal(await codes.of(rosa!.id), undefined, "a removed second factor");
      assert.equal(await codes.check(kwame!.id, said.later[0]!), true, "one that is newer");
      assert.deepEqual([...(await accounts.strongRoles())], ["moderator"]);
      assert.deepEqual(
        (await accounts.list()).map((a) => [a.name, a.role, a.closed, a.hasPin]),
        [
          ["Kwame", "moderator", true, false],
          ["Li", "owner", false, true],
          ["Rosa", "contributor", false, false],
        ],
      );
    });
  }
  using db = new DatabaseSync(dataPaths(again[0]!.CND_DATA).database, { readOnly: true });
  assert.equal(db.prepare("select revoked from voucher").get()!["revoked"], "2026-02-02");
});

test("V21 where nothing lies beside the data folder, a restore says what it could not know", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  const file = join(folder.dir, "backup.tar.gz");
  succeed(["backup", file], env);
  const out = succeed(["restore", file], { CND_DATA: join(folder.dir, "elsewhere") });
  assert.match(out, /Decisions made since the backup are not known here/);
});

async function enter(accounts: Accounts, id: string): Promise<string> {
  const cookies = await accounts.enterByLink(await accounts.link(id, 60), nobody);
  const cookie = (cookies ?? []).map((c) => c.split(";")[0]).join("; ");
  assert.ok(await accounts.who(cookieOf(cookie)));
  return cookie;
}

const cookieOf = (cookie: string) => ({ headers: { cookie } });

/** The accounts of an instance while it serves, as a command of its operator reaches them. */
async function atDesk<T>(
  env: Env,
  work: (
    accounts: Accounts,
    ask: (operation: string, argument: unknown) => Promise<unknown>,
  ) => Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  opened.use(await serve(env));
  using running = await openControl(dataPaths(env.CND_DATA).socket);
  const { owner: key, log: sealing } = openDataFolder(env.CND_DATA).keys;
  const base = await running.base();
  const ask = running.private;
  return await work(openAccounts({ private: ask, base, key, sealing }), ask);
}

/** How many rows of sign-ins and links are in this backup. */
async function held(file: string, dir: string): Promise<number> {
  const rows = execFileSync("tar", ["-xzOf", file, "private.jsonl"], {
    cwd: dir,
    encoding: "utf8",
  });
  assert.match(rows, /"auth_user"/);
  return [...rows.matchAll(/"auth_(session|verification)"/g)].length;
}

/** The same backup as an older program made it: with the sign-ins and links of that moment. */
function older(env: Env, file: string, dir: string): void {
  const parts = join(dir, "parts");
  mkdirSync(parts);
  execFileSync("tar", ["-xzf", file, "-C", parts]);
  using db = new DatabaseSync(dataPaths(env.CND_DATA).database, { readOnly: true });
  for (const table of ["auth_session", "auth_verification"])
    for (const row of db.prepare(`select * from ${table}`).all())
      appendFileSync(join(parts, "private.jsonl"), `${JSON.stringify({ table, row })}\n`);
  execFileSync("tar", ["-czf", file, "-C", parts, "."]);
  rmSync(parts, { recursive: true });
}
