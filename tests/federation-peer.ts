/**
 * A server of the fediverse that says what a test tells it to, with signatures of either kind, right or wrong. What it is told
 * it takes as GoToSocial 0.20 does, the strictest of those that are known: nothing of whoever does not say who they are, and
 * nothing that is not signed by a key that it can fetch.
 */
import { generateCryptoKeyPair, signRequest } from "@fedify/fedify";
import { createServer } from "node:http";
import { ACTIVITY, type Json } from "./federation-house.ts";
import { requestIsSigned } from "./federation-proofs.ts";

export interface FederationPeer extends AsyncDisposable {
  readonly base: string;
  /** What stands there, by its path; `undefined` is gone. */
  readonly stands: Map<string, Json>;
  /** What was delivered to its inboxes, in order. */
  readonly got: Delivered[];
  /** Paths that were read from it. */
  readonly asked: string[];
  /** As who whoever asked or told it something came. */
  readonly agents: Set<string>;
  /** What it did not take of what it was told, with the status that it answered. */
  readonly refused: string[];
  /** Somebody who lives there. @returns the address */
  person(name: string): Promise<string>;
  /** A note that stands there. @returns the address */
  note(by: string, content: string, more?: object): string;
  send(inbox: string, activity: object, how?: Sending): Promise<number>;
}
/** As it came. */
export interface Delivered {
  readonly inbox: string;
  readonly activity: Json;
  readonly request: Signed;
}
export interface Signed {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
interface Sending {
  readonly kind?: "rfc9421" | "draft-cavage-http-signatures-12";
  /** Signed by a key of the server that its actor does not own. */
  readonly forged?: boolean;
  readonly unsigned?: boolean;
  /** Another body than the one that was signed. */
  readonly altered?: object;
}

export const PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
const CONTEXT = ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"];

export async function federationPeer(): Promise<FederationPeer> {
  const stands = new Map<string, Json>();
  const got: FederationPeer["got"] = [];
  const asked: string[] = [];
  const agents = new Set<string>();
  const refused: string[] = [];
  const keys = new Map<string, CryptoKeyPair>();
  const stranger = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
  const server = createServer((req, res) => {
    agents.add(req.headers["user-agent"] ?? "");
    if (!req.headers["user-agent"]) {
      res.writeHead(418).end();
      return;
    }
    if (req.method === "POST") {
      const parts: Buffer[] = [];
      req.on("data", (part: Buffer) => parts.push(part));
      req.on("end", () => {
        const body = Buffer.concat(parts);
        const headers = req.headers as Record<string, string>;
        const request = { target: req.url!, headers, body };
        void (async () => {
          const status = await taken(request);
          if (status === 202)
            got.push({ inbox: req.url!, activity: JSON.parse(body.toString()), request });
          else refused.push(`${status} ${body.toString().slice(0, 200)}`);
          res.writeHead(status).end();
        })();
      });
      return;
    }
    asked.push(req.url!);
    const found = stands.get(req.url!);
    if (found === undefined) {
      res.writeHead(stands.has(req.url!) ? 410 : 404).end();
      return;
    }
    res.writeHead(200, { "Content-Type": "application/activity+json" });
    res.end(JSON.stringify({ "@context": CONTEXT, ...found }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("Expected a port.");
  const base = `http://127.0.0.1:${address.port}`;
  let n = 0;

  return {
    base,
    stands,
    got,
    asked,
    agents,
    refused,
    async person(name) {
      const id = `${base}/${name}`;
      const pair = await generateCryptoKeyPair("RSASSA-PKCS1-v1_5");
      keys.set(id, pair);
      stands.set(`/${name}`, {
        id,
        type: "Person",
        preferredUsername: name,
        name: `${name} of the test`,
        inbox: `${id}/inbox`,
        endpoints: { sharedInbox: `${base}/inbox` },
        publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: await pemOf(pair.publicKey) },
      });
      return id;
    },
    note(by, content, more = {}) {
      const id = `${base}/note-${++n}`;
      stands.set(`/note-${n}`, {
        id,
        type: "Note",
        attributedTo: by,
        content,
        to: PUBLIC,
        published: "2026-11-26T10:00:00Z",
        ...more,
      });
      return id;
    },
    async send(inbox, activity, how = {}) {
      const actor = (activity as Json).actor as string;
      const body = JSON.stringify({ "@context": CONTEXT, ...activity });
      const headers = { "Content-Type": "application/activity+json" };
      let request = new Request(inbox, { method: "POST", headers, body });
      const pair = how.forged ? stranger : keys.get(actor)!;
      if (!how.unsigned)
        request = await signRequest(request, pair.privateKey, new URL(`${actor}#main-key`), {
          spec: how.kind ?? "draft-cavage-http-signatures-12",
        });
      const sent = how.altered
        ? new Request(inbox, {
            method: "POST",
            headers: request.headers,
            body: JSON.stringify({ "@context": CONTEXT, ...how.altered }),
          })
        : request;
      const answer = await fetch(sent);
      await answer.text();
      return answer.status;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @returns how GoToSocial answers what is handed in */
async function taken(request: Signed): Promise<number> {
  const { headers, body } = request;
  if (!ACTIVITY_TYPE.test(headers["content-type"] ?? "")) return 406;
  const [, keyId] = /keyId="([^"]*)"/.exec(headers["signature"] ?? "") ?? [];
  if (keyId === undefined) return 401;
  try {
    const answer = await fetch(keyId, { headers: { accept: ACTIVITY, "user-agent": "peer/1" } });
    if (!ACTIVITY_TYPE.test(answer.headers.get("content-type") ?? "")) return 401;
    const owner: Json = await answer.json();
    await requestIsSigned(request, owner, keyId);
    const { actor, id }: Json = JSON.parse(body.toString());
    return actor === owner.id && new URL(id).host === new URL(actor).host ? 202 : 403;
  } catch {
    return 401;
  }
}

const ACTIVITY_TYPE =
  /^application\/(?:activity\+json|ld\+json; ?profile="https:\/\/www\.w3\.org\/ns\/activitystreams")/;

async function pemOf(key: CryptoKey): Promise<string> {
  const spki = Buffer.from(await crypto.subtle.exportKey("spki", key)).toString("base64");
  return `-----BEGIN PUBLIC KEY-----\n${spki.replace(/(.{64})/g, "$1\n")}\n-----END PUBLIC KEY-----\n`;
}
