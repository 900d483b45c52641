/** What the tests of accounts read on a page of the desk, and how an owner invites there. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { press } from "./clicks.ts";

export const heading = (page: Page): Promise<string> => page.innerText("h1");
export const alert = (page: Page): Promise<string> => page.innerText('[role="alert"]');
export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** @returns the link that the page shows */
export async function inviteBy(
  owner: Page,
  base: string,
  { name, role, email }: { readonly name: string; readonly role: string; readonly email: string },
): Promise<string> {
  await owner.goto(`${base}/desk/accounts`);
  await owner.getByLabel(/^Name at the desk/).fill(name);
  await owner.getByLabel("Role", { exact: true }).selectOption(role);
  await owner.getByLabel(/^Mail/).fill(email);
  await press(owner, "Make a link");
  assert.equal(await owner.locator("#name-problem").count(), 0, name);
  return owner.inputValue("#link");
}
