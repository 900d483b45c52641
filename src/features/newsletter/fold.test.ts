import assert from "node:assert/strict";
import test from "node:test";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldNewsletter } from "./projection.ts";

const said = (kind: string, body: JsonObject): LogRecord => ({
  id: "i",
  kind: `newsletter.${kind}/1`,
  subject: "s",
  at: "",
  author: "a",
  body,
});
const march = {
  title: "March",
  language: "en",
  published: "2026-03-31",
  parts: [{ words: "The mast stands." }, { story: "a".repeat(64) }],
};

test("U14 the last newsletter that fits is read; a withdrawal ends it, and a part is one thing", () => {
  const records = [said("sent", march), said("edited", { ...march, title: "In March" })];
  assert.equal(foldNewsletter(records)?.title, "In March");
  const two = { words: "Both", story: "a".repeat(64) };
  for (const parts of [[], [{}], [two], Array.from({ length: 21 }, () => ({ words: "x" }))])
    assert.equal(
      foldNewsletter([...records, said("edited", { ...march, parts })])?.title,
      "In March",
    );
  assert.equal(foldNewsletter([...records, said("withdrawn", {})]), undefined);
});
