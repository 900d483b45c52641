/** What it costs that somebody guesses (README.md). */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";

const here = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
const PROGRAM = `
  import { registerHooks } from "node:module";
  const found = [];
  registerHooks({ resolve: (name, context, next) => (found.push(name), next(name, context)) });
  const { DATABASES } = await import(${here("../../../tests/databases.ts")});
  const { migrateLog } = await import(${here("../log/tables.ts")});
  const { openPrivate, platformParts } = await import(${here("../private/private.ts")});
  const { newKey } = await import(${here("../records/keys.ts")});
  const { openAccounts } = await import(${here("accounts.ts")});
  const loaded = (library) => found.filter((name) => name.split("/")[0] === library).length > 0;
  const said = () => ({ desk: loaded("better-auth"), passkeys: loaded("@simplewebauthn") });
  const options = { base: "http://localhost:8080", key: newKey(), sealing: newKey() };
  await using database = await DATABASES.SQLite();
  await migrateLog(database.db, database.store);
  const own = await openPrivate(database.db, platformParts, database.store);
  const from = { socket: { remoteAddress: "192.0.2.7" }, headers: {} };
  const at = new Date().toISOString();
  const row = { id: "1", createdAt: at, updatedAt: at, name: "owner", email: "", emailVerified: 0 };
  const account = { ...row, role: "owner", closed: 0, pinFailures: 0 };
  await own("accounts.create", { table: "auth_user", row: account });
  const accounts = openAccounts({ ...options, private: own });
  await accounts.setPin("1", "73915284");
  for (const name of ["owner", "nobody"])
    if (await accounts.enterByPin(name, "12345678", from)) throw new Error("It was wrong.");
  const { challenge } = accounts.passkeys.ask();
  const clientDataJSON = Buffer.from(JSON.stringify({ challenge })).toString("base64url");
  if (await accounts.enterByPasskey({ id: "x", response: { clientDataJSON } }, from))
    throw new Error("It was nobody's.");
  if (await accounts.enterByLink("made-up", from)) throw new Error("It was made up.");
  const cookie = "cnd.session_token=" + "x".repeat(32) + "." + "y".repeat(43) + "%3D";
  if (await accounts.who({ headers: { cookie } })) throw new Error("It was made up.");
  const guessed = said();
  if (!(await accounts.enterByPin("owner", "73915284", from))) throw new Error("It was right.");
  console.log(JSON.stringify({ guessed, came: said() }));`;

test("A17 nothing is loaded for a PIN, a link, a cookie and a passkey that do not hold, nor what passkeys need for a PIN that does", () => {
  const hook = new URL("../../../tools/tsx-hook.ts", import.meta.url).href;
  const args = ["--import", hook, "--input-type=module", "--eval", PROGRAM];
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 60_000 });
  assert.equal(ran.status, 0, ran.stderr);
  const [guessed, came] = [
    { desk: false, passkeys: false },
    { desk: true, passkeys: false },
  ];
  assert.deepEqual(JSON.parse(ran.stdout), { guessed, came });
});
