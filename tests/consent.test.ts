/** Consent that travels, from the form of a story to what is published, and back to nothing (features/contributions/README.md). Without script. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { codeOf } from "../src/platform/sent/code.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import type { Served } from "../tools/program.ts";
import { answerNobody } from "./answering.ts";
import { click, press } from "./clicks.ts";
import { CODE, consentDesk, personal } from "./consent-desk.ts";
import { draftFields } from "./draft-file.ts";

let server: Served;
let desk: Page;
let photo: Buffer;
const { status, said, rowsOf, withdraw, href, mediaOf, field, peopleIn, recorded, env } =
  consentDesk((ready) => {
    ({ server, desk, photo } = ready);
  });

test("T11 W18 S8 a person who is in a photo and agreed to none is not shown in it; what was agreed is said when the story is published, and by nothing before", async () => {
  const secret = newSecret();
  const form = new FormData();
  const fields = {
    id: secret,
    text: "The school has a line.",
    title: "A line for the school",
    language: "en",
    naming: "own",
    name: "Neema",
    ...personal(0, {
      name: "Neema",
      asked: "herself",
      how: "text",
      photo: "yes",
      "in-photo1": "yes",
    }),
    ...personal(1, { name: "A pupil", asked: "Neema", how: "signed form", child: "yes" }),
    ...personal(1, { guardian: "Her aunt", "in-photo1": "yes" }),
  };
  for (const [name, value] of Object.entries({ ...fields, "p1-name": "A pupil" }))
    form.set(name, value);
  for (const name of ["photo", "p1-proof"])
    form.append(name, new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg");
  const url = `${server.base}/take-part/story`;
  const sent = await fetch(url, { method: "POST", body: form, redirect: "manual" });
  assert.equal(sent.status, 303, await sent.text());
  const size = await said();
  await desk.goto(`${server.base}/desk/queue`);
  await click(desk.getByRole("link", { name: "A line for the school" }));
  await press(desk, "Create a draft");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: "A line for the school" }).first());
  const draft = desk.url();
  await desk.goto(`${draft}/publish`);
  assert.match(
    await desk.innerText("main"),
    /Not named is in media\/\S+, but no consent covers photos/,
  );
  assert.equal(await desk.getByRole("button", { name: "Publish" }).count(), 0);
  await desk.goto(`${draft}/preview`);
  assert.match(await desk.innerText("body"), /Neema/);
  await desk.goto(`${draft}/consents`);
  assert.match(await desk.innerText("main"), /for a child, by Her aunt/);
  assert.match(await desk.innerText("main"), /not public yet/);
  assert.match(
    await desk.innerText("main"),
    /photo 1: A line for the school/,
    "where they are seen",
  );
  assert.equal(
    (await desk.request.get(await href("Proof"))).headers()["content-type"],
    "image/jpeg",
  );
  const pupil = desk.locator("#person option", { hasText: "Not named" });
  await desk.selectOption("#person", await pupil.getAttribute("value"));
  for (const name of ["p0-story", "p0-photo", "p0-web", "p0-feed", "p0-in-photo1", "p0-child"])
    await desk.check(`[name=${name}]`);
  for (const [id, text] of [
    ["p0-name", "A pupil"],
    ["p0-asked", "Amina"],
    ["p0-guardian", "Her aunt"],
    ["p0-words", "Show us together."],
  ] as const)
    await desk.fill(`#${id}`, text);
  await desk.selectOption("#p0-how", "text");
  await press(desk, "Save");
  assert.match(await desk.innerText('main [role="status"]'), CODE);
  assert.equal(await said(), size, "nothing of this is in the log");
  await desk.goto(`${draft}/publish`);
  await answerNobody(desk);
  await press(desk, "Publish");
  assert.equal(
    await said(),
    size + 9,
    "two people, three consents, two addresses; the story and its address",
  );
  const page = await (await fetch(`${server.base}/stories/a-line-for-the-school`)).text();
  assert.match(page, /Neema/);
  assert.doesNotMatch(page, /A pupil|Her aunt|Amina/);
  await withdraw(codeOf(secret, 1));
  for (const below of ["", "/conversation", "/conversation/feed.xml"])
    assert.equal(await status(`/stories/a-line-for-the-school${below}`), 410, below);
  await desk.goto(`${server.base}/desk`);
  await click(
    desk.getByRole("link", { name: /withdrawn in the last two weeks by a person in them/ }),
  );
  await click(desk.getByRole("link", { name: draft.split("/").at(-1)! }));
  assert.equal(desk.url(), draft);
  assert.match(
    await desk.innerText("main"),
    /A person in this draft, or its sender, withdrew it on/,
  );
  const gone = await desk.request.get(`${draft}/publish`);
  assert.equal(gone.status(), 410, "each of its pages says what happened");
  assert.doesNotMatch(JSON.stringify(rowsOf("draft_gone")), /line|school/, "and no word of it");
  assert.equal(await status(await mediaOf(page)), 410);
  assert.deepEqual(
    rowsOf("consent").map(({ n }) => n),
    [-1, 0],
    "also the one that the desk took down; whoever sent it and stays is asked about the rest",
  );
});

test("T14 W7 the draft has each photo, voice and sign video that somebody agreed to, with its credit; who agreed to photos alone is said with how to go on", async () => {
  const secret = newSecret();
  const form = new FormData();
  const fields = {
    id: secret,
    text: "The clinic has a line.",
    title: "A line for the clinic",
    language: "en",
    naming: "chosen",
    name: "Rehema",
    shows: "The clinic and its mast",
    ...personal(0, { name: "R.", asked: "herself", how: "text", photo: "yes", voice: "yes" }),
    ...personal(0, { film: "yes", "in-photo1": "yes", "in-voice": "yes", "in-sign": "yes" }),
    ...personal(1, { name: "A porter", asked: "Rehema", how: "text", words: "No photo of me." }),
    ...personal(1, { "in-photo3": "yes" }),
    ...personal(2, { name: "A cook", asked: "Rehema", how: "text", words: "The photo, yes." }),
    ...personal(2, { story: "", photo: "yes", "in-photo4": "yes" }),
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const shades = ["#400000", "#004000", "#000040", "#404040"];
  for (const background of shades) {
    const create = { width: 32, height: 24, channels: 3 as const, background };
    const bytes = await sharp({ create }).jpeg().toBuffer();
    form.append("photo", new Blob([new Uint8Array(bytes)]), `${background.slice(1)}.jpg`);
  }
  form.append("voice", recorded("v.ogg", "-i", "sine=d=1", "-c:a", "libopus"), "v.ogg");
  const yuv = ["-pix_fmt", "yuv420p"];
  form.append("sign", recorded("s.mp4", "-i", "testsrc2=s=160x120:d=1", ...yuv), "s.mp4");
  const url = `${server.base}/take-part/story`;
  const sent = await fetch(url, { method: "POST", body: form, redirect: "manual" });
  assert.equal(sent.status, 303, await sent.text());
  await desk.goto(`${server.base}/desk/queue`);
  await click(desk.getByRole("link", { name: "A line for the clinic" }));
  await press(desk, "Create a draft");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: "A line for the clinic" }).first());
  const draft = desk.url();
  assert.match(await field("cover_file"), /^media\/[0-9a-f]{64}\.jpg$/);
  assert.equal(await field("cover_credit"), "Rehema");
  const { pictures, film, sign } = draftFields(env.CND_DATA, draft);
  const shown = pictures as readonly Readonly<Record<string, string>>[];
  assert.deepEqual(
    shown.map(({ name }) => name),
    ["photo-2", "photo-3"],
    "the porter's stays out",
  );
  for (const one of shown)
    assert.deepEqual([one["alt"], one["credit"]], ["The clinic and its mast", "Rehema"]);
  assert.equal(
    (await field("markdown")).trim(),
    "The clinic has a line.\n\n![](picture:photo-2)\n\n![](picture:photo-3)",
  );
  assert.match(JSON.stringify(film), /"file":"media\/voice-[0-9a-f]{64}\.ogg"[^]*"Rehema"/);
  assert.match(JSON.stringify(sign), /"file":"media\/[0-9a-f]{64}\.mp4"[^]*"Rehema"/);
  await desk.fill('[name="sign.language"]', "American Sign Language");
  await press(desk, "Save, then publish …");
  const main = await desk.innerText("main");
  assert.match(main, /has agreed only to photos[^]*under Consents; or remove/);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  assert.equal(await desk.getByRole("main").getByRole("link", { name: "Consents" }).count(), 1);
  await desk.goto(draft);
  const people = peopleIn(draft);
  for (const i of people.keys()) if (i > 1) await desk.fill(`[name="people.${i}"]`, "");
  await click(desk.getByText("Pictures, film", { exact: true }));
  await desk.check('[name="pictures.1.out"]');
  await press(desk, "Save, then publish …");
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  await desk.goto(`${draft}/consents`);
  for (const how = desk.locator("[name=yes-how]"); (await how.count()) > 0;) {
    await how.first().fill("said so at the clinic");
    await click(desk.getByRole("button", { name: /^Record/ }).first());
  }
  await desk.goto(`${draft}/publish`);
  await answerNobody(desk);
  await press(desk, "Publish");
  const page = await (await fetch(`${server.base}/stories/a-line-for-the-clinic`)).text();
  assert.match(page, /In sign language/);
  assert.match(page, /Rehema/);
  assert.doesNotMatch(page, /A porter|A cook/);
});
