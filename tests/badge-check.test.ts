/** A badge is checked at /badges/check (features/badges/README.md) by a plain form, without a script. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { sha256, toHex } from "../src/features/badges/bytes.ts";
import {
  NAME,
  pictureOf,
  testKey,
  type Signed,
} from "../src/features/badges/checking/badge.test.kit.ts";
import { codeOf } from "../src/features/badges/code/code.ts";
import { altered, badgeHouse, CHECK, WORDS } from "./checking-house.ts";

const house = badgeHouse();

interface Sent {
  readonly text?: string;
  readonly name?: string;
  readonly photo?: Blob;
}
function sent({ text = "", name = NAME, photo = new Blob([]) }: Sent): Promise<Response> {
  const form = new FormData();
  form.set("photo", photo, photo.size > 0 ? "photo.jpg" : "");
  form.set("text", text);
  form.set("name", name);
  return fetch(house.server.base + CHECK, { method: "POST", body: form });
}
const foundIn = (html: string): string =>
  /<section id="found".*?>(.*?)<\/section>/s
    .exec(html)![1]!
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
const told = async (what: Sent): Promise<string> => foundIn(await (await sent(what)).text());
const photoOf = async (one: Signed, format: "png" | "jpeg" = "jpeg") =>
  new Blob([new Uint8Array(await pictureOf(codeOf(one.token)!, format))]);

test("BA27 without a script the form tells each badge apart, keeps nothing, and gives back what was typed", async () => {
  assert.match(await told({ text: house.right.token }), WORDS.right);
  assert.match(await told({ text: codeOf(house.right.token)! }), WORDS.right);
  assert.match(await told({ text: house.right.token, name: "Bruno" }), WORDS.other);
  assert.match(await told({ text: altered(house.right) }), WORDS.altered);
  assert.match(await told({ text: house.strange.token }), WORDS.unknown);
  assert.match(await told({ text: house.taken.token }), WORDS.taken);
  assert.match(await told({ text: "<script>alert(1)</script>" }), /^This is not a badge/);
  const answer = await sent({ text: house.right.token, name: "Zoë <b>" });
  assert.match(answer.headers.get("cache-control") ?? "", /no-store/);
  const html = await answer.text();
  assert.match(html, /value="Zoë &lt;b&gt;"/);
  assert.ok(html.includes(house.right.token));
  const plain = await fetch(house.server.base + CHECK, {
    method: "POST",
    body: new URLSearchParams({ text: house.right.token, name: NAME }),
  });
  assert.match(foundIn(await plain.text()), WORDS.right);
});

/** A PNG of a few kB that unfolds to so many points, squared. */
function unfolding(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1; // a bit for each point, grey
  const rows = deflateSync(Buffer.alloc(side * (side / 8 + 1)), { level: 1 });
  const mark = Buffer.from("89504e470d0a1a0a", "hex");
  return Buffer.concat([
    mark,
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("BA28 a photo is read here, bounded, and its code comes back as text; what is no photo is refused in words", async () => {
  const code = codeOf(house.right.token)!;
  for (const format of ["png", "jpeg"] as const) {
    const html = await (await sent({ photo: await photoOf(house.right, format) })).text();
    assert.match(foundIn(html), WORDS.right);
    assert.ok(html.replaceAll("&amp;", "&").includes(code));
  }
  const empty = await sharp({
    create: { width: 400, height: 300, channels: 3, background: "#ccc" },
  })
    .png()
    .toBuffer();
  assert.match(await told({ photo: new Blob([new Uint8Array(empty)]) }), /^We found no code/);
  const bomb = unfolding(20_000);
  assert.ok(bomb.length < 500_000);
  const refused = await sent({ photo: new Blob([new Uint8Array(bomb)]) });
  assert.equal(refused.status, 413);
  assert.match(foundIn(await refused.text()), /too large/);
  const words = await sent({ photo: new Blob(["Not a picture."]) });
  assert.equal(words.status, 422);
  assert.match(foundIn(await words.text()), /could not read this file as a picture/);
  const heavy = await sent({ photo: new Blob([new Uint8Array(13_000_000)]) });
  assert.equal(heavy.status, 413);
  assert.match(await heavy.text(), /The limit is 12 MB/);
  const work = join(house.env.CND_DATA, "work");
  assert.deepEqual(readdirSync(work), [], "nothing is left of what was sent");
});

test("BA29 forty at once of one school are all answered", async () => {
  const photo = await photoOf(house.right);
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      told(i % 4 === 0 ? { photo } : { text: house.right.token }),
    ),
  );
  assert.equal(all.length, 40);
  for (const one of all) assert.match(one, WORDS.right);
});

test("BA30 what a page has to know is public: keys with their days, what was taken back, and the day", async () => {
  const answer = await fetch(`${house.server.base}/badges/known.json`);
  const known = (await answer.json()) as Record<string, unknown>;
  const today = new Date().toISOString().slice(0, 10);
  const { kid, n, e } = await testKey();
  assert.deepEqual(Object.keys(known).toSorted(), ["asked", "keys", "withdrawn"]);
  assert.deepEqual(known["withdrawn"], [toHex(await sha256(house.taken.jti))]);
  assert.equal((known["keys"] as { since: string }[]).length, 1);
  const [{ since, ...key }] = known["keys"] as [{ since: string }];
  assert.deepEqual(key, { kid, n, e });
  assert.ok(
    [since, known["asked"]].every(
      (day) => Math.abs(Date.parse(String(day)) - Date.parse(today)) <= 86_400_000,
    ),
  );
});
