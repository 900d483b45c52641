/** Words that are sent without a link, in a real browser: kept on the device, and sent once when there is one (features/conversation). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();
const FORM = "/stories/mankosi/comment";

const texts = (): readonly string[] => {
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const rows = db.prepare("select text from remark order by n").all() as { text: string }[];
  return rows.map(({ text }) => text);
};

test("CO15 what is sent without a link goes by itself when there is one", async () => {
  const page = await house.person({ script: true });
  await page.goto(house.base + FORM);
  await page.fill("#text", "Said on the ridge.");
  await page.context().setOffline(true);
  await press(page, "Send");
  await page.getByText("Your comment is saved on this device").waitFor();
  assert.equal(await page.inputValue("#text"), "Said on the ridge.");
  await page.context().setOffline(false);
  await page.waitForURL(/\/c\/[\w-]{22}$/, { timeout: 30_000 });
  assert.match(await page.innerText("main"), /Said on the ridge\./);
  assert.deepEqual(texts(), ["Said on the ridge."]);
});

test("CO15 closed meanwhile, the browser sends it from the next form that is opened, once, and says where it stands", async () => {
  const page = await house.person({ script: true });
  await page.goto(house.base + FORM);
  await page.fill("#text", "Said in the valley.");
  await page.context().setOffline(true);
  await press(page, "Send");
  await page.getByText("Your comment is saved on this device").waitFor();
  await page.close();
  const next = await page.context().newPage();
  await next.context().setOffline(false);
  await next.goto(`${house.base}/topics/privacy/comment`);
  await click(next.getByRole("link", { name: "Check its progress" }));
  await next.waitForURL(/\/c\/[\w-]{22}$/);
  assert.match(await next.innerText("main"), /Said in the valley\./);
  await next.goto(house.base + FORM);
  await next.locator("#kept").waitFor({ state: "hidden" });
  assert.deepEqual(texts(), ["Said on the ridge.", "Said in the valley."]);
});

test("CO15 what does not fit comes back on the page as without script", async () => {
  const page = await house.person({ script: true });
  await page.goto(house.base + FORM);
  await page.fill("#name", "Nia");
  await press(page, "Send");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.inputValue("#name"), "Nia");
  assert.equal(texts().length, 2);
});

test("CO15 the page of a hotspot is no answer: what was sent is kept, and goes when the desk can be reached", async () => {
  const page = await house.person({ script: true });
  await page.goto(house.base + FORM);
  await page.fill("#text", "Said in the café.");
  const portal = {
    status: 200,
    contentType: "text/html",
    body: "<h1>Welcome</h1><p>Accept our terms.</p>",
  };
  await page.route("**/comment", (route) => route.fulfill(portal), { times: 1 });
  await press(page, "Send");
  await page.getByText("Your comment is saved on this device").waitFor();
  await page.waitForURL(/\/c\/[\w-]{22}$/, { timeout: 30_000 });
  assert.match(await page.innerText("main"), /Said in the café\./);
  assert.equal(texts().filter((text) => text === "Said in the café.").length, 1);
});

test("CO15 a disk that is full and a fault of the site are called that, and not a missing connection; what was said goes later", async () => {
  const page = await house.person({ script: true });
  await page.goto(house.base + FORM);
  await page.fill("#text", "Said to a full disk.");
  for (const [status, words] of [
    [507, /This site’s disk is full.* your comment is saved only on this device/],
    [503, /cannot accept comments at the moment.* Yours is saved on this device/],
  ] as const) {
    await page.route("**/comment", (route) => route.fulfill({ status, body: "" }));
    await press(page, "Send");
    await page.getByText(words).waitFor();
    assert.doesNotMatch(await page.innerText("#told"), /You are offline/);
    await page.unroute("**/comment");
  }
  await page.waitForURL(/\/c\/[\w-]{22}$/, { timeout: 30_000 });
  assert.equal(texts().filter((text) => text === "Said to a full disk.").length, 1);
});
