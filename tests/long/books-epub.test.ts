/** Books as files in every form that they have here: without signs, from right to left, in a language with other sentences. */
import { join } from "node:path";
import { mkdirSync, writeFileSync } from "node:fs";
import assert from "node:assert/strict";
import test from "node:test";
import { unzipSync } from "fflate";
import { serveAlone, temporary } from "../../tools/program.ts";
import { violations } from "../axe.ts";
import { bookCampaign } from "../book-campaign.ts";
import { openBrowser } from "../browser.ts";
import { bothCheckersPass } from "../epub-checkers.ts";

test("PB56 every form of a book's file passes both checkers, and axe on each of its documents; a film of which no clip is cut stands in it once", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data"), CND_URL: "http://books.example" };
  await bookCampaign(folder.dir, env);
  await using server = await serveAlone(env);
  const browser = await openBrowser();
  const page = await browser.newPage();
  let documents = 0;
  for (const [i, path] of [
    "/books/two-hills.epub",
    "/books/bread.epub",
    "/ar/books/two-hills.epub?sign=sfs",
    "/fr/books/two-hills.epub?sign=xki",
  ].entries()) {
    const answer = await fetch(server.base + path);
    assert.equal(answer.status, 200, path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    await bothCheckersPass(join(folder.dir, `${i}.epub`), bytes);
    const files = Object.entries(unzipSync(bytes));
    assert.ok(files.filter(([name]) => name.endsWith(".mp4")).length <= 5);
    for (const [name, content] of files) {
      const to = join(folder.dir, String(i), name);
      mkdirSync(join(to, ".."), { recursive: true });
      writeFileSync(to, content);
    }
    for (const [name] of files.filter(([one]) => one.endsWith(".xhtml"))) {
      await page.goto(`file://${folder.dir}/${i}/${name}`);
      assert.deepEqual(await violations(page), [], `${path} ${name}`);
      documents += 1;
    }
  }
  await browser.close();
  assert.ok(documents >= 18, `${documents} documents`);
});
