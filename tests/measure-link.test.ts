/** Measuring over links of known rate and round trip: real packets, the built program, a real browser. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { describe } from "node:test";
import { openLink, whyNoLink, type Link, type LinkOptions } from "../tools/link.ts";
import { program, temporary } from "../tools/program.ts";
import { HEADLESS, openBrowserAt } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";

const why = whyNoLink();
const skip = why ?? false;
const TIMEOUT = 90_000;
const CONTENTS = 1448 / 1514; // of a packet that the shaper counts; the rest is headers
const ROUNDED = 0.05; // two digits

interface Seen {
  /** What the page shows, a line each. */
  readonly lines: readonly string[];
  /** Bytes that crossed the link from opening the page to the last answer. */
  readonly wire: number;
}

// Two at once: most of a slow link's time is waiting.
describe("measuring over a link", { skip, concurrency: 2 }, () => {
  test("MS2 64 kbit/s is told within 25 %, both ways, with at most 200 kB", async () => {
    await within({ kbps: 64, rtt: 20 });
  });

  test("MS2 512 kbit/s is told within 25 %, both ways, with at most 200 kB", async () => {
    await within({ kbps: 512, rtt: 20 });
  });

  test("MS2 5 Mbit/s over 20 ms is told within 25 %, with at most 200 kB", async () => {
    await within({ kbps: 5000, rtt: 20 });
  });

  test("ME2 5 Mbit/s over 300 ms is more than a burst can tell: at least so much", async () => {
    const seen = await measured({ kbps: 5000, rtt: 300 });
    for (const way of ["down", "up"]) {
      const line = lineOf(seen, `(${way === "down" ? "to" : "from"} you)`);
      assert.match(line, /you\)\s+at least /);
      assert.ok(kbpsOf(line) < 5000, line);
    }
    assert.ok(seen.wire <= 200_000, `${seen.wire} bytes`);
  });
});

async function within(options: LinkOptions): Promise<void> {
  const seen = await measured(options);
  for (const way of ["download (to you)", "upload (from you)"]) {
    const line = lineOf(seen, way);
    assert.doesNotMatch(line, /at least/, seen.lines.join(" | "));
    const share = kbpsOf(line) / options.kbps;
    assert.ok(share > 0.75 && share < 1.25, `${line} over ${options.kbps} kbit/s`);
    const bound = Number(/± (\d+) %/.exec(line)?.[1]) / 100 + ROUNDED;
    assert.ok(
      Math.abs(share / CONTENTS - 1) <= bound,
      `${line}: the true rate is beyond the bound`,
    );
  }
  assert.ok(seen.wire <= 200_000, `${seen.wire} bytes`);
}

async function measured(options: LinkOptions): Promise<Seen> {
  await using opened = new AsyncDisposableStack();
  const link = opened.use(await openLink(options));
  opened.use(await served(link));
  using folder = temporary();
  const browser = await openBrowserAt(atClient(link, folder.dir));
  try {
    const page = await browser.newPage();
    const before = link.bytes();
    await page.goto(`http://${link.address}:8080/measure`, { timeout: TIMEOUT });
    await page.getByRole("button", { name: "Measure" }).click();
    await page.locator("#said", { hasText: "Done" }).waitFor({ timeout: TIMEOUT });
    const wire = link.bytes() - before;
    const seen = { lines: await page.locator("#seen li").allInnerTexts(), wire };
    console.log(JSON.stringify({ ...options, ...seen }));
    return seen;
  } finally {
    await browser.close();
  }
}

const lineOf = ({ lines }: Seen, words: string): string => {
  const line = lines.find((l) => l.includes(words));
  assert.ok(line, `${words}: ${lines.join(" | ")}`);
  return line;
};

function kbpsOf(line: string): number {
  const [, n, unit] = /([\d.]+) (kbit|Mbit)\/s/.exec(line) ?? [];
  assert.ok(n, line);
  return Number(n) * (unit === "Mbit" ? 1000 : 1);
}

/** A small program that starts Chromium at the client's end of the link. */
function atClient(link: Link, dir: string): string {
  const file = join(dir, "chromium");
  writeFileSync(file, `#!/bin/sh\nexec ${link.client.join(" ")} ${HEADLESS} "$@"\n`);
  chmodSync(file, 0o700);
  return file;
}

/** The built program at the server's end. */
async function served(link: Link): Promise<AsyncDisposable> {
  const folder = temporary();
  const env = {
    PATH: process.env["PATH"] ?? "",
    CND_DATA: join(folder.dir, "data"),
    PORT: "8080",
    HOST: link.address,
  };
  await newCampaign(env.CND_DATA);
  const [command, ...args] = [...link.server, process.execPath, program(), "serve"];
  const child = spawn(command, args, {
    env,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  for await (const text of child.stdout.setEncoding("utf8"))
    if (String(text).includes("Serving on")) break;
  return {
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      process.kill(-child.pid!, "SIGTERM");
      await ended;
      folder[Symbol.dispose]();
    },
  };
}
