/** Everybody's rights: asked for without an account, kept in a register, and an objection that hides at once (features/rights). */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newSecret } from "../src/platform/private/submissions.ts";
import { askRights } from "../src/features/rights/private.ts";
import { serve } from "../tools/program.ts";
import { axeFinds, tooWide } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { noisyPhoto } from "./noisy-photo.ts";
import { ownerOf, say, sign } from "./saying.ts";

const house = deskHouse({ isNew: true });
const data = () => house.env["CND_DATA"]!;

async function told(kind: string, body: object, space: string, slug: string): Promise<string> {
  const key = ownerOf(data());
  const record = sign(key, { kind, body: body as JsonObject });
  const bound = sign(key, { kind: "slug.bound/1", subject: record.id, body: { space, slug } });
  await say(house.base, record, bound);
  return record.id;
}
const consent = {
  purposes: ["story", "photo"],
  channels: ["web", "feed"],
  languages: ["en"],
  until: "2099-01-01",
  method: "text",
  given: "2026-01-01",
};

/** Somebody with a photo, in a story of their own; and a story that says the name and links nobody. */
async function somebody(name: string, slug = name.toLowerCase().replaceAll(" ", "-")) {
  const path = join(house.folder.dir, `${slug}.jpg`);
  writeFileSync(path, await noisyPhoto(340));
  const file = await openMedia(dataPaths(data()).media).put(path);
  const photo = { file: { ...file, name: `media/${slug}.jpg` }, alt: "A portrait" };
  const person = await told("person.named/1", { name, consent, photo }, "people", slug);
  const { people, ...story } = {
    title: `The well of ${name}`,
    summary: "…",
    language: "en",
    category: "Water",
    published: "2026-01-01",
    authors: ["f".repeat(64)],
    people: [person],
    markdown: "In words.",
  };
  await told("story.told/1", { ...story, people }, "stories", `well-${slug}`);
  const other = { ...story, title: "A road", markdown: `Built with ${name}.` };
  await told("story.told/1", other, "stories", `road-${slug}`);
  return { slug, person, media: `/media/${file.media}`, story: `/stories/well-${slug}` };
}

const status = async (path: string) => (await fetch(house.base + path)).status;
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  fetch(house.base + path, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers: { Origin: house.base },
  });
const object = (slug: string, more: Readonly<Record<string, string>> = {}) =>
  post("/rights/ask", {
    what: "object",
    as: "self",
    place: `/authors/${slug}`,
    id: newSecret(),
    ...more,
  });
const read = async (path: string) => (await fetch(house.base + path)).text();

test("RI1 RI2 three pages lead from any footer to a receipt, on a narrow phone without script; they hold before axe", async () => {
  const page = await house.person({ width: 360 });
  await page.goto(`${house.base}/stories`);
  await click(page.getByRole("link", { name: "Your rights" }));
  assert.equal(new URL(page.url()).pathname, "/rights");
  assert.equal(await tooWide(page), 0);
  assert.match(
    await page.locator("main").innerText(),
    /Nobody is named .* within 30 days|due within 30 days/s,
  );
  await click(page.getByRole("link", { name: "See what we hold about you" }));
  assert.equal(await page.locator("#what").inputValue(), "see");
  await page.locator("#name").fill("Nobody Known");
  await press(page, "Send the request");
  assert.match(new URL(page.url()).pathname, /^\/rights\/[\w-]{22}$/);
  assert.equal(await tooWide(page), 0);
  const text = await page.locator("main").innerText();
  assert.match(text, /We have your request/);
  assert.match(text, /Reference\s+[0-9a-f]{8}/);
  assert.match(text, /Nobody Known/);
  const found = await axeFinds(page, house.base, [
    "/rights",
    "/rights/ask?for=object",
    new URL(page.url()).pathname,
  ]);
  assert.deepEqual(found, []);
  await page.locator("#sure, [name=sure]").check();
  await press(page, "Withdraw it");
  assert.doesNotMatch(await page.locator("main").innerText(), /Nobody Known/);
});

test("RI2 what does not fit comes back as typed and keeps nothing; pressed twice it is one request", async () => {
  const id = "A".repeat(22);
  const bad = await post("/rights/ask", { what: "see", as: "self", words: "Kept typed", id });
  assert.equal(bad.status, 422);
  const html = await bad.text();
  assert.match(html, /Kept typed/);
  assert.match(html, /aria-invalid/);
  assert.equal(await status(`/rights/${id}`), 404);
  const good = { what: "see", as: "self", name: "Twice", id };
  for (let i = 0; i < 2; i++)
    assert.equal((await post("/rights/ask", good)).headers.get("location"), `/rights/${id}`);
  const foreign = await fetch(`${house.base}/rights/ask`, {
    method: "POST",
    body: new URLSearchParams({ ...good, id: `B${id.slice(1)}` }),
    redirect: "manual",
    headers: { Origin: "https://evil.example" },
  });
  assert.notEqual(foreign.headers.get("location"), `/rights/B${id.slice(1)}`);
});

test("RI3 a code that is none of ours keeps nothing and tells nothing, and nobody guesses for long", async () => {
  const guess = (place: string) =>
    post("/rights/ask", { what: "see", as: "self", name: "Guesser", place });
  const wrong = await guess("2AC 4DEF 7GH");
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /This code does not belong to a card/);
  const secret = await guess(`${house.base}/o/${"A".repeat(22)}`);
  assert.equal(secret.status, 422);
  let last = 422;
  for (let i = 0; i < 40 && last !== 429; i++) last = (await guess("2AC 4DEF 7GH")).status;
  assert.equal(last, 429);
});

const owner = async () => house.signedIn("owner", `Owner ${(n += 1)}`);
let n = 0;
const open = async (page: Page, of: string) => {
  const id = /Reference<\/dt><dd[^>]*>([0-9a-f]{8})/.exec(await read(of))![1]!;
  await page.goto(`${house.base}/desk/rights/${id}`);
  return id;
};

test("RI4 RI5 RI8 an objection hides page, story, photo, feed and search at once; the desk shows again in one press with a reason, or takes out for good", async () => {
  const { slug, media, story } = await somebody("Zuhra Quellman");
  const places = [`/authors/${slug}`, story, media];
  const lists = ["/stories", "/feed.xml", "/feed.json", "/sitemap.xml", "/search?q=Zuhra"];
  const naming = async () => {
    const all = await Promise.all(lists.map(async (one) => [one, await read(one)] as const));
    return all.filter(([, text]) => text.includes(`well-${slug}`)).map(([one]) => one);
  };
  assert.deepEqual(await Promise.all(places.map(status)), [200, 200, 200]);
  assert.deepEqual(await naming(), lists);
  const began = performance.now();
  const receipt = (await object(slug)).headers.get("location")!;
  assert.deepEqual(
    await Promise.all(places.map(status)).then((all) => all.map((one) => one >= 400)),
    [true, true, true],
  );
  assert.deepEqual(await naming(), []);
  assert.ok(performance.now() - began < 5000);
  assert.match(await read(receipt), /hidden now/);

  const desk = await owner();
  await desk.goto(`${house.base}/desk`);
  assert.match(await desk.locator("main").innerText(), /hidden by an objection/);
  await open(desk, receipt);
  assert.match(await desk.locator("#naming").locator("..").innerText(), /A road/);
  assert.deepEqual(
    await axeFinds(desk, house.base, ["/desk/rights", new URL(desk.url()).pathname]),
    [],
  );
  await desk.locator("#release").fill("Our reason to show it.");
  await press(desk, "Show again");
  assert.deepEqual(await Promise.all(places.map(status)), [200, 200, 200]);
  assert.deepEqual(await naming(), lists);
  assert.match(await read(receipt), /Our reason to show it\./);

  // soon after a dismissal another one waits for a person, and says so
  const second = (await object(slug)).headers.get("location")!;
  assert.equal(await status(`/authors/${slug}`), 200);
  assert.match(await read(second), /Nothing is hidden yet/);
  await open(desk, second);
  await press(desk, "Hide now");
  assert.notEqual(await status(`/authors/${slug}`), 200);
  await desk.locator("#uphold").fill("You are right.");
  await desk.locator("[name=sure]").check();
  await press(desk, "Remove for good");
  assert.deepEqual(
    await Promise.all(places.map(status)).then((all) => all.map((one) => one >= 400)),
    [true, true, true],
  );
  assert.match(await read(second), /You are right\./);
});

test("RI4 an objection for somebody else, or about nobody who can be told, hides nobody before a person looks", async () => {
  const one = await somebody("Yusra Ondiek");
  for (const more of [{ as: "other" }, { place: "", name: "Somebody in a photo" }, { id: "" }]) {
    const sent = (await object(one.slug, more)).headers.get("location")!;
    assert.match(await read(sent), /Nothing is hidden yet/);
  }
  assert.equal(await status(`/authors/${one.slug}`), 200);
  const byName = await object("", { place: "", name: "yusra ondiek" });
  assert.match(await read(byName.headers.get("location")!), /hidden now/);
});

test("RI11 a form about what others said names nobody who is hidden, and what was typed stays as it was typed", async () => {
  const { slug } = await somebody("Rahel Bekele");
  const { people: _, ...story } = {
    title: "A bridge of Rahel Bekele",
    summary: "…",
    language: "en",
    category: "Water",
    published: "2026-01-01",
    authors: ["f".repeat(64)],
    people: [],
    markdown: "In words.",
  };
  await told("story.told/1", story, "stories", "bridge");
  assert.match(await read("/stories/bridge/comment"), /A bridge of Rahel Bekele/);
  const receipt = (await object(slug, { name: "Rahel Bekele" })).headers.get("location")!;
  const form = await read("/stories/bridge/comment");
  assert.match(form, /A bridge of \[…\]/);
  assert.doesNotMatch(form, /Rahel/);
  const back = await (
    await post("/rights/ask", { what: "", as: "self", name: "Rahel Bekele", words: "Rahel Bekele" })
  ).text();
  assert.match(back, /<input[^>]*value="Rahel Bekele"/);
  assert.match(back, /<textarea[^>]*>Rahel Bekele/);
  assert.match(await read(receipt), /Rahel Bekele/, "whoever asked reads what they wrote");
  await post(receipt, { do: "withdraw", sure: "yes", words: "" });
});

test("PE13 RI8 who bears the name of somebody who objected stands as before, and the desk is told; once nobody does, the name is said nowhere", async () => {
  const one = await somebody("Inés Quiroga", "ines-01");
  const other = await somebody("INÉS  QUIROGA Paz", "ines-02");
  const lists = ["/stories", "/feed.json", "/search?q=Quiroga"];
  const says = async (path: string) =>
    /In[ée]s\s+Quiroga/i.test((await read(path)).replaceAll(/<\/?mark>/g, ""));
  const saying = async (paths: readonly string[]) => {
    const all = await Promise.all(paths.map(async (path) => ((await says(path)) ? [path] : [])));
    return all.flat();
  };
  const written = { title: "A path", markdown: "Dug by Inés Quiroga." };
  await told("page.written/1", written, "pages", "a-path");
  const naming = ["/pages/a-path", "/stories/road-ines-01", ...lists];
  const others = ["/authors/ines-02", other.story, ...naming];
  assert.deepEqual(await saying(others), others);
  const receipt = (await object(one.slug)).headers.get("location")!;
  assert.deepEqual(await saying(others), others, "hers is another person's name");
  for (const path of ["/authors/ines-01", one.story, one.media])
    assert.ok((await status(path)) >= 400, path);
  for (const path of lists) assert.doesNotMatch(await read(path), /well-ines-01|authors\/ines-01/);
  const desk = await owner();
  await open(desk, receipt);
  const shown = () => desk.locator("#naming").locator("..").innerText();
  assert.match(await shown(), /Someone else shown here has the same name/);
  const edited = { kind: "person.edited/1", subject: other.person, body: { name: "Paz", consent } };
  await say(house.base, sign(ownerOf(data()), edited));
  assert.deepEqual(await saying(naming), []);
  await desk.reload();
  assert.doesNotMatch(await shown(), /Somebody else/);
  await post(receipt, { do: "withdraw", sure: "yes", words: "" });
});

test("RI10 where no mail server is named, the form promises no mail", async () => {
  const form = await read("/rights/ask");
  assert.match(form, /Optional\. You can read the answer/);
  assert.doesNotMatch(form, /one email/);
});

test("RI5 whoever objected takes it back, and the person is shown again", async () => {
  const { slug } = await somebody("Wanda Isse");
  const receipt = (await object(slug)).headers.get("location")!;
  assert.notEqual(await status(`/authors/${slug}`), 200);
  await post(receipt, { do: "withdraw", sure: "yes", words: "" });
  assert.equal(await status(`/authors/${slug}`), 200);
});

test("RI7 the desk asks back and whoever asked answers, in turn; RI9 owners alone see the register", async () => {
  const sent = await post("/rights/ask", { what: "erase", as: "self", name: "Ask Back" });
  const receipt = sent.headers.get("location")!;
  assert.equal((await post(receipt, { do: "answer", words: "x", sure: "" })).status, 409);
  const desk = await owner();
  const id = await open(desk, receipt);
  await desk.locator("#ask").fill("Which card was it?");
  await press(desk, "Ask");
  assert.match(await read(receipt), /Which card was it\?/);
  await post(receipt, { do: "answer", words: "The blue one.", sure: "" });
  await desk.reload();
  assert.match(await desk.locator("main").innerText(), /The blue one\./);
  await desk.locator("#extend").fill("Two teachers have to look.");
  await press(desk, "Extend");
  assert.match(await read(receipt), /Two teachers have to look\./);
  await desk.locator("#answer").fill("It is erased.");
  await press(desk, "Answer and close");
  assert.match(await read(receipt), /It is erased\./);
  for (const role of ["editor", "moderator", "contributor"] as const) {
    const page = await house.signedIn(role, `A ${role}`);
    for (const path of ["/desk/rights", `/desk/rights/${id}`]) {
      const answer = await page.goto(house.base + path);
      assert.equal(answer!.status(), 403, role);
      assert.doesNotMatch(await page.content(), /It is erased/);
    }
  }
});

test("RI4 one network hides five people at most before somebody has looked; each that is let go makes room", async () => {
  const receipts: string[] = []; // one of them stands hidden since an earlier test
  for (const name of ["Ama One", "Bea Two", "Cyd Three", "Dov Four", "Eli Five"])
    receipts.push((await object((await somebody(name)).slug)).headers.get("location")!);
  const said = await Promise.all(receipts.map(read));
  assert.deepEqual(
    said.map((text) => /hidden now/.test(text)),
    [true, true, true, true, false],
  );
  await post(receipts[0]!, { do: "withdraw", sure: "yes", words: "" });
  const next = (await object((await somebody("Fay Six")).slug)).headers.get("location")!;
  assert.match(await read(next), /hidden now/);
});

test("RI4 RI9 from many networks six people are hidden before anybody has looked; the next ones wait, and the desk is warned", async () => {
  const from = async (network: string, slug: string) => {
    const asked = { what: "object", as: "self", place: `/authors/${slug}`, id: newSecret() };
    const sent = await fetch(`${house.base}/rights/ask`, {
      method: "POST",
      body: new URLSearchParams(asked),
      redirect: "manual",
      headers: { Origin: house.base, "X-Forwarded-For": network },
    });
    return sent.headers.get("location")!;
  };
  const receipts: string[] = []; // five are hidden since earlier tests
  for (const [i, name] of ["Gus Seven", "Hal Eight", "Ida Nine"].entries())
    receipts.push(await from(`198.51.100.${i + 1}`, (await somebody(name)).slug));
  const said = await Promise.all(receipts.map(read));
  assert.deepEqual(
    said.map((text) => /hidden now/.test(text)),
    [true, false, false],
  );
  assert.match(said[2]!, /Nothing is hidden yet/);
  const desk = await owner();
  await desk.goto(`${house.base}/desk`);
  assert.match(
    await desk.locator("main").innerText(),
    /objections to check before anyone is hidden/,
  );
  await post(receipts[0]!, { do: "withdraw", sure: "yes", words: "" });
});

test("RI6 what a stop kept from being said is said at the next start", async () => {
  const { slug, person } = await somebody("Vesna Tilahun");
  {
    using control = await openControl(dataPaths(data()).socket);
    await askRights(control.private).add({
      secret: newSecret(),
      what: "object",
      came: "2026-01-01",
      due: "2026-01-31",
      about: "{}",
      person,
      hold: "held",
    });
  }
  assert.equal(await status(`/authors/${slug}`), 200);
  await house.server[Symbol.asyncDispose]();
  house.server = await serve(house.env);
  for (let i = 0; i < 100 && (await status(`/authors/${slug}`)) === 200; i++)
    await new Promise((done) => setTimeout(done, 50));
  assert.notEqual(await status(`/authors/${slug}`), 200);
});

test("RI13 where a flood takes all places, whoever is refused reads that, and how else to reach those who answer", async () => {
  const from = (network: string) =>
    fetch(`${house.base}/rights/ask`, {
      method: "POST",
      body: new URLSearchParams({ what: "see", as: "self", name: "Flood", id: newSecret() }),
      redirect: "manual",
      headers: { Origin: house.base, "X-Forwarded-For": network },
    });
  let last = await from("203.0.113.9");
  for (let i = 0; i < 700 && last.status === 303; i++)
    last = await from(`198.${18 + Math.floor(i / 250)}.${i % 250}.1`);
  assert.equal(last.status, 503);
  const html = await last.text();
  assert.match(html, /We have received too many requests, so yours was not saved/);
  assert.match(html, /contact the people who run this site in any other way/);
  assert.doesNotMatch(html, /from your network/);
});
