/** An owner at the desk who invites others: what the tests of accounts begin with, and what they read on its pages. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Role } from "../src/platform/accounts/roles.ts";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

/** A new campaign with a mail server. @param then is given what is there when the tests begin */
export function ownersDesk(
  then: (ready: { readonly base: string; readonly owner: Page }) => void,
): OwnersDesk {
  let ready: { readonly base: string; readonly owner: Page };
  const house = deskHouse({ isNew: true, mail: true }, async (open) => {
    ready = { base: open.base, owner: await open.signedIn("owner", "Li") };
    then(ready);
  });
  return {
    house,
    person: (script = false) => house.person({ script }),
    enter: (page, link) => house.enter(page, link),
    invite: (name, role, email) => house.invited(role, name, email),
    inviteByPage: (name, role, email) => inviteBy(ready, { name, role, email }),
    aged: (name, minutes) => house.aged(name, minutes),
  };
}
interface OwnersDesk {
  readonly house: ReturnType<typeof deskHouse>;
  readonly person: (script?: boolean) => Promise<Page>;
  readonly enter: (page: Page, link: string) => Promise<Page>;
  /** @returns the path of the link */
  readonly invite: (name: string, role: Role, email?: string) => Promise<string>;
  /** As the owner does it, in a browser. @returns the link */
  readonly inviteByPage: (name: string, role: Role, email: string) => Promise<string>;
  /** Their sign-ins are so many minutes older. */
  readonly aged: (name: string, minutes: number) => Promise<void>;
}

export const heading = (page: Page): Promise<string> => page.innerText("h1");
export const alert = (page: Page): Promise<string> => page.innerText('[role="alert"]');
export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** @returns the link that the page shows */
async function inviteBy(
  { owner, base }: { readonly owner: Page; readonly base: string },
  { name, role, email }: { readonly name: string; readonly role: string; readonly email: string },
): Promise<string> {
  await owner.goto(`${base}/desk/accounts`);
  await owner.getByLabel(/^Name at the desk/).fill(name);
  await owner.getByLabel("Role", { exact: true }).selectOption(role);
  await owner.getByLabel(/^Email/).fill(email);
  await press(owner, "Create a link");
  assert.equal(await owner.locator("#name-problem").count(), 0, name);
  return owner.inputValue("#link");
}
