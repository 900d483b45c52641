import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import test from "node:test";
import { openBudgets } from "../budget/budget.ts";
import { listen } from "./listen.ts";

test("a line on which nobody asks is closed without a word, a question that stops in its middle is late, and what is none is bad", async () => {
  const server = await listen(
    { listener: (_req, res) => void res.end("answered") },
    openBudgets(),
    { port: 0, host: "127.0.0.1" },
  );
  server.headersTimeout = 1; // ms; it is looked at every few seconds
  const { port } = server.address() as AddressInfo;
  const heard = async (words: string): Promise<string> => {
    const line = connect(port, "127.0.0.1").setEncoding("utf8");
    if (words !== "") line.write(words);
    let answer = "";
    line.on("data", (text: string) => (answer += text));
    await once(line, "close");
    return answer;
  };
  try {
    const [silent, half, none] = await Promise.all(
      ["", "GET / HTTP/1.1\r\nHo", "\0\r\n"].map(heard),
    );
    assert.equal(silent, "");
    assert.match(half!, /^HTTP\/1\.1 408 .*\r\nConnection: close\r\n/);
    assert.match(none!, /^HTTP\/1\.1 400 .*\r\nConnection: close\r\n/);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
