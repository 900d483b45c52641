/** Books and signings made at the desk (features/books/README.md): by requests as a browser without script sends them, and marked by keys. */
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { formIn, type FormValues } from "./form-reader.ts";
import { ownerOf, say, sign } from "./saying.ts";
import { testCard } from "./test-card.ts";

const RATE = 25;
const SECONDS = 8;
let page: Page;
let film: Buffer;
const house = deskHouse({ isNew: true }, async ({ folder }) => {
  const path = join(folder.dir, "card.mp4");
  testCard(path, { seconds: SECONDS, rate: RATE, width: 160, height: 120, sound: true });
  film = readFileSync(path);
});

const BOOK = "/desk/content/books";
const TEXT = ["A hill.", "A light.", "Who is there?"];
/** Twelve sentences on four pages. */
const PAGES = Object.fromEntries(
  [0, 1, 2, 3].flatMap((i) => [
    [`pages.${i}`, "row"],
    [`pages.${i}.lines`, TEXT.map((line) => line.replace(/.$/, ` ${i + 1}$&`)).join("\n")],
  ]),
);
const WORDS = {
  title: "Two hills",
  language: "en",
  "credits.text": "The sample",
  "credits.pictures": "The sample",
  "licence.name": "CC BY 4.0",
};

let cookie: string;
const get = async (path: string): Promise<string> =>
  (await fetch(house.base + path, { headers: { cookie } })).text();
const status = async (path: string): Promise<number> =>
  (await fetch(house.base + path, { headers: { cookie } })).status;
async function post(
  path: string,
  form: FormValues,
  files: Readonly<Record<string, Buffer>> = {},
  isMultipart = false,
) {
  const named = Object.entries(files);
  const isPlain = named.length === 0 && !isMultipart;
  const body = isPlain ? new URLSearchParams(form) : new FormData();
  if (body instanceof FormData) {
    for (const [name, value] of Object.entries(form)) body.set(name, value);
    for (const [name, bytes] of named)
      body.set(name, new File([new Uint8Array(bytes)], name === "film" ? "film.mp4" : "hill.png"));
  }
  const at = house.base + path;
  const done = await fetch(at, { method: "POST", headers: { cookie }, body, redirect: "manual" });
  return { status: done.status, to: done.headers.get("location") ?? "", text: await done.text() };
}
const atDesk = (media: string) => media.replace("/media/", "/desk/files/");
const problemsIn = (text: string): string[] =>
  [...text.matchAll(/id="([^"]*)-problem">([^<]*)</g)].map(([, at, why]) => `${at}: ${why}`);

test("PB41 PB48 a book is made by the form of content: its licence gets its address, its sentences are found, its pages change places", async () => {
  page = await house.signedIn("editor", "Amina", { script: true });
  const kept = await page.context().cookies();
  cookie = kept.map(({ name, value }) => `${name}=${value}`).join("; ");
  assert.match(await get("/desk/books"), /There are no books yet/);
  const hill = { width: 40, height: 30, channels: 3, background: "#224" } as const;
  const png = await sharp({ create: hill }).png().toBuffer();
  const empty = formIn(await get(`${BOOK}/new`), "base");
  const first = {
    ...empty,
    ...WORDS,
    ...PAGES,
    "pages.0.lines": TEXT.join(" "),
    "pages.0.picture.alt": "A hill at night",
    do: "sentences:pages.0.lines",
  };
  const split = await post(`${BOOK}/new`, first, { "pages.0.picture.file_new": png });
  assert.equal(split.status, 200, problemsIn(split.text).join());
  const found = formIn(split.text, "base");
  assert.equal(found["pages.0.lines"]?.trim(), TEXT.join("\n"));
  assert.match(found["pages.0.picture.file"]!, /^media\/two-hills-/);
  const up = await post(`${BOOK}/new`, { ...found, do: "up:pages.1" });
  const moved = formIn(up.text, "base");
  assert.match(moved["pages.0.lines"]!, /A hill 2/);
  assert.equal(moved["pages.1.picture.alt"]?.trim(), "A hill at night");
  const down = formIn((await post(`${BOOK}/new`, { ...moved, do: "down:pages.0" })).text, "base");
  const { ["licence.name"]: _licence, ...bare } = { ...down, ...PAGES };
  const refused = await post(`${BOOK}/new`, bare);
  assert.equal(refused.status, 422);
  assert.match(problemsIn(refused.text).join(), /licence\.name: Please fill this in/);
  assert.equal(formIn(refused.text, "base")["title"], "Two hills");
  const cover = { "cover.file": found["pages.0.picture.file"]!, "cover.alt": "Two hills" };
  const made = await post(`${BOOK}/new`, { ...down, ...PAGES, ...cover });
  assert.equal(made.to, `${BOOK}/two-hills?done`, problemsIn(made.text).join());
  const stands = formIn(await get(`${BOOK}/two-hills`), "base");
  assert.equal(stands["licence.url"], "https://creativecommons.org/licenses/by/4.0/");
  const own = { "licence.name": "Ask us first", "licence.url": "" };
  const ours = await post(`${BOOK}/two-hills`, { ...stands, ...own });
  assert.equal(ours.to, `${BOOK}/two-hills?done`, problemsIn(ours.text).join());
  const asked = formIn(await get(`${BOOK}/two-hills`), "base");
  assert.deepEqual([asked["licence.name"], asked["licence.url"]], ["Ask us first", ""]);
  const list = await get("/desk/books");
  assert.match(
    list,
    /href="\/desk\/books\/two-hills">Two hills<[^]*English[^]*No sign-language videos yet · changed .* by Amina/,
  );
  const none = { ...formIn(await get(`${BOOK}/new`), "base"), ...WORDS, title: "No pages" };
  assert.match(problemsIn((await post(`${BOOK}/new`, none)).text).join(), /pages: /);
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [
      [`pages.${i}`, "row"],
      [`pages.${i}.lines`, "One."],
    ]).flat(),
  ) as FormValues;
  const long = await post(`${BOOK}/new`, { ...none, ...many });
  assert.match(problemsIn(long.text).join(), /pages: Expected at most 100 pages/);
  assert.equal(formIn(long.text, "base")["pages.499.lines"]?.trim(), "One.");
});

test("PB41 a translation stands beside the original, sentence by sentence", async () => {
  const at = "/desk/books/two-hills/text";
  const form = formIn(await get(`${at}?into=fr`), "into");
  const lines = (n: number) =>
    ["Une colline.", "Une lumière.", "Qui est là ?"].slice(0, n).join("\n");
  const words = { title: "Deux collines", coverAlt: "Deux collines, de nuit" };
  const typed = { ...form, ...words, alt0: "Une colline, la nuit" };
  const all = Object.fromEntries([0, 1, 2, 3].map((i) => [`lines${i}`, lines(3)]));
  const refused = await post(at, { ...typed, ...all, lines2: lines(2) });
  assert.equal(refused.status, 422);
  assert.match(
    problemsIn(refused.text).join(),
    /^lines2: Please write 3 lines, as in the original\. You wrote 2\./,
  );
  assert.equal(formIn(refused.text, "into")["title"], "Deux collines");
  assert.equal((await post(at, { ...typed, ...all })).to, "/desk/books/two-hills?done");
  assert.match(await get("/desk/books/two-hills"), /Deux collines<[^]*by a person/);
  const again = formIn(await get(`${at}?into=fr`), "into");
  assert.equal(again["coverAlt"]?.trim(), "Deux collines, de nuit");
  const late = await post(at, { ...typed, ...all, title: "Les collines" });
  assert.match(late.text, /saved this while you were writing/);
  const both = await Promise.all([1, 2].map(() => post(at, formIn(late.text, "into"))));
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [303, 422],
    "at the same instant",
  );
});

const SIGN = "/desk/books/two-hills/sign";
const begun = { language: "xki", other: "", follows: "en", signer: "Amina Otieno", stated: "yes" };

test("PB44 a signing begins with a film, without its sound, and with a person; a machine’s is refused", async () => {
  const person = formIn(await get("/desk/content/people/new"), "base");
  await post("/desk/content/people/new", { ...person, name: "Amina Otieno" });
  const odd = await post(SIGN, { ...begun, stated: "" }, { film });
  assert.equal(odd.status, 422);
  assert.match(
    problemsIn(odd.text).join(),
    /stated: .*everyone signing in the film is a real person/,
  );
  assert.equal(formIn(odd.text, "stated")["signer"], "Amina Otieno");
  const png = await sharp({ create: { width: 8, height: 6, channels: 3, background: "#224" } })
    .png()
    .toBuffer();
  assert.match(problemsIn((await post(SIGN, begun, { film: png })).text).join(), /^film: /);
  const taken = await post(SIGN, begun, { film });
  assert.equal(taken.to, `${SIGN}/xki`, problemsIn(taken.text).join());
  assert.equal((await post(SIGN, begun, { film })).to, `${SIGN}/xki-x-2`);
  const shown = await get(`${SIGN}/xki`);
  const media = /src="(\/media\/[^"]+)"/.exec(shown)![1]!;
  const at = join(house.folder.dir, "came.mp4");
  const came = await fetch(house.base + atDesk(media), { headers: { cookie } });
  writeFileSync(at, Buffer.from(await came.arrayBuffer()));
  const streams = execFileSync("ffprobe", [
    "-v",
    "error",
    "-show_entries",
    "stream=codec_type",
    "-of",
    "csv=p=0",
    at,
  ]);
  assert.equal(String(streams).trim(), "video");
});

test("PB46 a film comes in pieces before its form and goes on after a cut; without frames it is refused, upright in 4K it is taken", async () => {
  rmSync(join(house.env["CND_DATA"]!, "work"), { recursive: true, force: true }); // as after a start
  let cuts = 0;
  await page.route("**/take-part/story/files/*", async (route) => {
    if (route.request().method() === "PATCH" && cuts++ === 0) await route.abort();
    else await route.continue();
  });
  await page.goto(house.base + SIGN);
  await page.selectOption("[name=language]", "ase");
  await page.fill("[name=signer]", "Amina Otieno");
  await page.check("[name=stated]");
  await page.setInputFiles("#film", { name: "card.mp4", mimeType: "video/mp4", buffer: film });
  await page.getByRole("button", { name: "Upload the film" }).click();
  await page.waitForURL(/\/sign\/ase$/);
  assert.ok(cuts > 1, `${cuts} pieces`);
  await page.unroute("**/take-part/story/files/*");

  const [id, key] = [newSecret(), newSecret()];
  const sent = { "Tus-Resumable": "1.0.0", "Upload-Key": key };
  const files = `${house.base}/take-part/story/files`;
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const about = `id ${base64(id)},what ${base64("sign")}`;
  const length = String(film.length);
  const headers = { ...sent, "Upload-Length": length, "Upload-Metadata": about };
  assert.equal((await fetch(files, { method: "POST", headers })).status, 201);
  const type = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" };
  const body = new Uint8Array(film);
  const came = await fetch(`${files}/${id}`, {
    method: "PATCH",
    headers: { ...sent, ...type },
    body,
  });
  assert.equal(came.status, 204, await came.text());
  const forged = { ...begun, language: "sfs", upload: id, key: newSecret() };
  const stolen = await post(SIGN, forged, {}, true);
  assert.match(problemsIn(stolen.text).join(), /film: Please choose a film/);
  const odd = await post(SIGN, { ...forged, key, follows: "xx" }, {}, true);
  assert.match(problemsIn(odd.text).join(), /^follows: /);
  assert.match(odd.text, /The film is already uploaded/);
  const back = formIn(odd.text, "stated");
  assert.deepEqual([back["upload"], back["key"], back["signer"]], [id, key, "Amina Otieno"]);
  assert.equal((await post(SIGN, { ...back, follows: "en" }, {}, true)).to, `${SIGN}/sfs`);
  const twice = await post(SIGN, { ...back, follows: "en" }, {}, true);
  assert.match(problemsIn(twice.text).join(), /film: /, "it is taken once");

  const at = join(house.folder.dir, "tone.mp4");
  const tone = "-v error -y -f lavfi -i sine=duration=1 -c:a aac".split(" ");
  execFileSync("ffmpeg", [...tone, at]);
  const silent = await post(SIGN, { ...begun, language: "sfs" }, { film: readFileSync(at) });
  assert.equal(silent.status, 422);
  assert.match(problemsIn(silent.text).join(), /^film: /);
  assert.equal(formIn(silent.text, "stated")["language"], "sfs");
  testCard(at, { seconds: 1, rate: 4, width: 2160, height: 3840 });
  const upright = await post(SIGN, { ...begun, language: "bfi" }, { film: readFileSync(at) });
  assert.equal(upright.to, `${SIGN}/bfi`, problemsIn(upright.text).join());
});

test("PB47 the desk takes down who agreed, for a child its guardian; the code takes the signing back", async () => {
  const taken = await post(SIGN, { ...begun, language: "ugn", signer: "Baraka" }, { film });
  assert.equal(taken.to, `${SIGN}/ugn/consents?name=Baraka`, problemsIn(taken.text).join());
  const at = `${SIGN}/ugn/consents`;
  const form = formIn(await get(taken.to), "given");
  assert.deepEqual([form["shown"], form["p0-name"]], ["Baraka", "Baraka"]);
  const asked = { "p0-film": "yes", "p0-web": "yes", "p0-child": "yes", "p0-asked": "Amina" };
  const typed = { ...form, ...asked, "p0-how": "text", "p0-words": "Yes." };
  const odd = await post(at, typed, {}, true);
  assert.match(problemsIn(odd.text).join(), /p0-guardian: /);
  assert.equal(formIn(odd.text, "given")["p0-asked"], "Amina");
  const draft = `${SIGN}/ugn`;
  const marks = formIn(await get(draft), "base");
  const publish = { ...marks, from1: "0:00.200", do: "publish" };
  assert.match((await post(draft, publish)).text, /has not agreed to be seen in a film/);
  const kept = await post(at, { ...typed, "p0-guardian": "His mother" }, {}, true);
  assert.equal(kept.status, 200, problemsIn(kept.text).join());
  const [code = ""] = /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/.exec(kept.text) ?? [];
  assert.match(await get(draft), /Baraka agreed to be seen in a film/);
  assert.doesNotMatch(await get("/desk/books/two-hills"), /Baraka/, "named by nobody before");
  const now = formIn(await get(draft), "base");
  const said = await post(draft, { ...now, from1: "0:00.200", do: "publish" });
  assert.equal(said.to, `${draft}?said=isPublished`, said.text);
  assert.match(await get("/books/two-hills/1?sign=ugn"), /Baraka/);
  const back = await post("/withdraw", { code, sure: "yes" });
  assert.match(back.text, /Withdrawn/);
  for (let i = 0; i < 500 && (await status(draft)) !== 404; i++) await sleep(10);
  assert.equal(await status(draft), 404);
  assert.doesNotMatch(await get("/books/two-hills/1"), /Baraka/);
});

/** Frames at which the twelve sentences begin, and what a hand is off by: up to 80 ms. */
const FRAMES = Array.from({ length: 12 }, (_, i) => 4 + i * 15 + ((i * 7) % 5));
const OFF = FRAMES.map((_, i) => ((i * 37) % 161) - 80);
const written = (frame: number) =>
  `00:${String(Math.floor(frame / RATE)).padStart(2, "0")}.${String((frame * 40) % 1000).padStart(3, "0")}`;
const intended = FRAMES.map(written);
const beginnings = (form: FormValues) => intended.map((_, i) => form[`from${i + 1}`]);

/** The film shows its frame of that second. A browser that draws nothing of a seek is asked again: it may leave one out. */
const seen = (second: number): Promise<void> =>
  page.evaluate(async (at) => {
    const video = document.querySelector<HTMLVideoElement>("#film")!;
    const isShown = () =>
      new Promise<boolean>((done) => {
        setTimeout(() => done(false), 2_000);
        const look = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
          if (Math.abs(mediaTime - at) < 0.041) requestAnimationFrame(() => done(true));
          else video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
      });
    for (let tries = 0; tries < 10; tries++) {
      video.currentTime = tries % 2 === 0 ? at : 0;
      // oxlint-disable-next-line no-await-in-loop -- one seek after the other
      if (await isShown()) return;
    }
    const { currentTime, readyState, networkState, seeking, error } = video;
    const is = { currentTime, readyState, networkState, seeking, error: error?.message };
    throw new Error(`Expected the frame of ${at} s, found ${JSON.stringify(is)}`);
  }, second);

test("PB68 the film of a signing in work plays at the desk, and nobody else has it until something published shows it", async () => {
  await page.goto(`${house.base}${SIGN}/xki`);
  await seen(1.001);
  const media = (await page.getAttribute("#film", "src"))!;
  assert.equal((await page.request.get(house.base + atDesk(media))).status(), 200);
  const answers = () =>
    Promise.all(
      [media, atDesk(media), `/media/${"0".repeat(64)}.mp4`].flatMap((path) =>
        [
          {},
          { Range: "bytes=0-9" },
          { "Save-Data": "on" },
          { "Save-Data": "on", "Sec-Fetch-Site": "same-origin" },
        ].map(async (headers) => {
          const answer = await fetch(house.base + path, { headers });
          return `${answer.status} ${await answer.text()}`;
        }),
      ),
    );
  assert.deepEqual(
    [...new Set(await answers())],
    ["410 Nothing shows this file, or nothing does any more\n"],
  );
  const stranger = await house.person({ script: true });
  await stranger.goto(`${house.base}/books/two-hills`);
  const comes = await stranger.evaluate(
    (at) =>
      new Promise<boolean>((done) => {
        const video = document.createElement("video");
        video.addEventListener("loadedmetadata", () => done(true));
        video.addEventListener("error", () => done(false));
        video.src = at;
      }),
    media,
  );
  assert.equal(comes, false);
  await stranger.context().close();
  const data = house.env["CND_DATA"]!;
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  const told = db.prepare("select document from record where kind = 'story.told/1'").get()!;
  const { say: other } = JSON.parse(String(Buffer.from(told["document"] as Uint8Array))) as {
    readonly say: JsonObject;
  };
  const { people: _, ...shared } = other;
  const file = { media: media.slice("/media/".length), bytes: 1000, name: "media/a.mp4" };
  const body = { ...shared, film: { file, title: "A film" } };
  await say(house.base, sign(ownerOf(data), { kind: "story.told/1", body }));
  for (let i = 0; i < 500 && (await fetch(house.base + media)).status !== 200; i++) await sleep(10);
  assert.equal((await fetch(house.base + media)).status, 200);
});

test("PB43 twelve sentences are marked by keys 80 ms early or late, nudged, and saved to the frame", async () => {
  await page.goto(`${house.base}${SIGN}/xki`);
  await page.locator("#mark").focus();
  for (const [i, frame] of FRAMES.entries()) {
    const time = frame / RATE + 0.001 + OFF[i]! / 1000;
    await seen(Math.max(0.001, time));
    await page.keyboard.press("Space");
    const tapped = await page.inputValue(`#from${i + 1}`);
    const [s = "", ms = ""] = tapped.slice(3).split(".");
    const off = frame - Math.round((Number(s) * 1000 + Number(ms)) / 40);
    assert.ok(Math.abs(off) <= 3, `${tapped} for ${intended[i]}`);
    for (let n = 0; n < Math.abs(off); n++)
      await page.keyboard.press(off > 0 ? "ArrowRight" : "ArrowLeft");
  }
  await click(page.getByRole("button", { name: "Save", exact: true }));
  assert.match(await page.innerText("main"), /Nobody outside the desk can see it yet/);
  assert.deepEqual(beginnings(formIn(await get(`${SIGN}/xki`), "base")), intended);
});

test("PB42 PB43 the same by the form alone; what does not fit comes back as it was typed, with why", async () => {
  const at = `${SIGN}/xki-x-2`;
  const form = formIn(await get(at), "base");
  const rows = Object.fromEntries(intended.map((time, i) => [`from${i + 1}`, time.slice(1)]));
  const bad = { ...form, ...rows, from3: "0:00.200", to5: "soon", do: "save" };
  const refused = await post(at, bad);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /the end must be a time/);
  assert.equal(formIn(refused.text, "base")["from3"], "0:00.200");
  const over = await post(at, { ...form, ...rows, to5: "0:04.500", do: "save" });
  assert.match(over.text, /begins before the line above ends/);
  const back = await post(at, { ...form, ...rows, to5: "0:01", do: "save" });
  assert.match(back.text, /ends before it begins/);
  const strange = await post(at, { ...form, ...rows, s4: "p9s9", do: "save" });
  assert.match(strange.text, /this sentence is not in the book/);
  assert.equal((await post(at, { ...form, rows: "10000", do: "save" })).status, 422);
  const wordy = await post(at, { ...form, ...rows, do: "word" });
  const word = { ...formIn(wordy.text, "base"), w13: "hill", from13: "0:00.400", to13: "0:00.800" };
  assert.equal((await post(at, { ...word, do: "save" })).to, `${at}?said=saved`);
  const saved = formIn(await get(at), "base");
  assert.deepEqual(beginnings(saved), intended);
  assert.deepEqual([saved["w13"], saved["from13"]], ["hill", "00:00.400"]);
  assert.match((await post(at, { ...word, do: "save" })).text, /saved this while you were writing/);
  assert.match(
    (await post(at, { ...saved, do: "publish" })).text,
    /has not agreed to be seen in a film/,
  );
});

test("PB45 anybody offers a signing with consent, the desk takes it up, marks and publishes it; who sent it takes all of it back", async () => {
  const at = "/take-part/signing/two-hills";
  const page1 = await get(at);
  assert.match(page1, /Sign a picture book[^]*only|none of it was computer-generated/);
  assert.equal((await fetch(`${house.base}/take-part/signing/no-such-book`)).status, 404);
  const { id = "", book = "" } = formIn(page1, "book");
  const today = new Date();
  const until = `${today.getUTCFullYear() + 1}-06-01`;
  const told = {
    id,
    book,
    language: "xki",
    naming: "own",
    name: "Wanjiru",
    "p0-film": "yes",
    "p0-web": "yes",
    "p0-in-sign": "yes",
    "p0-languages": "en",
    "p0-until": until,
  };
  const odd = await post("/take-part/story", told, { sign: film });
  assert.equal(odd.status, 422);
  assert.match(odd.text, /everyone signing in the film is a real person/);
  const sent = await post("/take-part/story", { ...told, stated: "yes" }, { sign: film });
  assert.equal(sent.status, 303, problemsIn(sent.text).join());
  const secret = sent.to;
  const queue = await get("/desk/queue");
  const item = /href="(\/desk\/queue\/[a-z0-9]+)[?#"]/.exec(queue)![1]!;
  assert.match(await get(item), /Move the film to the desk to mark its sentences/);
  const taken = await post(`${item}/accept`, {});
  assert.equal(taken.status, 303);
  assert.match(await get("/desk/books/two-hills"), /sign\/xki-x-3"[^]*in progress/);
  const draft = `${SIGN}/xki-x-3`;
  assert.ok((await get(item)).includes(`href="${draft}"`), "from the queue to the film");
  assert.ok((await get(draft)).includes(`href="${item}"`), "and back");
  const form = formIn(await get(draft), "base");
  const published = await post(draft, { ...form, from1: "0:00.200", do: "publish" });
  assert.equal(published.to, `${draft}?said=isPublished`);
  assert.match(await get("/desk/books/two-hills"), /xki-x-3"[^]*Wanjiru · published/);
  const shown = await fetch(`${house.base}/books/two-hills/1?sign=xki-x-3`);
  const open = await shown.text();
  assert.match(open, /Wanjiru/);
  await post(secret, { do: "withdraw", sure: "yes" });
  assert.doesNotMatch(await get("/desk/books/two-hills"), /Wanjiru/);
  assert.doesNotMatch(await (await fetch(shown.url)).text(), /Wanjiru/);
  assert.equal((await fetch(house.base + draft, { headers: { cookie } })).status, 404);
});
