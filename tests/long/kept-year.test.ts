/** A whole year of backups that are kept by themselves, each of those that are left restored. Rules BK7 and BK8. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { FIRST_RULE } from "../../src/platform/process/backups/folder.ts";
import { temporary } from "../../tools/program.ts";
import { newCampaign } from "../campaigns.ts";
import { succeed } from "../commands.ts";
import { keptFor } from "../kept-year.ts";

test("BK7 BK8 a year of backups never takes more than the size that was set, and each that is left is restored", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await newCampaign(data);
  const once = await keptFor(data, { days: 1, rule: FIRST_RULE });
  for (const room of [3, 9, 40]) {
    const bytes = Math.round(once.left[0]!.bytes * room + once.most);
    const { left, most } = await keptFor(data, { days: 365, rule: { ...FIRST_RULE, bytes } });
    assert.ok(most <= bytes, `${most} of ${bytes} bytes`);
    assert.ok(left.length >= Math.min(room - 1, 10), `${left.length} are left`); // what is being put together counts
    for (const [i, { file }] of left.entries()) {
      const env = { CND_DATA: join(folder.dir, `again-${room}-${i}`) };
      succeed(["restore", join(data, "backups", file)], env);
      assert.match(succeed(["verify"], env), /^The log is valid/);
    }
  }
});
