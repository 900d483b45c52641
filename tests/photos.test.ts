/** Photos at the desk, by requests alone (features/captions and features/pictures). */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { askPictures } from "../src/features/pictures/model.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { exported } from "./commands.ts";
import { invitation } from "./invitation.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let ask: (path: string, form?: Record<string, string> | FormData) => Promise<Response>;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  ask = await deskOf("editor", "Ada");
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Somebody at the desk, as requests. */
async function deskOf(role: "editor" | "contributor", name: string): Promise<typeof ask> {
  const ours = { "sec-fetch-site": "same-origin" };
  const link = await invitation(env.CND_DATA, { role, name });
  const entered = await fetch(server.base + link, {
    method: "POST",
    headers: ours,
    redirect: "manual",
  });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]!);
  return (path, form) =>
    fetch(server.base + path, {
      headers: { ...ours, cookie: cookie.join("; ") },
      redirect: "manual",
      ...(form && {
        method: "POST",
        body: form instanceof FormData ? form : new URLSearchParams(form),
      }),
    });
}

let drawn = 0;
/** Another one each time. */
const photo = (width = 640, height = 400): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: ++drawn, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer();

function formOf(bytes: Uint8Array, fields: Record<string, string> = {}, name = "well.jpg") {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  return form;
}
/** @returns where the photo stands at the desk */
async function added(alt: string, bytes?: Buffer): Promise<string> {
  const answer = await ask("/desk/media", formOf(bytes ?? (await photo()), { alt }));
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get("location")!.replace(/\?.*/, "");
}
const mediaOf = (path: string): string => path.split("/").at(-1)!;
const textOf = async (path: string): Promise<string> => (await ask(path)).text();

test("CP7 a photo is added, found by its words, the newest first, and stands with what it shows", async () => {
  const first = await added("The well of Zezé");
  await added("A mast on a hill");
  const list = await textOf("/desk/media");
  assert.ok(list.indexOf("A mast on a hill") < list.indexOf("The well of Zezé"));
  const found = await textOf("/desk/media?find=zeze%20WELL");
  assert.match(found, /The well of Zezé/);
  assert.doesNotMatch(found, /A mast on a hill/);
  assert.match(await textOf("/desk/media?find=100%25_"), /No photo has these words/);
  const page = await textOf(first);
  assert.match(page, /value="The well of Zezé"/);
  assert.match(page, /Nowhere yet\./);
  assert.equal((await ask(`/desk/media/photos/${"0".repeat(64)}.jpg`)).status, 404);
});

test("CP8 what is no photo, is broken or has more points than a photo may have is refused, and nothing is added", async () => {
  const before_ = await textOf("/desk/media");
  const jpeg = await photo();
  const huge = Buffer.from(await sharp(jpeg).png().toBuffer());
  huge.writeUInt32BE(40_000, 16); // its header says that it is 40,000 wide
  huge.writeUInt32BE(40_000, 20);
  for (const bytes of [Buffer.from("hello"), jpeg.subarray(0, 200), huge, Buffer.alloc(0)]) {
    const answer = await ask("/desk/media", formOf(bytes, { alt: "What I typed" }));
    assert.equal(answer.status, 422);
    const text = await answer.text();
    assert.match(text, /Nothing was added\./);
    assert.match(text, /What I typed/);
  }
  const count = (text: string) => text.match(/class="glimpse"/g)?.length;
  assert.equal(count(await textOf("/desk/media")), count(before_));
  const frames = await sharp([await photo(40, 40), await photo(40, 40)], {
    join: { animated: true },
  })
    .webp()
    .toBuffer();
  const still = await added("Moving", frames);
  const bytes = Buffer.from(await (await ask(`/media/${mediaOf(still)}`)).arrayBuffer());
  assert.equal((await sharp(bytes).metadata()).pages ?? 1, 1, "one picture of it is kept");
});

test("CP9 the point that matters is typed or pressed, and lies inside; a cut is a photo of its own, inside too", async () => {
  const path = await added("A square in it");
  for (const odd of ["NaN", "101", "-1", "1e1", ""]) {
    const answer = await ask(`${path}/focus`, { x: odd, y: "10" });
    assert.equal(answer.status, 422, odd);
    assert.match(await answer.text(), /Expected a whole number from 0 to 100/);
  }
  assert.equal((await ask(`${path}/focus`, { x: "90", y: "10" })).status, 303);
  assert.match(await textOf(path), /name="x"[^>]*value="90"/);
  const pressed = await ask(`${path}/focus`, { "at.x": "60", "at.y": "75" });
  assert.equal(pressed.status, 303);
  assert.match(await textOf(path), /name="x"[^>]*value="25"/);
  for (const odd of [{ left: "60", right: "50" }, { left: "-5" }, { top: "NaN" }, {}])
    assert.equal((await ask(`${path}/cut`, { ...odd })).status, 422, JSON.stringify(odd));
  const cut = await ask(`${path}/cut`, { shape: "1:1" });
  const made = mediaOf(cut.headers.get("location")!.replace(/\?.*/, ""));
  const bytes = Buffer.from(await (await ask(`/media/${made}`)).arrayBuffer());
  const { width, height } = await sharp(bytes).metadata();
  assert.deepEqual([width, height], [400, 400]);
  const page = await textOf(`/desk/media/photos/${made}`);
  assert.match(page, new RegExp(`href="${path}"`), "it leads to the one that it was cut out of");
  assert.equal((await ask(path)).status, 200, "which is as it was");
  const edges = await ask(`${path}/cut`, { left: "50", bottom: "50" });
  const half = mediaOf(edges.headers.get("location")!.replace(/\?.*/, ""));
  const size = await sharp(
    Buffer.from(await (await ask(`/media/${half}`)).arrayBuffer()),
  ).metadata();
  assert.deepEqual([size.width, size.height], [320, 200]);
});
