/** Signings that strangers offer, and what is taken back of them (features/books/README.md): by requests as a browser without script sends them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { before } from "node:test";
import { DatabaseSync } from "node:sqlite";
import { serve } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import { formIn, type FormValues } from "./form-reader.ts";
import { testCard } from "./test-card.ts";

let film: Buffer;
/** Of its own: a film that another signing has, too, stays and may be public. */
function filmOf(path: string, seconds: number): Buffer {
  testCard(path, { seconds, rate: 25, width: 160, height: 120, sound: true });
  return readFileSync(path);
}
let cookie: string;
const house = deskHouse({ isNew: true }, async ({ folder }) => {
  film = filmOf(join(folder.dir, "card.mp4"), 4);
});

const get = async (path: string): Promise<string> =>
  (await fetch(house.base + path, { headers: { cookie } })).text();
async function post(path: string, form: FormValues, sign?: Buffer) {
  const body = sign ? new FormData() : new URLSearchParams(form);
  if (sign && body instanceof FormData) {
    for (const [name, value] of Object.entries(form)) body.set(name, value);
    body.set("sign", new File([new Uint8Array(sign)], "film.mp4"));
  }
  const headers = { cookie };
  const done = await fetch(house.base + path, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
  });
  return { status: done.status, to: done.headers.get("location") ?? "", text: await done.text() };
}

const problemsIn = (text: string): string =>
  [...text.matchAll(/id="([^"]*)-problem">([^<]*)</g)].map(([, at, why]) => `${at}: ${why}`).join();

const SIGN = "/desk/books/two-hills/sign";
const NEXT_YEAR = `${new Date().getUTCFullYear() + 1}-06-01`;

/** @returns the secret address, and the path of its draft at the desk */
async function offered(name: string, more: FormValues = {}, sign = film) {
  const { id = "", book = "" } = formIn(await get("/take-part/signing/two-hills"), "book");
  const one = { id, book, language: "xki", naming: "own", name, stated: "yes" };
  const agreed = { "p0-film": "yes", "p0-web": "yes", "p0-in-sign": "yes" };
  const told = { ...one, ...agreed, "p0-until": NEXT_YEAR, ...more };
  const sent = await post("/take-part/story", told, sign);
  assert.equal(sent.status, 303, problemsIn(sent.text));
  const item = /href="(\/desk\/queue\/[a-z0-9]+)[?#"]/.exec(await get("/desk/queue"))![1]!;
  const known = drafts(house.env["CND_DATA"]!);
  assert.equal((await post(`${item}/accept`, {})).status, 303);
  const slug = drafts(house.env["CND_DATA"]!).find((own) => !known.includes(own))!;
  return { secret: sent.to, draft: `${SIGN}/${slug.split("--").at(-1)!}` };
}
const publish = async (draft: string, more: FormValues = {}) =>
  post(draft, { ...formIn(await get(draft), "base"), from1: "0:00.200", do: "publish", ...more });
const mediaIn = (page: string): string => /src="(\/media\/[^"]+)"/.exec(page)![1]!;
const status = async (path: string) =>
  (await fetch(house.base + path, { headers: { cookie }, redirect: "manual" })).status;
const drafts = (data: string): string[] => {
  using db = new DatabaseSync(join(data, "log.sqlite"), { readOnly: true });
  return db
    .prepare("select slug from signing_draft")
    .all()
    .map(({ slug }) => String(slug));
};

before(async () => {
  const page = await house.signedIn("editor", "Amina");
  const kept = await page.context().cookies();
  cookie = kept.map((one) => `${one.name}=${one.value}`).join("; ");
  const at = "/desk/content/books/new";
  const words = {
    title: "Two hills",
    language: "en",
    "credits.text": "The sample",
    "credits.pictures": "The sample",
    "licence.name": "CC BY 4.0",
  };
  const pages = { "pages.0": "row", "pages.0.lines": "A hill.\nA light." };
  await post(at, { ...formIn(await get(at), "base"), ...words, ...pages });
});

test("PB45 who takes back a film that the desk deleted takes nothing of another that has its address now", async () => {
  const first = await offered("Atieno");
  assert.equal(first.draft, `${SIGN}/xki`);
  await post(first.draft, { do: "drop" });
  const second = await offered("Wanjiru");
  assert.equal(second.draft, first.draft);
  assert.equal((await publish(second.draft)).to, `${second.draft}?said=isPublished`);
  assert.doesNotMatch(await get(first.secret), /\/signings\/two-hills/);
  assert.match(await get(second.secret), /\/signings\/two-hills--xki/);
  await post(first.secret, { do: "withdraw", sure: "yes" });
  assert.match(await get("/desk/books/two-hills"), /Wanjiru · published/);
  assert.equal(await status(second.draft), 200);
});

test("PB45 nobody is named for a film that may not be shown with this book", async () => {
  const { draft, secret } = await offered(
    "Mwende",
    { "p0-languages": "fr" },
    filmOf(join(house.folder.dir, "other.mp4"), 3),
  );
  const refused = await publish(draft);
  assert.equal(refused.status, 422);
  assert.match(refused.text, /has not agreed to be seen in a film/);
  assert.doesNotMatch(await get("/desk/content/people"), /Mwende/);
  const media = mediaIn(await get(draft));
  assert.equal(await status(media), 200);
  await post(secret, { do: "withdraw", sure: "yes" });
  assert.equal(await status(draft), 404);
  assert.equal(await status(media), 410);
});

test("PB44 a film of two keeps its sound where both agreed to be heard, and else loses it", async () => {
  const two = { "p0-voice": "yes", "p1-name": "Kerubo", "p1-film": "yes", "p1-web": "yes" };
  const also = {
    "p1-asked": "Naliaka",
    "p1-how": "text",
    "p1-words": "Yes, show it.",
    "p1-in-sign": "yes",
    "p1-languages": "en",
    "p1-until": NEXT_YEAR,
  };
  const sign = filmOf(join(house.folder.dir, "two.mp4"), 2);
  const sounds = async (more: FormValues): Promise<boolean> => {
    const { draft } = await offered("Naliaka", { ...two, ...also, ...more }, sign);
    const media = mediaIn(await get(draft));
    const at = join(house.folder.dir, "came.mp4");
    const came = await fetch(house.base + media, { headers: { cookie } });
    writeFileSync(at, Buffer.from(await came.arrayBuffer()));
    const asked = "-v error -show_entries stream=codec_type -of csv=p=0".split(" ");
    return String(execFileSync("ffprobe", [...asked, at])).includes("audio");
  };
  assert.equal(await sounds({}), false);
  assert.equal(await sounds({ "p1-voice": "yes" }), true);
});

test("PB43 a form with no version, or one that nobody gave, changes nothing and is told", async () => {
  const at = `${SIGN}/xki`;
  for (const base of ["", "x", "1.5", "99999999999999"]) {
    const said = await publish(at, { base, do: "save" });
    assert.equal(said.status, 409, base);
  }
});

test("PB44 PB45 a restore of an older backup does not bring back a film that was taken back in work, and a start leaves nothing that was not made anew yet", async () => {
  const { secret, draft } = await offered("Chebet");
  const slug = `two-hills--${draft.split("/").at(-1)}`;
  const file = join(house.folder.dir, "backup");
  const data = house.env["CND_DATA"]!;
  const erased = drafts(data)[0]!;
  const erasing = `${SIGN}/${erased.split("--")[1]!}`;
  await publish(erasing);
  succeed(["backup", file], house.env);
  assert.ok(drafts(data).includes(slug));
  await post(secret, { do: "withdraw", sure: "yes" });
  assert.ok(!drafts(data).includes(slug));
  for (const deed of ["withdraw", "drop"]) await post(erasing, { do: deed });
  await house.server[Symbol.asyncDispose]();
  rmSync(data, { recursive: true });
  succeed(["restore", file, "--new-log"], house.env);
  assert.ok(drafts(data).length > 0);
  assert.ok(![slug, erased].some((one) => drafts(data).includes(one)));
  mkdirSync(join(data, "work"), { recursive: true });
  writeFileSync(join(data, "work", "silent-1"), film);
  house.server = await serve(house.env);
  assert.ok(!existsSync(join(data, "work")), "what a killed program was working on");
});
