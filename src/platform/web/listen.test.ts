import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openBudgets } from "../budget/budget.ts";
import { FIXED } from "../budget/limits.ts";
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

test("WB8 what is asked on one line is begun in its turn, and a line on which too much waits is cut off", async () => {
  const begun: { readonly path: string; answer(): void }[] = [];
  const server = await listen(
    {
      listener: (req, res) =>
        void begun.push({ path: req.url!, answer: () => void res.end(req.url) }),
    },
    openBudgets(),
    { port: 0, host: "127.0.0.1" },
  );
  const { port } = server.address() as AddressInfo;
  const ask = (paths: readonly string[]) => {
    const line = connect(port, "127.0.0.1").setEncoding("utf8");
    line.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
    return line;
  };
  const until = async (is: () => boolean) => {
    while (!is()) await sleep(5);
  };
  try {
    const line = ask(["/1", "/2", "/3"]);
    let heard = "";
    line.on("data", (text: string) => (heard += text));
    for (const path of ["/1", "/2", "/3"]) {
      await until(() => begun.length > 0);
      assert.deepEqual(
        begun.map((one) => one.path),
        [path],
      );
      assert.doesNotMatch(heard, new RegExp(path));
      begun.pop()!.answer();
      await until(() => heard.includes(path));
    }
    line.destroy();
    const most = FIXED.line.waiting;
    const full = ask(Array.from({ length: most + 1 }, (_, n) => `/of-${n}`));
    await until(() => begun.length > 0);
    full.destroy();
    await once(full, "close");
    await sleep(50);
    assert.deepEqual(
      begun.map((one) => one.path),
      ["/of-0"],
    );
    const cut = ask(Array.from({ length: most + 2 }, () => "/many")).on("error", () => undefined);
    cut.resume();
    await once(cut, "close");
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
