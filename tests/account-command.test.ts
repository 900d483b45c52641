/** `cnd account` as an operator gives it, also twice. Rules A15 and A16. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { cnd, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const env = { CND_DATA: join(folder.dir, "data") };
before(() => newCampaign(env.CND_DATA));

test("A15 A16 bug: an invitation that was asked for twice made two accounts of one name", () => {
  const first = succeed(["account", "invite", "owner"], env);
  const { out, err, code } = cnd(["account", "invite", "owner"], env);
  assert.equal(code, 0, err);
  assert.match(out, /^\S+\/desk\/link\/\S+\n$/);
  assert.notEqual(out, first);
  assert.match(err, /^owner was invited before and has not signed in\. [^\n]*\n$/);
  assert.equal(succeed(["account", "list"], env), "owner\towner\n");
  const other = cnd(["account", "invite", "editor", "--name", "Owner"], env);
  assert.equal(other.code, 1);
  assert.match(
    other.err,
    /^An account named owner already exists \(owner\)\. [^\n]* bin\/cnd\.js account link "owner"\.\n$/,
  );
});

test("A16 an account is closed by a command, but never the last open owner", () => {
  succeed(["account", "invite", "editor", "--name", "Amina"], env);
  assert.match(succeed(["account", "close", "Amina"], env), /^Amina is closed and signed out/);
  assert.match(succeed(["account", "list"], env), /^Amina\teditor\t\tclosed$/m);
  const again = cnd(["account", "invite", "editor", "--name", "Amina"], env);
  assert.match(again.err, /^An account named Amina already exists \(closed\)\. [^\n]*reopen it/);
  const last = cnd(["account", "close", "owner"], env);
  assert.equal(last.code, 1);
  assert.match(last.err, /^Expected another open owner besides owner, found none[^\n]*\n$/);
  assert.match(
    cnd(["account", "close", "Nobody"], env).err,
    /^Expected one open account named Nobody/,
  );
});
