/** Each error of the form of a story in each language, with script and without: minutes. Some of them in each run: tests/form-errors.test.ts. */
import { join } from "node:path";
import test from "node:test";
import { LANGUAGES } from "../../src/platform/words/catalogue.ts";
import { serve, temporary } from "../../tools/program.ts";
import { openBrowser } from "../browser.ts";
import { firstCampaign } from "../campaigns.ts";
import { ERRORS, errorsOf } from "../form-errors.ts";

test("T1 WB3 each error of the form is named, has the focus and is on the screen of a phone, in each language, with script and without", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await firstCampaign(env.CND_DATA);
  await using server = await serve(env);
  const browser = await openBrowser();
  try {
    for (const [n, lang] of LANGUAGES.entries())
      for (const script of [true, false]) {
        const from = `10.${n}.0.1`; // each network has its share of files
        await errorsOf(browser, { base: server.base, lang, script, errors: ERRORS, from });
      }
  } finally {
    await browser.close();
  }
});
