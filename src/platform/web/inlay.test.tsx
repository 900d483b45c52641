/** A page with a part that was written before is the page that is written in one go, its style too. */
import assert from "node:assert/strict";
import test from "node:test";
import { raw } from "hono/html";
import { inEnglish, named } from "../words/fallback.ts";
import { INLAY, laidIn, writtenPiece } from "./inlay.ts";
import { lookOf } from "./look.ts";
import type { Page } from "./route.ts";
import { frame } from "./server.kit.ts";
import { documentOf } from "./shell.tsx";
import { bytesOf, weigh } from "./weigh.ts";

const rows = ["Amina <b>", inEnglish("Here"), named("أمينة", "ar"), "…"].map((words, i) => (
  <li id={`l${i}`}>
    <h3>
      <span class="cardno">{i}</span>
      <bdi>{words}</bdi>
    </h3>
    <button class="tap set">{words}</button>
    <button class="tap quiet">{words}</button>
    <details class="stuck">
      <summary>{words}</summary>
      <p>
        {words} <small>{i}</small>
      </p>
    </details>
  </li>
));

const pageOf = (inside: unknown): Page => ({
  kind: "page",
  uses: {},
  title: "Board",
  description: "Board",
  main: (
    <>
      <p>{`${INLAY} is what somebody typed`}</p>
      <ol class="board">{inside}</ol>
      <p>After</p>
    </>
  ),
});

test("WB17 a page into which a part is put that was written before is the page written in one go, to the byte", async () => {
  const place = { frame, lang: "fr", path: "/x" };
  const inlay = rows.map(writtenPiece);
  const [laid, whole] = [
    await documentOf(pageOf(raw(INLAY)), place, inlay),
    await documentOf(pageOf(rows), place),
  ];
  assert.equal(String(bytesOf(laidIn(laid.before, inlay))), whole.before);
  assert.deepEqual([laid.after, laid.style], [whole.after, whole.style]);
  assert.match(whole.before, /<span lang="en" dir="ltr">Here<\/span>/);
  assert.match(whole.before, /\.tap/);
  const without = lookOf(frame.colour, String(raw("<ol></ol>")))[0]!.css;
  assert.doesNotMatch(without, /\.tap/);
});

test("WB17 a page without a place for it is not sent without it", () => {
  assert.throws(() => laidIn("<p>x</p>", rows.map(writtenPiece)), /place for the inlay/);
  assert.deepEqual(laidIn("<p>x</p>", undefined), ["<p>x</p>"]);
});

test("WB17 what it weighs is said of all of it, also when one as long was weighed before", () => {
  const long = Array.from({ length: 9000 }, (_, i) => `<li>${i * 7919}</li>`).join("");
  const bytes = new Set<string>();
  for (const [before, after] of [
    [["<p>", Buffer.from(long)], "kB"],
    [`<p>${long}`, "kB"],
    [["<p>", long.slice(9), long.slice(0, 9)], "kB…"],
    ["<p>", "kB"],
  ] as const) {
    const { identity, br, at } = weigh(before, after, true);
    assert.equal(Number(identity.toString("latin1", at, at + 4)), Math.round(br.length / 100) / 10);
    assert.equal(identity.subarray(at + 4).toString(), after);
    bytes.add(identity.toString("base64"));
  }
  assert.equal(bytes.size, 3);
});
