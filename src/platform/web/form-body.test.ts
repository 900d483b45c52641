import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import test from "node:test";
import { allowedQuery } from "./address.ts";
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
    assert.deepEqual(allowedQuery(new URLSearchParams({ q: `a${one}` }), ["q"]), {}, one);
  assert.deepEqual(allowedQuery(new URLSearchParams({ q: kept }), ["q"]), { q: kept });
});
