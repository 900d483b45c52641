/** The register on both databases: once, answered once, put off once, taken back; what is due, and what is kept. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { newSecret } from "../../platform/private/submissions.ts";
import { openPrivate, platformParts } from "../../platform/private/private.ts";
import { isIn } from "./desk.ts";
import {
  askRights,
  isAsked,
  MAX_TURNS,
  MAX_UNSEEN,
  rightsPart,
  type NewRequest,
} from "./private.ts";

const fresh = (): NewRequest => ({
  secret: newSecret(),
  what: "object",
  came: "2026-11-01",
  due: "2026-12-01",
  about: JSON.stringify({ name: "Amal" }),
  contact: "amal@example.org",
  person: "p",
  hold: "held",
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`RI2 RI5 RI7 RI9 a request is kept once, answered once and put off once; taken back, it keeps no word: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const privately = await openPrivate(database.db, [...platformParts, rightsPart]);
    const ask = askRights(privately);
    const sent = fresh();
    const { id } = (await ask.add(sent))!;
    assert.equal((await ask.add(sent))!.id, id, "the same secret is the same request");
    assert.equal((await ask.open()).length, 1);
    const desk = { by: "desk", words: "Who?", on: "2026-11-02" } as const;
    const asker = { by: "asker", words: "I.", on: "2026-11-03" } as const;
    assert.equal(await ask.say({ id, turn: asker }), false, "nobody asked");
    for (let i = 0; i < MAX_TURNS; i++)
      assert.equal(await ask.say({ id, turn: i % 2 === 0 ? desk : asker }), true);
    assert.equal(await ask.say({ id, turn: desk }), false, "enough was said");
    assert.equal(isAsked((await ask.byId(id))!), false);
    assert.equal(await ask.extend({ id, due: "2027-01-30", why: "…" }), true);
    assert.equal(await ask.extend({ id, due: "2027-02-30", why: "…" }), false);
    const answer = { id, words: "Yes.", by: "a", on: "2026-11-04", hold: "released" } as const;
    assert.equal(await ask.answer(answer), true);
    assert.equal(await ask.answer(answer), false);
    const closed = (await ask.byId(id))!;
    assert.deepEqual([closed.contact, closed.hold, closed.answer], [null, "released", "Yes."]);
    assert.equal(await ask.withdraw({ secret: sent.secret, on: "2026-11-05" }), undefined);
    assert.equal(await ask.hold({ id, person: "q" }), false, "what is closed hides nobody");

    const other = fresh();
    const { id: back } = (await ask.add(other))!;
    assert.equal((await ask.withdraw({ secret: other.secret, on: "2026-11-05" }))!.hold, "held");
    const gone = (await ask.byId(back))!;
    const { about, contact, talk, hold, state } = gone;
    assert.deepEqual(
      { about, contact, talk, hold, state },
      { about: "{}", contact: null, talk: null, hold: "released", state: "withdrawn" },
    );
    assert.equal((await ask.holding("p")).length, 2);
    await privately("end", Date.UTC(2029, 10, 4)); // three years after the first was answered
    assert.deepEqual(
      (await ask.closed(9)).map((one) => one.id),
      [back],
    );
  });
}

for (const [name, open] of Object.entries(DATABASES))
  test(`RI4 from whatever networks, six people are hidden without a code before anybody at the desk has looked; a code hides whom it belongs to all the same: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const ask = askRights(await openPrivate(database.db, [...platformParts, rightsPart]));
    const add = async (person: string, more: Partial<NewRequest> = {}) =>
      (await ask.add({ ...fresh(), person, ...more }))!;
    const ids: string[] = [];
    for (let i = 0; i < MAX_UNSEEN; i++) {
      const { id, hold } = await add(`p${i}`);
      assert.equal(hold, "held");
      ids.push(id);
    }
    const late = await add("late");
    assert.equal(late.hold, "waits");
    assert.equal((await add("p0")).hold, "held", "hidden already");
    assert.equal((await add("own", { isVouched: true })).hold, "held");
    assert.equal(await ask.hold({ id: late.id, person: "late" }), true);
    assert.equal(
      (await add("q")).hold,
      "waits",
      "whom the desk hides takes no place, and makes none",
    );
    const [, first, second, third] = ids as [string, string, string, string];
    await ask.say({ id: first, turn: { by: "desk", words: "Who?", on: "2026-11-02" } });
    await ask.extend({ id: second, due: "2027-01-30", why: "…" });
    await ask.answer({ id: third, words: "No.", by: "a", on: "2026-11-03", hold: "released" });
    for (const person of ["r", "s", "t"]) assert.equal((await add(person)).hold, "held");
    assert.equal((await add("u")).hold, "waits");
  });

test("RI9 a request is due soon for seven days and late from the day after; a decision about somebody hidden is due in fourteen", () => {
  const request = { due: "2026-12-01", came: "2026-11-01", hold: null } as never;
  const held = { due: "2026-12-01", came: "2026-11-01", hold: "held" } as never;
  const of = (one: never, today: string) =>
    (["soon", "late", "hidden", "unhidden"] as const).filter((filter) => isIn(filter, one, today));
  assert.deepEqual(of(request, "2026-11-23"), []);
  assert.deepEqual(of(request, "2026-11-24"), ["soon"]);
  assert.deepEqual(of(request, "2026-12-01"), ["soon"]);
  assert.deepEqual(of(request, "2026-12-02"), ["late"]);
  assert.deepEqual(of(held, "2026-11-07"), ["hidden"]);
  assert.deepEqual(of(held, "2026-11-08"), ["soon", "hidden"]);
  assert.deepEqual(of(held, "2026-11-16"), ["late", "hidden"]);
  const waits = { due: "2026-12-01", came: "2026-11-01", hold: "waits" } as never;
  assert.deepEqual(of(waits, "2026-11-23"), ["unhidden"]);
});
