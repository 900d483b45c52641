/** Every page of two campaigns on the narrowest phones. A sample stands beside the quick tests. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../../tools/program.ts";
import { openBrowser } from "../browser.ts";
import { firstCampaign, wordpressCampaign } from "../campaigns.ts";
import { pagesOf } from "../served-pages.ts";
import { tooWide } from "../too-wide.ts";

for (const [name, bring, least] of [
  ["the first campaign", firstCampaign, 200],
  ["an export of WordPress", wordpressCampaign, 150],
] as const)
  test(`no page at all of ${name} is wider than 320 and 360 px, closed and unfolded`, async (t) => {
    using folder = temporary();
    const env = { CND_DATA: join(folder.dir, "data") };
    await bring(env.CND_DATA);
    await using server = await serve(env);
    const paths = await pagesOf(server.base);
    assert.ok(paths.length >= least, `${paths.length} pages`);
    const browser = await openBrowser();
    try {
      assert.deepEqual(await tooWide(await browser.newPage(), server.base, paths), []);
    } finally {
      await browser.close();
    }
    t.diagnostic(`${paths.length} pages`);
  });
