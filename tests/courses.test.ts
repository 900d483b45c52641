/** Courses as they are read and tried (features/courses/README.md): without a script, and with one that asks for nothing. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Answer } from "../src/features/courses/api.ts";
import { exercisesOf } from "../src/features/courses/exercises/parse.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { queryOf } from "./exercise-fields.ts";
import { courseCampaign } from "./campaigns.ts";
import { tooWide } from "./too-wide.ts";

const COURSE = "/courses/a-link-over-the-hill";
const LESSONS = [
  "what-a-link-needs",
  "reading-a-profile",
  "room-around-the-line",
  "power-for-a-night",
  "what-it-costs-a-person",
  "who-keeps-the-key",
];
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;

before(async () => {
  await courseCampaign(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const text = async (path: string): Promise<string> => {
  const answer = await fetch(server.base + path);
  assert.equal(answer.status, 200, path);
  return answer.text();
};
const verdict = (html: string, id: string): string =>
  new RegExp(`id="${id}".*?class="verdict"[^>]*>(.*?)</div>`, "s")
    .exec(html)![1]!
    .replaceAll(/<[^>]+>/g, "")
    .trim();
/** What the server says to these fields of an exercise. */
const tried = async (lesson: number, id: string, fields: string): Promise<string> =>
  verdict(await text(`${COURSE}/${LESSONS[lesson - 1]}/answer?exercise=${id}&${fields}`), id);

test("CU5 a course leads from its list through each lesson to the end", async () => {
  assert.match(
    await text("/courses"),
    /href="\/courses\/a-link-over-the-hill">A link over the hill/,
  );
  let path = /class="button" href="([^"]+)"/.exec(await text(COURSE))?.[1];
  const seen: string[] = [];
  while (path) {
    const html = await text(path);
    seen.push(path);
    path = /href="([^"]+)" rel="next"/.exec(html)?.[1];
    if (!path) assert.match(html, /That was the last lesson/);
  }
  assert.deepEqual(
    seen,
    LESSONS.map((name) => `${COURSE}/${name}`),
  );
  assert.equal((await fetch(`${server.base}${COURSE}/nothing`)).status, 404);
});

test("CU22 a course and the programme that it belongs to lead to each other", async () => {
  assert.match(await text(COURSE), /href="\/programmes\/digitruck">Skills on wheels<\/a>/);
  const programme = await text("/programmes/digitruck");
  assert.match(programme, /href="\/courses\/a-link-over-the-hill">A link over the hill/);
  assert.match(programme, /href="\/courses">/);
  assert.match(await text(`/ar${COURSE}`), /href="\/ar\/programmes\/digitruck"/);
});

test("CU5 a course and its lessons are in the sitemap, each with its languages", async () => {
  const map = await text("/sitemap.xml");
  for (const path of [COURSE, `${COURSE}/${LESSONS[0]}`])
    for (const lang of ["", "/ar"])
      assert.match(map, new RegExp(`<loc>[^<]*${lang}${path}</loc><xhtml:link [^>]*hreflang="en"`));
});

test("CU21 a course is found by its name, and by the title of a lesson", async () => {
  for (const asked of ["link over the hill", "reading a profile"])
    assert.match(
      await text(`/search?q=${encodeURIComponent(asked)}`),
      /href="\/courses\/a-link-over-the-hill"/,
      asked,
    );
});

test("CU6 a lesson weighs at most 14,000 bytes with its style, and nothing comes with it but its script", async () => {
  for (const name of LESSONS) {
    const answer = await fetch(`${server.base}${COURSE}/${name}`, {
      headers: { "Accept-Encoding": "br" },
    });
    const html = await answer.text();
    const bytes = Number(answer.headers.get("content-length"));
    assert.ok(bytes > 1000 && bytes <= 14_000, `${name}: ${bytes}`);
    const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, src]) => src!);
    assert.deepEqual(scripts.length, 1, name);
    const script = Buffer.from(await (await fetch(server.base + scripts[0])).arrayBuffer());
    assert.ok(bytes + script.length <= 30_000, `${name}: ${bytes} and ${script.length}`);
    assert.doesNotMatch(html, /<img|<video/);
  }
});

test("CU7 every kind of exercise is answered without a script, judged, and kept nowhere", async () => {
  const at = (name: string) =>
    exercisesOf(readFileSync(`campaign/courses/a-link-over-the-hill/${name}.md`, "utf8"));
  const [, twice] = at("01-what-a-link-needs");
  assert.equal(twice?.sort, "choice");
  const three = at("03-room-around-the-line");
  const fields = (id: string, answer: Answer) => {
    const one = [...at("01-what-a-link-needs"), ...three].find((of) => of.id === id)!;
    return queryOf(one, answer);
  };
  assert.match(await tried(1, "twice-as-far", fields("twice-as-far", [0])), /^Right\./);
  assert.match(
    await tried(1, "twice-as-far", fields("twice-as-far", [1])),
    /^Not yet\. Each time the distance doubles/,
  );
  assert.match(await tried(1, "three-things", fields("three-things", [0, 2])), /^Right\./);
  assert.match(await tried(1, "three-things", fields("three-things", [0])), /^Not yet\./);
  assert.match(await tried(1, "twenty-kilometres", "a=138,4"), /^Right\. Yes\. Doubling/);
  assert.match(await tried(1, "words-of-a-link", fields("words-of-a-link", [0, 1, 2])), /^Right\./);
  assert.match(await tried(3, "trees-grow", "a=0.6&a=Year"), /^Right\./);
  assert.match(
    await tried(3, "over-the-hill", fields("over-the-hill", [0, 1, 2, 3, 4])),
    /^Right\./,
  );
  assert.match(await tried(3, "over-the-hill", "o0=0&o1=0&o2=2&o3=3&o4=4"), /^Give an answer/);
  assert.match(await tried(5, "money-words", "a=0&a=1&a=2"), /^Right\./);
  for (const nothing of ["", "o=", "o=9", "o=0&o=1", "o=x", "o=%00%F0%9F%92%A9", "a=0"])
    assert.match(await tried(1, "twice-as-far", nothing), /^Give an answer first/);
  const answered = await fetch(
    `${server.base}${COURSE}/${LESSONS[0]}/answer?exercise=twice-as-far&o=0`,
  );
  assert.equal(answered.headers.get("referrer-policy"), "no-referrer");
  assert.match(answered.headers.get("cache-control") ?? "", /no-store/);
  const strange = `${server.base}${COURSE}/${LESSONS[0]}/answer?exercise=none&a=0`;
  assert.equal((await fetch(strange)).status, 404);
});

test("CU7 a browser without style shows each answer on a line of its own", async () => {
  for (const name of LESSONS)
    assert.doesNotMatch(await text(`${COURSE}/${name}`), /<\/label>\s*<label/, name);
});

test("CU24 two switches, Tab and Enter, choose, tick and put in order, and never send what is not done", async () => {
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${server.base}${COURSE}/${LESSONS[0]}`);
  /** By these two keys alone, from where the page begins. */
  const to = async (what: string) => {
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press("Tab");
      if (await page.locator(`${what}:focus`).count()) return;
    }
    assert.fail(`Tab does not come to ${what}`);
  };
  const enter = () => page.keyboard.press("Enter");
  const told = (id: string) => page.locator(`#${id} .verdict`).textContent();
  await to("#three-things input[type=checkbox]");
  await enter();
  assert.equal(await page.locator("#three-things :checked").count(), 1);
  assert.equal((await told("three-things"))!.trim(), "", "nothing is sent");
  const right = page.locator("#twice-as-far label", { hasText: "6 dB" }).locator("input");
  await to("#twice-as-far input[type=radio]");
  for (let i = 0; i < 4 && !(await right.isChecked()); i++) await enter();
  await to("#twice-as-far button");
  await enter();
  assert.match((await told("twice-as-far"))!, /Right/);
  for (const { is, at } of [
    { is: "antenna", at: 0 },
    { is: "decibel", at: 1 },
    { is: "battery", at: 2 },
  ]) {
    const list = page.locator("#words-of-a-link select").nth(at);
    await to("#words-of-a-link select");
    const chosen = () =>
      list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.textContent.trim());
    for (let i = 0; i < 5 && (await chosen()) !== is; i++) await enter();
  }
  await to("#words-of-a-link button");
  await enter();
  assert.match((await told("words-of-a-link"))!, /Right/);
  await context.close();
});

test("CU8 with its script a lesson judges without a link, by keys, and is in order on a phone and in Arabic", async () => {
  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(`${server.base}${COURSE}/${LESSONS[0]}`);
  await context.setOffline(true);
  const form = page.locator("#twice-as-far");
  await form.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(await form.getByRole("status").innerText(), /^(?:✓ )?(?:Right|Not yet)\./);
  await context.setOffline(false);
  const paths = [
    `${COURSE}/${LESSONS[2]}`,
    `/ar${COURSE}/${LESSONS[0]}`,
    COURSE,
    "/courses",
    "/programmes/digitruck",
  ];
  assert.deepEqual(await tooWide(page, server.base, paths), []);
  for (const path of paths) {
    await page.goto(server.base + path);
    assert.deepEqual(await violations(page), [], path);
  }
  await context.close();
});
