/** The pages of the conversation, with all that may stand in them, as two checkers and a ruler see them (features/conversation). */
import assert from "node:assert/strict";
import test from "node:test";
import { hashOf } from "../src/platform/private/submissions.ts";
import { axeFinds } from "./axe.ts";
import { deskHouse } from "./desk-house.ts";
import { htmlErrors } from "./java.ts";
import { ownerOf, say, sign } from "./saying.ts";

const ABOUT = "topic:privacy";
const idOf = (n: number): string => hashOf(`page ${n}`).slice(0, 32);
const paths: string[] = [];

const house = deskHouse({}, async ({ base, env }) => {
  const key = ownerOf(env["CND_DATA"]!);
  const said = (n: number, text: string, more: object = {}) =>
    sign(key, {
      kind: "comment.said/1",
      body: { id: idOf(n), about: ABOUT, text, said: "2026-11-26", ...more },
    });
  const long = "o".repeat(300);
  const gone = said(3, "It will be gone.", { answers: idOf(1) });
  await say(
    base,
    said(1, "Whose log is it?\n\nOurs?", { name: "Nia" }),
    said(2, `${long}\nhttps://example.org/${long}`, { answers: idOf(1), name: "n".repeat(80) }),
    gone,
    said(4, "نحن ننتظر", { answers: idOf(3), language: "ar", name: "فاطمة" }),
    said(5, "Deep", { answers: idOf(2) }),
    said(6, "Deeper", { answers: idOf(5) }),
    said(7, "Deepest", { answers: idOf(6), name: "Kim" }),
    ...Array.from({ length: 50 }, (_, i) => said(100 + i, "One more, for a second page.")),
  );
  await say(
    base,
    sign(key, {
      kind: "comment.withdrawn/1",
      subject: gone.id,
      body: { by: "desk", id: idOf(3), about: ABOUT, answers: idOf(1) },
    }),
    sign(key, {
      kind: "reactions.counted/1",
      body: { about: idOf(1), likes: 0, boosts: 0, helped: 4 },
    }),
  );
  const form = `/topics/privacy/comment?to=${idOf(1)}`;
  const html = await (await fetch(base + form)).text();
  const body = new URLSearchParams({ id: /name="id" value="([^"]+)"/.exec(html)![1]!, text: long });
  for (const name of ["to", "name", "language", "contact"]) body.set(name, "");
  const sent = await fetch(`${base}/topics/privacy/comment`, {
    method: "POST",
    redirect: "manual",
    body,
  });
  const thread = "/topics/privacy/conversation";
  const mine = sent.headers.get("location")!;
  paths.push(thread, `${thread}?order=newest&page=2`, form, mine, "/topics/privacy");
});

test("the Nu HTML checker finds no error on the pages of the conversation", async () => {
  assert.equal(paths.length, 5);
  assert.deepEqual(await htmlErrors(house.base, paths), []);
});

test("axe finds nothing on the pages of the conversation, and none is too wide, whatever was said", async () => {
  const page = await house.person({ script: true });
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});
