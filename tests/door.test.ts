/** The door for records, from outside: what is forged, untimely or unasked is answered, counted and shows nothing. */
import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { text as allOf } from "node:stream/consumers";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import { formatTime } from "../src/platform/records/clock.ts";
import { newKey, type Key } from "../src/platform/records/keys.ts";
import type { SignedRecord } from "../src/platform/records/record.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { asText, ownerOf, placeBody, post, say, sign, type Answer } from "./saying.ts";

const SOMETHING = "a".repeat(64);
const folder = temporary();
let server: Served;
let owner: Key;

before(async () => {
  const env = { CND_DATA: join(folder.dir, "data") };
  await newCampaign(env.CND_DATA);
  owner = ownerOf(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("what may not be said is refused or waits, is counted, and shows nothing", async () => {
  const seen = place("Seen");
  const nextYear = formatTime(Date.now() + 365 * 86_400_000, 0);
  const early = sign(owner, { kind: "place.named/1", body: placeBody("Ghost") }, nextYear);
  const stranger = place("Ghost", newKey());
  await say(server.base, seen);
  for (const [i, { id }] of [seen, early, stranger].entries())
    await say(server.base, address(id, "places", `p-${i}`)); // so that nothing but the rule keeps it unseen
  const size = await logSize();
  const forged = altered(place("Ghost"), owner.name, newKey().name);
  const ghost = { ...placeBody("Ghost"), ghost: "Ghost" };
  for (const [name, sent, status, is] of [
    ["a forged signature", forged, 422, "bad-signature"],
    ["an altered body", altered(place("Ghost"), "Ghost", "Spook"), 422, "bad-body"],
    [
      "a body left out",
      JSON.stringify({ records: [{ entry: asText(place("Ghost")).entry }] }),
      422,
      "no-body",
    ],
    ["another spelling", altered(place("Ghost"), "{", "{ "), 422, "bad-form"],
    ["an unknown member", sign(owner, { kind: "place.named/1", body: ghost }), 422, "bad-body"],
    [
      "an edit of nothing",
      sign(owner, { kind: "place.edited/1", body: ghost }),
      422,
      "bad-subject",
    ],
    ["a body too large", place("Ghost".repeat(60_000)), 422, "too-large"],
    ["a record sent again", seen, 200, "known"],
    ["one of next year", early, 200, "early"],
    ["a kind of tomorrow", sign(owner, { kind: "ghost.seen/1", body: ghost }), 200, "unknown-kind"],
    ["an author nobody asked", stranger, 200, "ungranted"],
    ["a grant to oneself", grantToSelf(newKey()), 200, "ungranted"],
    ["text that is no JSON", "Ghost {", 400, "bad-form"],
    ["other JSON", '{"records":[]}', 400, "bad-form"],
  ] as const) {
    const answer = await post(server.base, sent);
    const { error, results } = (await answer.json()) as Answer;
    assert.deepEqual([answer.status, error ?? results[0]!.is], [status, is], name);
  }
  assert.equal((await post(server.base, "x".repeat(2_000_000))).status, 413);
  assert.equal((await fetch(`${server.base}/log/records`)).status, 405);
  assert.equal(await logSize(), size, "nothing was added");
  for (const [i, status] of [200, 404, 404].entries())
    assert.equal((await fetch(`${server.base}/places/p-${i}`)).status, status);
  const shown = await Promise.all(["/", "/data/places.geojson", "/stories", "/do-good"].map(text));
  assert.match(shown.join("\n"), /Seen/);
  assert.doesNotMatch(shown.join("\n"), /Ghost|Spook/);
  const metrics = (await text("/metrics"))
    .split("\n")
    .filter((line) => line.startsWith("cnd_records"));
  assert.deepEqual(metrics.toSorted(), [
    'cnd_records_held{reason="early"} 1',
    'cnd_records_held{reason="ungranted"} 2',
    'cnd_records_held{reason="unknown-kind"} 1',
    'cnd_records_refused_total{code="bad-body"} 2',
    'cnd_records_refused_total{code="bad-form"} 3',
    'cnd_records_refused_total{code="bad-signature"} 1',
    'cnd_records_refused_total{code="bad-subject"} 1',
    'cnd_records_refused_total{code="no-body"} 1',
    'cnd_records_refused_total{code="too-large"} 1',
  ]);
});

test("bug: a program that sent all of what is too large before it read lost its line, and at times the answer", async () => {
  for (const path of ["/log/records", "/measurements"]) {
    const line = connect(Number(new URL(server.base).port), "127.0.0.1").setEncoding("utf8");
    await once(line, "connect");
    line.pause();
    const large = "x".repeat(2_000_000);
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${large.length}\r\n\r\n`;
    await promisify<string, void>(line.write.bind(line))(head + large);
    const next = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const heard = await allOf(line.end(next));
    const answers = [...heard.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
    assert.deepEqual(answers, ["413", "200"], path);
  }
});

test("bug: metrics were open behind a proxy that sets only Forwarded; no sort of proxy opens them", async () => {
  const { hostname, port } = new URL(server.base);
  const asked = async (headers: http.OutgoingHttpHeaders) => {
    const request = http.get({ hostname, port, path: "/metrics", headers });
    const [answer] = (await once(request, "response")) as [http.IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  assert.equal(await asked({}), 200);
  assert.equal(await asked({ Host: `localhost:${port}` }), 200);
  for (const headers of [
    { Forwarded: "for=203.0.113.9" },
    { "X-Forwarded-For": "-" },
    { "X-Forwarded-Proto": "https" },
    { Via: "1.1 proxy" },
    { "X-Real-IP": "203.0.113.9" },
    { "CF-Ray": "8f" },
    { Host: "example.org" },
    { Host: "localhost.example.org" },
  ])
    assert.equal(await asked(headers), 404, JSON.stringify(headers));
});

test("an edit that was acknowledged is there for the next reader", async () => {
  const round = place("Round");
  await say(server.base, round, address(round.id, "places", "round"));
  for (let i = 0; i < 20; i++) {
    const body = placeBody(`Round ${i} ends`);
    await say(server.base, sign(owner, { kind: "place.edited/1", subject: round.id, body }));
    for (const path of ["/data/places.geojson", "/places/round"])
      assert.match(await text(path), new RegExp(`Round ${i} ends`), path);
  }
});

const text = async (path: string) => (await fetch(server.base + path)).text();
const logSize = async () => Number((await text("/log/checkpoint")).split("\n")[1]);

const place = (name: string, key = owner) =>
  sign(key, { kind: "place.named/1", body: placeBody(name) });

const address = (subject: string, space: string, slug: string) =>
  sign(owner, { kind: "slug.bound/1", subject, body: { space, slug } });

function grantToSelf(key: Key): SignedRecord {
  const body = { to: key.name, kinds: ["place.named/1"] };
  return sign(key, { kind: "grant.given/1", subject: SOMETHING, body });
}

function altered(record: SignedRecord, from: string, to: string) {
  const { entry, document } = asText(record);
  return { entry: entry.replace(from, to), document: document.replace(from, to) };
}
