import assert from "node:assert/strict";
import test from "node:test";
import { PICTURES, picturesFor, pictureWord } from "../pictures.tsx";
import { codeHash, isEasy, newToken, pinHash } from "../secrets.ts";
import { hasCard, newCard, newLearner, seenCard } from "./cards.ts";

const room = { key: newToken() };

test("CL4 CL5 a card is of one person, one class and one form, and the same each time", () => {
  const form = newToken();
  const card = newCard(room, "a", form);
  assert.deepEqual(newCard(room, "a", form), card);
  assert.equal(card.code_hash, codeHash(card.code.toLowerCase()));
  assert.equal(card.pin_hash, pinHash(room, "a", card.pin));
  assert.ok(/^\d{4}$/.test(card.pin) && !isEasy(card.pin));
  for (const other of [
    newCard(room, "b", form),
    newCard(room, "a"),
    newCard({ key: newToken() }, "a", form),
  ])
    assert.notEqual(other.code, card.code);
  const codes = Array.from({ length: 2000 }, () => newCard(room, "a"));
  assert.equal(new Set(codes.map(({ code }) => code)).size, codes.length);
  assert.ok(new Set(codes.map(({ pin }) => pin)).size > 1500, "of some 9,700");
});

test("CL5 who is new has no card, and a page knows which card it saw", () => {
  const learner = newLearner(newToken(), "amina", "Amina");
  assert.equal(hasCard(learner), false);
  const [one, two] = [newCard(room, learner.id), newCard(room, learner.id)];
  const seen = [learner, one, two].map(seenCard);
  assert.equal(new Set(seen).size, 3);
});

test("CL4 no picture stands twice before each stands once", () => {
  assert.ok(PICTURES >= 24);
  const words = Array.from({ length: PICTURES }, (_, n) => pictureWord(n, "en"));
  assert.equal(new Set(words).size, PICTURES);
  const first = picturesFor(20, []);
  const rest = picturesFor(PICTURES - 20, first);
  assert.equal(new Set([...first, ...rest]).size, PICTURES);
  const more = picturesFor(5, [...first, ...rest]);
  assert.equal(new Set(more).size, 5);
  assert.deepEqual(picturesFor(1, [0, 1, 3]), [2], "what was given back is given again");
});
