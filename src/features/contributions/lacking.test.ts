/** What a story that was sent still needs, as its sender and the desk read it (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import type { Submission } from "../../platform/private/submissions.ts";
import type { Asked, Contribution, Sent } from "./form.ts";
import { lackingIn } from "./lacking.ts";
import { AcceptStory } from "./pages/accept.tsx";
import { WhatWasTold } from "./pages/told.tsx";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");
const person = (n: number, name: string, files: readonly string[]): Asked => ({
  n,
  name,
  purposes: ["story", "photo"],
  channels: ["web"],
  languages: [],
  until: "2099-01-01",
  asked: "Amina",
  how: "text",
  files,
});
const photo = (id: string): Sent => ({ id, what: "photo", kind: "jpg", bytes: 9 });
const WHOLE: Contribution = {
  for: "story",
  text: "The mast came.",
  lang: "sw",
  naming: "none",
  place: "Hilltop",
  shows: "The mast",
  people: [person(0, "Amina", ["a", "b"])],
  files: [photo("a"), photo("b")],
};
const without = (...names: readonly (keyof Contribution)[]): Contribution =>
  Object.fromEntries(
    Object.entries(WHOLE).filter(([name]) => !names.some((one) => one === name)),
  ) as unknown as Contribution;

test("T33 each thing that is missing is named in its own line, and nothing where nothing is missing", () => {
  const lines = (told: Contribution) => lackingIn(told, words);
  assert.deepEqual(lines(WHOLE), []);
  const { consent, language, shows, place } = words.lacking;
  assert.deepEqual(lines(without("lang")), [language]);
  assert.deepEqual(lines(without("shows")), [shows]);
  assert.deepEqual(lines({ ...without("shows"), files: [] }), [], "it shows no photo");
  assert.deepEqual(lines(without("place")), [place]);
  assert.deepEqual(lines({ ...WHOLE, people: [], files: [] }), [consent]);
  const others = [person(0, "Amina", ["a"]), person(1, "Juma", []), person(2, "Neema", [])];
  const [own, seen, ...rest] = lines({ ...WHOLE, people: others });
  assert.match(own!, /Juma and Neema$/);
  assert.match(seen!, / photo 2, /);
  assert.deepEqual(rest, []);
  const proof: Sent = { ...photo("c"), what: "proof" };
  assert.deepEqual(lines({ ...WHOLE, files: [...WHOLE.files, proof] }), [], "nobody sees a proof");
});

test("T33 sender and desk read the same list, until it is a draft", async () => {
  const page = async (told: Contribution, state: Submission["state"]) => {
    const sent = { id: "3f9a", about: JSON.stringify(told), contact: null, state };
    const [submission, to] = [sent as Submission, (path: string) => path];
    const secret = "https://example.org/sent/secret";
    const sender = await WhatWasTold(submission, secret, { lang: "en", to });
    const form = { action: "/", to, lang: "en", typed: {}, problems: {} };
    return { sender: String(sender), desk: String(await AcceptStory(submission, form)) };
  };
  const { title, language, place } = words.lacking;
  const now = await page(without("lang", "place"), "received");
  for (const html of Object.values(now))
    for (const line of [title, language, place]) assert.ok(html.includes(line), line);
  assert.ok(!(await page(without("lang"), "accepted")).sender.includes(title));
  for (const html of Object.values(await page(WHOLE, "received"))) assert.ok(!html.includes(title));
});
