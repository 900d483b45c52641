import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Readable } from "node:stream";
import test from "node:test";
import { readParts } from "../../platform/media/form.ts";

test("bug: a form with files that names no boundary, or none that parts can have, failed inside", async () => {
  for (const type of [
    "multipart/form-data",
    "multipart/form-data; charset=utf-8",
    "multipart/form-data; boundary=",
    'multipart/form-data; boundary=""',
    `multipart/form-data; boundary=${"x".repeat(300)}`,
  ]) {
    await using open = new AsyncDisposableStack();
    const headers = { "content-type": type, "content-length": "5" };
    const req = Object.assign(Readable.from([Buffer.from("hello")]), {
      headers,
      socket: new Socket(),
    });
    const wanted = { fields: [], files: {}, most: 100 };
    const read = readParts(req as unknown as IncomingMessage, { work: "/nowhere" }, open, wanted);
    assert.equal(await read, "form", type);
  }
});
