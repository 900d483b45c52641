import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { PassThrough } from "node:stream";
import test from "node:test";
import { setImmediate as soon } from "node:timers/promises";
import { throwAway } from "../../platform/web/read-body.ts";
import { readMultipart } from "./multipart.ts";
import { wordsIn as tellWords } from "./words.ts";

test("T16 who announces too much and falls silent is answered after one wait, with what was read", async () => {
  const headers = {
    "content-type": "multipart/form-data; boundary=b",
    "content-length": "5000",
  };
  const req = Object.assign(new PassThrough(), { headers, complete: false });
  const asked = req as unknown as IncomingMessage;
  let form: unknown;
  const reading = readMultipart(asked, undefined, {
    names: new Set(["text", "contact"]),
    words: tellWords("en"),
    most: { whole: 4000 },
    by: "x",
  }).then((read) => (form = read));
  req.write('--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nWater\r\n--b\r\n');
  req.write('Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nabc');
  for (let i = 0; i < 20; i++) await soon();
  assert.equal(form, undefined, "it is still read");
  await reading;
  const message = tellWords("en").refused.whole;
  assert.deepEqual(form, { status: 413, message, fields: { text: "Water" }, isPart: true });
  let isAnswered = false;
  const res = { headersSent: false, setHeader: () => undefined } as unknown as ServerResponse;
  void throwAway(asked, res).then(() => (isAnswered = true));
  for (let i = 0; i < 20; i++) await soon();
  assert.ok(isAnswered, "after no second wait");
});
