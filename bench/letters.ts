/** Letters to the shared inbox as bytes, signed beforehand, and the accounts elsewhere that sign them. */
import { createHash, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";

interface Elsewhere extends AsyncDisposable {
  readonly actor: string;
  readonly key: KeyObject;
  /** How often anything was asked there. */
  readonly asked: () => number;
}

/** A server at one address of this machine with one account. */
export async function elsewhere(address: string): Promise<Elsewhere> {
  const { privateKey: key, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let asked = 0;
  let actor = "";
  const server = createServer((_req, res) => {
    asked += 1;
    res.setHeader("Content-Type", "application/activity+json");
    res.end(
      JSON.stringify({
        "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
        id: actor,
        type: "Person",
        preferredUsername: "ann",
        inbox: `${actor}/inbox`,
        publicKey: {
          id: `${actor}#key`,
          owner: actor,
          publicKeyPem: publicKey.export({ type: "spki", format: "pem" }),
        },
      }),
    );
  });
  await new Promise<void>((done) => server.listen(0, address, done));
  actor = `http://${address}:${(server.address() as { port: number }).port}/ann`;
  return {
    actor,
    key,
    asked: () => asked,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export interface Writing {
  /** Of the campaign: its host with its port. */
  readonly host: string;
  readonly actor: string;
  readonly key: KeyObject;
  readonly keyId?: string;
  /** The address that a proxy saw. */
  readonly from: string;
}

/** A like, in its whole request. */
export function letter(writing: Writing, id: string, content = '""'): Buffer {
  const { host, actor, key, from, keyId = `${actor}#key` } = writing;
  const body = JSON.stringify({
    "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
    id: `${actor}/likes/${id}`,
    type: "Like",
    actor,
    object: `http://${host}/ap/objects/${"0".repeat(64)}`,
    content: "",
  }).replace('"content":""', `"content":${content}`);
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  const date = new Date().toUTCString();
  const text = `(request-target): post /ap/inbox\nhost: ${host}\ndate: ${date}\ndigest: ${digest}`;
  const signature = createSign("rsa-sha256").update(text).sign(key, "base64");
  const head = [
    "POST /ap/inbox HTTP/1.1",
    `Host: ${host}`,
    `Date: ${date}`,
    `Digest: ${digest}`,
    `Signature: keyId="${keyId}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${signature}"`,
    "Content-Type: application/activity+json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Forwarded-For: ${from}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}
