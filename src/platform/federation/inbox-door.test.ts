import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer, request } from "node:http";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { openBudgets } from "../budget/budget.ts";
import { openFederation } from "./door.ts";
import { openInboxDoor } from "./inbox-door.ts";
import type { Answered, Asked, FederationThread } from "./thread.ts";

const SIGNED = { protocol: "cavage", key: "https://far.example/ap/alice#main", at: 0 };
type Signed = Partial<typeof SIGNED> & { readonly headers?: Record<string, string> };
const SPAN = 3600; // s: no machine is so slow that it is over before what is counted in it
let count = 0;

/** An activity with another id each time. */
const activity = (more: object = {}): string =>
  JSON.stringify({
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `https://far.example/act/${++count}`,
    type: "Like",
    actor: "https://far.example/ap/alice",
    object: "https://here.example/ap/objects/1",
    ...more,
  });

/** Signed in form alone: whether a signature is true is the thread's to find out. */
function headersOf(body: string, { protocol = "cavage", key = SIGNED.key, at = 0 }: Signed) {
  const digest = createHash("sha256").update(body).digest("base64");
  const date = new Date(Date.now() + at).toUTCString();
  const type = { "Content-Type": "application/activity+json" };
  if (protocol === "standard")
    return {
      ...type,
      "Content-Digest": `sha-256=:${digest}:`,
      "Signature-Input": `sig1=("@method" "@target-uri" "content-digest");created=${Math.floor((Date.now() + at) / 1000)};keyid="${key}"`,
      Signature: "sig1=:YQ==:",
    };
  return {
    ...type,
    Date: date,
    Digest: `SHA-256=${digest}`,
    Signature: `keyId="${key}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="YQ=="`,
  };
}

/** The door before a thread that says yes, but to what is forged; and that holds on to what it is asked until told. */
async function door() {
  const asked: Asked[] = [];
  const at = { hold: Promise.resolve() };
  const thread = {
    async answer(one: Asked): Promise<Answered> {
      asked.push(one);
      const text = Buffer.from(one.body ?? "").toString();
      await at.hold;
      return { status: text.includes("forged") ? 401 : 202, headers: [], body: new Uint8Array() };
    },
  } as FederationThread;
  const { answer } = openFederation(thread, openBudgets(), openInboxDoor(Date.now, SPAN));
  const server = createServer((req, res) => void answer(req, res, {} as never));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const post = (
    body: string,
    { headers, ...signed }: Signed = {},
    from = "198.51.100.7",
  ): Promise<{ status: number; after: string | undefined }> =>
    new Promise((done, failed) => {
      const req = request({
        port,
        host: "127.0.0.1",
        method: "POST",
        path: "/ap/inbox",
        headers: { ...headersOf(body, signed), "X-Forwarded-For": from, ...headers },
      });
      req.on("response", (res) => {
        res.resume();
        res.on("end", () => done({ status: res.statusCode!, after: res.headers["retry-after"] }));
      });
      req.on("error", failed);
      req.end(body);
    });
  return {
    asked,
    at,
    port,
    post,
    status: async (...args: Parameters<typeof post>) => (await post(...args)).status,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

test("FD1 a body that is too large is not handed on, whether it says so or not", async () => {
  await using at = await door();
  const large = activity({ content: "x".repeat(10_000_000) });
  assert.equal(await at.status(large).catch(() => 413), 413); // cut off while it still speaks
  const unsaid = { headers: { "Transfer-Encoding": "chunked" } };
  assert.equal(await at.status(large, unsaid).catch(() => 413), 413);
  assert.equal(await at.status(activity({ content: "x".repeat(200_000) })), 202);
  assert.equal(at.asked.length, 1);
});

test("FD2 what is not signed in form, or long ago, or is no activity, is answered before it is read", async () => {
  await using at = await door();
  const hours = (n: number) => n * 3_600_000;
  const body = activity();
  const wrong: [number, Signed][] = [
    [415, { headers: { "Content-Type": "text/plain" } }],
    [401, { headers: { Signature: "" } }],
    [401, { headers: { Signature: 'keyId="x",headers="date digest"' } }],
    [401, { headers: { Signature: `keyId="file:///etc/passwd",headers="date digest"` } }],
    [401, { headers: { Signature: `keyId="${SIGNED.key}",headers="date host"` } }],
    [401, { headers: { Signature: `keyId="${SIGNED.key}",headers="digest host"` } }],
    [401, { headers: { Date: "yesterday" } }],
    [401, { at: hours(-2) }],
    [401, { at: hours(2) }],
    [401, { protocol: "standard", at: hours(-2) }],
  ];
  for (const [status, signed] of wrong)
    assert.equal(await at.status(body, signed), status, JSON.stringify(signed));
  assert.equal(at.asked.length, 0);
  assert.equal(await at.status(body), 202);
  assert.equal(await at.status(activity(), { protocol: "standard" }), 202);
  assert.equal(at.asked.length, 2);
});

test("FD3 another body, JSON without bounds and many contexts are refused", async () => {
  await using at = await door();
  const other = headersOf(activity(), {});
  assert.equal(await at.status(activity(), { headers: other }), 401);
  const deep = (n: number) =>
    activity({ a: 0 }).replace('"a":0', `"a":${"[".repeat(n)}${"]".repeat(n)}`);
  const contexts = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ "@context": `https://far.example/${i}` }));
  for (const body of [
    deep(24),
    deep(100_000),
    activity({ a: Array(9000).fill(0) }),
    activity({ a: contexts(11) }),
    "[]",
    "{",
    activity({ id: undefined }),
    activity({ actor: 1 }),
  ])
    assert.equal(await at.status(body), 400, body.slice(0, 80));
  assert.equal(at.asked.length, 0);
  for (const body of [
    deep(23),
    activity({ content: "[{".repeat(1000) + '\\"' + "[".repeat(50) }),
    activity({ a: contexts(9) }),
    activity({ actor: { id: "https://far.example/ap/alice" } }),
  ])
    assert.equal(await at.status(body), 202, body.slice(0, 80));
});

test("FD4 one address, and one host by it, have their measure; nobody uses up another's", async () => {
  await using at = await door();
  const bad = "198.51.100.66";
  for (let i = 0; i < 200; i++) assert.equal(await at.status(activity(), {}, bad), 202);
  const { status, after } = await at.post(activity(), {}, bad);
  assert.equal(status, 429);
  assert.ok(Number(after) >= 1 && Number(after) <= SPAN);
  const other = { key: "https://other.example/key" };
  assert.equal(await at.status(activity(), other, bad), 202); // another server behind the same address
  assert.equal(await at.status(activity()), 202); // the one whose name was used, from its own address
  const many = Array.from({ length: 300 }, () => at.status(activity(), other, bad));
  assert.ok((await Promise.all(many)).includes(429));
  assert.equal(await at.status(activity(), { key: "https://third.example/key" }, bad), 429);
  // Of IPv6 the network is one.
  for (let i = 0; i < 200; i++) await at.status(activity(), {}, `2001:db8:0:1::${i}`);
  assert.equal(await at.status(activity(), {}, "2001:db8:0:1:ffff::"), 429);
  assert.equal(await at.status(activity(), {}, "2001:db8:0:2::1"), 202);
});

test("FD4 what is forged counts ten times", async () => {
  await using at = await door();
  const bad = "198.51.100.66";
  for (let i = 0; i < 37; i++)
    await at.status(activity({ forged: 1 }), { key: `https://far.example/${i}` }, bad);
  assert.equal(at.asked.length, 37);
  assert.equal(await at.status(activity(), { key: "https://far.example/x" }, bad), 429);
  assert.equal(await at.status(activity()), 202);
});

test("FD5 what was taken is not taken again, and what another says under its id is", async () => {
  await using at = await door();
  const body = activity();
  for (let i = 0; i < 3; i++) assert.equal(await at.status(body), 202);
  assert.equal(at.asked.length, 1);
  const { id } = JSON.parse(body) as { id: string };
  assert.equal(await at.status(activity({ id, actor: "https://other.example/a" })), 202);
  const forged = activity({ forged: 1 });
  for (let i = 0; i < 2; i++) assert.equal(await at.status(forged), 401);
  assert.equal(at.asked.length, 4);
});

test("FD6 a key that does not fit is not tried again from there, and from elsewhere it is", async () => {
  await using at = await door();
  for (let i = 0; i < 6; i++) assert.equal(await at.status(activity({ forged: 1 })), 401);
  assert.equal(at.asked.length, 3);
  assert.equal(await at.status(activity()), 401);
  assert.equal(await at.status(activity(), {}, "203.0.113.9"), 202);
  assert.equal(await at.status(activity(), { key: "https://far.example/other" }), 202);
});

test("FD7 the thread is given a bounded number at a time, and one network cannot take all places", async () => {
  await using at = await door();
  let go = (): void => {};
  at.at.hold = new Promise((done) => (go = done));
  const statuses: number[] = [];
  const send = (from: string) =>
    at.status(activity(), {}, from).then((status) => statuses.push(status));
  const first = Array.from({ length: 30 }, () => send("198.51.100.7"));
  while (statuses.length < 14) await sleep(5);
  assert.equal(at.asked.length, 16);
  const others = Array.from({ length: 80 }, (_, i) => send(`203.0.${i}.1`));
  while (statuses.length < 14 + 32) await sleep(5);
  assert.equal(at.asked.length, 64);
  const late = await at.post(activity(), {}, "192.0.2.99");
  assert.deepEqual([late.status, late.after], [503, "30"]);
  go();
  await Promise.all([...first, ...others]);
  assert.deepEqual(
    [202, 503].map((one) => statuses.filter((s) => s === one).length),
    [64, 46],
  );
  assert.equal(await at.status(activity()), 202);
});
