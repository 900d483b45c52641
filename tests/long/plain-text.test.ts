/** Every page of two campaigns as it is read without style. A sample stands beside the quick tests. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../../tools/program.ts";
import { firstCampaign, wordpressCampaign } from "../campaigns.ts";
import { pagesOf } from "../served-pages.ts";
import { joinedOn } from "../text-reader.ts";

for (const [name, bring, least] of [
  ["the first campaign", firstCampaign, 200],
  ["an export of WordPress", wordpressCampaign, 150],
] as const)
  test(`on no page at all of ${name} do two words meet that the markup keeps apart`, async (t) => {
    using folder = temporary();
    const env = { CND_DATA: join(folder.dir, "data") };
    await bring(env.CND_DATA);
    await using server = await serve(env);
    const paths = await pagesOf(server.base);
    assert.ok(paths.length >= least, `${paths.length} pages`);
    assert.deepEqual(await joinedOn(server.base, paths), []);
    t.diagnostic(`${paths.length} pages`);
  });
