import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";

const EXAMPLE =
  "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

test("TL8 the specification's example reads, and is written back the same", () => {
  const checkpoint = parseCheckpoint(EXAMPLE);
  assert.equal(checkpoint.origin, "example.com/behind-the-sofa");
  assert.equal(checkpoint.size, 20_852_163);
  assert.deepEqual(checkpoint.extensions, []);
  assert.equal(formatCheckpoint(checkpoint), EXAMPLE);
});

test("law: a checkpoint reads back as it was written", () => {
  const origin = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text !== "");
  const root = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(origin, fc.maxSafeNat(), root, (o, size, r) => {
      const text = formatCheckpoint({ origin: o, size, root: r });
      assert.deepEqual(parseCheckpoint(text), { origin: o, size, root: r, extensions: [] });
    }),
  );
});

test("TL7 extension lines are kept, empty ones refused", () => {
  assert.deepEqual(parseCheckpoint(`${EXAMPLE}one\ntwo words\n`).extensions, ["one", "two words"]);
  assert.throws(() => parseCheckpoint(`${EXAMPLE}\n`), { code: "bad-checkpoint" });
  assert.throws(() => parseCheckpoint(`${EXAMPLE}one\n\ntwo\n`), { code: "bad-checkpoint" });
});

test("TL7 a checkpoint has one spelling: every other is refused", () => {
  const root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  for (const text of [
    "",
    "\n",
    `log\n5\n${root}`,
    `log\n5\n`,
    `log\n5\n${root}\nextension without an end`,
    `\n5\n${root}\n`,
    `log\n05\n${root}\n`,
    `log\n+5\n${root}\n`,
    `log\n-5\n${root}\n`,
    `log\n5.0\n${root}\n`,
    `log\n5e3\n${root}\n`,
    `log\n0x5\n${root}\n`,
    `log\n 5\n${root}\n`,
    `log\n5 \n${root}\n`,
    `log\n٥\n${root}\n`,
    `log\n9007199254740992\n${root}\n`,
    `log\n5\n${root.slice(0, -1)}\n`,
    `log\n5\n${root.replace("2I=", "2J=")}\n`, // the same bytes to a careless reader
    `log\n5\n${root.replace("/", "_")}\n`,
    `log\n5\n ${root}\n`,
    `log\n5\nAAAA\n`,
    `log\r\n5\r\n${root}\r\n`,
    `l\tog\n5\n${root}\n`,
  ]) {
    assert.throws(() => parseCheckpoint(text), { code: "bad-checkpoint" }, JSON.stringify(text));
  }
});

test("TL9 what no checkpoint can say is a caller's mistake", () => {
  const root = new Uint8Array(32);
  assert.throws(() => formatCheckpoint({ origin: "", size: 0, root }), RangeError);
  assert.throws(() => formatCheckpoint({ origin: "log\n9", size: 0, root }), RangeError);
  assert.throws(() => formatCheckpoint({ origin: "log", size: -1, root }), RangeError);
  assert.throws(() => formatCheckpoint({ origin: "log", size: 2 ** 53, root }), RangeError);
  assert.throws(
    () => formatCheckpoint({ origin: "log", size: 0, root: new Uint8Array(31) }),
    RangeError,
  );
});
