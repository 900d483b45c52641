/** Whoever asks may go: a real server, real connections. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { test } from "node:test";
import { leaving, SenderLeft } from "./leaving.ts";

async function serving() {
  const requests: IncomingMessage[] = [];
  const server = createServer((req, res) => {
    requests.push(req);
    if (req.url === "/now") {
      using left = leaving(req);
      res.end(left.signal.aborted ? "left" : "here");
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { server, port, requests, [Symbol.dispose]: stop };
}

test("a sender who leaves is heard of, whether the line is cut or ended, and not when the answer is there", async () => {
  using served = await serving();
  for (const how of ["destroy", "resetAndDestroy", "end"] as const) {
    const line = connect(served.port, "127.0.0.1");
    line.on("error", () => undefined);
    line.write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na");
    const [req] = (await once(served.server, "request")) as [IncomingMessage];
    using left = leaving(req);
    const heard = once(left.signal, "abort");
    line[how]();
    await heard;
    assert.ok(left.signal.reason instanceof SenderLeft, how);
    using late = leaving(req);
    assert.ok(late.signal.aborted, "also for whoever asks afterwards");
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let i = 0; i < 30; i++) {
    const asked = get({ port: served.port, host: "127.0.0.1", path: "/now", agent });
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    assert.equal((await answer.toArray()).join(""), "here");
  }
  const { socket } = served.requests.at(-1)!;
  assert.ok(socket.listenerCount("close") < 10, "a connection keeps nothing of its requests");
  agent.destroy();
});
