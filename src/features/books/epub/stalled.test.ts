/** A line that takes nothing any more. Rule PB57 of ../README.md. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import test from "node:test";
import { endStalled } from "./handlers.ts";

test("PB57 whoever stops reading is let go, so that their place is free for others", async () => {
  const ended = Promise.withResolvers<unknown>();
  const server = createServer((_, res) => {
    endStalled(res, 200);
    const bytes = Array.from({ length: 2000 }, () => Buffer.alloc(65_536));
    pipeline(Readable.from(bytes), res).then(ended.resolve, ended.resolve);
  });
  await once(server.listen(0), "listening");
  const client = connect((server.address() as AddressInfo).port);
  client.on("error", () => undefined);
  client.write("GET / HTTP/1.1\r\nhost: a\r\n\r\n"); // and nothing is ever read
  const error = await Promise.race([
    ended.promise,
    new Promise((resolve) => setTimeout(resolve, 10_000, "still there").unref()),
  ]);
  assert.ok(error instanceof Error, String(error));
  client.destroy();
  server.close();
});
