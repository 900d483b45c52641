/** A story in three steps, on a phone without script; and what somebody does who wants them to go wrong (features/contributions/README.md). */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Page } from "playwright-core";
import { hashOf, newSecret } from "../src/platform/private/submissions.ts";
import { axeFinds, violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { click } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { begin, goOnTo, TELL } from "./telling.ts";
import { tooWide } from "./too-wide.ts";

const house = deskHouse();
const phone = (): Promise<Page> => house.person({ width: 360 });
const SEND = "#tell button[type=submit]:not([name])";
const send = (page: Page): Promise<void> => page.click(SEND);
const step = (secret: string, name: string): string => `${TELL}/${name}/${secret}`;
const shown = async (path: string): Promise<string> => (await fetch(house.base + path)).text();
const files = (): string[] => readdirSync(join(house.env["CND_DATA"]!, "uploads"));

async function post(
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(house.base + TELL, { method: "POST", body, redirect: "manual", headers });
}

/** Two screens of a phone, within which everything stands that most need, and the button. */
const TWO_SCREENS = 2 * 780; // px

test("T17 T31 from the front page to the secret address are four pages and one yes, by whoever tells it alone; each step is two screens at most", async () => {
  const page = await phone();
  let pages = 0;
  page.on("load", () => pages++);
  await page.goto(house.base);
  await click(page.locator(`main a[href="${TELL}"]`).first());
  const asked: number[] = [];
  const seen = async () => {
    const ends = await page.$eval(
      SEND,
      (button) => button.getBoundingClientRect().bottom + scrollY,
    );
    assert.ok(ends <= TWO_SCREENS, `${page.url()} ends at ${ends} px`);
    const fields = page.locator("#tell :is(input:not([type=hidden]), select, textarea):visible");
    asked.push(await fields.count());
  };
  await seen();
  await page.fill("#text", "We carry water every morning."); // a voice or a film would do, too
  await goOnTo(page, "name");
  await seen();
  for (const field of await page.locator("#tell [required]").all())
    await field.selectOption({ label: "no name" });
  await page.check("#yes");
  await send(page);
  await page.waitForURL(/\/o\/[\w-]{22}$/);
  assert.equal(pages, 4);
  assert.deepEqual(asked, [1, 5], "the fields that are seen on each step");
  await page.context().close();
});

test("T17 no step is too wide, axe finds nothing on any of them, nor where nothing of it fits", async () => {
  const secret = await begin(house.base, { photo: await noisyPhoto(60) });
  const steps = ["tell", "name", "agree"].map((name) => step(secret, name));
  const page = await house.person({ script: true, width: 360 });
  assert.deepEqual(await axeFinds(page, house.base, [TELL, ...steps]), []);
  for (const [path, wrong] of [
    [steps[0]!, { "#text": "" }],
    [steps[1]!, { "#place": "x".repeat(201), "#contact": "x".repeat(201) }],
    [steps[2]!, { "#p0-name": "x".repeat(201) }],
  ] as const) {
    await page.goto(house.base + path);
    if (path === steps[0]) await click(page.locator("button[name=drop]"));
    await page.locator("#tell[data-ready]").waitFor();
    await page.$$eval("#tell [maxlength]", (all) =>
      all.forEach((one) => one.removeAttribute("maxlength")),
    );
    for (const [id, text] of Object.entries(wrong)) await page.fill(id, text);
    if (path === steps[2]) await page.check("[name=p0-story]");
    await page.$eval("#tell", (form: HTMLFormElement) => (form.noValidate = true));
    await send(page);
    await page.locator("[role=alert]:focus").waitFor();
    assert.ok((await page.locator("#tell [aria-describedby]").count()) > 0, path);
    for (const [width, colorScheme] of [
      [360, "light"],
      [1280, "dark"],
    ] as const) {
      await page.setViewportSize({ width, height: 780 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], `${path} ${width}`);
    }
  }
  await page.context().close();
  const plain = await phone();
  const arabic = steps.map((path) => `/ar${path}`);
  assert.deepEqual(await tooWide(plain, house.base, [...steps, ...arabic]), []);
  await plain.context().close();
});

test("T17 who goes back finds what they wrote; who leaves goes on at the address, on another device too", async () => {
  const page = await phone();
  await page.goto(house.base + TELL);
  await page.fill("#text", "The mast came on a Tuesday.");
  await goOnTo(page, "name");
  const address = await page.locator(".aside a").first().innerText();
  assert.equal(address, page.url());
  assert.match(
    await page.innerText(".aside"),
    /We keep what you have sent so far until \d+ \w+ \d{4}/,
  );
  await page.context().close();

  const other = await phone();
  await other.goto(address);
  await other.selectOption("#naming", "chosen");
  await other.fill("#name", "Amina");
  await goOnTo(other, "agree");
  await click(other.getByRole("link", { name: "1. Tell" }));
  assert.equal(await other.inputValue("#text"), "The mast came on a Tuesday.");
  await other.fill("#text", "The mast came on a Wednesday.");
  await goOnTo(other, "name");
  assert.equal(await other.inputValue("#name"), "Amina");
  await goOnTo(other, "agree");
  for (const name of ["p0-story", "p0-web"]) await other.check(`[name=${name}]`);
  await send(other);
  const main = await other.innerText("main");
  for (const text of ["on a Wednesday", "Amina: the text, until"])
    assert.ok(main.includes(text), `${text} in ${main}`);
  const sent = other.url();
  await other.goto(address);
  assert.equal(other.url(), sent, "a step that was kept as a bookmark leads to what was sent");
  await other.context().close();
});

test("T17 a step that is sent twice, by two tabs, or in the same moment loses nothing and makes nothing twice", async () => {
  const photo = await noisyPhoto(80);
  const before = files().length;
  const secret = await begin(house.base, { photo });
  assert.equal(files().length, before + 2, "a photo, and the words");
  const again = new FormData();
  for (const [name, value] of Object.entries({ id: secret, step: "tell", text: "Once more." }))
    again.set(name, value);
  again.set("photo", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "a.jpg");
  for (let i = 0; i < 2; i++)
    await fetch(house.base + TELL, { method: "POST", body: again, redirect: "manual" });
  assert.equal(files().length, before + 2, "the same photo is not kept again");
  await Promise.all([
    post({ id: secret, step: "tell", text: "From one tab." }),
    post({ id: secret, step: "name", naming: "own", name: "Neema" }),
    post({ id: secret, step: "name", naming: "own", name: "Neema" }),
  ]);
  assert.match(await shown(step(secret, "tell")), /From one tab\./);
  assert.match(await shown(step(secret, "name")), /value="Neema"/);
  const last = { id: secret, step: "agree", contact: "at the mill" };
  const sent = await Promise.all([post(last), post(last), post(last)]);
  for (const answer of [
    ...sent,
    await post(last),
    await post({ ...last, step: "tell", text: "x" }),
  ])
    assert.equal(answer.headers.get("location"), `/o/${secret}`);
  const own = await shown(`/o/${secret}`);
  assert.equal(own.match(/received, /g)?.length, 1);
  assert.match(own, /From one tab\./);
  assert.equal(
    files().length,
    before + 1,
    "the words are with the desk now, and no draft of them is left",
  );
});

test("T17 what is sent before its turn is kept, and what is missing is asked for on its own step", async () => {
  const id = newSecret();
  const agree = { id, step: "agree", "p0-story": "yes", "p0-web": "yes", "p0-name": "Zawadi" };
  const first = await post({ ...agree, "p0-until": "2099-01-01" });
  assert.equal(first.headers.get("location"), `${step(id, "tell")}?look=yes`);
  assert.match(await shown(`${step(id, "tell")}?look=yes`), /Write what happened/);
  assert.doesNotMatch(await shown(step(id, "tell")), /Write what happened/);
  const tell = await post({ id, step: "tell", text: "At last." });
  assert.equal(tell.headers.get("location"), step(id, "name"));
  const wrong = await post({ id, step: "name", naming: "own", name: "", title: "A wrong title" });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /value="A wrong title"/);
  assert.doesNotMatch(
    await shown(step(id, "name")),
    /A wrong title/,
    "what does not fit changes nothing",
  );
  await post({ id, step: "name", naming: "none" });
  assert.match(await shown(step(id, "agree")), /value="Zawadi"/);
  const sent = await post({ ...agree, "p0-until": "2099-01-01" });
  assert.equal(sent.headers.get("location"), `/o/${id}`);
  assert.match(await shown(`/o/${id}`), /Zawadi: the text, until/);
});

test("T17 whoever tells it alone is asked once for a name, and a helper once for how the person agreed; a child needs a guardian", async () => {
  const told = async (name: object, agree: object): Promise<Response> => {
    const id = await begin(house.base);
    await post({ id, step: "name", ...name });
    return post({
      id,
      step: "agree",
      "p0-story": "yes",
      "p0-web": "yes",
      "p0-until": "2099-01-01",
      ...agree,
    });
  };
  const alone = await told({ naming: "own", name: "Neema" }, {});
  assert.match(await shown(alone.headers.get("location")!), /Neema: the text, until/);
  const helper = { naming: "none", helperName: "Joseph", helperHow: "text", helperWords: "Yes." };
  const helped = await told(helper, { "p0-name": "Mama K." });
  assert.match(await shown(helped.headers.get("location")!), /Mama K\.: the text, until/);
  const child = await told({ naming: "own", name: "Zuri" }, { "p0-child": "yes" });
  assert.equal(child.status, 422);
  const problems = await child.text();
  for (const id of ["p0-guardian", "p0-asked", "p0-how"])
    assert.ok(problems.includes(`id="${id}-problem"`), id);
});

test("T17 a file is taken out without script, and nobody is said to be in another one then", async () => {
  const id = await begin(house.base, { photo: await noisyPhoto(70) });
  const page = await phone();
  await page.goto(house.base + step(id, "tell"));
  await page.setInputFiles("#photo", [
    { name: "b.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await noisyPhoto(90)) },
  ]);
  await goOnTo(page, "name");
  const said = { "p0-name": "Neema", "p0-photo": "yes", "p0-web": "yes", "p0-in-photo1": "yes" };
  await post({ id, step: "agree", ...said, "p0-until": "2099-01-01" });
  const ticked = async () =>
    [...(await shown(step(id, "agree"))).matchAll(/name="p0-([\w-]+)" value="yes" checked/g)]
      .map(([, name]) => name)
      .join(" ");
  assert.equal(await ticked(), "photo web in-photo1");

  const [, first] = /name="drop" value="([\w-]{22})"/.exec(await shown(step(id, "tell")))!;
  await post({ id: await begin(house.base), step: "tell", text: "Mine.", drop: first! });
  assert.ok((await shown(step(id, "tell"))).includes(first!), "it is another’s story");
  await page.goto(house.base + step(id, "tell"));
  await click(page.getByRole("button", { name: "Remove photo 1" }));
  assert.equal(new URL(page.url()).pathname, step(id, "tell"));
  assert.equal(await page.locator("button[name=drop]").count(), 1);
  assert.equal(await page.inputValue("#text"), "We carry water.");
  assert.equal(await ticked(), "photo web", "the first photo is another one now");
  await page.context().close();
});

test("T17 bug: a page that was opened before a photo was changed for another agreed to that other one, which it had never shown", async () => {
  const secret = await begin(house.base, { photo: await noisyPhoto(60) });
  await post({ id: secret, step: "name", naming: "none" });
  const page = await phone();
  await page.goto(house.base + step(secret, "agree"));
  const other = await phone();
  await other.goto(house.base + step(secret, "tell"));
  await other.fill("#text", "Other words.");
  await send(other);
  await other.waitForURL(/name/);
  await page.check("[name=p0-story]");
  await page.check("[name=p0-web]");
  await page.check("[name=p0-in-photo1]");
  await page.fill("[name=p0-name]", "Nia");
  await send(page);
  await page.waitForURL(/agree.*changed/);
  assert.match(await page.innerText("main"), /have changed since you opened this page/);
  assert.equal(await page.isChecked("[name=p0-in-photo1]"), false);
  assert.equal(await page.inputValue("[name=p0-name]"), "Nia", "the rest of it is kept");
  await send(page);
  await page.waitForURL(/\/o\//);
  await page.context().close();
  await other.context().close();
});

test("T17 bug: a page opened for no name agreed to a name that came after it; and one that came back for another reason forgot what it had shown", async () => {
  const secret = await begin(house.base, { photo: await noisyPhoto(60) });
  await post({ id: secret, step: "name", naming: "none" });
  const opened = await shown(step(secret, "agree"));
  const [, seen = ""] = /name="seen" value="(\w+)"/.exec(opened)!;
  await post({ id: secret, step: "name", naming: "own", name: "Nia of the hill" });
  const agree = { id: secret, step: "agree", seen, "p0-story": "yes", "p0-web": "yes" };
  const missing = await post({ ...agree, uploads: newSecret() });
  assert.equal(missing.status, 409);
  assert.match(await missing.text(), new RegExp(`name="seen" value="${seen}"`));
  const sent = await post(agree);
  assert.match(sent.headers.get("location")!, /agree.*changed/);
});

test("T17 bug: a photo that was on its way was counted as the first, and a tick meant another one when it was sent", async () => {
  const secret = newSecret();
  const announced = await fetch(`${house.base}${TELL}/files`, {
    method: "POST",
    headers: {
      "Tus-Resumable": "1.0.0",
      "Upload-Key": secret,
      "Upload-Length": "5000",
      "Upload-Metadata": `id ${btoa(newSecret())},what ${btoa("photo")}`,
    },
  });
  assert.equal(announced.status, 201);
  const form = new FormData();
  for (const [name, value] of Object.entries({ id: secret, step: "tell", text: "Water." }))
    form.set(name, value);
  form.set(
    "photo",
    new Blob([new Uint8Array(await noisyPhoto(60))], { type: "image/jpeg" }),
    "b.jpg",
  );
  await fetch(house.base + TELL, { method: "POST", body: form, redirect: "manual" });
  await post({ id: secret, step: "name", naming: "none" });
  const page = await shown(step(secret, "agree"));
  assert.match(page, /name="p0-in-photo1"/);
  assert.doesNotMatch(page, /name="p0-in-photo2"/);
});

test("T17 bug: a photo that was taken out while others were on their way was sent all the same", async () => {
  const page = await house.person({ script: true, width: 360 });
  await page.goto(house.base + TELL);
  await page.locator("#tell[data-ready]").waitFor();
  await page.fill("#text", "We carry water.");
  const photo = async (name: string, seed: number) => ({
    name,
    mimeType: "image/jpeg",
    buffer: Buffer.from(await noisyPhoto(seed)),
  });
  await page.setInputFiles("#photo", [await photo("a.jpg", 60), await photo("b.jpg", 90)]);
  await page.locator("#pieces li").nth(1).waitFor();
  const { promise: removed, resolve: go } = Promise.withResolvers<void>();
  await page.route("**/files/*", async (route) => {
    await removed;
    await route.continue();
  });
  await send(page);
  await page.locator("#pieces li").nth(1).getByRole("button", { name: "Remove" }).click();
  await page.locator("#pieces li").nth(1).waitFor({ state: "detached" });
  go();
  await page.waitForURL(/\/name\//);
  const secret = page.url().split("/").at(-1)!;
  assert.equal((await shown(step(secret, "tell"))).match(/name="drop"/g)?.length, 1);
  await page.context().close();
});

test("T17 T2 with script the device leads back to where a story goes on, and takes away nothing that the server has", async () => {
  const id = newSecret();
  const agree = { "p0-name": "Amina", "p0-story": "yes", "p0-web": "yes" };
  await post({ id, step: "agree", ...agree, "p0-until": "2099-01-01" });
  const page = await house.person({ script: true, width: 360 });
  const ready = () => page.locator("#tell[data-ready]").waitFor();
  await page.goto(house.base + step(id, "tell"));
  await ready();
  await page.fill("#text", "With script.");
  await goOnTo(page, "name");
  await ready();
  await page.selectOption("#naming", "none");
  await goOnTo(page, "agree");
  await ready();
  assert.ok(await page.isChecked("[name=p0-web]"));
  await page.goto(house.base + TELL);
  await ready();
  assert.equal(await page.inputValue("#text"), "", "another one can begin on the same phone");
  await click(page.getByRole("link", { name: "Continue the story" }));
  assert.equal(new URL(page.url()).pathname, step(id, "agree"));
  await page.context().close();
});

test("T17 WB10 where a browser says nothing but the origin, as over plain http, it is one story all the same, and is deleted", async () => {
  const browser = await openBrowser("--host-resolver-rules=MAP village.test 127.0.0.1");
  try {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`http://village.test:${new URL(house.base).port}${TELL}`);
    await page.fill("#text", "We carry water.");
    await goOnTo(page, "name");
    const [, secret] = /\/name\/(.+)$/.exec(page.url())!;
    await page.selectOption("#naming", "none");
    await goOnTo(page, "agree");
    assert.equal(new URL(page.url()).pathname, step(secret!, "agree"));
    await click(page.getByRole("button", { name: "Delete my story now" }));
    assert.equal((await fetch(house.base + step(secret!, "agree"))).status, 404);
  } finally {
    await browser.close();
  }
});

test("T17 Enter in a field goes on, and takes no file out", async () => {
  const page = await phone();
  await page.goto(house.base + step(await begin(house.base), "name"));
  await page.selectOption("#naming", "none");
  for (const [id, text] of Object.entries({ helperName: "Joseph", helperWords: "Yes." }))
    await page.locator(`#${id}`).evaluate((one, value) => {
      (one as HTMLInputElement).value = value;
    }, text);
  await page.locator("#helperHow").evaluate((one) => {
    (one as HTMLSelectElement).value = "signed form";
  });
  await page.setInputFiles("#proof", [
    { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from(await noisyPhoto(60)) },
  ]);
  await goOnTo(page, "agree");
  await click(page.getByRole("link", { name: "2. Name" }));
  await page.focus("#place");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/agree\//);
  await click(page.getByRole("link", { name: "2. Name" }));
  assert.equal(await page.locator("button[name=drop]").count(), 1);
  await page.context().close();
});

test("T17 who does not want to send it deletes it at once, words and files", async () => {
  const before = files();
  const secret = await begin(house.base, { photo: await noisyPhoto(50) });
  const page = await phone();
  await page.goto(house.base + step(secret, "name"));
  await click(page.getByRole("button", { name: "Delete my story now" }));
  assert.equal(new URL(page.url()).pathname, TELL);
  assert.equal((await fetch(house.base + step(secret, "name"))).status, 404);
  assert.deepEqual(files(), before);
  await page.context().close();
});

test("T17 WB10 the id of a form is never one that another site chose, and an address that leads nowhere says so", async () => {
  const id = newSecret();
  const site = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const taken = await post({ id, step: "tell", text: "Mine." }, site);
  const to = taken.headers.get("location")!;
  assert.match(to, /\/name\/[\w-]{22}$/);
  assert.ok(!to.includes(id));
  for (const secret of [id, "x", `${id}/..`, ""]) {
    const answer = await fetch(house.base + step(secret, "name"));
    assert.equal(answer.status, 404, secret);
  }
  const lost = await fetch(house.base + step(id, "name"));
  assert.equal(lost.headers.get("cache-control"), "no-store");
  const page = await lost.text();
  assert.match(page, /deleted after 7 days/);
  assert.ok(!page.includes(id), "who begins anew there has another id");
  const begun = await fetch(house.base + to);
  assert.equal(begun.headers.get("referrer-policy"), "same-origin", "no other site learns it");
  assert.equal(begun.headers.get("x-robots-tag"), "noindex");
  assert.match(await begun.text(), /Not your story/);
});

test("T17 what does not reach the desk takes none of the forms that a network may send it", async () => {
  const from = { "X-Forwarded-For": "10.78.0.1" };
  const id = newSecret();
  for (let i = 0; i < 21; i++)
    assert.equal((await post({ id, step: "agree" }, from)).status, 303, String(i));
  await post({ id, step: "tell", text: "At last." }, from);
  await post({ id, step: "name", naming: "none" }, from);
  const sent = await post({ id, step: "agree" }, from);
  assert.equal(sent.headers.get("location"), `/o/${id}`);
});

test("T17 all of it at once, under the address of a story that was begun: it comes back on one page, with no address that leads nowhere", async () => {
  const id = await begin(house.base);
  const back = await post({ id, text: "All of it.", naming: "" });
  assert.equal(back.status, 422);
  assert.doesNotMatch(await back.text(), /\/undefined\//);
});

test("T17 each network may send so many steps in an hour, and what was typed then comes back", async () => {
  const id = newSecret();
  const from = { "X-Forwarded-For": "10.77.0.1" };
  const tell = { id, step: "tell", text: "Again and <again>." };
  let answer = await post(tell, from);
  for (let i = 0; answer.status === 303 && i < 400; i++) answer = await post(tell, from);
  assert.equal(answer.status, 429);
  assert.match(await answer.text(), /Again and &lt;again&gt;\./);
  assert.equal((await post({ ...tell, id: newSecret() })).status, 303, "others go on");
});

/** A page with the yes on it, and what a browser would send with it. */
async function yesOn(
  secret: string,
): Promise<{ sentence: string; fields: Record<string, string> }> {
  const page = await shown(step(secret, "name"));
  const hidden = (name: string) =>
    new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1];
  const [, sentence = ""] = /name="yes" value="yes"\/> ([^<]*)</.exec(page) ?? [];
  const [seen, until] = [hidden("seen"), hidden("until")];
  assert.ok(seen && until, page.slice(page.indexOf("<form")));
  return { sentence, fields: { id: secret, step: "name", yes: "yes", seen, until } };
}
const consentsOf = (secret: string): Promise<object> =>
  submissionOf(secret).then(({ people }) => people);
async function submissionOf(secret: string): Promise<{ people: object; programme?: string }> {
  using db = new DatabaseSync(join(house.env["CND_DATA"]!, "log.sqlite"), { readOnly: true });
  const row = db.prepare("select about from submission where secret_hash = ?").get(hashOf(secret));
  return JSON.parse(row!["about"] as string);
}

test("T31 one yes records what its sentence lists and nothing more, in the teller’s own words", async () => {
  const secret = await begin(house.base, { photo: await noisyPhoto(60) });
  const { sentence, fields } = await yesOn(secret);
  for (const part of [
    "my words and my photos in the language I used:",
    "on this site",
    "in print",
    "the only person who can be recognised",
  ])
    assert.ok(sentence.includes(part), `${part} in ${sentence}`);
  assert.doesNotMatch(sentence, /film|voice/, "nothing of the kind was sent");
  const sent = await post({ ...fields, naming: "own", name: "Neema", contact: "at the mill" });
  assert.equal(sent.headers.get("location"), `/o/${secret}`);
  const [one, ...more] = (await consentsOf(secret)) as (Record<string, unknown> & { files: [] })[];
  assert.deepEqual(more, []);
  const { files: seenIn, ...said } = one!;
  assert.equal(seenIn.length, 1);
  assert.deepEqual(said, {
    n: 0,
    name: "Neema",
    purposes: ["story", "photo"],
    channels: ["web", "feed", "print", "fediverse", "mail"],
    languages: [],
    until: fields["until"],
    asked: "Neema",
    how: "text",
    words: sentence,
  });
  const nameless = await begin(house.base);
  const unnamed = await yesOn(nameless);
  await post({ ...unnamed.fields, naming: "none" });
  const [nobody] = (await consentsOf(nameless)) as { purposes: string[] }[];
  assert.deepEqual(nobody!.purposes, ["story"]);
});

test("T31 without the yes, with a helper, or with others in it, each is asked for one by one; and a yes is not kept", async () => {
  const refused = async (more: Record<string, string>): Promise<void> => {
    const secret = await begin(house.base);
    const { fields } = await yesOn(secret);
    const sent = await post({ ...fields, naming: "none", ...more });
    assert.equal(sent.headers.get("location"), step(secret, "agree"), JSON.stringify(more));
    assert.doesNotMatch(await shown(step(secret, "name")), /name="yes" value="yes" checked/);
    assert.doesNotMatch(await shown(step(secret, "agree")), / checked/);
  };
  await refused({ yes: "" });
  await refused({ helperName: "Joseph", helperHow: "text", helperWords: "Yes." });
  await refused({ until: "2099-01-01" });
  await refused({ until: "2001-01-01" });
  const others = await begin(house.base);
  const { fields } = await yesOn(others);
  await post({
    id: others,
    step: "agree",
    "p1-name": "Nia",
    "p1-story": "yes",
    "p1-web": "yes",
    "p1-until": "2099-01-01",
    "p1-asked": "Ana",
    "p1-how": "text",
    "p1-words": "Yes.",
  });
  await post({ ...fields, naming: "none" });
  assert.doesNotMatch(await shown(step(others, "name")), /name="yes"/, "somebody else is in it");
  assert.match(await shown(step(others, "agree")), /value="Nia"/);
});

test("T31 a yes is to the words that its page showed: to others it is asked for anew", async () => {
  const secret = await begin(house.base);
  const { fields } = await yesOn(secret);
  await post({ id: secret, step: "tell", text: "Other words." });
  const sent = await post({ ...fields, naming: "own", name: "Neema" });
  assert.equal(sent.headers.get("location"), `${step(secret, "name")}?changed=yes`);
  const page = await shown(`${step(secret, "name")}?changed=yes`);
  assert.match(page, /have changed since you opened this page/);
  assert.match(page, /value="Neema"/);
  assert.doesNotMatch(page, /name="yes" value="yes" checked/);
});

test("T32 S35 a story’s button hands its place and its programme to the form", async () => {
  const list = await shown("/stories");
  const stories = [
    ...new Set([...list.matchAll(/href="(\/stories\/[a-z0-9-]+)"/g)].map(([, to]) => to!)),
  ];
  let handed: string | undefined;
  for (const story of stories)
    handed ??= /href="(\/take-part\/story\?place=[^"]*programme=[^"]*)"/.exec(
      await shown(story),
    )?.[1];
  assert.ok(handed, `one of ${stories.length} stories has a place, a programme, and this button`);
  const page = await phone();
  await page.goto(house.base + handed.replaceAll("&amp;", "&"));
  assert.match(await page.innerText("main"), /Your story is for this programme:/);
  await page.fill("#text", "Here, too.");
  await goOnTo(page, "name");
  const place = await page.inputValue("#place");
  assert.ok(place.length > 2, place);
  await page.selectOption("#naming", "none");
  await page.check("#yes");
  await send(page);
  await page.waitForURL(/\/o\//);
  assert.ok((await page.innerText("main")).includes(place));
  const programme = new URL(house.base + handed.replaceAll("&amp;", "&")).searchParams.get(
    "programme",
  );
  assert.equal((await submissionOf(page.url().split("/").at(-1)!)).programme, programme);
  await page.context().close();
});
