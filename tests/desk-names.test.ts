/** What a story names, by its name (features/editor/README.md). */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import type { Page } from "playwright-core";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";
import { draftFields, draftFile } from "./draft-file.ts";

const house = deskHouse();

const fileOf = (url: string): string => draftFile(house.env["CND_DATA"]!, url);
const fieldsOf = (url: string) => draftFields(house.env["CND_DATA"]!, url);

/** A draft over a story that stands, or with a title. */
async function draftOf(page: Page, form: Readonly<Record<string, string>>): Promise<void> {
  const made = await page.request.post(`${house.base}/desk/stories`, { form });
  await page.goto(made.url());
}

async function unfold(page: Page): Promise<void> {
  const shut = page.locator("form#draft > details:not([open]) > summary");
  while ((await shut.count()) > 0) await shut.first().click();
}

test("W26 W2 every story of the first campaign is sent back by its form as it was, and shows names", async () => {
  const page = await house.signedIn("editor", "Amina", { script: true });
  const slugs = readdirSync("campaign/stories").flatMap((name) =>
    name.split(".").length === 2 ? name.slice(0, -3) : [],
  );
  assert.ok(slugs.length > 5);
  let named = 0;
  for (const slug of slugs) {
    const made = await page.request.post(`${house.base}/desk/stories`, { form: { slug } });
    const form = await page.evaluate(
      (html) => {
        const parsed = new DOMParser().parseFromString(html, "text/html");
        return [...new FormData(parsed.querySelector<HTMLFormElement>("form#draft")!)] as [
          string,
          string,
        ][];
      },
      await made.text(),
    );
    for (const [name, value] of form.filter(([one]) => /^\w+\.\d+$/.test(one))) {
      if (value === "") continue;
      named += 1;
      assert.doesNotMatch(value, /^[a-z0-9]+(-[a-z0-9]+)+$/, `${slug}: ${name}`);
    }
    // Something is typed, so that it is a new version.
    const changed = form.map(([name, value]) => [name, name === "title" ? `${value}!` : value]);
    const answer = await page.request.post(made.url(), { form: Object.fromEntries(changed) });
    assert.equal(answer.status(), 200, slug);
    const told = readFileSync(`campaign/stories/${slug}.md`, "utf8");
    const [, title] = form.find(([name]) => name === "title")!;
    assert.equal(
      fileOf(made.url()).replace(`${title}!`, () => title),
      told,
      slug,
    );
  }
  assert.ok(named > slugs.length, String(named));
});

test("W26 a name that is not known is kept and leads to where it is added; of several that could be meant one is chosen", async () => {
  const page = await house.signedIn("editor", "Maria");
  await draftOf(page, { title: "Who is it" });
  await unfold(page);
  const fill = (name: string, text: string) => page.fill(`[name="${name}"]`, text);
  await fill("people.0", "Nobody, known");
  await fill("places.0", "josé DE la quintana");
  await fill("partners.0", "Wireless");
  await fill("partners.1", "Huawei");
  await fill("authors.1", "campaign-desk");
  await page.check('[name="topics.economy"]');
  await page.check('[name="topics.connectivity"]');
  await page.selectOption("#language", { label: "Bemba" });
  await press(page, "Save");
  const text = fileOf(page.url());
  assert.match(text, /^people: \["Nobody, known"\]$/m);
  assert.match(text, /^places: \[quintana\w*\]$|^places: \[[a-z-]+\]$/m);
  assert.match(text, /^partners: \[Wireless, huawei\]$/m);
  assert.match(text, /^topics: \[connectivity, economy\]$/m);
  assert.match(text, /^language: bem$/m);
  assert.match(
    await page.innerText("#findings"),
    /People in the story: Nobody, known is not listed here yet/,
  );
  assert.equal(await page.inputValue('[name="people.0"]'), "Nobody, known");
  const add = page.locator("#people").getByRole("link", { name: "Add it" });
  const [, back] = /\/desk\/stories\/(\w+)/.exec(page.url())!;
  assert.equal(
    await add.getAttribute("href"),
    `/desk/content/people/new?name=Nobody%2C+known&back=${back}`,
    "the name goes along, and the way leads back",
  );
  const { pathname } = new URL(page.url());
  assert.deepEqual(await axeFinds(page, house.base, [pathname]), []);

  await page.locator("#partners").getByLabel("Nepal Wireless").check();
  await press(page, "Save");
  assert.match(fileOf(page.url()), /^partners: \[nepal-wireless, huawei\]$/m);
  assert.equal(await page.inputValue('[name="partners.0"]'), "Nepal Wireless");
  await fill("partners.0", "");
  await press(page, "Save");
  assert.match(fileOf(page.url()), /^partners: \[huawei\]$/m);
});

test("W27 a source is filled in field by field, and taken out by emptying them; what cannot be read stays as it was typed", async () => {
  const page = await house.signedIn("editor", "Li");
  await draftOf(page, { title: "Where it is from" });
  await unfold(page);
  const fill = (name: string, text: string) => page.fill(`[name="sources.${name}"]`, text);
  await fill("0.title", 'A page: "so", and #1');
  await fill("0.url", "https://page.example/a");
  await fill("1.title", "Half typed");
  await press(page, "Save");
  const first = { title: 'A page: "so", and #1', url: "https://page.example/a" };
  assert.deepEqual(fieldsOf(page.url())["sources"], [first, { title: "Half typed" }]);
  assert.equal(await page.inputValue('[name="sources.1.title"]'), "Half typed");
  assert.match(await page.innerText("#findings"), /Sources: /);
  await unfold(page);
  await fill("1.title", "");
  await press(page, "Save");
  assert.deepEqual(fieldsOf(page.url())["sources"], [first]);

  const odd = "- { title: A page, url: https://a.example\n- next";
  const base = await page.inputValue("[name=base]");
  await page.request.post(page.url(), { form: { base, title: "Where it is from", sources: odd } });
  await page.goto(page.url());
  assert.equal(await page.inputValue("textarea[name=sources]"), odd);
});

test("W42 a question is asked, dated and answered field by field; what does not fit is said at its field, what else the file says stays", async () => {
  const page = await house.signedIn("editor", "Ruth");
  await draftOf(page, { title: "What is open" });
  await unfold(page);
  const at = (name: string) => page.locator(`[name="questions.${name}"]`);
  await at("0.ask").fill("Was the tower built?");
  await at("0.again").fill("2027-03-01");
  await at("1.ask").fill("Who paid: them?");
  await at("1.again").fill("soon");
  await at("1.settled.on").fill("2026-11-24");
  await at("1.settled.source").fill("https://page.example/a");
  await press(page, "Save");
  const tower = { ask: "Was the tower built?", again: "2027-03-01" };
  const settled = { on: "2026-11-24", source: "https://page.example/a" };
  const paid = { ask: "Who paid: them?", again: "soon", settled };
  assert.deepEqual(fieldsOf(page.url())["questions"], [tower, paid]);
  const wrong = page.locator("[name^='questions.'][aria-invalid=true]");
  const names = await wrong.evaluateAll((all) => all.map((one) => one.getAttribute("name")));
  assert.deepEqual(names, ["questions.1.again", "questions.1.settled.answer"]);
  assert.equal(await at("1.again").inputValue(), "soon");
  for (const [name, said] of [
    ["1.again", /^Question 2, Date of our next check, .*: Expected/i],
    ["1.settled.answer", /^Question 2, The answer: still missing/],
  ] as const) {
    assert.ok(await at(name).isVisible(), "its group is open");
    const id = await at(name).getAttribute("aria-describedby");
    assert.match(await page.innerText(`[id="${id}"]`), said);
  }
  const { pathname } = new URL(page.url());
  assert.deepEqual(await axeFinds(page, house.base, [pathname]), []);
  await at("1.again").fill("2027-01-01");
  await at("1.settled.answer").fill("The village did.");
  await press(page, "Save");
  const whole = {
    ...paid,
    again: "2027-01-01",
    settled: { ...settled, answer: "The village did." },
  };
  assert.deepEqual(fieldsOf(page.url())["questions"], [tower, whole]);
  assert.doesNotMatch(await page.innerText("#findings"), /Question/);
  await unfold(page);
  for (const name of ["ask", "again"]) await at(`0.${name}`).fill("");
  await press(page, "Save");
  assert.deepEqual(fieldsOf(page.url())["questions"], [whole]);

  const title = "What is open";
  const post = async (questions: string) => {
    const base = await page.inputValue("[name=base]");
    await page.request.post(page.url(), { form: { base, title, questions } });
    await page.goto(page.url());
  };
  await post('- { ask: Why?, by: Li, settled: { on: "2026-11-24", note: Mine } }');
  const before = fieldsOf(page.url())["questions"];
  await press(page, "Save");
  assert.deepEqual(fieldsOf(page.url())["questions"], before);
  const more = { ask: "Why?", settled: { on: "2026-11-24", note: "Mine" }, by: "Li" };
  assert.deepEqual(before, [more]);
  const odd = "- { ask: Why?\n- next";
  await post(odd);
  assert.equal(await page.inputValue("textarea[name=questions]"), odd);
});

test("W28 W2 pictures, film and sign film have fields: no name, path or tag is typed; a picture is put into the text and taken out of it", async () => {
  const page = await house.signedIn("editor", "Esi");
  await draftOf(page, { title: "What the photo shows" });
  const at = new URL(page.url()).href;
  const post = async (form: Readonly<Record<string, string>>) => {
    await page.goto(at);
    const base = await page.inputValue("[name=base]");
    const title = "What the photo shows";
    await page.request.post(at, { form: { base, title, ...form }, maxRedirects: 0 });
    await page.goto(at);
    return draftFields(house.env["CND_DATA"]!, at);
  };
  // As a draft of an earlier form was sent.
  const [well, mast] = ["well", "mast"].map((name) => `media/what-${name}.avif`);
  const old = await post({
    pictures: `- { name: well, file: ${well}, alt: A well, credit: R., formerly: [/2019/a.jpg] }\n- { name: mast, file: ${mast} }`,
    film: "link: https://films.example/1\ntitle: A film\nminutes: 4.5",
    markdown: "One.\n\n![A well](picture:well)\n\nTwo.",
  });
  assert.equal((old["pictures"] as readonly unknown[]).length, 2);
  assert.match(
    await page.innerText("#findings"),
    /Pictures in the text: Picture 2, What the photo shows: still/,
  );
  await unfold(page);
  assert.equal(await page.inputValue('[name="film.minutes"]'), "4.5");
  await page.fill('[name="pictures.0.alt"]', 'A "well", #1: deep');
  await page.fill('[name="pictures.1.alt"]', "A mast");
  await page.check('[name="pictures.1.put"]');
  await page.fill('[name="film.minutes"]', "1,250");
  await press(page, "Save");
  const now = draftFields(house.env["CND_DATA"]!, at);
  assert.deepEqual(now["pictures"], [
    {
      name: "well",
      file: well,
      alt: 'A "well", #1: deep',
      credit: "R.",
      formerly: ["/2019/a.jpg"],
    },
    { name: "mast", file: mast, alt: "A mast" },
  ]);
  assert.deepEqual(now["film"], {
    link: "https://films.example/1",
    title: "A film",
    minutes: 1250,
  });
  const text = () => page.inputValue("[name=markdown]");
  assert.equal(
    (await text()).trim(),
    "One.\n\n![A well](picture:well)\n\nTwo.\n\n![A mast](picture:mast)",
  );
  await unfold(page);
  assert.match(await page.innerText("#pictures"), /!\[A mast\]\(picture:mast\)/);
  await page.check('[name="pictures.0.out"]');
  await page.check('[name="film.out"]');
  await click(page.locator("#pictures button[value=picture]"));
  assert.match(page.url(), /\/photos\?as=picture$/);
  await page.goto(at);
  const left = draftFields(house.env["CND_DATA"]!, at);
  assert.deepEqual(left["pictures"], [{ name: "mast", file: mast, alt: "A mast" }]);
  assert.equal(left["film"], undefined);
  assert.equal((await text()).trim(), "One.\n\nTwo.\n\n![A mast](picture:mast)");

  await post({ pictures: "- { name: well, file: [", sign: "file: media/s.mp4" });
  assert.equal(await page.inputValue("textarea[name=pictures]"), "- { name: well, file: [");
  await unfold(page);
  await page.fill('[name="sign.language"]', "zambian sign language");
  await press(page, "Save");
  const signed = { file: "media/s.mp4", language: "zsl" };
  assert.match(fileOf(at), /^sign: \{ file: media\/s\.mp4, language: zsl \}$/m);
  assert.deepEqual(draftFields(house.env["CND_DATA"]!, at)["sign"], signed);
});
