/** Clicks that lead somewhere: one by itself waits for the first byte of the page alone, with its pictures and half its text still to come. */
import type { Locator, Page } from "playwright-core";

/** Clicks, and waits until the page that is there then is there whole. */
export async function click(target: Locator): Promise<void> {
  await target.click();
  await target.page().waitForLoadState();
}

/** @param name of the button: the whole of it, or what it matches */
export const press = (within: Page | Locator, name: string | RegExp): Promise<void> =>
  click(within.getByRole("button", { name, exact: typeof name === "string" }));
