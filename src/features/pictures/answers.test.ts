/** What the desk answered about photos, films and sounds, on both databases (README.md, PH10). */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { privateParts } from "../../models.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { askedFields, readAnswer } from "./asking.ts";
import { askPictures, type Answer } from "./model.ts";
import { wordsIn } from "./words.ts";

const nameOf = (n: number, kind: string) => `${String(n).repeat(64)}.${kind}`;
const [PHOTO, FILM] = [nameOf(1, "jpg"), nameOf(2, "mp4")];
const given = (media: string, how: string): Answer => ({
  media,
  known: "yes",
  child: "no",
  how,
  by: "Ada",
  at: 1,
});

for (const [name, open] of Object.entries(DATABASES))
  test(`PH10 the last answer about a file counts, and goes with the file and with a photo’s words: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const ask = askPictures(await openPrivate(database.db, privateParts));
    await ask.answer([given(PHOTO, "first"), given(FILM, "of a film")]);
    await ask.answer([given(PHOTO, "second")]);
    const hows = async () =>
      (await ask.answers([PHOTO, FILM, nameOf(3, "jpg")])).map(({ how }) => how).toSorted();
    assert.deepEqual(await hows(), ["of a film", "second"]);
    assert.deepEqual(await ask.answers([]), []);
    await ask.gone([FILM]);
    assert.deepEqual(await hows(), ["second"]);
    const subject = "a".repeat(64);
    await ask.note({ found: [], uses: [{ media: PHOTO, subject }], described: [] });
    await ask.erased(subject);
    assert.deepEqual(await hows(), [], "it may name whoever was erased");
  });

test("PH10 law: of every form that comes either a whole answer is read, or each field that is missing is named", () => {
  const words = wordsIn("en");
  const at = askedFields(PHOTO);
  const said = ["yes", "no", "", "maybe", undefined];
  let answers = 0;
  for (const known of said)
    for (const child of said)
      for (const how of ["Amina asked", "  ", "", "x".repeat(501), undefined]) {
        const read = readAnswer(
          PHOTO,
          { [at.known]: known, [at.child]: child, [at.how]: how },
          words,
        );
        if (known === "no" && child === "yes") {
          assert.ok("problems" in read, "a child who can be recognised is somebody");
          assert.deepEqual(Object.keys(read.problems), [at.known]);
        } else if (known === "no") {
          assert.deepEqual(read, { media: PHOTO, known, child: "no", how: "" });
          answers += 1;
        } else if ("problems" in read) {
          const wrong = [
            ...(known === "yes" ? [] : [at.known]),
            ...(child === "yes" || child === "no" ? [] : [at.child]),
            ...(how === "Amina asked" ? [] : [at.how]),
          ];
          assert.ok(wrong.length > 0);
          assert.deepEqual(Object.keys(read.problems).toSorted(), wrong.toSorted());
        } else {
          assert.deepEqual(read, { media: PHOTO, known: "yes", child, how: "Amina asked" });
          answers += 1;
        }
      }
  assert.equal(answers, 20 + 2);
});
