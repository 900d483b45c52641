/** Every moment at which a change of the owner's key can be cut off. Rule KY1. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { temporary } from "../../tools/program.ts";
import { newCampaign } from "../campaigns.ts";
import { succeed } from "../commands.ts";
import { changeKilledAt } from "../key-killed.ts";
import { ownerOf } from "../saying.ts";

test("KY1 killed at each write of a change, the campaign speaks with the key that the log names, and holds", async () => {
  using folder = temporary();
  const at = (name: string) => join(folder.dir, name);
  await newCampaign(at("ready"));
  let [killed, changed] = [0, 0];
  for (let n = 1; ; n++) {
    const env = { CND_DATA: at(`data-${n}`) };
    cpSync(at("ready"), env.CND_DATA, { recursive: true });
    const before = ownerOf(env.CND_DATA).name;
    const { status } = changeKilledAt(n, env);
    succeed(["key", "recovery"], env);
    succeed(["verify"], env);
    if (ownerOf(env.CND_DATA).name !== before) {
      changed++;
      const keys = readdirSync(join(env.CND_DATA, "keys")).toSorted();
      assert.deepEqual(keys, ["log.pem", "owner-1.pem", "owner.pem"]);
    }
    rmSync(env.CND_DATA, { recursive: true });
    if (status === 0) break;
    killed++;
    assert.ok(n < 60, "it ends");
  }
  assert.ok(killed >= 6 && changed >= 3, `killed ${killed} times, ${changed} changed`);
});
