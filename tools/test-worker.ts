/**
 * Runs test files one after the other in one process, as `test.ts` hands them over by name: what most of them load, the house
 * and a browser's driver, is loaded and made quick once. Each file is a suite, with what it sets up and ends.
 */
import assert from "node:assert/strict";
import { after, describe } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { keptBrowsers } from "../tests/browser.ts";
import { timeNow } from "../src/platform/process/steady-clock.ts";
import { keptServers } from "./program.ts";

const timeout = Number(process.argv[2]); // ms, of one file
const ready = () => process.send!("ready");
// What would be left behind: programs, and ports on which somebody listens.
const kept = () =>
  process.getActiveResourcesInfo().filter((one) => /^(?:ProcessWrap|TCPServerWrap)$/.test(one))
    .length -
  keptBrowsers() -
  keptServers();
const A_MINUTE = 60_000; // ms
const A_WHILE = 1000; // of 10 ms, in which what was told to end does so

process.on("message", (file: string) => {
  describe(file, { timeout }, async () => {
    const before = kept();
    try {
      await import(pathToFileURL(file).href);
    } finally {
      // The last of its hooks.
      after(async () => {
        for (let i = 0; i < A_WHILE && kept() > before; i++) await sleep(10);
        ready();
        assert.ok(kept() <= before, `${file} leaves a program or a port behind`);
        assert.ok(
          Math.abs(timeNow() - Date.now()) < A_MINUTE,
          `${file} leaves a clock that is wrong`,
        );
      });
    }
  });
});
ready();
