/** A voice note or a video in sign language in place of words, from the form until it is erased (features/conversation). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import test from "node:test";
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
): Promise<Response> {
  const body = new FormData();
  const all = { to: "", text: "", name: "", language: "", contact: "", ...fields };
  for (const [name, value] of Object.entries(all)) body.set(name, value);
  for (const [name, file] of Object.entries(files)) body.set(name, file, `${name}.bin`);
  return fetch(house.base + FORM, { method: "POST", redirect: "manual", body });
}

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
  assert.match(shown, /<details class="media"><summary><b>Voice note<\/b><span>[\d.]+ kB/);
  assert.match(shown, /preload="none"/);
  assert.equal((await fetch(house.base + media)).status, 200);
  assert.deepEqual(uploads(), []);

  const body = new URLSearchParams({ do: "withdraw", text: "", sure: "yes" });
  await fetch(house.base + mine, { method: "POST", redirect: "manual", body });
  assert.doesNotMatch(await text(THREAD), /Voice note/);
  for (let i = 0; i < 200 && (await fetch(house.base + media)).status === 200; i += 1)
    await sleep(50);
  assert.equal((await fetch(house.base + media)).status, 404);
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
  const body = new URLSearchParams({ do: "withdraw", text: "", sure: "yes" });
  const mine = house.base + sent.headers.get("location")!;
  assert.equal((await fetch(mine, { method: "POST", redirect: "manual", body })).status, 303);
  assert.deepEqual(uploads(), []);
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
  assert.match(await kept.text(), /Your voice note is here/);
  const none = await send({ id: await fresh() }, {});
  assert.equal(none.status, 422, "neither words nor a recording");
  const now = await send({ id, text: "Shorter." }, {});
  assert.equal(now.status, 303);
  assert.match(await text(now.headers.get("location")!), /Shorter\.[\s\S]*Voice note/);
});
