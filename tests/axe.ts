/** What axe finds on a page as it stands, and with a ruler on many, all unfolded: on a phone and on a desk, by day and by night. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const HOW = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"], // what is in order is not written down
  preload: false, // no rule of these reads style sheets, or listens to films
};
/** The rules that ask for colours, which the night has others of. */
export const OF_COLOUR = ["color-contrast", "link-in-text-block"];
/** The rules that a narrow window may change; to all others it shows a part of what a wide one does (web/look/wide.css). */
export const OF_WIDTH = [...OF_COLOUR, "target-size", "scrollable-region-focusable"];

interface Axe {
  run(
    where: { readonly exclude: readonly string[] },
    how: Omit<typeof HOW, "runOnly"> & { readonly runOnly: readonly string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * @param page whose context bypasses the policy: axe itself is a script @param rules in place of all
 * @returns one line for each finding
 */
export async function violations(
  page: Page,
  rules: readonly string[] = HOW.runOnly,
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  return page.evaluate(
    async (how) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      // A frame is a page of its own, looked at by itself.
      const found = await axe.run({ exclude: ["iframe"] }, how);
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    { ...HOW, runOnly: rules },
  );
}

/** @returns by how many px the page is wider than its window */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

/**
 * On a phone by day, then on a desk by night: the same page made larger and darker, as loading it and axe again takes longer than
 * looking at it.
 * @param page signed in, where that is needed; its cookies are used @returns one line for each finding
 */
export async function axeFinds(
  page: Page,
  base: string,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const storageState = await page.context().storageState();
  const context = await page.context().browser()!.newContext({ storageState, bypassCSP: true });
  await context.addInitScript(SOURCE); // quicker, for many pages
  const seen = await context.newPage();
  const looked = async (path: string, width: number, rules?: readonly string[]) => {
    const wide = await tooWide(seen);
    if (wide > 0) found.push(`${path} is ${wide} px too wide at ${width}`);
    await seen.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => (one.open = true)),
    );
    found.push(...(await violations(seen, rules)).map((one) => `${path} ${width} ${one}`));
  };
  for (const path of paths) {
    await seen.emulateMedia({ colorScheme: "light" });
    await seen.setViewportSize({ width: 360, height: 800 });
    await seen.goto(base + path);
    await looked(path, 360, OF_WIDTH);
    await seen.emulateMedia({ colorScheme: "dark" });
    await seen.setViewportSize({ width: 1280, height: 800 });
    await looked(path, 1280);
  }
  await context.close();
  return found;
}
