import assert from "node:assert/strict";
import test from "node:test";
import { cookiesFor, isOver, tokenOf } from "./seat.ts";

const token = "t".repeat(22);
const site = { language: "en", languages: ["en", "ar"] };
const asked = (cookie?: string) => ({ headers: cookie === undefined ? {} : { cookie } });

test("CL11 behind https the cookie comes from https alone, and no other of its name is read", () => {
  const base = "https://example.org";
  assert.deepEqual(cookiesFor(token, { base, ...site }), [
    `__Secure-cnd_class=${token}; Path=/class; HttpOnly; SameSite=Lax; Secure`,
    `__Secure-cnd_class=${token}; Path=/ar/class; HttpOnly; SameSite=Lax; Secure`,
  ]);
  assert.match(cookiesFor("", { base, ...site })[0]!, /=; .*; Max-Age=0$/);
  assert.equal(tokenOf(asked(`a=b; __Secure-cnd_class=${token}`), base), token);
  for (const other of [undefined, "", `cnd_class=${token}`, "__Secure-cnd_class=short"])
    assert.equal(tokenOf(asked(other), base), undefined);
  assert.equal(tokenOf(asked(`cnd_class=${token}`), "http://hub.local"), token);
});

test("CL10 the cards of a class open for two weeks after its last day, or until its teacher ends it", () => {
  const room = { id: "r", name: "R", course: "c", place: "", starts: "2026-11-01", key: "k" };
  const of = { ...room, ends: "2026-11-10", by: "Rosa", at: 0, closed: null };
  assert.deepEqual([isOver(of, "2026-11-24"), isOver(of, "2026-11-25")], [false, true]);
  assert.equal(isOver({ ...of, closed: 1 }, "2026-11-02"), true);
});
