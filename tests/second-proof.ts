/** What people have beside a link by mail, in a browser: a PIN, a passkey, and an app that shows codes. */
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { press } from "./clicks.ts";

const PIN = "48213377";
const ON_ITS_WAY = 10_000; // ms that a code may take from the app to the server in a busy test

/** A device that makes passkeys, and uses them without asking. */
export async function withKeys(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** What an app on a phone does with the key that a page shows. @returns what it shows, another code each time */
export async function appOn(page: Page): Promise<() => string> {
  const key = (await page.locator("#key").inputValue()).replaceAll(" ", "");
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  let last = 0;
  return () => {
    // Of the three that hold the first that was not used, so that a test waits for no half minute; of those that hold
    // ten seconds from now as well, as a code that runs out on its way is rightly refused.
    last = Math.max(last + 1, app.counter({ timestamp: Date.now() + ON_ITS_WAY }) - 1);
    return app.generate({ timestamp: last * 30_000 });
  };
}

/** Codes from an app are set up. @returns what the app shows, another code each time */
export async function setCodes(page: Page, base: string): Promise<() => string> {
  await page.goto(`${base}/desk/me/codes`);
  const app = await appOn(page);
  await page.getByLabel("The six digits").fill(app());
  await press(page, "Confirm");
  return app;
}

export async function setPin(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/desk/me`);
  await page.getByLabel(/^New PIN/).fill(PIN);
  await page.getByLabel(/^Repeat the PIN/).fill(PIN);
  await press(page, "Set the PIN");
}

/** Whoever set that PIN comes in by it. */
export async function byPin(page: Page, base: string, name: string): Promise<void> {
  await page.goto(`${base}/desk/sign-in`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("PIN", { exact: true }).fill(PIN);
  await press(page, "Sign in");
}
