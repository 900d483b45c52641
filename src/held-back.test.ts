import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { test } from "node:test";
import { features } from "./app.ts";
import { openHeldBack } from "./held-back.ts";
import { registry } from "./models.ts";
import { DatabaseAway } from "./platform/db/away.ts";

test("W16 while the database is away nobody has a file before it was known once which are held back", async () => {
  const held = openHeldBack({
    features: [],
    commits: { current: () => 1 },
    snapshot: () => Promise.reject(new DatabaseAway(new Error("It was stopped."))),
    today: () => "2026-11-28",
    isAtDesk: () => Promise.resolve(false),
  });
  const asked = {} as IncomingMessage;
  for (let n = 0; n < 2; n++)
    await assert.rejects(held.reachOf("a.png", asked), { name: "DatabaseAway" });
});

const NAMING = Object.entries(registry.kinds).filter(([, { body }]) => namesMedia(body));

test("M28 each kind of record that can name a file says what its files can show, ends by a withdrawal, and where people must agree its feature is asked", () => {
  for (const [kind, { files }] of NAMING) {
    assert.ok(
      files,
      `${kind} names files, and nobody is served them: say what they show, by its field "files"`,
    );
    const ended = kind.replace(/\..*/, ".withdrawn/1");
    assert.ok(
      registry.kinds[ended],
      `${kind} names files and has no ${ended}, after which they are served no more`,
    );
    if (files !== "agreed") continue;
    const owner = features.find(({ model }) => model?.kinds[kind]);
    assert.ok(
      owner && "agreedFiles" in owner,
      `${kind} names files of people who agree, and ${owner?.name} has no agreedFiles`,
    );
  }
  const said = Object.entries(registry.kinds).filter(([, { files }]) => files);
  assert.deepEqual(
    said.map(([kind]) => kind),
    NAMING.map(([kind]) => kind),
  );
  const sorts = new Set(said.map(([, { files }]) => files));
  assert.deepEqual(sorts, new Set(["people", "agreed", "things"]));
  assert.ok(NAMING.length >= 20, `${NAMING.length} kinds name files`);
});

test("M28 whoever may be named with consent is asked about: what a kind says of people alone is none of things", () => {
  for (const [kind, { files, personal }] of NAMING)
    assert.ok(
      !personal || files !== "things",
      `${kind} is about somebody's life, and its files are said to show nobody`,
    );
});

/** Whether a body of this form may hold a member `media`, however deep. */
function namesMedia(form: unknown, seen = new Set<unknown>()): boolean {
  if (typeof form !== "object" || form === null || seen.has(form)) return false;
  seen.add(form);
  if ("entries" in form && Object.hasOwn(form.entries as object, "media")) return true;
  if ("getter" in form)
    return namesMedia((form.getter as (of: unknown) => unknown)(undefined), seen);
  return Object.values(form).some((part) => namesMedia(part, seen));
}
