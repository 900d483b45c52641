/** A form that the server cannot take comes back in the reader's language, with what was read of it (src/platform/web/README.md). */
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { tellWords } from "../src/features/contributions/api.ts";
import { chromeIn } from "../src/platform/web/chrome.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { firstCampaign } from "./campaigns.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { begin, TELL } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let photo: Uint8Array;

const LIMITS = `files: { places: { each: 1, total: 2 }, bytes: 400000 }
body: { places: { each: 2, total: 4 } }
upload: { held: { each: 90000, total: 180000 } }
memory: { held: { each: 200000, total: 400000 } }
guess: { hour: { each: 2, total: 10 } }
`;

before(async () => {
  await firstCampaign(env.CND_DATA);
  writeFileSync(join(env.CND_DATA, "limits.yaml"), LIMITS);
  server = await serve(env);
  photo = await noisyPhoto(420);
  assert.ok(photo.length > 50_000 && photo.length < 85_000, `${photo.length}`);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** What a browser without script posts: words, a photo among them, and words after it. */
function story(photos: number): FormData {
  const form = new FormData();
  form.set("text", "We carry <water> every morning.");
  form.set("naming", "none");
  const file = new Blob([new Uint8Array(photo)], { type: "image/jpeg" });
  for (let i = 0; i < photos; i++) form.append("photo", file, "a.jpg");
  form.set("contact", "through Amina at the mill");
  return form;
}
const send = (lang: string, body: BodyInit, path = TELL, accept = "text/html,*/*") =>
  fetch(`${server.base}/${lang}${path}`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { accept },
  });

/** A whole page, in the language of the address, with each of these in it. */
async function pageOf(
  answer: Response,
  lang: string,
  ...parts: readonly string[]
): Promise<string> {
  const page = await answer.text();
  assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8", page.slice(0, 200));
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.ok(page.includes(`<html lang="${lang}"`) && page.includes("</html>"), page.slice(0, 300));
  for (const part of parts)
    assert.ok(page.includes(part), `${part} in ${page.slice(page.indexOf("<main"))}`);
  return page;
}
const KEPT = ["We carry &lt;water&gt; every morning.", 'value="through Amina at the mill"'];

/** A line on which a story begins and does not end. */
async function held(): Promise<Socket> {
  const { hostname, port } = new URL(server.base);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined).resume();
  await once(socket, "connect");
  socket.write(
    `POST ${TELL} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n--b\r\n`,
  );
  return socket;
}
async function holding(kind: string, many: number): Promise<void> {
  for (let i = 0; ; i++) {
    const text = await (await fetch(`${server.base}/metrics`)).text();
    if (text.includes(`cnd_places_held{work="${kind}"} ${many}\n`)) return;
    assert.ok(i < 400, text);
    await sleep(25);
  }
}
const nothingLies = () => assert.deepEqual(readdirSync(join(env.CND_DATA, "uploads")), []);

test("T16 WB4 a story that is too large as a whole comes back with the words before and after its files", async () => {
  const words = tellWords("fr").refused.whole;
  const answer = await send("fr", story(20));
  assert.equal(answer.status, 413);
  const { again } = chromeIn("fr").form;
  await pageOf(answer, "fr", ...KEPT, words, again, 'role="alert"');
  nothingLies();
  const program = await send("fr", story(20), TELL, "application/json");
  assert.deepEqual([program.status, await program.json()], [413, { trouble: words }]);
});

test("T16 WB4 a story that is cut off where it became too large comes back, and says that words may be missing", async () => {
  const words = tellWords("sw").refused.whole;
  const form = story(0);
  form.delete("contact");
  form.set("other", new Blob(["x".repeat(500_000)]), "a.bin");
  form.set("contact", "through Amina at the mill");
  const { headers, body } = new Request("http://localhost/", { method: "POST", body: form });
  const answer = await fetch(`${server.base}/sw${TELL}`, {
    method: "POST",
    body, // of no announced length
    duplex: "half",
    headers: { accept: "text/html", "content-type": headers.get("content-type")! },
  } as RequestInit);
  assert.equal(answer.status, 413);
  const page = await pageOf(answer, "sw", KEPT[0]!, words, chromeIn("sw").form.part);
  assert.ok(!page.includes(KEPT[1]!) && !page.includes(chromeIn("sw").form.again));
  nothingLies();
});

test("T16 WB4 a story for whose files there is no room, or no place, comes back with its words", async () => {
  const words = tellWords("ar").refused.full;
  const answer = await send("ar", story(2));
  assert.equal(answer.status, 503);
  await pageOf(answer, "ar", ...KEPT, words, chromeIn("ar").form.again);
  const program = await send("ar", story(2), TELL, "application/json");
  assert.deepEqual([program.status, await program.json()], [503, { trouble: words }]);
  nothingLies();
  const line = await held();
  await holding("files", 1);
  const later = await send("ar", story(1));
  assert.deepEqual([later.status, later.headers.get("retry-after")], [503, "60"]);
  await pageOf(later, "ar", ...KEPT, words);
  const comment = story(1);
  comment.set("text", "Heard <it>");
  for (const name of ["naming"]) comment.delete(name);
  const said = await send("ar", comment, "/stories/mankosi/comment");
  assert.equal(said.status, 503);
  await pageOf(said, "ar", "Heard &lt;it&gt;", 'value="through Amina at the mill"', words);
  const other = await held();
  await holding("body", 2);
  for (const path of [TELL, "/stories/x/comment", "/updates"]) {
    const unread = await send("ar", new URLSearchParams({ text: "Water" }), path);
    assert.equal(unread.status, 503, path);
    assert.equal(unread.headers.get("retry-after"), "60");
    const { busy, back } = chromeIn("ar").form;
    await pageOf(unread, "ar", busy, back);
  }
  line.destroy();
  other.destroy();
  await holding("body", 0);
  const taken = await send("ar", story(1));
  assert.equal(taken.status, 303, await taken.text());
});

test("WB4 every public form of which nothing can be read says so in a page, and where what was typed still stands", async () => {
  const { nothingSent, large, unread, back } = chromeIn("sw").form;
  for (const path of [
    "/take-part/opportunity",
    "/withdraw",
    "/updates",
    "/conversation/link",
    "/conversation/report",
    "/conversation/comment",
    `/c/${"a".repeat(32)}`,
    `/o/${"a".repeat(32)}`,
  ]) {
    const long = await send("sw", new URLSearchParams({ text: "x".repeat(3_000_000) }), path);
    assert.equal(long.status, 413, path);
    await pageOf(long, "sw", nothingSent, large, back);
    const other = await send("sw", new URLSearchParams({ nonsense: "x" }), path);
    assert.equal(other.status, 400, path);
    await pageOf(other, "sw", unread, back);
  }
});

test("WB4 whoever tries codes of withdrawal too often is told so in the form, and when to come again", async () => {
  const form = new URLSearchParams({ code: "AAAAA-AAAAA", sure: "yes" });
  const { busy, unknown } = tellWords("sw").withdraw;
  for (let i = 0; i < 2; i++) {
    const answer = await send("sw", form, "/withdraw");
    assert.deepEqual([answer.status, answer.headers.get("retry-after")], [422, null]);
    await pageOf(answer, "sw", unknown);
  }
  const late = await send("sw", form, "/withdraw");
  assert.deepEqual([late.status, late.headers.get("retry-after")], [429, "3600"]);
  await pageOf(late, "sw", busy, 'value="AAAAA-AAAAA"');
});

test("T7 WB4 the words of a form with files take of the memory that each network has, and give it back", async () => {
  for (let i = 0; i < 3; i++) {
    const large = story(0);
    large.set("text", "x".repeat(110_000));
    large.set("helperWords", "y".repeat(110_000));
    const answer = await send("fr", large);
    assert.equal(answer.status, 503);
    await pageOf(answer, "fr", chromeIn("fr").form.busy, "x".repeat(110_000));
    await holding("body", 0);
  }
  const taken = await send("fr", story(0));
  assert.equal(taken.status, 303, await taken.text());
});

test("WB4 nobody on the way keeps what a form answers: a page, a reason for a program, a secret address", async () => {
  const large = new URLSearchParams({ text: "x".repeat(3_000_000) });
  const program = await send("sw", large, `/o/${"a".repeat(32)}`, "application/json");
  assert.deepEqual([program.status, program.headers.get("cache-control")], [413, "no-store"]);
  const sent = await send("fr", story(0));
  const at = sent.headers.get("location")!;
  assert.deepEqual([sent.status, sent.headers.get("cache-control")], [303, "no-store"]);
  const back = await send("", new URLSearchParams({ sure: "yes" }), at.slice(1));
  assert.deepEqual([back.status, back.headers.get("cache-control")], [303, "no-store"]);
  assert.equal(back.headers.get("location"), at);
});

test("WB7 where people write their own name or address the browser may fill it in", async () => {
  const named = `${TELL}/name/${await begin(server.base)}`;
  for (const [path, id, token] of [
    [named, "name", "name"],
    [named, "helperName", "name"],
    ["/stories/mankosi/comment", "name", "name"],
  ] as const) {
    const page = await (await fetch(server.base + path)).text();
    const [field = ""] = new RegExp(`<input[^>]* id="${id}"[^>]*>`).exec(page) ?? [];
    assert.ok(field.includes(` autocomplete="${token}"`), `${path}: ${field}`);
  }
});
