/** A real browser for tests, benchmarks and tools, quiet on the network. */
import { chromium, type Browser } from "playwright-core";

export const CHROMIUM = process.env["CND_TEST_CHROMIUM"] ?? "/usr/bin/chromium";
const HEADLESS = process.env["CND_TEST_HEADLESS"] ?? "/usr/bin/chromium-headless-shell";
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

/** Chromium without a window: what a page is and does is the same, a kept profile is not (`CHROMIUM`). */
export const openBrowser = (...more: readonly string[]): Promise<Browser> =>
  openBrowserAt(HEADLESS, ...more);

/** @param executablePath what starts it: itself, or a script that starts it elsewhere */
export function openBrowserAt(
  executablePath: string,
  ...more: readonly string[]
): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...more] });
}
