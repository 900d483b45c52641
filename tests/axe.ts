/** What axe and a ruler find on pages with all that unfolds unfolded, on a phone and on a desk, by day and by night. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** @param page signed in, where that is needed; its cookies are used @returns one line for each finding */
export async function axeFinds(
  page: Page,
  base: string,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  const storageState = await page.context().storageState();
  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "dark"],
  ] as const) {
    const context = await page
      .context()
      .browser()!
      .newContext({
        viewport: { width, height: 800 },
        colorScheme,
        storageState,
        bypassCSP: true, // axe itself is a script
      });
    const seen = await context.newPage();
    for (const path of paths) {
      await seen.goto(base + path);
      const wide = await seen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${path} is ${wide} px too wide at ${width}`);
      await seen.evaluate(() =>
        document.querySelectorAll("details").forEach((one) => (one.open = true)),
      );
      await seen.evaluate(SOURCE);
      const violations = await seen.evaluate(async (values) => {
        const { axe } = globalThis as unknown as {
          axe: {
            run(
              where: object,
              how: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations: list } = await axe.run(
          { exclude: ["iframe"] }, // a page of its own, looked at by itself
          { runOnly: values },
        );
        return list.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
      }, RULES);
      found.push(...violations.map((v) => `${path} ${width} ${v}`));
    }
    await context.close();
  }
  return found;
}
