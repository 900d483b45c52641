/** A real browser for tests, benchmarks and tools, quiet on the network. */
import { chromium, type Browser } from "playwright-core";

export const CHROMIUM = process.env["CND_TEST_CHROMIUM"] ?? "/usr/bin/chromium";
export const HEADLESS = process.env["CND_TEST_HEADLESS"] ?? "/usr/bin/chromium-headless-shell";
export const BROWSER_FLAGS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * One process for all pages of a context: what a page is and does is the same, and a context with a page takes a third less of a
 * processor's time.
 */
const LIGHTER = ["--process-per-site", "--renderer-process-limit=1"];

let kept: Browser | undefined;

/**
 * Chromium without a window: what a page is and does is the same, a kept profile is not (`CHROMIUM`). Where test files follow
 * one another in a process, it stays for the next: each has its own contexts, and `close` ends these.
 */
export async function openBrowser(...more: readonly string[]): Promise<Browser> {
  if (!process.connected || more.length > 0) return openBrowserAt(HEADLESS, ...LIGHTER, ...more);
  if (kept?.isConnected()) return kept;
  const browser = await openBrowserAt(HEADLESS, ...LIGHTER);
  const end = browser.close.bind(browser);
  process.once("disconnect", () => void end());
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  };
  return (kept = browser);
}

/** How many browsers stay for the next file. */
export const keptBrowsers = (): number => (kept?.isConnected() ? 1 : 0);

/** @param executablePath what starts it: itself, or a script that starts it elsewhere */
export function openBrowserAt(
  executablePath: string,
  ...more: readonly string[]
): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...more] });
}
