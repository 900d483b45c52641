/** A ruler for narrow phones: what of a page stands out of the screen, closed and with all that unfolds unfolded. */
import type { Page } from "playwright-core";

/** Closed, then unfolded; a page is made narrow once, and wide again. */
const LOOKS = [
  [360, false],
  [320, false],
  [320, true],
  [360, true],
] as const; // px

/** @returns a line for each page that is wider than a screen */
export async function tooWide(
  page: Page,
  base: string,
  paths: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(base + path, { waitUntil: "domcontentloaded" });
    const wide: string[] = [];
    for (const [width, unfolded] of LOOKS) {
      await page.setViewportSize({ width, height: 700 });
      const out = await page.evaluate(outside, unfolded);
      if (out !== "") wide.push(`${path} at ${width}${unfolded ? ", unfolded" : ""}: ${out}`);
    }
    found.push(...wide.slice(0, 1));
  }
  return found;
}

/** Runs in the page. */
function outside(open: boolean): string {
  if (open) document.querySelectorAll("details").forEach((one) => (one.open = true));
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return "";
  const out = [...document.querySelectorAll("body *")].filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return (
      (right > innerWidth + 1 || left < -1) && !one.parentElement?.closest(".scroll, pre, svg")
    );
  });
  return `${over} px: ${out.at(-1)?.outerHTML.slice(0, 80)}`;
}
