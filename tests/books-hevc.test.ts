/** A film of a newer phone, which browsers do not play, is marked at the desk all the same (features/books/README.md, PB69). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { formIn, type FormValues } from "./form-reader.ts";
import { testCard } from "./test-card.ts";

const RATE = 60; // as phones film; what is made of it has half as many
let page: Page;
let cookie: string;
const films: Record<"hevc" | "h264", Buffer> = {} as never;
const house = deskHouse({ isNew: true }, async ({ folder }) => {
  const at = (name: string) => join(folder.dir, name);
  testCard(at("card.mp4"), { seconds: 4, rate: RATE, width: 320, height: 240, sound: true });
  const hevc = "-c:v libx265 -preset ultrafast -x265-params log-level=error -tag:v hvc1 -c:a copy";
  execFileSync("ffmpeg", [
    ..."-v error -nostdin -y -i".split(" "),
    at("card.mp4"),
    ...hevc.split(" "),
    at("phone.mov"),
  ]);
  films.h264 = readFileSync(at("card.mp4"));
  films.hevc = readFileSync(at("phone.mov"));
});

const get = async (path: string, as = cookie) =>
  fetch(house.base + path, { headers: { cookie: as }, redirect: "manual" });
async function post(path: string, form: FormValues, film?: Buffer) {
  const body = film ? new FormData() : new URLSearchParams(form);
  if (body instanceof FormData) {
    for (const [name, value] of Object.entries(form)) body.set(name, value);
    body.set("film", new File([new Uint8Array(film!)], "phone.mov"));
  }
  const done = await fetch(house.base + path, {
    method: "POST",
    headers: { cookie },
    body,
    redirect: "manual",
  });
  return { to: done.headers.get("location"), text: await done.text() };
}
const SIGN = "/desk/books/hills/sign";
const begun = { language: "xki", other: "", follows: "en", signer: "Amina Otieno", stated: "yes" };
/** What the browser says of the film of a page, once it knows. */
const played = () =>
  page.evaluate(async () => {
    const film = document.querySelector<HTMLVideoElement>("#film")!;
    await new Promise((next) => {
      if (film.readyState >= 2 || film.error) return next(0);
      for (const event of ["loadeddata", "error"]) film.addEventListener(event, next);
    });
    return { error: film.error?.code, width: film.videoWidth, src: film.getAttribute("src")! };
  });

test("PB69 a film in HEVC is marked by a smaller one that is made of it, and says that it is being made until then", async () => {
  page = await house.signedIn("editor", "Amina", { script: true });
  const cookies = await page.context().cookies();
  cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const book = formIn(await (await get("/desk/content/books/new")).text(), "base");
  const made = await post("/desk/content/books/new", {
    ...book,
    title: "Hills",
    language: "en",
    "credits.text": "The sample",
    "credits.pictures": "The sample",
    "licence.name": "CC BY 4.0",
    "pages.0": "row",
    "pages.0.lines": "A hill.\nA light.",
    "pages.0.picture.alt": "",
  });
  assert.equal(
    made.to,
    "/desk/content/books/hills?done",
    [...made.text.matchAll(/id="([^"]*)-problem">([^<]*)</g)].join(),
  );
  const person = formIn(await (await get("/desk/content/people/new")).text(), "base");
  await post("/desk/content/people/new", { ...person, name: "Amina Otieno" });

  const taken = await post(SIGN, begun, films.hevc);
  assert.equal(
    taken.to,
    `${SIGN}/xki`,
    [...taken.text.matchAll(/id="([^"]*)-problem">([^<]*)</g)].join(),
  );
  // Without script: it says what is going on, and a link looks again.
  const plain = await house.person();
  await plain.context().addCookies(cookies);
  await plain.goto(`${house.base}${SIGN}/xki`);
  assert.equal(await plain.locator("video").count(), 0, "what cannot be played is not shown");
  assert.match(
    await plain.locator("main [role=status]").innerText(),
    /We are making a copy that they can all play/,
  );
  assert.ok((await plain.locator("#marks input").count()) > 4, "times can be typed meanwhile");
  for (let i = 0; i < 120 && (await plain.locator("video").count()) === 0; i++) {
    await sleep(500);
    await click(plain.getByRole("link", { name: "Check again" }));
  }

  await page.goto(`${house.base}${SIGN}/xki`);
  const { error, width, src } = await played();
  assert.deepEqual([error, width], [undefined, 320], src);
  assert.equal(await page.locator("#marks").getAttribute("data-rate"), "30000");
  // What was made is for the desk alone, as the film is, and has no sound that nobody agreed to.
  const bytes = Buffer.from(await (await get(src)).arrayBuffer());
  assert.ok(bytes.length > 1000);
  assert.ok(!bytes.includes("mp4a"), "no sound");
  for (const address of [src, src.replace("/desk/files/", "/media/")])
    assert.notEqual((await get(address, "")).status, 200, address);

  // With the film goes what was made of it.
  await post(`${SIGN}/xki`, { do: "drop" });
  for (let i = 0; i < 60 && (await get(src)).status === 200; i++) await sleep(250);
  assert.equal((await get(src)).status, 410);
});

test("PB69 a film that browsers play is marked as it came, at once", async () => {
  const taken = await post(SIGN, { ...begun, language: "sfs" }, films.h264);
  assert.equal(
    taken.to,
    `${SIGN}/sfs`,
    [...taken.text.matchAll(/id="([^"]*)-problem">([^<]*)</g)].join(),
  );
  await page.goto(`${house.base}${SIGN}/sfs`);
  const { error, width } = await played();
  assert.deepEqual([error, width], [undefined, 320]);
  assert.equal(await page.locator("#marks").getAttribute("data-rate"), String(RATE * 1000));
});
