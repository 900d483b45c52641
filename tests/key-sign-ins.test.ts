/** What a change of the owner's key leaves of ways in: no sign-in, every passkey. Rule KY2. */
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import test from "node:test";
import { privateParts } from "../src/models.ts";
import { openAccounts } from "../src/platform/accounts/accounts.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import { openPrivate } from "../src/platform/private/private.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { DATABASES } from "./databases.ts";

const base = "http://localhost:8080";
const asked = (cookies: readonly string[] = []) => ({
  socket: { remoteAddress: "192.0.2.7" },
  headers: { cookie: cookies.map((c) => c.split(";")[0]).join("; "), "user-agent": "Firefox" },
});

for (const [name, open] of Object.entries(DATABASES))
  test(`KY2 with another key no cookie is good any more, and a passkey is, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const [own, sealing] = [await openPrivate(database.db, privateParts), newKey()];
    const before = openAccounts({ private: own, base, key: newKey(), sealing });
    const { id } = await before.open({ name: "Amina", role: "owner" });
    const cookies = await before.enterByLink(await before.link(id, 10), asked());
    assert.ok(await before.who(asked(cookies)));
    const authenticator = generateKeyPairSync("ed25519");
    await own("accounts.create", { table: "auth_passkey", row: rowOf(authenticator, id) });
    const after = openAccounts({ private: own, base, key: newKey(), sealing });
    assert.equal(await after.who(asked(cookies)), undefined);
    for (const accounts of [before, after]) {
      const { challenge } = accounts.passkeys.ask();
      const answer = answerOf(authenticator, challenge);
      assert.ok(await accounts.enterByPasskey(answer, asked()), "of its own challenge");
    }
    const { challenge } = before.passkeys.ask();
    const late = answerOf(authenticator, challenge);
    assert.equal(await after.enterByPasskey(late, asked()), undefined, "a challenge of before");
  });

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}
const CREDENTIAL = Buffer.alloc(16, 7).toString("base64url");

/** As the desk keeps a passkey: its public key in COSE (RFC 9053: OKP, EdDSA, Ed25519). */
function rowOf({ publicKey }: Pair, userId: string) {
  const x = Buffer.from(String(publicKey.export({ format: "jwk" }).x), "base64url");
  const cose = Buffer.concat([Buffer.from("a4010103272006215820", "hex"), x]);
  return {
    id: crypto.randomUUID(),
    createdAt: new Date().toISOString(),
    userId,
    credential: CREDENTIAL,
    publicKey: cose.toString("base64url"),
    counter: 0,
    transports: "",
  };
}

function answerOf({ privateKey }: Pair, challenge: string) {
  const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();
  const client = Buffer.from(JSON.stringify({ type: "webauthn.get", challenge, origin: base }));
  const flags = Buffer.from([5, 0, 0, 0, 0]); // present and verified; a counter of 0
  const data = Buffer.concat([sha256("localhost"), flags]);
  const signature = sign(null, Buffer.concat([data, sha256(client)]), privateKey);
  return {
    id: CREDENTIAL,
    rawId: CREDENTIAL,
    type: "public-key",
    clientExtensionResults: {},
    response: {
      clientDataJSON: client.toString("base64url"),
      authenticatorData: data.toString("base64url"),
      signature: signature.toString("base64url"),
    },
  };
}
