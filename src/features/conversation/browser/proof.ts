/** Does the work that a page asks for, quietly, and says so where it is done; without it nothing is lost (../proof.ts). */

interface Parameters {
  readonly nonce: string;
  readonly salt: string;
  readonly cost: number;
  readonly keyLength: number;
  readonly keyPrefix: string;
}

const MOST = 10_000; // attempts; far more than is ever asked for

/** The number whose key begins as was asked; undefined where there is none, or where the browser has no such arithmetic. */
async function solve(
  asked: Parameters,
): Promise<{ counter: number; derivedKey: string } | undefined> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return undefined; // a page without https
  const password = new Uint8Array([...bytesOf(asked.nonce), 0, 0, 0, 0]);
  const view = new DataView(password.buffer);
  const salt = bytesOf(asked.salt);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: asked.cost };
  for (let counter = 0; counter < MOST; counter++) {
    view.setUint32(password.length - 4, counter);
    const key = await subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hexOf(await subtle.deriveBits(how, key, asked.keyLength * 8));
    if (derivedKey.startsWith(asked.keyPrefix)) return { counter, derivedKey };
  }
  return undefined;
}

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const hexOf = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function prove(place: HTMLElement): Promise<void> {
  const challenge = JSON.parse(place.dataset["challenge"] ?? "") as { parameters: Parameters };
  const solution = await solve(challenge.parameters);
  if (!solution) return;
  const body = new URLSearchParams({ do: "proof", text: JSON.stringify({ challenge, solution }) });
  const answer = await fetch(location.pathname, { method: "POST", body, redirect: "manual" });
  if (answer.type === "opaqueredirect") place.textContent = place.dataset["done"] ?? "";
}

const place = document.querySelector<HTMLElement>("[data-challenge]");
if (place) prove(place).catch(() => undefined);
