/** Every thing of the first campaign opened in a browser and saved again, and each field of the richest of each kind changed (src/features/content/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { exported } from "../commands.ts";
import { deskHouse } from "../desk-house.ts";
import {
  eachFieldChanged,
  madeHere,
  reading,
  savedAsItCame,
  standing,
  type AtDesk,
} from "../unchanged.ts";

let page: AtDesk["page"];
const house = deskHouse({}, async (one) => {
  page = await one.signedIn("editor", "Amina", { script: true });
});

test("KO3 every thing of a campaign, opened in a browser and saved as it came, is the same byte for byte", async (t) => {
  await using db = reading(house.env["CND_DATA"]!);
  const at: AtDesk = { base: house.base, page, db };
  const all = await standing(db);
  const before = exported(house.folder.dir, house.env);
  const odd: string[] = [];
  for (const one of all) {
    const wrong = await savedAsItCame(at, one);
    if (wrong.length > 0) odd.push(`${one.part.space}/${one.slug}: ${wrong.join(" ")}`);
  }
  assert.deepEqual(odd, []);
  assert.deepEqual(exported(house.folder.dir, house.env), before);
  assert.ok(all.length >= 100, `${all.length} things`);
  t.diagnostic(`${all.length} things, ${all.length - odd.length} the same`);
});

for (const { space } of madeHere)
  test(`KO3 one field of the richest of ${space} changed changes that field alone, whichever it is`, async (t) => {
    await using db = reading(house.env["CND_DATA"]!);
    const at: AtDesk = { base: house.base, page, db };
    const one = (await standing(db)).find(({ part }) => part.space === space)!;
    const { changed, refused, wrong } = await eachFieldChanged(at, one);
    assert.deepEqual(wrong, []);
    assert.ok(changed.length >= 5, `${changed.length} fields`);
    t.diagnostic(
      `${one.slug}: ${changed.length} changed alone, ${refused.length} refused alone: ${refused.join(", ")}`,
    );
  });
