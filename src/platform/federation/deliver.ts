/**
 * One message to one inbox: signed with the actor's key, which stays in memory, in the form of signature that its server
 * takes; the text is made once for all inboxes.
 */
import { signRequest, type HttpMessageSignaturesSpec } from "@fedify/fedify";
import type { MessageDocument } from "../private/delivery-tables.ts";
import type { Outcome } from "./hosts.ts";
import { timeNow } from "../process/steady-clock.ts";

export interface Delivery {
  readonly inbox: string;
  readonly document: MessageDocument;
  /** The signatures that its server took before. */
  readonly speaks: string | null;
  readonly signal: AbortSignal;
}
interface DeliverOptions {
  /** Guarded (guard.ts). */
  readonly ask: typeof globalThis.fetch;
  /** The private half of a key of ours, by the key's id. @throws Error where there is none */
  readonly keyOf: (id: string) => Promise<CryptoKey>;
}

const PATIENCE = 15_000; // ms for one request; a slower server is taken for one that is down
const MAX_ANSWER = 4096; // bytes of an answer that are read so that the connection can be used again
const RFC: HttpMessageSignaturesSpec = "rfc9421";
const DRAFT: HttpMessageSignaturesSpec = "draft-cavage-http-signatures-12";

export function deliverer({ ask, keyOf }: DeliverOptions) {
  let signing: Promise<unknown> = Promise.resolve();
  /** One after the other: signatures are made in the threads that compress pages and read files, too. */
  function signed(request: Request, key: CryptoKey, keyId: URL, more: object): Promise<Request> {
    const next = signing.then(() => signRequest(request, key, keyId, more));
    signing = next.catch(() => undefined);
    return next;
  }

  async function send(
    { inbox, document, signal }: Delivery,
    key: CryptoKey,
    spec: HttpMessageSignaturesSpec,
  ): Promise<Response> {
    const body = bytesOf(document);
    const request = new Request(inbox, {
      method: "POST",
      headers: { "Content-Type": "application/activity+json" },
      body,
    });
    const ready = await signed(request, key, new URL(document.signer), { spec, body: body.buffer });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const response = await ask(ready, { redirect: "manual", signal: limit });
    await drop(response);
    return response;
  }

  return async (to: Delivery): Promise<Outcome> => {
    const key = await keyOf(to.document.signer);
    // The older form first: some servers know it alone, and answer that they took what they cannot check.
    const first = to.speaks === RFC ? RFC : DRAFT;
    try {
      const response = await send(to, key, first);
      if (response.ok) return { is: "delivered", speaks: first };
      // A server that does not know this form of signature says so in many ways.
      if ([400, 401, 403].includes(response.status)) {
        const second = first === RFC ? DRAFT : RFC;
        const other = await send(to, key, second);
        return other.ok ? { is: "delivered", speaks: second } : refusal(other);
      }
      return refusal(response);
    } catch (error) {
      return { is: "failed", problem: reason(error) };
    }
  };
}

/**
 * Refusals that may pass by themselves: our key could not be fetched just then (some say 400, some 401 or 403), or it was too
 * slow, too early, too much, or crossed something else.
 */
const PASSING: ReadonlySet<number> = new Set([400, 401, 403, 408, 409, 425, 429]);

function refusal({ status, headers }: Response): Outcome {
  const problem = `answers ${status}`;
  if (status === 410) return { is: "gone", problem };
  const after = seconds(headers.get("Retry-After"));
  if ((status === 429 || status === 503) && after !== undefined)
    return { is: "later", problem, after: after * 1000 };
  if (status >= 500) return { is: "failed", problem };
  return { is: "refused", problem, final: status >= 400 && !PASSING.has(status) };
}

function seconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const value = /^\d+$/.test(header.trim())
    ? Number(header)
    : (Date.parse(header) - timeNow()) / 1000;
  return Number.isFinite(value) ? Math.max(value, 1) : undefined;
}

/** Read what little an answer says, so that its connection serves again; what is long is cut off. */
async function drop({ body }: Response): Promise<void> {
  if (!body) return;
  const reader = body.getReader();
  for (let length = 0; length <= MAX_ANSWER;) {
    const { done, value } = await reader.read();
    if (done) return;
    length += value.byteLength;
  }
  await reader.cancel();
}

/** In words for the operator: the innermost cause says most. */
function reason(error: unknown): string {
  let inner = error as { message?: string; code?: unknown; cause?: unknown };
  while (inner.cause instanceof Error) inner = inner.cause;
  return String(typeof inner.code === "string" ? inner.code : (inner.message ?? error)).slice(
    0,
    200,
  );
}

const BYTES = new Map<string, { json: string; bytes: Uint8Array<ArrayBuffer> }>();
const REMEMBERED = 16; // documents

function bytesOf({ id, json }: MessageDocument): Uint8Array<ArrayBuffer> {
  const known = BYTES.get(id);
  if (known?.json === json) return known.bytes;
  const bytes = new Uint8Array(new TextEncoder().encode(json));
  BYTES.set(id, { json, bytes });
  if (BYTES.size > REMEMBERED) BYTES.delete(BYTES.keys().next().value!);
  return bytes;
}
