/** Whoever asked for a right and gave a mail address is told once that the answer is there (features/rights/README.md). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse({ isNew: true, mail: true });
const ANSWER = "Nothing is held about you, in our own words.";

async function asked(contact: string): Promise<string> {
  const fields = { what: "see", as: "self", name: "Somebody Asking", contact, id: newSecret() };
  const sent = await fetch(`${house.base}/rights/ask`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { Origin: house.base },
  });
  return sent.headers.get("location")!;
}
const contacts = () => {
  using db = new DatabaseSync(dataPaths(house.env["CND_DATA"]!).database, { readOnly: true });
  return db.prepare("select contact, state from rights_request").all();
};
async function until(what: string, holds: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !holds(); i += 1) await new Promise((done) => setTimeout(done, 50));
  assert.ok(holds(), `Not within 20 s: ${what}`);
}

test("RI10 one mail says that the request was answered; it has neither the answer nor the secret address, and the mail address goes with it", async () => {
  const page = await house.signedIn("owner", "Olga Rights");
  assert.match(
    await (await fetch(`${house.base}/rights/ask`)).text(),
    /we send you one email when/,
  );
  const before = house.post.letters.length;
  for (const contact of ["ask at the mill", "asker@example.org"]) {
    const receipt = await asked(contact);
    const text = await (await fetch(house.base + receipt)).text();
    const [, id = ""] = /<dd dir="ltr">([0-9a-f]{8})<\/dd>/.exec(text) ?? [];
    await page.goto(`${house.base}/desk/rights/${id}`);
    await page.locator("#answer").fill(ANSWER);
    await press(page, "Answer and close");
    assert.match(await (await fetch(house.base + receipt)).text(), /in our own words/);
    if (!contact.includes("@")) continue;
    await until("a mail", () => house.post.letters.length > before);
    const [letter, ...more] = house.post.letters.slice(before);
    assert.equal(more.length, 0);
    assert.match(letter!, /^To: asker@example\.org$/m);
    assert.match(letter!, new RegExp(`Your request ${id}`));
    for (const secret of [receipt.split("/").at(-1)!, "Somebody", "own words"])
      assert.ok(!letter!.includes(secret), secret);
  }
  await until("no address is kept", () => contacts().every(({ contact }) => contact === null));
  assert.deepEqual(
    contacts().map(({ state }) => state),
    ["answered", "answered"],
  );

  // A server that refuses it for good is not asked again.
  house.post.refuse("550 nobody of that name");
  await asked("gone@example.org");
  await page.goto(`${house.base}/desk/rights`);
  await page.locator('main a[href^="/desk/rights/"]').first().click();
  await page.locator("#answer").fill(ANSWER);
  await press(page, "Answer and close");
  await until("a refused address goes, too", () =>
    contacts().every(({ contact }) => contact === null),
  );
});
