/** A voice note or a video in sign language in place of words, from the form until it is erased (features/conversation). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import test from "node:test";
import { newSecret } from "../src/platform/private/submissions.ts";
import { serve } from "../tools/program.ts";
import { press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();
const FORM = "/stories/mankosi/comment";
const THREAD = "/stories/mankosi/conversation";

const text = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const fresh = async (): Promise<string> => /name="id" value="([^"]+)"/.exec(await text(FORM))![1]!;
const uploads = (): readonly string[] => {
  const dir = join(house.env["CND_DATA"]!, "uploads");
  return existsSync(dir) ? readdirSync(dir) : [];
};

/** As a phone records it, with what a phone writes into it. */
function recorded(kind: "voice" | "sign"): Blob {
  const file = join(house.folder.dir, kind === "voice" ? "voice.ogg" : "sign.mp4");
  const made =
    kind === "voice"
      ? "-f lavfi -i sine=frequency=220:duration=4 -c:a libopus -b:a 64k"
      : "-f lavfi -i testsrc2=size=640x480:rate=25:duration=2 -c:v libx264 -pix_fmt yuv420p";
  const about = ["-metadata", "comment=recorded in Mankosi"];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...made.split(" "), ...about, file]);
  return new Blob([readFileSync(file)]);
}

async function send(
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Blob>>,
  from?: string,
): Promise<Response> {
  const body = new FormData();
  const all = { to: "", text: "", name: "", language: "", contact: "", ...fields };
  for (const [name, value] of Object.entries(all)) body.set(name, value);
  for (const [name, file] of Object.entries(files)) body.set(name, file, `${name}.bin`);
  const headers = from === undefined ? {} : { "X-Forwarded-For": from };
  return fetch(house.base + FORM, { method: "POST", redirect: "manual", body, headers });
}

const signedIn = (name: string) => house.signedIn("moderator", name);
const change = (mine: string, fields: Readonly<Record<string, string>>) =>
  fetch(house.base + mine, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ text: "", sure: "", ...fields }),
  });

test("CO14 a voice note is heard at the desk first, then by everybody who asks for it, and is erased with its comment", async () => {
  const desk = await house.signedIn("moderator", "Baraka");
  const id = await fresh();
  const voice = recorded("voice");
  const sent = await send({ id, name: "Nia" }, { voice });
  assert.equal(sent.status, 303, await sent.text());
  const mine = sent.headers.get("location")!;
  assert.equal((await send({ id, name: "Nia" }, { voice })).headers.get("location"), mine);
  assert.equal(uploads().length, 1, "sent twice it is one");
  assert.match(await text(mine), /A voice note\./);

  await desk.goto(`${house.base}/desk/conversation`);
  const at = (await desk.locator("audio").getAttribute("src"))!;
  assert.equal((await fetch(house.base + at)).status, 404, "for the desk alone");
  const heard = await desk.context().request.get(house.base + at);
  assert.equal(heard.status(), 200);
  assert.ok(!(await heard.body()).includes("Mankosi"), "what the phone wrote into it is gone");
  await press(desk, "Show it");

  const shown = await text(THREAD);
  const media = /src="(\/media\/[0-9a-f]{64}\.ogg)"/.exec(shown)![1]!;
  assert.match(shown, /<details class="media"><summary><b>Voice note<\/b> <span>[\d.]+ kB/);
  assert.match(shown, /preload="none"/);
  assert.equal((await fetch(house.base + media)).status, 200);
  assert.deepEqual(uploads(), []);

  await change(mine, { do: "withdraw", sure: "yes" });
  assert.doesNotMatch(await text(THREAD), /Voice note/);
  for (let i = 0; i < 200 && (await fetch(house.base + media)).status === 200; i += 1)
    await sleep(50);
  assert.equal((await fetch(house.base + media)).status, 410);
});

test("CO4 CO14 sent by two presses at one moment it is one, and its recording is there", async () => {
  const desk = await house.signedIn("moderator", "Chipo");
  const id = await fresh();
  const voice = recorded("voice");
  const answers = await Promise.all(
    [1, 2, 3, 4].map(() => send({ id, text: "Pressed in a hurry." }, { voice })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303, 303],
  );
  assert.equal(uploads().length, 1);
  await desk.goto(`${house.base}/desk/conversation`);
  const at = (await desk.locator("audio").getAttribute("src"))!;
  assert.equal((await desk.context().request.get(house.base + at)).status(), 200);
  await press(desk, "Show it");
  assert.match(await text(THREAD), /Pressed in a hurry/);
});

test("CO14 one that nobody has heard yet is deleted when it is taken back", async () => {
  const id = await fresh();
  const sent = await send({ id, text: "I sign it.", language: "ase" }, { sign: recorded("sign") });
  assert.equal(sent.status, 303, await sent.text());
  assert.equal(uploads().length, 1);
  const mine = sent.headers.get("location")!;
  assert.equal((await change(mine, { do: "withdraw", sure: "yes" })).status, 303);
  assert.deepEqual(uploads(), []);
});

test("CO14 V42 what was refused is kept for another look, and deleted when that refuses it too", async () => {
  const [first, second] = [await signedIn("Dalia"), await signedIn("Eshe")];
  const id = await fresh();
  const sent = await send({ id, text: "Listen to this." }, { voice: recorded("voice") });
  const mine = sent.headers.get("location")!;
  await first.goto(`${house.base}/desk/conversation`);
  await press(first, /attacks a person/);
  assert.equal(uploads().length, 1);
  assert.match(await text(mine), /Your recording is kept for this review until \d+ \w+ \d{4}/);
  await change(mine, { do: "appeal", text: "I attack nobody." });
  await second.goto(`${house.base}/desk/conversation`);
  assert.equal(await second.locator("audio").count(), 1);
  await press(second, /attacks a person/);
  await house.server[Symbol.asyncDispose]();
  house.server = await serve(house.env); // as every hour
  for (let i = 0; i < 200 && uploads().length > 0; i += 1) await sleep(50);
  assert.deepEqual(uploads(), []);
  assert.match(await text(mine), /Listen to this/);
});

test("CO14 MO11 what was taken down comes back with its words, and its recording is gone", async () => {
  const [first, second] = [await signedIn("Femi"), await signedIn("Gathoni")];
  const id = await fresh();
  const sent = await send({ id, text: "Heard for a day." }, { voice: recorded("voice") });
  const mine = sent.headers.get("location")!;
  await first.goto(`${house.base}/desk/conversation`);
  await press(first, "Show it");
  const shown = createHash("sha256").update(id).digest("hex").slice(0, 32);
  const report = new URLSearchParams({ of: shown, reason: "unkind", text: "" });
  await fetch(`${house.base}/conversation/report`, { method: "POST", body: report });
  await first.goto(`${house.base}/desk/conversation/${shown}`);
  const plays = await first.getByRole("link", { name: /^Voice note/ }).getAttribute("href");
  assert.match(await text(new URL(plays!, house.base).pathname), /Heard for a day/);
  await press(first, /attacks a person/);
  assert.match(await text(mine), /Your recording has been deleted/);
  await change(mine, { do: "appeal", text: "It is only a song." });
  await second.goto(`${house.base}/desk/conversation`);
  assert.equal(await second.locator("audio").count(), 0);
  await press(second, "Show it");
  assert.match(await text(THREAD), /Heard for a day/);
  assert.match(await text(mine), /Shown\./);
});

test("CO14 a file that is no recording is refused with why, and the words come back; what can be played stays with the form", async () => {
  const id = await fresh();
  const wrong = await send({ id, text: "Listen." }, { voice: new Blob(["These are words."]) });
  const html = await wrong.text();
  assert.equal(wrong.status, 422);
  assert.match(html, /id="voice-problem"/);
  assert.match(html, />Listen\.<\/textarea>/);
  assert.deepEqual(uploads(), []);
  const long = { id, text: "x".repeat(6000) };
  const kept = await send(long, { voice: recorded("voice") });
  assert.match(await kept.text(), /Your voice note has been added/);
  const none = await send({ id: await fresh() }, {});
  assert.equal(none.status, 422, "neither words nor a recording");
  const now = await send({ id, text: "Shorter." }, {});
  assert.equal(now.status, 303);
  assert.match(await text(now.headers.get("location")!), /Shorter\.[\s\S]*Voice note/);
});

test("CO14 files are counted before they are looked at: no flood of them costs work", async () => {
  const from = "10.3.2.1";
  const left = 3_600_000 - (Date.now() % 3_600_000); // ms: the hour may not turn meanwhile
  if (left < 60_000) await sleep(left);
  const words = Array.from({ length: 59 }, (_, i) => `Words ${i}.`);
  await Promise.all(words.map((one) => send({ id: newSecret(), text: one }, {}, from)));
  const wrong = { voice: new Blob(["These are words."]) };
  const looked = await send({ id: newSecret(), text: "Listen." }, wrong, from);
  assert.equal(looked.status, 422);
  assert.match(await looked.text(), /id="voice-problem"/);
  const more = await send({ id: newSecret(), text: "Listen again." }, wrong, from);
  assert.deepEqual([more.status, more.headers.get("retry-after")], [429, "3600"]);
  const html = await more.text();
  assert.doesNotMatch(html, /id="voice-problem"/);
  assert.match(html, />Listen again\.<\/textarea>/);
  assert.ok(!uploads().some((name) => name.endsWith(".coming")));
});
