/** The small scripts of the desk. */
import type { Extra } from "../../platform/web/extra.ts";
import { scriptText, sendScript, versioned } from "../../platform/web/script.ts";

const scriptOf = (name: string) =>
  versioned(`/desk/script/${name}`, scriptText(import.meta.url, [name]));

export const passkeyScript = scriptOf("passkey");
export const queueScript = scriptOf("queue");

/** No secret is in them, so nobody has to be signed in. */
export const scriptAddresses: Readonly<Record<string, Extra>> = Object.fromEntries(
  [passkeyScript, queueScript].map((script) => [`GET ${script.path}`, sendScript(script)]),
);
