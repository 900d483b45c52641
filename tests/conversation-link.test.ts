/** A comment over a bad link that is cut, by the plain form in a real browser without script, with real packets (features/conversation). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import test from "node:test";
import { atClient, BEHIND, counting, cut, PORT, started } from "../tools/contribute.ts";
import { openLink, whyNoLink } from "../tools/link.ts";
import { program, temporary } from "../tools/program.ts";
import { openBrowserAt } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const skip = whyNoLink() ?? false;
const WORDS = Array.from({ length: 400 }, (_, n) => `The mast fell ${n}.`)
  .join(" ")
  .slice(0, 4999);

test(
  "CO4 CO8 a comment that is cut in its middle, and cut again before the answer, and sent anew each time, arrives once and whole",
  { skip },
  async () => {
    await using stack = new AsyncDisposableStack();
    const folder = stack.use(temporary());
    const link = stack.use(await openLink({ kbps: 64, rtt: 400, loss: 0.03 }));
    const data = join(folder.dir, "data");
    const env = { PATH: process.env["PATH"] ?? "", CND_DATA: data, PORT: String(BEHIND) };
    await firstCampaign(env.CND_DATA);
    stack.use(
      await started([...link.server, process.execPath, program(), "serve", "campaign"], env),
    );
    const counter = stack.use(await counting(link));
    const browser = await openBrowserAt(atClient(link, folder.dir));
    stack.defer(() => browser.close());
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://${link.address}:${PORT}/stories/mankosi/comment`);
    await page.fill("#text", WORDS);
    const arrived = page.waitForURL(/\/c\//).then(() => true);
    const press = () => page.click("form button[type=submit]", { noWaitAfter: true });
    /** Nothing passes any more once so much of it has reached the server. */
    const cutAfter = async (from: number, bytes: number) => {
      while (counter.bytes() - from < bytes) await sleep(20);
      await cut(link);
    };
    await press();
    await cutAfter(counter.bytes(), WORDS.length / 2);
    await press(); // nothing moved, so it is pressed again
    await cutAfter(counter.bytes(), WORDS.length + 200); // all is there, and the answer is lost on its way
    if (!(await Promise.race([arrived, sleep(500, false)]))) await press();
    assert.ok(await arrived);
    assert.ok(counter.bytes() > 2 * WORDS.length, "it was sent more than once");
    assert.match(
      await page.innerText("main"),
      /A moderator will read your comment before it is shown/,
    );
    assert.deepEqual(await context.cookies(), []);
    using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
    const rows = db.prepare("select text from remark").all() as { text: string }[];
    assert.equal(rows.length, 1);
    assert.equal(rows[0]!.text, WORDS.trim());
  },
);
