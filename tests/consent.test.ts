/** Consent that travels: from a form or the desk to what is published, and back to nothing (features/contributions/README.md). Without script. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { codeOf } from "../src/features/contributions/code.ts";
import { SENDER } from "../src/features/contributions/keep.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { tell } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const CODE = /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/;
let server: Served;
let browser: Browser;
let desk: Page;
let photo: Buffer;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
  photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#14221e" } })
    .jpeg()
    .toBuffer();
  const context = await browser.newContext({ javaScriptEnabled: false });
  desk = await context.newPage();
  const link = succeed(["account", "invite", "editor", "--name", "Amina"], env).trim();
  await desk.goto(server.base + new URL(link).pathname);
  await press(desk, "Come in");
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const jpeg = (name: string) => ({ name, mimeType: "image/jpeg", buffer: photo });
const status = async (path: string): Promise<number> => (await fetch(server.base + path)).status;
/** How many records the log holds. */
const said = async (): Promise<number> =>
  Number((await (await fetch(`${server.base}/log/checkpoint`)).text()).split("\n")[1]);
const consents = (dir?: string): number => rowsOf("consent", dir).length;
function rowsOf(table: string, dir = env.CND_DATA) {
  using db = new DatabaseSync(dataPaths(dir).database, { readOnly: true });
  return db.prepare(`select * from ${table}`).all();
}

async function withdraw(code: string): Promise<void> {
  await desk.goto(`${server.base}/withdraw`);
  await desk.fill("#code", code);
  await desk.check("[name=sure]");
  await desk.click("button[type=submit]");
  assert.match(await desk.innerText("h1"), /It is withdrawn/);
}

/** Of one person: everything but how it was agreed. */
const personal = (n: number, more: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries({ story: "yes", web: "yes", feed: "yes", until: "2099-01-01", ...more }).map(
      ([name, value]) => [`p${n}-${name}`, value],
    ),
  );

test("T11 W18 a person who is in a photo and agreed to none is not shown in it; what was agreed is said when the story is published, and by nothing before", async () => {
  const secret = newSecret();
  const form = new FormData();
  const fields = {
    id: secret,
    text: "The school has a line.",
    title: "A line for the school",
    language: "en",
    naming: "own",
    name: "Neema",
    teller: "self",
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
  await press(desk, "Make a draft of it");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: "A line for the school" }).first());
  const draft = desk.url();
  await desk.goto(`${draft}/publish`);
  assert.match(
    await desk.innerText("main"),
    /Not named is in media\/\S+ and has not agreed to photos/,
  );
  assert.equal(await desk.getByRole("button", { name: "Publish" }).count(), 0);
  await desk.goto(`${draft}/preview`);
  assert.match(await desk.innerText("body"), /Neema/);
  await desk.goto(`${draft}/consents`);
  assert.match(await desk.innerText("main"), /for a child, by Her aunt/);
  assert.match(await desk.innerText("main"), /not public yet/);
  assert.match(await desk.innerText("main"), /photo 1 \(media\//, "where they are seen");
  assert.equal(
    (await desk.request.get(await href("The proof"))).headers()["content-type"],
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
  await press(desk, "Keep it");
  assert.match(await desk.innerText('main [role="status"]'), CODE);
  assert.equal(await said(), size, "nothing of this is in the log");
  await desk.goto(`${draft}/publish`);
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
  assert.equal(await status("/stories/a-line-for-the-school"), 410);
  await desk.goto(`${server.base}/desk`);
  await click(desk.getByRole("link", { name: /somebody in them took back/ }));
  await click(desk.getByRole("link", { name: draft.split("/").at(-1)! }));
  assert.equal(desk.url(), draft);
  assert.match(await desk.innerText("main"), /Somebody in it, or whoever sent it, took it back on/);
  const gone = await desk.request.get(`${draft}/publish`);
  assert.equal(gone.status(), 410, "each of its pages says what happened");
  assert.doesNotMatch(JSON.stringify(rowsOf("draft_gone")), /line|school/, "and no word of it");
  assert.equal(await status(await mediaOf(page)), 404);
  assert.equal(consents(), 0, "also the one that the desk took down");
});

const href = async (name: string): Promise<string> =>
  server.base + (await desk.getByRole("link", { name }).first().getAttribute("href"));
const mediaOf = async (page: string): Promise<string> =>
  /\/media\/[0-9a-f]{64}\.jpg/.exec(page)![0];

test("T11 of a story that the desk writes the desk takes down who agreed, with a proof and a code to hand over, which takes it back", async () => {
  const size = await said();
  await desk.goto(`${server.base}/desk/stories`);
  await desk.getByLabel("Title").fill("The nurse and the link");
  await press(desk, "Begin");
  const draft = desk.url();
  await click(desk.getByRole("link", { name: "Consents" }));
  assert.deepEqual(await axeFinds(desk, server.base, [new URL(desk.url()).pathname]), []);
  await desk.fill("#shown", "Wanjiru");
  await desk.check("[name=chosen]");
  await desk.fill("#p0-name", "W. M.");
  for (const name of ["p0-story", "p0-web", "p0-feed", "p0-child"])
    await desk.check(`[name=${name}]`);
  await desk.fill("#p0-asked", "Amina, on a visit");
  await desk.selectOption("#p0-how", "signed form");
  await press(desk, "Keep it");
  const main = await desk.innerText("main");
  assert.match(main, /Write the name of the guardian/);
  assert.match(main, /Add the recording or the photo of the signed form/);
  assert.equal(consents(), 0);
  await desk.fill("#p0-guardian", "Her father");
  await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
  await press(desk, "Keep it");
  const code = CODE.exec(await desk.innerText('main [role="status"]'))![0];
  assert.equal(consents(), 1);
  await desk.goto(draft);
  const nurse = await desk.inputValue("[name=people]");
  assert.match(nurse, /^told-[0-9a-f]{12}-0$/);
  for (const [name, text] of [
    ["summary", "A nurse calls the hospital."],
    ["category", "Health"],
    ["markdown", "She calls."],
  ] as const)
    await desk.fill(`[name=${name}]`, text);
  await desk.fill("[name=people]", `${nurse}, nobody-known`);
  await press(desk, "Save, then publish …");
  assert.match(await desk.innerText("main"), /nobody-known/);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  await desk.goto(draft);
  await desk.fill("[name=people]", nurse);
  await press(desk, "Save, then publish …");
  assert.equal(await said(), size);
  assert.equal(await status(`/authors/${nurse}`), 404);
  await press(desk, "Publish");
  assert.equal(await status(`/authors/${nurse}`), 200);
  const slug = "the-nurse-and-the-link";
  assert.match(await (await fetch(`${server.base}/stories/${slug}`)).text(), /Wanjiru/);
  await withdraw(code);
  assert.equal(await status(`/stories/${slug}`), 410);
  assert.equal(await status(`/authors/${nurse}`), 404);
  assert.equal(consents(), 0);
});

test("T11 a draft that is deleted before it was published leaves nothing of who agreed", async () => {
  const size = await said();
  await desk.goto(`${server.base}/desk/stories`);
  await desk.getByLabel("Title").fill("Never told");
  await press(desk, "Begin");
  const draft = desk.url();
  await desk.goto(`${draft}/consents`);
  await desk.fill("#p0-name", "Somebody");
  for (const name of ["p0-story", "p0-web"]) await desk.check(`[name=${name}]`);
  await desk.fill("#p0-asked", "Amina");
  await desk.fill("#p0-words", "Yes.");
  await desk.selectOption("#p0-how", "text");
  await desk.locator("#shown").evaluate((field: HTMLInputElement) => {
    field.removeAttribute("maxlength");
    field.value = "x".repeat(300);
  });
  await press(desk, "Keep it");
  assert.match(await desk.innerText("#shown-problem"), /one line of at most 200/);
  assert.equal(consents(), 0, "no record could say such a name");
  await desk.fill("#shown", "");
  await press(desk, "Keep it");
  assert.equal(consents(), 1);
  await desk.goto(draft);
  await click(desk.locator("details", { hasText: "Delete" }).last().locator("summary"));
  await desk.locator('form[action$="/delete"] [name=sure]').check();
  await click(desk.locator('form[action$="/delete"] button'));
  assert.equal(consents(), 0);
  assert.equal(await said(), size);
});

test("T9 T11 sent without any consent it becomes a draft, and is published once the desk has taken down who agreed, when, how and with which proof", async () => {
  const secret = newSecret();
  const [title, slug] = ["The bridge is open", "the-bridge-is-open"];
  const sent = await tell(server.base, { photo, fields: { id: secret, title, language: "en" } });
  assert.equal(sent.status, 303, await sent.text());
  await desk.goto(`${server.base}/desk/queue`);
  await click(desk.getByRole("link", { name: title }));
  const missing = /Nobody in it has agreed to be shown yet.*take down under Consents/;
  assert.match(await desk.innerText("main"), missing, "the queue says what is missing");
  await press(desk, "Make a draft of it");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: title }).first());
  const draft = desk.url();
  await desk.goto(`${draft}/publish`);
  assert.match(await desk.innerText("main"), missing);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  const forged = { method: "POST", headers: { Origin: server.base }, form: { base: "1" } };
  await desk.request.fetch(`${draft}/publish`, forged);
  assert.equal(await status(`/stories/${slug}`), 404, "not by another way, either");

  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const [known, proofsBefore] = [consents(), proofs().length];
  await desk.goto(`${draft}/consents`);
  await desk.fill("#shown", "Juma");
  await desk.fill("#given", day(2));
  await desk.fill("#p0-asked", "Amina, by telephone");
  assert.equal(await desk.isVisible("#given-problem"), false);
  for (const name of ["p0-story", "p0-web", "p0-feed"]) await desk.check(`[name=${name}]`);
  await desk.fill("#p0-name", "J. O.");
  await desk.selectOption("#p0-how", "voice recording");
  await press(desk, "Keep it");
  assert.match(await desk.innerText("#given-problem"), /a day up to today/);
  assert.match(
    await desk.innerText('main [role="alert"]'),
    /When did they agree\?[^]*a day up to today/,
  );
  assert.equal(consents(), known);
  await desk.fill("#given", day(-3));
  await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
  await press(desk, "Keep it");
  assert.match(await desk.innerText('main [role="status"]'), CODE);
  const row = rowsOf("consent").find(({ about }) => /Amina, by telephone/.test(String(about)))!;
  assert.deepEqual(
    [consents(), proofs().length, row["given"]],
    [known + 1, proofsBefore + 1, day(-3)],
  );
  await desk.goto(`${draft}/publish`);
  await press(desk, "Publish");
  const page = await (await fetch(`${server.base}/stories/${slug}`)).text();
  assert.match(page, /Juma/);
  assert.doesNotMatch(page, /J\. O\.|Amina/);

  await withdraw(codeOf(secret, SENDER));
  assert.equal(await status(`/stories/${slug}`), 410);
  assert.deepEqual([consents(), proofs().length], [known - 1, proofsBefore], "nothing of it stays");
});

/** What the desk's form of the draft has in a field. */
const field = (name: string) => desk.locator(`[name="${name}"]`).first().inputValue();

function recorded(name: string, ...args: readonly string[]): Blob {
  const path = join(folder.dir, name);
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", ...args, path]);
  return new Blob([new Uint8Array(readFileSync(path))]);
}

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
    teller: "self",
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
  await press(desk, "Make a draft of it");
  await desk.goto(`${server.base}/desk/stories`);
  await click(desk.getByRole("link", { name: "A line for the clinic" }).first());
  const draft = desk.url();
  assert.match(await field("cover_file"), /^media\/[0-9a-f]{64}\.jpg$/);
  assert.equal(await field("cover_credit"), "Rehema");
  const pictures = await field("pictures");
  assert.deepEqual(pictures.match(/photo-\d/g), ["photo-2", "photo-3"], "the porter's stays out");
  assert.equal(pictures.match(/alt: The clinic and its mast/g)?.length, 2);
  assert.match(pictures, /credit: Rehema/);
  assert.equal(
    (await field("markdown")).trim(),
    "The clinic has a line.\n\n![](picture:photo-2)\n\n![](picture:photo-3)",
  );
  assert.match(await field("film"), /file: media\/voice-[0-9a-f]{64}\.ogg[^]*credit: Rehema/);
  assert.match(await field("sign"), /file: media\/[0-9a-f]{64}\.mp4[^]*credit: Rehema/);
  await desk.fill("#sign", (await field("sign")).replace("credit", "language: ase\ncredit"));
  await press(desk, "Save, then publish …");
  const main = await desk.innerText("main");
  assert.match(main, /has agreed to photos alone[^]*under Consents; or take/);
  assert.equal(await desk.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  assert.equal(await desk.getByRole("main").getByRole("link", { name: "Consents" }).count(), 1);
  await desk.goto(draft);
  const people = (await field("people")).split(", ");
  await desk.fill("[name=people]", people.slice(0, 2).join(", "));
  await click(desk.getByText("Pictures, film", { exact: true }));
  await desk.fill("[name=pictures]", pictures.split("\n- ")[0]!);
  await desk.fill("[name=markdown]", "The clinic has a line.\n\n![](picture:photo-2)");
  await press(desk, "Save, then publish …");
  await press(desk, "Publish");
  const page = await (await fetch(`${server.base}/stories/a-line-for-the-clinic`)).text();
  assert.match(page, /In sign language/);
  assert.match(page, /Rehema/);
  assert.doesNotMatch(page, /A porter|A cook/);
});

const proofs = (dir?: string) =>
  rowsOf("upload", dir).filter(({ what }) => String(what).endsWith("proof"));
const idOf = ({ id }: Readonly<Record<string, unknown>>): string => String(id);

/** At the desk. @returns the page of its draft */
async function begin(title: string): Promise<string> {
  await desk.goto(`${server.base}/desk/stories`);
  await desk.getByLabel("Title").fill(title);
  await press(desk, "Begin");
  return desk.url();
}

/** Taken down at the desk, with the photo of a form. @returns the code that was handed over */
async function agree(draft: string, name: string): Promise<string> {
  await desk.goto(`${draft}/consents`);
  await desk.fill("#shown", name);
  await desk.fill("#p0-name", `${name}, in her passport`);
  for (const one of ["p0-story", "p0-web"]) await desk.check(`[name=${one}]`);
  await desk.fill("#p0-asked", "Amina");
  await desk.selectOption("#p0-how", "signed form");
  await desk.setInputFiles("#p0-proof", [jpeg("form.jpg")]);
  await press(desk, "Keep it");
  return CODE.exec(await desk.innerText('main [role="status"]'))![0];
}

/** @returns the addresses of those whom it names */
async function publish(draft: string, more: readonly string[] = []): Promise<string[]> {
  await desk.goto(draft);
  const written = (await field("people")).split(", ").filter((one) => one !== "");
  const people = [...written, ...more];
  await desk.fill("[name=summary]", "They have a line now.");
  await desk.fill("[name=category]", "Health");
  await desk.fill("[name=markdown]", "They call.");
  await desk.fill("[name=people]", people.join(", "));
  await press(desk, "Save, then publish …");
  await press(desk, "Publish");
  return people;
}

async function eraseAtDesk(draft: string): Promise<void> {
  await desk.goto(draft);
  await click(desk.locator("details", { hasText: "Erase" }).last().locator("summary"));
  await desk.locator('form[action$="/erase"] [name=sure]').check();
  await click(desk.locator('form[action$="/erase"] button'));
}

test("T13 the desk and a command erase with a story what was kept of who agreed, but of somebody whom another story names still; no restore brings it back", async () => {
  const [rowsBefore, proofsBefore] = [consents(), proofs().length];
  const kept = () => [consents() - rowsBefore, proofs().length - proofsBefore];
  const { uploads } = dataPaths(env.CND_DATA);
  const village = await begin("The village and its line");
  await agree(village, "Asha");
  const code = await agree(village, "Bela");
  const [asha, bela] = await publish(village);
  const port = await begin("The port and its line");
  await publish(port, [bela!]);
  assert.deepEqual(kept(), [2, 2]);
  const backup = join(folder.dir, "backup");
  succeed(["backup", backup], env);

  await eraseAtDesk(village);
  assert.equal(await status("/stories/the-village-and-its-line"), 410);
  assert.equal(await status(`/authors/${asha}`), 404);
  assert.equal(await status(`/authors/${bela}`), 200);
  assert.equal(await status("/stories/the-port-and-its-line"), 200, "it rests on what Bela agreed");
  assert.deepEqual(kept(), [1, 1]);
  assert.deepEqual(readdirSync(uploads).toSorted(), rowsOf("upload").map(idOf).toSorted());
  assert.doesNotMatch(JSON.stringify(rowsOf("consent")), /Asha/);

  succeed(["erase", "/stories/the-port-and-its-line"], env);
  assert.equal(await status(`/authors/${bela}`), 404);
  assert.deepEqual(kept(), [0, 0], "nothing that stands rests on it any more");
  assert.deepEqual(readdirSync(uploads).toSorted(), rowsOf("upload").map(idOf).toSorted());
  await desk.goto(`${server.base}/withdraw`);
  await desk.fill("#code", code);
  await desk.check("[name=sure]");
  await press(desk, "Withdraw");
  assert.equal(await desk.getByText("It is withdrawn").count(), 0, "the code leads to nothing");

  const restored = join(folder.dir, "restored");
  for (const what of ["erasures", "withdrawn", "checkpoint"])
    renameSync(`${env.CND_DATA}.${what}`, `${restored}.${what}`);
  succeed(["restore", backup, "--new-log"], { CND_DATA: restored });
  assert.deepEqual([consents(restored), proofs(restored).length], [rowsBefore, proofsBefore]);
});
