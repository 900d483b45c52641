/** What should not be sent, is sent: refused in words, nothing lost, no other file disturbed (features/contributions/README.md). */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { deflateSync, crc32 } from "node:zlib";
import sharp from "sharp";
import { newSecret } from "../src/platform/private/submissions.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const FILES = "/take-part/story/files";
let server: Served;
let photo: Buffer;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#c2350a" } })
    .jpeg()
    .toBuffer();
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const b64 = (text: string) => Buffer.from(text).toString("base64");
const headers = (key: string) => ({ "Tus-Resumable": "1.0.0", "Upload-Key": key });
const announce = (id: string, key: string, what: string, size: number) =>
  fetch(server.base + FILES, {
    method: "POST",
    headers: {
      ...headers(key),
      "Upload-Length": String(size),
      "Upload-Metadata": `id ${b64(id)},what ${b64(what)}`,
    },
  });
const patch = (id: string, key: string, offset: number, body: Uint8Array) =>
  fetch(`${server.base}${FILES}/${id}`, {
    method: "PATCH",
    headers: {
      ...headers(key),
      "Upload-Offset": String(offset),
      "Content-Type": "application/offset+octet-stream",
    },
    body: new Uint8Array(body),
  });
const head = (id: string, key: string) =>
  fetch(`${server.base}${FILES}/${id}`, { method: "HEAD", headers: headers(key) });

/** Send one file whole. */
async function upload(what: string, bytes: Uint8Array): Promise<{ status: number; words: string }> {
  const [id, key] = [newSecret(), newSecret()];
  const opened = await announce(id, key, what, bytes.length);
  if (opened.status !== 201) return { status: opened.status, words: await opened.text() };
  const done = await patch(id, key, 0, bytes);
  return { status: done.status, words: await done.text() };
}

/** A PNG of 30,000 by 30,000 points of one colour: a few hundred kB that unpack to 2.7 GB. */
function bomb(): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(data.length, 0);
    around.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
  };
  const size = Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(Buffer.alloc(30_001 * 300))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("T7 a bomb, a drawing with script, an empty and a broken file are refused in words, and another upload goes on undisturbed", async () => {
  const [id, key] = [newSecret(), newSecret()];
  assert.equal((await announce(id, key, "photo", photo.length)).status, 201);
  assert.equal((await patch(id, key, 0, photo.subarray(0, 100))).status, 204);
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  const broken = Buffer.concat([
    Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isommp42", "latin1"),
    Buffer.alloc(5000, 7),
  ]);
  for (const [what, bytes, words] of [
    ["photo", bomb(), /pixels|million/],
    ["photo", svg, /can hold a program.*JPEG, PNG/],
    ["photo", Buffer.alloc(0), /empty/],
    ["photo", photo.subarray(0, 400), /damaged|read/],
    ["film", broken, /damaged|read/],
    ["film", photo, /Expected film here/],
  ] as const) {
    const refused = await upload(what, bytes);
    assert.deepEqual(
      [refused.status, words.test(refused.words)],
      [422, true],
      `${what}: ${refused.words}`,
    );
  }
  assert.equal((await head(id, key)).headers.get("upload-offset"), "100");
  assert.equal((await patch(id, key, 100, photo.subarray(100))).status, 204);
  assert.deepEqual(
    readdirSync(join(env.CND_DATA, "uploads")),
    [id],
    "nothing of the others is left",
  );
});

test("T7 a file that is two at once is refused, and nothing of it stays", async () => {
  const known = readdirSync(join(env.CND_DATA, "uploads")).length;
  const archive = Buffer.from(
    "PK\x03\x04\x14\0\0\0\0\0<script>alert(1)</script>PK\x05\x06",
    "latin1",
  );
  const refused = await upload("photo", Buffer.concat([photo, archive, Buffer.alloc(18)]));
  assert.deepEqual(
    [refused.status, /two things at once/.test(refused.words)],
    [422, true],
    refused.words,
  );
  assert.equal(readdirSync(join(env.CND_DATA, "uploads")).length, known);
});

test("T7 ten gigabytes are refused before they are sent, in pieces and as a form", async () => {
  const pieces = await announce(newSecret(), newSecret(), "film", 10_000_000_000);
  assert.deepEqual(
    [pieces.status, await pieces.text()],
    [413, "This file is too large. The limit is 200 MB."],
  );
  const answer = await new Promise<{ status: number; words: string }>((done, failed) => {
    const sending = request(`${server.base}/take-part/story`, {
      method: "POST",
      headers: {
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": "10000000000",
      },
    });
    sending.on("response", (res) => {
      let words = "";
      res.setEncoding("utf8").on("data", (part) => (words += String(part)));
      res.on("end", () => {
        sending.destroy();
        done({ status: res.statusCode!, words });
      });
    });
    sending.on("error", failed);
    sending.write("--x\r\n");
  });
  assert.deepEqual([answer.status, /limit is 300 MB/.test(answer.words)], [413, true]);
});

test("bug: a form with files that names no boundary was answered with 500", async () => {
  for (const path of ["/take-part/story", "/stories/mankosi/comment"])
    for (const type of ["multipart/form-data", 'multipart/form-data; x="; boundary=y"']) {
      const asked = { method: "POST", headers: { "Content-Type": type }, body: "--y" };
      const sent = await fetch(server.base + path, asked);
      await sent.text();
      assert.equal(sent.status, 400, `${path} ${type}`);
    }
});

test("T4 the same id announced twice is one; who does not know the secret may not read, add to or remove it", async () => {
  const [id, key, other] = [newSecret(), newSecret(), newSecret()];
  assert.equal((await announce(id, key, "photo", photo.length)).status, 201);
  assert.equal((await announce(id, key, "photo", photo.length)).status, 201);
  assert.equal((await patch(id, key, 0, photo.subarray(0, 50))).status, 204);
  const claimed = await announce(id, other, "photo", photo.length);
  assert.deepEqual([claimed.status, /somebody else/.test(await claimed.text())], [403, true]);
  assert.equal((await head(id, other)).status, 403);
  assert.equal((await patch(id, other, 50, photo.subarray(50))).status, 403);
  const removed = await fetch(`${server.base}${FILES}/${id}`, {
    method: "DELETE",
    headers: headers(other),
  });
  assert.equal(removed.status, 403);
  const wrong = await patch(id, key, 10, photo.subarray(10));
  assert.deepEqual([wrong.status, wrong.headers.get("upload-offset")], [409, "50"]);
  assert.equal((await patch(id, key, 50, photo.subarray(50))).status, 204);
  assert.equal(
    (await patch(id, key, photo.length, new Uint8Array())).status,
    204,
    "said again, it is here",
  );
});

test("T4 the same piece sent by many lines at once is added once", async () => {
  const [id, key] = [newSecret(), newSecret()];
  const whole = Buffer.alloc(400_000, "piece");
  assert.equal((await announce(id, key, "voice", whole.length)).status, 201);
  const half = whole.subarray(0, 200_000);
  const lines = await Promise.allSettled(Array.from({ length: 12 }, () => patch(id, key, 0, half)));
  assert.ok(lines.some(({ status }) => status === "fulfilled"));
  const here = Number((await head(id, key)).headers.get("upload-offset"));
  assert.ok(here <= half.length, `${here} bytes are here, of ${half.length} that were sent`);
  assert.equal((await patch(id, key, here, whole.subarray(here))).status, 422); // whole, and no sound
});

test("T7 two megabytes of marks on one letter are refused, and what was typed beside them comes back", async () => {
  const send = (text: string) => {
    const form = new FormData();
    const fields = { id: newSecret(), text, naming: "none", place: "Hilltop" };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return fetch(`${server.base}/take-part/story`, {
      method: "POST",
      body: form,
      redirect: "manual",
    });
  };
  const long = await send(`a${"\u0301".repeat(1_000_000)}`);
  assert.deepEqual([long.status, /at most 60,000 characters/.test(await long.text())], [422, true]);
  const piled = await send(`a${"\u0301".repeat(50)}`);
  const page = await piled.text();
  assert.deepEqual(
    [piled.status, /too many accents/.test(page), /value="Hilltop"/.test(page)],
    [422, true, true],
  );
  assert.equal((await send("Một người kể chuyện. हिन्दी में कहानी।")).status, 303);
});
