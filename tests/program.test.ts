/** The tests' own way to run commands beside a server (tools/program.ts). */
import assert from "node:assert/strict";
import { once } from "node:events";
import test from "node:test";
import { Worker } from "node:worker_threads";
import { cnd } from "../tools/program.ts";

/** In a thread of its own it goes on while this process stands still; told to, it closes the lines that it promised to keep. */
const SERVER = `
  const { createServer } = require("node:http");
  const { parentPort } = require("node:worker_threads");
  const server = createServer((_req, res) => res.end("answered"));
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
  parentPort.on("message", () => server.closeAllConnections());
`;

test("what is asked after a command is answered, though the server closed the line while it ran", async () => {
  const server = new Worker(SERVER, { eval: true });
  try {
    const [port] = (await once(server, "message")) as [number];
    const ask = async () => (await fetch(`http://127.0.0.1:${port}`)).text();
    for (let i = 0; i < 3; i++) {
      for (let k = 0; k < 2; k++) assert.equal(await ask(), "answered"); // on two lines, one of which is free at once
      server.postMessage("close");
      assert.equal(cnd(["no such command"]).code, 1);
      assert.equal(await ask(), "answered");
    }
  } finally {
    await server.terminate();
  }
});
