/** What becomes a deed, and what becomes of one that cannot be noted. Rules V60 and A20. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Privately } from "../private/part.ts";
import type { Deed } from "../private/trail.ts";
import { deedOf, openNotes, openSignInNotes } from "./trail.ts";

test("V60 what is posted to the desk and done is a deed by its pattern; what was refused, made up or said by a script is none", () => {
  const asked = (pattern: string, path: string, method = "POST") => ({ method, pattern, path });
  const short = (...args: Parameters<typeof deedOf>) => {
    const deed = deedOf(...args);
    return deed && [deed.who, deed.what, deed.about, deed.detail].join("|");
  };
  const role = asked("/desk/accounts/*/role", "/desk/accounts/a1/role");
  assert.equal(
    short(role, "li", { noted: { detail: "editor" } }),
    "li|/desk/accounts/*/role|a1|editor",
  );
  assert.equal(short(role, "li", { status: 403 }), undefined);
  assert.equal(short(role, "li", { noted: false }), undefined);
  const draft = (verb: string) => asked("/desk/stories/*", `/desk/stories/0a1b${verb}`);
  assert.equal(short(draft("/publish"), "li", {}), "li|/desk/stories/*/publish|0a1b|");
  assert.equal(short(draft(""), "li", {}), "li|/desk/stories/*|0a1b|");
  assert.equal(short(draft("/autosave"), "li", {}), undefined);
  assert.equal(short(draft("/made%20up"), "li", { status: 404 }), undefined);
  assert.equal(short(asked("/desk/settings", "/desk/settings"), "li", {}), "li|/desk/settings||");
  const table = asked("/desk/trail/table.csv", "/desk/trail/table.csv", "GET");
  assert.equal(short(table, "li", {}), undefined);
  assert.equal(short(table, "li", { csv: "" }), "li|/desk/trail/table.csv||");
  assert.equal(
    short(asked("/desk/pages/*", `/desk/pages/${"x".repeat(90)}`), "li", {}),
    "li|/desk/pages/*||",
  );
});

test("V60 a row that cannot be written fails nothing: one line says so, and it is counted", async (t) => {
  const said = t.mock.method(console, "error", () => undefined);
  let lost = 0;
  const note = openNotes(
    () => Promise.reject(new Error("the disk is full")),
    () => (lost += 1),
  );
  await note({
    who: "li",
    what: "/desk/settings",
    about: "",
    detail: "",
    network: "",
    outcome: "done",
  });
  assert.equal(lost, 1);
  assert.match(String(said.mock.calls[0]!.arguments[0]), /no row .*the disk is full/);
});

test("A20 tries that fail are one row and one write for each network and ten minutes, and fifty of them at most", async (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const rows: Deed[] = [];
  const privately: Privately = async (_operation, deed) => rows.push(deed as Deed);
  const notes = openSignInNotes(openNotes(privately));
  const from = (remoteAddress: string) => ({ headers: {}, socket: { remoteAddress } });
  for (let i = 0; i < 1000; i++) notes.refused("li", "PIN", from("203.0.113.7"));
  assert.deepEqual(
    rows.map(({ who, times, network, outcome }) => [who, times, network, outcome]),
    [["li", 1, "203.0.113.0/24", "refused"]],
  );
  t.mock.timers.tick(10 * 60_000);
  assert.deepEqual([rows.length, rows[1]!.times], [2, 999]);
  t.mock.timers.tick(20 * 60_000);
  assert.equal(rows.length, 2, "nothing more was tried");
  for (let i = 0; i < 1000; i++)
    notes.refused(undefined, "link", from(`2001:db8:${i.toString(16)}::7`));
  assert.equal(rows.length, 2 + 51);
  assert.deepEqual([rows[2]!.network, rows.at(-1)!.network], ["2001:db8:0::/48", ""]);
  await notes.came("li", "passkey", from("::ffff:198.51.100.9"));
  assert.deepEqual([rows.at(-1)!.detail, rows.at(-1)!.network], ["passkey", "198.51.100.0/24"]);
});
