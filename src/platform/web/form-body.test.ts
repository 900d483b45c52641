import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import test from "node:test";
import { allowedQuery } from "./address.ts";
import { isForm, saysForm } from "./comes-back.ts";
import { readForm } from "./form-body.ts";

function posted(fields: Readonly<Record<string, string>>): IncomingMessage {
  const body = Readable.from([Buffer.from(new URLSearchParams(fields).toString())]);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return Object.assign(body, { headers }) as unknown as IncomingMessage;
}

test("WB5 what is no character does not come in by a form or an address, every other character does", async () => {
  const none = ["\uFDD0", "\uFDD1", "\uFDEF", "\uFFFE", "\uFFFF", "\u{1FFFE}", "\u{10FFFF}"];
  const kept = "a\uFDCF\uFDF0\uFFFD\u{1F600}\u{E001}z";
  const text = `${none[0]}${kept}${none.join("b")}\r\nnext ${none[3]}`;
  const read = await readForm(posted({ text }), ["text"]);
  assert.deepEqual(read, { fields: { text: `${kept}bbbbbb\nnext` } });
  for (const one of none)
    assert.deepEqual(
      allowedQuery(new URLSearchParams({ q: `a${one}` }), { q: () => true }),
      {},
      one,
    );
  assert.deepEqual(allowedQuery(new URLSearchParams({ q: kept }), { q: () => true }), { q: kept });
});

test("WB4 one place says what a form is: by its type alone, whatever follows it, and nothing that only begins so", () => {
  const asForm = (type: string) =>
    [saysForm, isForm].map((one) =>
      one({ method: "POST", headers: { "content-type": type } } as IncomingMessage),
    );
  for (const type of [
    "multipart/form-data; boundary=x",
    "Multipart/Form-Data;boundary=x",
    "application/x-www-form-urlencoded",
  ])
    assert.deepEqual(asForm(type), [true, true], type);
  for (const type of [
    "multipart/form-data-x",
    "multipart/mixed",
    "application/json",
    "",
    `multipart/form-data; boundary=${"x".repeat(400)}`,
  ])
    assert.deepEqual(asForm(type), [false, false], type);
});
