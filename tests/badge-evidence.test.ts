/** The desk says under a pledge how many finished (features/badges/README.md). */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { Kysely } from "kysely";
import { askBadges } from "../src/features/badges/private.ts";
import { askClasses } from "../src/features/classes/api.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { violations } from "./axe.ts";
import { deskHouse } from "./desk-house.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { tooWide } from "./too-wide.ts";

const PAGE = "/desk/classes/evidence";
const COURSE = "a-link-over-the-hill";
// In the month before this one, whichever day it is.
const now = new Date();
const IN = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15);
const MONTH = new Date(IN).toISOString().slice(0, 7);
const CLAIM = `finished-${COURSE}-${MONTH}`;

const house = deskHouse({}, async ({ env }) => {
  const data = env["CND_DATA"]!;
  const { dialect } = openStore(join(data, "log.sqlite"));
  const db = new Kysely<{ course: { subject: string } }>({ dialect });
  const { subject: course } = await db
    .selectFrom("course")
    .select("subject")
    .executeTakeFirstOrThrow();
  await db.destroy();
  using running = await openControl(dataPaths(data).socket);
  const day = {
    starts: `${MONTH}-01`,
    ends: `${MONTH}-28`,
    key: "k",
    by: "Test",
    at: IN,
    closed: null,
  };
  for (const [id, place] of [
    ["r1", "Yard Test"],
    ["r2", "Small Test"],
  ] as const)
    await askClasses(running.private).open({ id, name: id, course, place, ...day });
  for (let n = 0; n < 9; n += 1) {
    const hash = createHash("sha256").update(`badge ${n}`).digest("hex");
    const room = n < 6 ? "r1" : "r2";
    const own = { id: `id${n}`, hash, kid: "k", room, learner: `l${n}`, course };
    await askBadges(running.private).give({
      ...own,
      token: "t",
      by: "Test",
      at: IN,
      withdrawn: null,
    });
  }
});

test("BA42 BA43 BA44 the desk sees what would be said, says it once, and others can check the file; nobody is named", async () => {
  const page = await house.signedIn("editor", "Edda Test", { script: true, width: 360 });
  await page.goto(house.base + PAGE);
  await page.getByLabel("Course and month").selectOption(`${COURSE} ${MONTH}`);
  const [PLEDGE = "", other = ""] = await page
    .locator("#pledge option:not([value=''])")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  await page.getByLabel("Pledge").selectOption(PLEDGE);
  await page.getByRole("button", { name: "Preview" }).click();
  const main = page.getByRole("main");
  await main.getByText("6 people finished.").waitFor();
  assert.match(await main.innerText(), /Yard Test\s+6/);
  assert.ok(!(await main.innerText()).includes("Small Test"), "three are no group");
  assert.deepEqual(await violations(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  const before = await fetch(`${house.base}/badges/evidence/${CLAIM}.json`);
  assert.equal(before.status, 404, "looking says nothing");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(new RegExp(`/pledges/${PLEDGE}#${CLAIM}`));
  const html = await (await fetch(`${house.base}/pledges/${PLEDGE}`)).text();
  assert.ok(html.includes(`id="${CLAIM}"`));
  const answer = await fetch(`${house.base}/badges/evidence/${CLAIM}.json`);
  const file = await answer.text();
  const said = JSON.parse(file) as Record<string, unknown>;
  assert.deepEqual([said["finished"], said["places"]], [6, [{ place: "Yard Test", finished: 6 }]]);
  const hashes = [0, 1, 2, 3, 4, 5].map((n) =>
    createHash("sha256").update(`badge ${n}`).digest("hex"),
  );
  assert.deepEqual(said["badges"], hashes.toSorted());
  assert.ok(!file.includes("Small Test"));
  const csv = await (await fetch(`${house.base}/data/claims.csv`)).text();
  assert.ok(csv.includes(CLAIM));
  const proof = await (await fetch(`${house.base}/pledges/${PLEDGE}`)).text();
  assert.ok(proof.includes(`/badges/evidence/${CLAIM}.json`));
  // Said again, under whichever pledge: nothing is said.
  for (const pledge of [PLEDGE, other]) {
    await page.goto(`${house.base}${PAGE}?of=${COURSE}+${MONTH}&pledge=${pledge}`);
    await page.getByText(`This figure has already been published as ${CLAIM}.`).waitFor();
    assert.equal(await page.getByRole("button", { name: "Publish" }).count(), 0);
  }
  assert.deepEqual(await tooWide(page, house.base, [PAGE]), []);
  // Its evidence is erased: so is what lay at its address.
  const address = `${house.base}/badges/evidence/${CLAIM}.json`;
  assert.equal((await fetch(address)).status, 200);
  const data = house.env["CND_DATA"]!;
  const [filed] = filedIn(data);
  const body = { bodies: [filed!.body] };
  const erased = sign(ownerOf(data), { kind: "erasure.made/1", subject: filed!.subject, body });
  await say(house.base, erased);
  assert.equal((await fetch(address)).status, 404);
});

/** The records by which evidence was filed, the newest first. */
function filedIn(data: string): { readonly subject: string; readonly body: string }[] {
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const all = db
    .prepare(
      "select subject, body_hash from record where kind = 'evidence.filed/1' order by idx desc",
    )
    .all();
  return all.map((row) => ({ subject: String(row["subject"]), body: String(row["body_hash"]) }));
}

test("BA45 who may not publish says nothing there, and what is not to be counted is not said", async () => {
  const page = await house.signedIn("moderator", "Tarek Test");
  const answer = await page.goto(house.base + PAGE);
  assert.equal(answer?.status(), 403);
  const editor = await house.signedIn("editor", "Emil Test");
  const post = (fields: Record<string, string>) =>
    editor.request.post(house.base + PAGE, {
      form: fields,
      headers: { Origin: house.base },
      maxRedirects: 0,
    });
  for (const of of [
    "",
    "nothing 2026-01",
    `${COURSE} 1999-01`,
    `${COURSE} ${new Date().toISOString().slice(0, 7)}`,
  ]) {
    const reply = await post({ of, pledge: "giga" });
    assert.deepEqual([reply.status(), reply.headers()["location"]], [303, PAGE], of);
  }
});
