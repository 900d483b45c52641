import assert from "node:assert/strict";
import test from "node:test";
import { federationThread } from "./thread.ts";

const module = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

/** A thread that answers what it is asked, and ends when it is asked for a thread. */
const ANSWERS = module(`
  import { parentPort } from "node:worker_threads";
  parentPort.on("message", ({ id, call }) => {
    if (call === "fetchThread") throw new Error("out of memory");
    if (call === "find") return; // it is looking still
    parentPort.postMessage({ id, value: call });
  });
`);

const nobody = {
  private: async () => undefined,
  hears: async () => undefined,
  log: () => undefined,
};

test("FF15 what is still asked of a thread that is told to end fails, and nobody waits for it for ever", async () => {
  const thread = federationThread(ANSWERS, {}, nobody);
  const asked = assert.rejects(thread.find("a@b.example"), /told to end/);
  await thread.rest();
  await asked;
  assert.equal(await thread.hosts(), "hosts", "it begins anew");
  await thread.close();
});

test("FF15 a thread that ends unasked says why, fails what was asked of it, and is not begun again at once", async () => {
  const log: string[] = [];
  const process = {
    private: async () => undefined,
    hears: async () => undefined,
    log: (line: string) => log.push(line),
  };
  const thread = federationThread(ANSWERS, {}, process);
  assert.equal(thread.runs, false, "nothing was asked yet");
  assert.equal(await thread.hosts(), "hosts");
  assert.equal(thread.runs, true);
  await assert.rejects(thread.fetchThread("https://example.org/1"), /out of memory/);
  assert.equal(thread.runs, false);
  assert.deepEqual(log, ["The federation's thread has ended: out of memory"]);
  await assert.rejects(thread.hosts(), /begins again soon/);
  await thread.close();
  await assert.rejects(thread.hosts(), /stops/);
});
