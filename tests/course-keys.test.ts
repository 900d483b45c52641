/** Every sort of exercise by keys alone (features/courses/README.md): without a script, by two switches with it, and from right to left. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Page } from "playwright-core";
import { exercisesOf } from "../src/features/courses/exercises/parse.ts";
import { gapsOf, SORTS, type Exercise } from "../src/features/courses/exercises/form.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { fieldsOf } from "./exercise-fields.ts";

/** @param words of a language, in this order */
const lessonOf = (words: readonly string[]): string => {
  const next = words.values();
  const one = () => next.next().value!;
  const answers = (right: readonly boolean[]) =>
    right.map((is) => `  - { text: ${one()}${is ? ", right: true" : ""} }`).join("\n");
  return [
    `id: choice\nchoice: ${one()}\nanswers:\n${answers([false, true, false])}`,
    `id: several\nseveral: ${one()}\nanswers:\n${answers([true, false, true])}`,
    `id: gap\ngap: "${one()} [${one()}] ${one()} [${one()}]."`,
    `id: order\norder: ${one()}\nitems:\n  - ${one()}\n  - ${one()}\n  - ${one()}`,
    `id: match\nmatch: ${one()}\npairs:\n  - { of: ${one()}, is: ${one()} }\n  - { of: ${one()}, is: ${one()} }`,
    `id: number\nnumber: ${one()}\nanswer: 6\ntolerance: 0.1\nunit: dB`,
    `id: cards\ncards: ${one()}\nsides:\n  - { front: ${one()}, back: ${one()} }\n  - { front: ${one()}, back: ${one()} }`,
    `id: task\ntask: ${one()}\nshown: ${one()}`,
  ]
    .map((exercise) => `\`\`\`exercise\n${exercise}\nwrong: ${words.at(-1)}\n\`\`\``)
    .join("\n\n");
};
const LESSONS = {
  en: lessonOf(
    "What carries a call?|A rope|A radio|A lamp|What does it need?|Power|A road|Sight|Trees|grow|over the|line|In which order?|Look|Measure|Build|What is it?|It counts what is lost|decibel|It lasts the night|battery|How many dB?|Turn each.|Once|It is built.|Each month|It is paid.|Put the mast up.|It stands.|Read it again.".split(
      "|",
    ),
  ),
  ar: lessonOf(
    "ما الذي يحمل مكالمة؟|حبل|راديو|مصباح|إلى ماذا يحتاج؟|كهرباء|طريق|رؤية|الأشجار|تنمو|فوق|الخط|بأي ترتيب؟|انظر|قس|ابنِ|ما هو؟|يعدّ ما يضيع|ديسيبل|يدوم الليل|بطارية|كم ديسيبل؟|اقلب كل بطاقة.|مرة واحدة|يُبنى.|كل شهر|يُدفع.|ارفع السارية.|إنها واقفة.|أعد القراءة.".split(
      "|",
    ),
  ),
};
type Lang = keyof typeof LESSONS;
const PATH = "/courses/eight/one";
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  const made = cnd(["init", campaign, "--yes"], env);
  assert.equal(made.code, 0, made.err);
  const settings = join(campaign, "campaign.yaml");
  const inTwo = readFileSync(settings, "utf8").replace(/^languages: .*$/m, "languages: [en, ar]");
  writeFileSync(settings, inTwo);
  mkdirSync(join(campaign, "courses", "eight"), { recursive: true });
  const at = (...path: string[]) => join(campaign, "courses", ...path);
  const about =
    "title: Eight\nsummary: Each sort once.\nlanguage: en\nhours: 1\nlicence: { name: CC BY 4.0 }";
  writeFileSync(at("eight.md"), `---\n${about}\n---\nEight.\n`);
  writeFileSync(
    at("eight.ar.md"),
    "---\ntitle: ثمانية\nsummary: كل نوع مرة.\nstate: machine\n---\nثمانية.\n",
  );
  writeFileSync(at("eight", "01-one.md"), `---\ntitle: One\n---\n${LESSONS.en}\n`);
  writeFileSync(at("eight", "01-one.ar.md"), `---\ntitle: واحد\n---\n${LESSONS.ar}\n`);
  const imported = cnd(["import", campaign], env);
  assert.equal(imported.code, 0, imported.err);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const found = (lang: Lang) => exercisesOf(LESSONS[lang]);

/** By Tab alone, from where the page or the last key left off. */
async function to(page: Page, what: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    if (await page.locator(`${what}:focus`).count()) return;
  }
  assert.fail(`Tab does not come to ${what}`);
}
const isFocused = (page: Page, what: string, n: number) =>
  page
    .locator(what)
    .nth(n)
    .evaluate((one) => one === document.activeElement);

/** The value of the field of the answer that a course has at this place. */
const placeOf = (one: Exercise, at: number): string => fieldsOf(one, [at])[0]![1];

/** The keys that answer an exercise rightly; the mouse is nowhere. @param isSwitched by Tab and Enter alone, but for what is typed */
async function answer(page: Page, one: Exercise, isSwitched: boolean): Promise<void> {
  const { id } = one;
  const press = (key: string) => page.keyboard.press(key);
  const inputs = `#${id} input:not([type=hidden])`;
  const lists = `#${id} select`;
  /** Each in its turn, as Tab comes to it. */
  const each = async (what: string, work: (n: number) => Promise<void>) => {
    const count = await page.locator(what).count();
    assert.ok(count > 0);
    await to(page, what);
    for (let n = 0; n < count; n++) {
      while (!(await isFocused(page, what, n))) await press("Tab");
      await work(n);
    }
  };
  const tick = isSwitched ? "Enter" : "Space";
  if (id === "choice") {
    await to(page, inputs);
    const right = page.locator(`${inputs}[value="${placeOf(one, 1)}"]`);
    if (!isSwitched) await press("Space");
    for (let i = 0; i < 4 && !(await right.isChecked()); i++)
      await press(isSwitched ? "Enter" : "ArrowDown");
  } else if (id === "several")
    await each(inputs, async (n) => {
      if ((await page.locator(inputs).nth(n).inputValue()) !== placeOf(one, 1)) await press(tick);
    });
  else if (id === "cards") await each(inputs, () => press(tick));
  else if (one.sort === "gap") {
    const words = gapsOf(one.gap).map((all) => all[0]!);
    await each(inputs, (n) => page.keyboard.type(words[n]!));
  } else if (id === "number") await each(inputs, () => page.keyboard.type("6"));
  else
    await each(lists, async (n) => {
      const list = page.locator(lists).nth(n);
      const [name, of] = await list.evaluate(
        (field: HTMLSelectElement) => [field.name, field.length] as const,
      );
      const [, right] = fieldsOf(one, [...Array(of - 1).keys()]).find(([field]) => field === name)!;
      for (let i = 0; i < of && (await list.inputValue()) !== right; i++)
        await press(isSwitched ? "Enter" : "ArrowDown");
      assert.equal(await list.inputValue(), right);
    });
  await to(page, `#${id} button`);
  await press("Enter");
}

for (const [how, javaScriptEnabled, lang] of [
  ["without a script", false, "en"],
  ["without a script, from right to left", false, "ar"],
  ["by two switches, Tab and Enter", true, "en"],
  ["by two switches, from right to left", true, "ar"],
] as const)
  test(`CU25 every sort of exercise is answered by keys alone ${how}`, async () => {
    assert.deepEqual(
      found(lang)
        .map(({ sort }) => sort)
        .toSorted(),
      [...SORTS].toSorted(),
    );
    const browser = await openBrowser();
    const viewport = { width: 360, height: 800 };
    const context = await browser.newContext({ viewport, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${server.base}${lang === "en" ? "" : `/${lang}`}${PATH}`);
    assert.equal(await page.locator("html").getAttribute("dir"), lang === "en" ? "ltr" : "rtl");
    for (const one of found(lang).filter(({ sort }) => sort !== "task")) {
      await answer(page, one, javaScriptEnabled);
      await page.locator(`#${one.id} .verdict .is-right`).waitFor();
    }
    assert.equal(await page.locator("#task button, #task input").count(), 0, "a task is shown");
    await context.close();
  });

test("CU25 axe finds nothing on any of them, answered or not, in English and from right to left", async () => {
  const browser = await openBrowser();
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const answered = `${PATH}/answer?exercise=several&o=0`;
  const paths = [PATH, `/ar${PATH}`, answered, `/ar${answered}`];
  assert.deepEqual(await axeFinds(page, server.base, paths), []);
  await context.close();
});
