/** Every kind of thing opened in a browser and saved again (src/features/content/README.md): the richest one of each. All of them: tests/long. */
import assert from "node:assert/strict";
import test from "node:test";
import { exported } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import {
  eachFieldChanged,
  madeHere,
  reading,
  savedAsItCame,
  standing,
  type AtDesk,
} from "./unchanged.ts";

const MOST = 12; // fields of each kind; tests/long changes them all
const house = deskHouse();

test("KO3 the richest thing of every kind, opened and saved as it came, is the same byte for byte; one field changed changes that field alone", async (t) => {
  const page = await house.signedIn("editor", "Amina", { script: true });
  await using db = reading(house.env["CND_DATA"]!);
  const at: AtDesk = { base: house.base, page, db };
  const all = await standing(db);
  const richest = madeHere.map(({ space }) => all.find(({ part }) => part.space === space)!);
  const before = exported(house.folder.dir, house.env);
  for (const one of richest)
    assert.deepEqual(await savedAsItCame(at, one), [], `${one.part.space}/${one.slug}`);
  assert.deepEqual(exported(house.folder.dir, house.env), before);
  let changed = 0;
  for (const one of richest) {
    const tried = await eachFieldChanged(at, one, MOST);
    assert.deepEqual(tried.wrong, [], `${one.part.space}/${one.slug}`);
    assert.ok(tried.changed.length >= 5, `${one.part.space}: ${tried.changed.length} changed`);
    changed += tried.changed.length;
    t.diagnostic(
      `${one.part.space}/${one.slug}: ${tried.changed.length} changed, refused: ${tried.refused.join(", ")}`,
    );
  }
  t.diagnostic(`${richest.length} things, ${changed} fields`);
  assert.deepEqual(exported(house.folder.dir, house.env), before);
});
